import type { CellAddress } from '../../sheets/address';
import type { Figure, SumRelation, TableRow } from '../../tables/document';
import { type Decimal, sumOf } from '../../values/decimal';
import { CellIndex } from '../cellIndex';
import { numberCause } from '../rankCauses';
import { type AddingRelation, addendsOf, subtractedOf, termsOf } from '../standing';
import type { AddingAssertion } from './addingAssertion';
import { type Change, countsEffect } from './change';

const SKIPPED_BITS = 1.5;
const OMITTED_BITS = 4;
const TWICE_BITS = 5;
const SIGN_BITS = 6;
const SUBTOTAL_BITS = 4;

type CountKind = 'omitted-row' | 'counted-twice' | 'sign' | 'hidden-row' | 'text-number-skipped';

/** What the search for miscounts needs to know of the figures around a sum. */
export interface Surroundings {
  /** The row that a cell is the amount of. */
  readonly rows: CellIndex<TableRow>;
  /** The sums that a cell is in. */
  readonly sumsOf: (cell: CellAddress) => readonly AddingAssertion[];
}

/**
 * What may have gone wrong in adding up: a figure left out, because its row is hidden or it is a text or for no reason seen, counted
 * twice, with the wrong sign, or together with its subtotal. The difference tells which: nothing is enumerated.
 */
export function miscountsOf(
  assertion: AddingAssertion,
  difference: Decimal,
  { rows, sumsOf }: Surroundings,
): readonly Change[] {
  const { about } = assertion;
  if (about.kind !== 'sum' || difference.isZero()) return [];
  const terms = termsOf(about);
  const subtracted = subtractedOf(about);
  const { log2 } = Math;
  const place = log2(terms.length);
  const { hidden, texts, omissionOf } = omissionsAmong(terms, rows);
  const negated = difference.negated();
  const half = difference.div(-2);
  const changes: Change[] = [];
  const partOf = (figure: Figure) => (subtracted.includes(figure) ? figure.value.negated() : figure.value);
  for (const figure of terms) {
    const value = partOf(figure);
    if (value.isZero()) continue;
    if (value.equals(negated)) changes.push(omissionOf(figure));
    if (value.equals(difference)) changes.push(countChange('counted-twice', [figure], 2, TWICE_BITS + place));
    if (value.equals(half)) changes.push(countChange('sign', [figure], -1, SIGN_BITS + place));
  }
  for (const [kind, chosen] of [
    ['hidden-row', hidden],
    ['text-number-skipped', texts],
  ] as const) {
    const together = sumOf(chosen.map(partOf));
    if (chosen.length > 1 && together.equals(negated)) changes.push(countChange(kind, chosen, 0, SKIPPED_BITS));
  }
  return [...changes, ...subtotalMiscounts(assertion, difference, sumsOf)];
}

/** How figures of a sum, or of what a tax is on, may have come to be left out. */
export function omissionsAmong(
  terms: readonly Figure[],
  rows: CellIndex<TableRow>,
): {
  readonly hidden: readonly Figure[];
  /** Texts among numbers: where most figures are texts, a formula would not have skipped one of them. */
  readonly texts: readonly Figure[];
  readonly omissionOf: (figure: Figure) => Change;
} {
  const { log2 } = Math;
  const isHidden = ({ cell }: Figure) => rows.get(cell)?.hidden === true;
  const hidden = terms.filter(isHidden);
  const textual = terms.filter((figure) => figure.textual);
  const texts = textual.length * 2 <= terms.length ? textual : [];
  const omissionOf = (figure: Figure) => {
    if (isHidden(figure)) return countChange('hidden-row', [figure], 0, SKIPPED_BITS + log2(hidden.length));
    if (figure.textual && texts.length > 0) {
      return countChange('text-number-skipped', [figure], 0, SKIPPED_BITS + log2(texts.length));
    }
    return countChange('omitted-row', [figure], 0, OMITTED_BITS + log2(terms.length));
  };
  return { hidden, texts, omissionOf };
}

function countChange(kind: CountKind, figures: readonly Figure[], times: number, bits: number): Change {
  const cells = figures.map(({ cell }) => cell);
  const stated = sumOf(figures.map(({ value }) => value));
  const [cell] = cells;
  if (!cell) throw new RangeError('A miscount concerns a figure.');
  const { cost, ...cause } = numberCause(kind, cell, stated, kind === 'sign' ? stated.negated() : null, bits);
  return { cause, effect: countsEffect(cells, times), bits: cost };
}

