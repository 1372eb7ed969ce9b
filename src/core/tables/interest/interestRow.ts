import { type DateContext, NO_CONTEXT } from '../../reading/readDate';
import type { UnreadableReason } from '../../reading/readings';
import type { Column } from '../column';
import type { ColumnRole, DateCell, Figure, InterestRate, InterestRow, UnreadableCell } from '../document';
import { readDateCell, readFigure } from '../readCell';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { ratesInText } from '../words/interestWords';
import { headerLabel } from '../words/headerWords';
import type { CalendarDate } from '../../values/calendar';
import type { Line } from '../lines';

/** A rate below this without a percent sign is a fraction: 0.03 is 3 %, 0.5 is half a percent. */
const LARGEST_FRACTION = 0.3;

/** Whether columns are those of a table of interest. */
export const bearsInterest = (columns: readonly Column[]): boolean => columns.some(({ role }) => role === 'interest');

/** Reads what a row of a table of interest says, and gives what of it could not be read. */
export function readInterestRow(
  grid: SheetGrid,
  line: Line,
  columns: readonly Column[],
): { readonly interest: InterestRow; readonly unreadable: readonly UnreadableCell[] } {
  const unreadable: UnreadableCell[] = [];
  const columnOf = (role: ColumnRole) => columns.find((column) => column.role === role) ?? null;
  const cellOf = (role: ColumnRole) => {
    const column = columnOf(role);
    return column && grid.anchor(line.row, column.column);
  };
  const note = (cell: GridCell, role: ColumnRole, reason: UnreadableReason) =>
    unreadable.push({ cell: grid.address(cell), role, printed: printedText(cell), reason });
  const dateOf = (role: ColumnRole, context: DateContext): DateCell | null => {
    const cell = cellOf(role);
    const read = readDateCell(grid, cell, context);
    if (read === null) return null;
    if (typeof read !== 'string') return read;
    if (cell) note(cell, role, read);
    return null;
  };
  const figureOf = (role: ColumnRole): Figure | null => line.figures.get(columnOf(role)?.column ?? -1) ?? null;
  const emptyIn = (role: ColumnRole) => {
    const column = columnOf(role);
    return column === null || grid.anchor(line.row, column.column)
      ? null
      : grid.address({ row: line.row, column: column.column });
  };
  const fromIs = columnOf('due') ? 'due' : 'first-day';
  const from = dateOf(fromIs === 'due' ? 'due' : 'start', NO_CONTEXT);
  const previous: CalendarDate | null = from?.reading.start ?? null;
  const interest: InterestRow = {
    principal: figureOf('principal'),
    from,
    fromIs,
    to: dateOf('paid', { ...NO_CONTEXT, previous }),
    days: figureOf('days'),
    rate: rateOf(grid, cellOf('interest-rate'), columnOf('interest-rate'), line.label),
    interest: figureOf('interest'),
    blanks: { days: emptyIn('days'), interest: emptyIn('interest') },
  };
  return { interest, unreadable };
}

function rateOf(grid: SheetGrid, cell: GridCell | null, column: Column | null, label: string): InterestRate | null {
  if (!cell || !column) return null;
  if (cell.kind === 'text') {
    const [printed] = ratesInText(cell.text.includes('年') ? cell.text : `年${cell.text}`);
    if (printed) return { percent: printed, cell: grid.address(cell), live: null };
  }
  const figure = readFigure(grid, cell, 'amount', label);
  const amount = grid.amountOf(cell);
  if (!amount || figure === null || cell.kind !== 'number') return null;
  const fraction = cell.cell.numberFormat.includes('%');
  const bare = !fraction && amount.value.lt(LARGEST_FRACTION) && !/[%％]/.test(column.header);
  const percent = fraction || bare ? amount.value.times(100) : amount.value;
  if (percent.lte(0) || percent.gt(100) || headerLabel(column.header) === '') return null;
  return { percent, cell: grid.address(cell), live: fraction || bare ? 'fraction' : 'percent' };
}
