import type { CellAddress } from '../../sheets/address';
import type { Figure, SumRelation, TableRow } from '../../tables/document';
import { type Decimal, sumOf } from '../../values/decimal';
import type { CellIndex } from '../cellIndex';
import { numberCause } from '../rankCauses';
import { addendsOf, subtractedOf, termsOf } from '../standing';
import type { AddingAssertion } from './addingAssertion';
import type { Change } from './change';

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
  const isHidden = ({ cell }: Figure) => rows.get(cell)?.hidden === true;
  const hidden = terms.filter(isHidden);
  const texts = terms.filter(({ textual }) => textual);
  // Where most figures are texts, a formula would not have skipped one of them.
  const textsStandOut = texts.length * 2 <= terms.length;
  const negated = difference.negated();
  const half = difference.div(-2);
  const changes: Change[] = [];
  const partOf = (figure: Figure) => (subtracted.includes(figure) ? figure.value.negated() : figure.value);
  for (const figure of terms) {
    const { textual } = figure;
    const value = partOf(figure);
    if (value.isZero()) continue;
    if (value.equals(negated)) {
      if (isHidden(figure)) changes.push(countChange('hidden-row', [figure], 0, SKIPPED_BITS + log2(hidden.length)));
      else if (textual && textsStandOut) {
        changes.push(countChange('text-number-skipped', [figure], 0, SKIPPED_BITS + log2(texts.length)));
      } else changes.push(countChange('omitted-row', [figure], 0, OMITTED_BITS + place));
    }
    if (value.equals(difference)) changes.push(countChange('counted-twice', [figure], 2, TWICE_BITS + place));
    if (value.equals(half)) changes.push(countChange('sign', [figure], -1, SIGN_BITS + place));
  }
  for (const [kind, chosen] of [
    ['hidden-row', hidden],
    ['text-number-skipped', textsStandOut ? texts : []],
  ] as const) {
    const together = sumOf(chosen.map(partOf));
    if (chosen.length > 1 && together.equals(negated)) changes.push(countChange(kind, chosen, 0, SKIPPED_BITS));
  }
  return [...changes, ...subtotalMiscounts(assertion, difference, sumsOf)];
}

function countChange(kind: CountKind, figures: readonly Figure[], times: number, bits: number): Change {
  const cells = figures.map(({ cell }) => cell);
  const stated = sumOf(figures.map(({ value }) => value));
  const [cell] = cells;
  if (!cell) throw new RangeError('A miscount concerns a figure.');
  const { cost, ...cause } = numberCause(kind, cell, stated, kind === 'sign' ? stated.negated() : null, bits);
  return { cause, effect: { kind: 'counts', cells, times }, bits: cost };
}

/** Subtotals counted with their details, or a whole group of details left out or counted twice. */
function subtotalMiscounts(assertion: AddingAssertion, difference: Decimal, sumsOf: Surroundings['sumsOf']): Change[] {
  const subtotals = [...subtotalsAmong(assertion, sumsOf), ...subtotalsAdded(assertion, sumsOf)];
  const explain = (kind: 'subtotal-counted-with-details' | 'omitted-row', figure: Figure, extra: number): Change => {
    const { cost, ...cause } = numberCause(kind, figure.cell, figure.value, null, SUBTOTAL_BITS + extra);
    return { cause, effect: { kind: 'explains', about: assertion.about }, bits: cost };
  };
  const changes: Change[] = [];
  const all = sumOf(subtotals.map(({ value }) => value));
  const [first] = subtotals;
  if (first && !all.isZero() && difference.equals(all))
    changes.push(explain('subtotal-counted-with-details', first, 0));
  const place = Math.log2(Math.max(1, subtotals.length));
  for (const subtotal of subtotals) {
    if (subtotal.value.isZero()) continue;
    if (difference.equals(subtotal.value.negated())) changes.push(explain('omitted-row', subtotal, place));
    if (difference.equals(subtotal.value)) changes.push(explain('subtotal-counted-with-details', subtotal, place));
  }
  return changes;
}

/** Subtotals whose details are all, but not alone, among the addends. */
function subtotalsAmong({ about }: AddingAssertion, sumsOf: Surroundings['sumsOf']): Figure[] {
  const addends = addendsOf(about);
  const found = new Map<SumRelation, number>();
  for (const { cell } of addends) {
    for (const other of sumsOf(cell)) {
      if (other.about.kind !== 'sum' || other.factorOf(cell) >= 0) continue;
      found.set(other.about, (found.get(other.about) ?? 0) + 1);
    }
  }
  return [...found].flatMap(([{ target, addends: details }, count]) =>
    count === details.length && count > 1 && count < addends.length ? [target] : [],
  );
}

/** Subtotals that are addends themselves. */
function subtotalsAdded({ about }: AddingAssertion, sumsOf: Surroundings['sumsOf']): Figure[] {
  return addendsOf(about).filter(({ cell }) =>
    sumsOf(cell).some((other) => other.factorOf(cell) > 0 && other.about.kind === 'sum' && other.about.axis === 'rows'),
  );
}