/** A subtotal, with the figures of the sum that count it. */
interface Subtotal {
  readonly figure: Figure;
  readonly counted: readonly Figure[];
}

/** Subtotals counted with their details, or a whole group of details left out or counted twice. */
function subtotalMiscounts(assertion: AddingAssertion, difference: Decimal, sumsOf: Surroundings['sumsOf']): Change[] {
  const subtotals = subtotalsOf(assertion, sumsOf);
  const miscount = (
    kind: 'subtotal-counted-with-details' | 'omitted-row',
    chosen: readonly Subtotal[],
    extra: number,
  ): Change[] => {
    const [first] = chosen;
    if (!first) return [];
    const { cell, value } = first.figure;
    const { cost, ...cause } = numberCause(kind, cell, value, null, SUBTOTAL_BITS + extra);
    const cells = chosen.flatMap(({ counted }) => counted.map((each) => each.cell));
    return [{ cause, effect: countsEffect(cells, kind === 'omitted-row' ? 0 : 2), bits: cost }];
  };
  const changes: Change[] = [];
  const apart = disjoint(subtotals);
  const all = sumOf(apart.map(({ figure }) => figure.value));
  const place = Math.log2(Math.max(1, subtotals.length));
  if (apart.length > 1 && !all.isZero() && difference.equals(all)) {
    changes.push(...miscount('subtotal-counted-with-details', apart, 0));
  }
  for (const subtotal of subtotals) {
    const { value } = subtotal.figure;
    if (value.isZero()) continue;
    if (difference.equals(value.negated())) changes.push(...miscount('omitted-row', [subtotal], place));
    if (difference.equals(value)) changes.push(...miscount('subtotal-counted-with-details', [subtotal], place));
  }
  return changes;
}

/** The subtotals of a sum, found once: it is asked what went wrong for one difference after another. */
const known = new WeakMap<AddingAssertion, readonly Subtotal[]>();

function subtotalsOf(assertion: AddingAssertion, sumsOf: Surroundings['sumsOf']): readonly Subtotal[] {
  const before = known.get(assertion);
  if (before) return before;
  const found = [...subtotalsAmong(assertion, sumsOf), ...subtotalsAdded(assertion, sumsOf)];
  known.set(assertion, found);
  return found;
}

/** Subtotals that share no figure, in reading order: one by rate goes over those of groups again. */
function disjoint(subtotals: readonly Subtotal[]): Subtotal[] {
  const seen = new CellIndex<true>();
  const ordered = [...subtotals].sort(
    ({ figure: { cell: a } }, { figure: { cell: b } }) => a.row - b.row || a.column - b.column,
  );
  return ordered.filter(({ counted }) => {
    const free = counted.every(({ cell }) => seen.get(cell) === undefined);
    if (free) for (const { cell } of counted) seen.set(cell, true);
    return free;
  });
}

/** Subtotals whose details are all, but not alone, among the addends. */
function subtotalsAmong({ about }: AddingAssertion, sumsOf: Surroundings['sumsOf']): Subtotal[] {
  const addends = addendsOf(about);
  const found = new Map<SumRelation, number>();
  for (const { cell } of addends) {
    for (const other of sumsOf(cell)) {
      if (!isCertainSum(other.about) || other.factorOf(cell) >= 0) continue;
      found.set(other.about, (found.get(other.about) ?? 0) + 1);
    }
  }
  return [...found].flatMap(([{ target, addends: details }, count]) =>
    count === details.length && count > 1 && count < addends.length ? [{ figure: target, counted: details }] : [],
  );
}

/** Subtotals that are addends themselves. */
function subtotalsAdded({ about }: AddingAssertion, sumsOf: Surroundings['sumsOf']): Subtotal[] {
  return addendsOf(about).flatMap((figure) => {
    const own = sumsOf(figure.cell).some(
      (other) => other.factorOf(figure.cell) > 0 && isCertainSum(other.about) && other.about.axis === 'rows',
    );
    return own ? [{ figure, counted: [figure] }] : [];
  });
}

function isCertainSum(relation: AddingRelation): relation is SumRelation {
  return relation.kind === 'sum' && relation.certainty === 'certain';
}
