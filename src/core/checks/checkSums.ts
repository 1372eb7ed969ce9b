import { joinCells } from '../sheets/address';
import type { Figure, Relation, Table, UnreadableCell } from '../tables/document';
import { sumOf } from '../values/decimal';
import type { Corroboration } from './corroboration';
import { comparison, draft, type DraftFinding } from './draft';
import type { Verdict } from './finding';
import { message } from './message';
import { toleranceOf } from './printedPrecision';
import { type AmountPreference, sumCauses } from './sumCauses';
import { sumExpression } from './sumExpression';

type SumRelation = Extract<Relation, { kind: 'sum' }>;

/** Footing and cross-footing: every printed sum against its leaf figures. */
export function checkSums(table: Table, corroboration: Corroboration, preference: AmountPreference): DraftFinding[] {
  return table.relations.flatMap((relation) => {
    if (relation.kind !== 'sum') return [];
    const finding = checkSum(relation, table);
    return finding.verdict === 'disagrees'
      ? [{ ...finding, causes: sumCauses(relation, table, corroboration, preference) }]
      : [finding];
  });
}

function checkSum(relation: SumRelation, table: Table): DraftFinding {
  const { target, addends } = relation;
  const sumAxis = addends.every((addend) => addend.cell.row === target.cell.row)
    ? ('row' as const)
    : ('column' as const);
  const operands = joinCells(addends.map((addend) => addend.cell));
  if (addends.length === 0) {
    return draft({
      kind: 'sum',
      ...statedOnly(target),
      verdict: 'not-checked',
      sumAxis,
      message: message('sum.not-checked', { reason: message('reason.nothing-to-add') }),
    });
  }
  const computed = sumOf(addends.map((addend) => addend.value));
  const tolerance = toleranceOf([target, ...addends], table);
  const difference = target.value.minus(computed);
  const unread = difference.isZero() ? null : unreadableAmong(relation, table);
  if (unread) {
    return draft({
      kind: 'sum',
      ...statedOnly(target),
      verdict: 'not-checked',
      operands,
      sumAxis,
      message: message('sum.not-checked', {
        reason: message('reason.unreadable-addend', { cell: unread.cell, printed: unread.printed, computed }),
      }),
    });
  }
  const verdict: Verdict = difference.isZero()
    ? 'agrees'
    : difference.abs().lessThanOrEqualTo(tolerance)
      ? 'within-rounding'
      : relation.certainty === 'possible'
        ? 'possible'
        : 'disagrees';
  return draft({
    kind: 'sum',
    ...comparison(target, computed),
    tolerance,
    verdict,
    operands,
    expression: sumExpression(addends),
    sumAxis,
    message: message(`sum.${verdict}`, {
      count: addends.length,
      stated: target.value,
      computed,
      difference: difference.abs(),
      tolerance,
    }),
  });
}

function statedOnly(figure: Figure): Pick<DraftFinding, 'cell' | 'textual' | 'stated'> {
  return { cell: figure.cell, textual: figure.textual, stated: figure.value };
}

/** A cell that could not be read inside the lines that the sum adds up: the sum cannot be judged without it. */
function unreadableAmong({ target, addends }: SumRelation, table: Table): UnreadableCell | null {
  const inRow = addends.every((addend) => addend.cell.row === target.cell.row);
  const along = (cell: Figure['cell']) => (inRow ? cell.column : cell.row);
  const across = (cell: Figure['cell']) => (inRow ? cell.row : cell.column);
  const places = addends.map((addend) => along(addend.cell));
  const first = Math.min(...places);
  const last = Math.max(...places);
  const lines = new Set(addends.map((addend) => across(addend.cell)));
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
