import { fold } from '../reading/fold';
import type { Measure } from '../reading/readAmount';
import { type DateContext, readDate } from '../reading/readDate';
import { placeholderOf } from '../reading/placeholders';
import type { DateReading, UnreadableReason } from '../reading/readings';
import { type CalendarDate, dateOfSerial } from '../values/calendar';
import { plainDigitsDate } from './columns';
import type { ColumnRole, DateCell, Figure } from './document';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';

/** What a cell says where its column leads one to expect a figure: the figure, null for nothing to count, or why it cannot be read. */
export function readFigure(
  grid: SheetGrid,
  cell: GridCell | null,
  role: ColumnRole,
  label: string,
): Figure | UnreadableReason | null {
  if (!cell) return null;
  if (cell.kind === 'error') return 'error-value';
  if (cell.kind === 'text') {
    const placeholder = placeholderOf(cell.text);
    if (placeholder === 'nil') return null;
    if (placeholder === 'withheld') return 'withheld';
  }
  const amount = grid.amountOf(cell);
  if (!amount || !mayMeasure(role, amount.measure)) return 'not-a-number';
  return {
    value: amount.value,
    unit: amount.unit,
    approximate: amount.approximate,
    cell: grid.address(cell),
    textual: cell.kind === 'text',
    label,
  };
}

function mayMeasure(role: ColumnRole, measure: Measure | null): boolean {
  if (measure === null || measure === 'money') return role !== 'days' || measure === null;
  if (role === 'tax-rate') return measure === 'percent';
  if (role === 'discount' || role === 'surcharge') return measure === 'percent';
  if (role === 'days') return measure === 'days';
  if (role === 'factor') return true;
  return (role === 'quantity' || role === 'base-quantity') && measure !== 'percent';
}

/** Days that serial numbers without a date format may plausibly mean: 1990 to 2060. */
const PLAIN_SERIALS = { least: 32_874, greatest: 58_804 };

/** What a cell says where its column leads one to expect a date. */
export function readDateCell(
  grid: SheetGrid,
  cell: GridCell | null,
  context: DateContext,
): DateCell | UnreadableReason | null {
  if (!cell) return null;
  if (cell.kind === 'error') return 'error-value';
  if (cell.kind === 'boolean') return 'not-a-date';
  if (cell.kind === 'text') {
    const placeholder = placeholderOf(cell.text);
    if (placeholder !== null)
      return placeholder === 'nil' ? null : placeholder === 'withheld' ? 'withheld' : 'not-a-date';
    const reading = readDate(cell.text, { ...context, order: grid.dateOrderOf(cell.column) });
    // 20191226 in a column of dates is no amount.
    const digits = reading === 'not-a-date' ? plainDigitsDate(fold(cell.text)) : null;
    if (digits) return { cell: grid.address(cell), reading: dayReading(digits, cell.text), textual: true };
    return typeof reading === 'string' ? reading : { cell: grid.address(cell), reading, textual: true };
  }
  const day = cell.kind === 'date' ? cell.date : plainDate(cell.value, grid);
  if (!day) return 'not-a-date';
  // 20191226 is a date to us, but not to a formula that refers to the cell.
  const textual = cell.kind === 'number' && plainDigitsDate(cell.value) !== null;
  return { cell: grid.address(cell), reading: dayReading(day, printedText(cell)), textual };
}

function plainDate(value: number, grid: SheetGrid): CalendarDate | null {
  const digits = plainDigitsDate(value);
  if (digits) return digits;
  return value >= PLAIN_SERIALS.least && value <= PLAIN_SERIALS.greatest ? dateOfSerial(value, grid.dateSystem) : null;
}

/** The reading of a cell that holds a real date. */
export function dayReading(day: CalendarDate, printed: string): DateReading {
  return {
    start: day,
    startPrecision: 'day',
    end: day,
    endPrecision: 'day',
    printed,
    inferredYear: false,
    wrongWeekday: null,
  };
}
