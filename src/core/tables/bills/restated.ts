import { areaHolds } from '../../sheets/address';
import { figureInText } from '../../reading/readAmount';
import { totalLabelOf } from '../body';
import type { Figure, SumRelation, Table } from '../document';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { isStillDue, isWholeOfBill } from '../words/dueWords';
import { readTotalLabel, type TotalLabel } from '../words/totalWords';
import { figureBeside } from './printedFigure';

type FoundTable = Omit<Table, 'id'>;

/** A bill prints what is due once more at most so many rows above its table. */
const FARTHEST = 25;

/**
 * Totals of a bill that stand once more above its table: ご請求金額 ￥108,350-, Amount due. What is named as due, or as the whole, is
 * that of the bill in any case; other totals only where they are the same.
 *
 * @param taken all tables of the sheet: what stands in them has its own relations.
 */
export function restatedTotals(grid: SheetGrid, bill: FoundTable, taken: readonly FoundTable[]): SumRelation[] {
  const totals = bill.totals.map(({ figure }) => figure);
  const column = totals[totals.length - 1]?.cell.column;
  const own = totals.filter(({ cell }) => cell.column === column);
  const due = own[own.length - 1];
  if (!due) return [];
  const relations: SumRelation[] = [];
  for (let row = Math.max(grid.top, bill.range.top - FARTHEST); row < bill.range.top; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'text' || taken.some(({ range }) => areaHolds(range, row, cell.column))) continue;
      const named = namedTotal(grid, cell);
      if (!named || taken.some(({ range }) => areaHolds(range, row, named.figure.cell.column))) continue;
      const same = [...own].reverse().find(({ value }) => value.eq(named.figure.value));
      const whole = isWholeOfBill(named.figure.label) ? wholeOf(bill, column) : null;
      const meant = same ?? (isStillDue(named.figure.label) ? due : whole);
      if (meant)
        relations.push({ kind: 'sum', target: named.figure, addends: [meant], axis: 'rows', certainty: 'certain' });
    }
  }
  return relations;
}

/** The total of a bill with its tax, before what was paid; of one without a total, none. */
function wholeOf({ totals }: FoundTable, column: number | undefined): Figure | null {
  const own = totals.filter(
    ({ figure, kind }) => figure.cell.column === column && (kind === 'total' || kind === 'gross'),
  );
  const plain = own.filter(({ label }) => !isStillDue(label));
  return (plain[plain.length - 1] ?? own[0])?.figure ?? null;
}

/** A total word with the figure beside it or in the same text. */
function namedTotal(grid: SheetGrid, cell: GridCell): { figure: Figure; total: TotalLabel } | null {
  const total = totalLabelOf(grid, [cell])?.total;
  if (total?.kind === 'total') {
    const figure = figureBeside(grid, cell);
    return figure && { figure, total };
  }
  const found = cell.kind === 'text' ? figureInText(printedText(cell)) : null;
  const inside = found ? readTotalLabel(found.label) : null;
  if (!found || inside?.kind !== 'total') return null;
  const figure: Figure = { ...found.figure, cell: grid.address(cell), textual: true, label: found.label };
  return { figure, total: inside };
}
