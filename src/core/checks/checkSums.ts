import { joinCells } from '../sheets/address';
import { isNoSumBySize } from '../tables/addsUp';
import type { Figure, SumRelation, Table, UnreadableCell } from '../tables/document';
import { ZERO } from '../values/decimal';
import { comparison, draft, type DraftFinding, statedOnly } from './draft';
import type { Cause, CausesOf, Message } from './finding';
import { message } from './message';
import { isOwnCause, isOwnSlip } from './ownCauses';
import { type Standing, termsOf } from './standing';
import type { Standings } from './standings';
import { differenceExpression, sumExpression } from './sumExpression';

type SumStanding = Standing<SumRelation>;

/** A sum that only may be meant, and is off by more than one part in so many, is none: nobody is told of it. */
const NEAR_PARTS = 10;

/**
 * Footing and cross-footing: every printed sum against the figures that it adds up. A figure that only may be a sum is not mentioned
 * where it is far from it and no slip of one cell explains that.
 */
export function checkSums(table: Table, standings: Standings, causesOf: CausesOf): DraftFinding[] {
  const amountColumns = table.columns.filter(({ role }) => role === 'amount').length;
  return table.relations.flatMap((relation) => {
    if (relation.kind !== 'sum') return [];
    if (relation.addends.length === 0) return [nothingToAdd(relation, table)];
    const standing = standings.of(relation);
    const unread = standing.difference.isZero() ? null : unreadableAmong(relation, table);
    if (unread) return unreadableFinding(standing, unread);
    if (standing.holds) return [finding(standing, [])];
    const causes = causesOf(relation);
    const silent =
      relation.certainty === 'possible' && !isNear(standing) && !causes.some((cause) => isOwnSlip(standing, cause));
    const unlike =
      table.kind === 'amounts' &&
      amountColumns > 1 &&
      isNoSumBySize(relation) &&
      !causes.some((cause) => isOwnCause(standing, cause));
    return silent ? [] : [finding(standing, causes, unlike)];
  });
}

/** @param unlike by its size, the figure of one of many columns is likely to be something else than a sum. */
function finding(standing: SumStanding, causes: readonly Cause[], unlike = false): DraftFinding {
  const { relation, computed, difference, tolerance, inexactAlike } = standing;
  const { target, addends, subtracted = [], nil = [] } = relation;
  const verdict = unlike ? 'possible' : verdictOf(standing);
  const code =
    verdict === 'within-rounding' && inexactAlike > 0
      ? ('sum.within-rounding-as-others' as const)
      : (`sum.${verdict}` as const);
  const operands = joinCells([...termsOf(relation).map(({ cell }) => cell), ...nil]);
  return draft({
    kind: 'sum',
    ...comparison(target, computed),
    tolerance,
    verdict,
    operands,
    expression: subtracted.length > 0 ? differenceExpression(addends, subtracted) : sumExpression(addends, operands),
    causes,
    sumAxis: axisOf(relation),
    message: message(code, {
      parts: partsOf(relation),
      stated: target.value,
      computed,
      difference: difference.abs(),
      tolerance,
      others: inexactAlike,
    }),
  });
}

/** What is added up, in words. */
function partsOf({ target, addends, subtracted = [] }: SumRelation): Message {
  const [only] = addends;
  const [less] = subtracted;
  if (only && less && addends.length === 1 && subtracted.length === 1)
    return message('sum.one-less-one', { whole: only.cell, part: less.cell });
  if (subtracted.length > 0) return message('sum.parts-less', { count: addends.length, less: subtracted.length });
  if (only && addends.length === 1 && only.label !== '' && target.label !== '')
    return message('sum.repeated', { label: only.label, cell: only.cell });
  return message('sum.parts', { count: addends.length });
}

function verdictOf({ difference, holds, relation }: SumStanding) {
  if (difference.isZero()) return 'agrees' as const;
  if (holds) return 'within-rounding' as const;
  return relation.certainty === 'possible' ? ('possible' as const) : ('disagrees' as const);
}

function isNear({ difference, computed, relation }: SumStanding): boolean {
  const stated = relation.target.value.abs();
  const larger = stated.greaterThan(computed.abs()) ? stated : computed.abs();
  return difference.abs().times(NEAR_PARTS).lessThanOrEqualTo(larger);
}

/** A zero is what nothing adds up to; anything else cannot be judged without its details. */
function nothingToAdd(relation: SumRelation, table: Table): DraftFinding {
  const { target, nil = [] } = relation;
  const sumAxis = axisOf(relation);
  if (target.value.isZero() && table.unreadable.length === 0) {
    return draft({
      kind: 'sum',
      ...comparison(target, ZERO),
      verdict: 'agrees',
      operands: joinCells(nil),
      expression: { kind: 'number', value: ZERO },
      sumAxis,
      message: message('sum.nil'),
    });
  }
  return draft({
    kind: 'sum',
    ...statedOnly(relation.target),
    verdict: 'not-checked',
    sumAxis,
    message: message('sum.not-checked', { reason: message('reason.nothing-to-add') }),
  });
}

/** A sum that misses a cell that could not be read is not judged; one that only may be a sum is not mentioned. */
function unreadableFinding({ relation, computed }: SumStanding, { cell, printed }: UnreadableCell): DraftFinding[] {
  if (relation.certainty === 'possible') return [];
  return [
    draft({
      kind: 'sum',
      ...statedOnly(relation.target),
      verdict: 'not-checked',
      operands: joinCells(termsOf(relation).map(({ cell }) => cell)),
      sumAxis: axisOf(relation),
      message: message('sum.not-checked', {
        reason: message('reason.unreadable-addend', { cell, printed, computed }),
      }),
    }),
  ];
}

function axisOf({ target, addends, axis }: SumRelation): 'row' | 'column' {
  if (addends.length === 0) return axis === 'columns' ? 'row' : 'column';
  return addends.every((addend) => addend.cell.row === target.cell.row) ? 'row' : 'column';
}

/** A cell that could not be read inside the lines that the sum adds up: the sum cannot be judged without it. */
function unreadableAmong(relation: SumRelation, table: Table): UnreadableCell | null {
  if (table.unreadable.length === 0) return null;
  const { target } = relation;
  const inRow = axisOf(relation) === 'row';
  const along = (cell: Figure['cell']) => (inRow ? cell.column : cell.row);
  const across = (cell: Figure['cell']) => (inRow ? cell.row : cell.column);
  let first = Infinity;
  let last = -Infinity;
  const lines = new Set<number>();
  for (const { cell } of termsOf(relation)) {
    first = Math.min(first, along(cell));
    last = Math.max(last, along(cell));
    lines.add(across(cell));
  }
  return (
    table.unreadable.find(
      ({ cell }) =>
        lines.has(across(cell)) &&
        along(cell) >= first - 1 &&
        along(cell) <= last + 1 &&
        along(cell) !== along(target.cell),
    ) ?? null
  );
}
