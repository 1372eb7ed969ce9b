import { type DateContext, readDate } from '../../reading/readDate';
import { type GridCell, printedText } from '../sheetGrid';
import type { DateColumns } from './courseLayout';
import { type DatedItem, headingYear } from './datedText';

/** A date whose year, month and day stand in cells of their own; what a row leaves out is taken from the row above. */
export interface DateInParts {
  readonly cell: GridCell;
  readonly month: number;
  readonly item: DatedItem;
}

/** The date of a row in parts; null where it has neither a month nor a day. `month` is that of the row above, in force where none is printed. */
export function datePartsOf(
  cells: readonly GridCell[],
  columns: DateColumns & { readonly kind: 'parts' },
  month: number | null,
  context: DateContext,
): DateInParts | null {
  const cellIn = (column: number | null) => (column === null ? undefined : cells.find((one) => one.column === column));
  const [year, monthCell, day] = [cellIn(columns.year), cellIn(columns.month), cellIn(columns.day)];
  const ofMonth = wholeNumber(monthCell) ?? (monthCell ? null : month);
  const first = year ?? monthCell ?? day;
  if (ofMonth === null || !first || (!monthCell && !day)) return null;
  const printed = `${yearText(year)}${ofMonth}月${day ? `${printedText(day).replace(/日$/, '')}日` : ''}`;
  return { cell: first, month: ofMonth, item: { reading: readDate(printed, context), printed, rest: '' } };
}

function wholeNumber(cell: GridCell | undefined): number | null {
  const digits = cell ? /^(\d{1,2})月?$/.exec(printedText(cell).normalize('NFKC').trim()) : null;
  return digits ? Number(digits[1]) : null;
}

/** 令和元, R1, 2019 and 2019年 alike. */
function yearText(cell: GridCell | undefined): string {
  if (!cell) return '';
  const year = headingYear(cell);
  if (year) return `${year.year}年`;
  const text = printedText(cell).trim();
  return text.endsWith('年') ? text : `${text}年`;
}
