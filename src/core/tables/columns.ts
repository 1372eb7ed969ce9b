import { fold, foldLabel } from '../reading/fold';
import { placeholderOf } from '../reading/placeholders';
import { isRealDate } from '../values/calendar';
import { NO_CONTEXT, readDate } from '../reading/readDate';
import type { ColumnRole } from './document';
import type { Header, HeaderCell } from './headers';
import type { Column } from './column';
import { settleInterest } from './interest/interestColumns';
import { settleProducts } from './productColumns';
import type { SheetGrid } from './sheetGrid';
import { mayBeAdded, mayBeYear, namesFeeOfPeriod, namesRecovery, namesYears } from './words/headerWords';
import { settlementOf } from './words/settlementWords';
import { readTotalLabel } from './words/totalWords';

interface Contents {
  readonly figures: number;
  readonly dates: number;
  /** Of the figures, how many are days in eight digits: 20191226. */
  readonly digitDates: number;
  readonly texts: number;
  /** Of the texts, how many are labels of the total beside them. */
  readonly labels: number;
  readonly yearsOnly: boolean;
  /** Every number may be a year, of an era or in full. */
  readonly mayBeYears: boolean;
  readonly counting: boolean;
  /** Most figures carry a unit that is neither money nor days, such as 4月 or 3件. */
  readonly otherUnits: boolean;
  readonly percent: boolean;
}

const FIGURE_ROLES = new Set<ColumnRole>([
  'amount',
  'fee',
  'tax',
  'total',
  'unit-price',
  'quantity',
  'days',
  'tax-rate',
]);
const PRICE_HEADER = /\bprice\b|単価/;
const DATE_ROLES = new Set<ColumnRole>(['start', 'restored', 'date']);
const ADDED_ROLES = new Set<ColumnRole>(['amount', 'fee', 'tax', 'total', 'quantity', 'days']);

/** Settles the roles of a table's columns. `rows` are the sheet rows of its body. */
export function settleColumns(grid: SheetGrid, header: Header, rows: readonly number[]): Column[] {
  const headings: HeaderCell[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const heading = header.cells.find((cell) => cell.column === column);
    headings.push(heading ?? { column, text: '', row: header.bottom, role: null });
  }
  const settled = headings.map((heading) => {
    const contents = contentsOf(grid, heading.column, rows);
    const role = roleFrom(heading, contents);
    const years = contents.yearsOnly || (contents.mayBeYears && namesYears(heading.text));
    const addable = ADDED_ROLES.has(role) && mayBeAdded(heading.text) && !contents.percent && !years;
    return { role, column: heading.column, header: heading.text, headerRow: heading.row, addable };
  });
  const worded = new Set(headings.flatMap(({ column, role }) => (role === null ? [] : [column])));
  const isEmpty = ({ column }: Column) => rows.every((row) => grid.anchor(row, column) === null);
  const rated = ratesOfTax(settled, (column) => contentsOf(grid, column, rows).percent);
  const named = withoutStrayAmounts(nameFirstText(grid, rated, rows), worded);
  return settleInterest(settleProducts(grid, settleAmounts(pricesBeside(named), isEmpty), rows));
}

function contentsOf(grid: SheetGrid, column: number, rows: readonly number[]): Contents {
  let figures = 0;
  let dates = 0;
  let digitDates = 0;
  let texts = 0;
  let labels = 0;
  let years = 0;
  let eras = 0;
  let counted = 0;
  let percent = 0;
  let otherUnits = 0;
  let previous: number | null = null;
  for (const row of rows) {
    const cell = grid.at(row, column);
    if (!cell) continue;
    if (cell.kind === 'date') dates += 1;
    else if (cell.kind === 'number') {
      figures += 1;
      if (Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100) years += 1;
      if (mayBeYear(cell.value)) eras += 1;
      if (plainDigitsDate(cell.value)) digitDates += 1;
      if (previous !== null && cell.value === previous + 1) counted += 1;
      if (cell.cell.numberFormat.includes('%')) percent += 1;
      previous = cell.value;
    } else if (cell.kind === 'text' && placeholderOf(cell.text) === null) {
      const amount = grid.amountOf(cell);
      if (amount?.measure === 'percent') percent += 1;
      if (amount?.measure === 'other') otherUnits += 1;
      if (amount) {
        figures += 1;
        if (plainDigitsDate(fold(cell.text))) digitDates += 1;
      } else if (looksLikeDate(cell.text)) dates += 1;
      else {
        texts += 1;
        if (readTotalLabel(cell.text) !== null || settlementOf(cell.text) !== null) labels += 1;
      }
    }
  }
  return {
    figures,
    dates,
    digitDates,
    texts,
    labels,
    yearsOnly: figures >= 2 && years === figures,
    mayBeYears: eras === figures,
    counting: figures >= 3 && counted >= figures - 1,
    otherUnits: otherUnits * 2 > figures,
    percent: percent > 0 && percent * 2 >= figures,
  };
}

function looksLikeDate(text: string): boolean {
  if (text.length > 40 || !/\d/.test(fold(text))) return /^同日$/.test(text);
  const reading = readDate(text, NO_CONTEXT);
  return reading !== 'not-a-date';
}

function roleFrom(heading: HeaderCell, contents: Contents): ColumnRole {
  const { role } = heading;
  const { figures, dates, texts, labels } = contents;
  const filled = figures + dates + texts;
  if (role === null) {
    if (filled === 0) return 'other';
    if (dates * 2 > filled) return 'date';
    if (figures * 2 <= filled) return 'other';
    return contents.yearsOnly || contents.counting || contents.percent || contents.otherUnits ? 'other' : 'amount';
  }
  // 非課税 and 対象外 stand among rates as well.
  if (role === 'tax-rate' && figures > 0) return role;
  if (FIGURE_ROLES.has(role)) {
    const others = texts - labels + dates;
    return figures > 0 && figures >= others ? role : texts > 0 ? 'other' : role;
  }
  // A count of days under 停止期間 or a duration under `to` is no date.
  if (DATE_ROLES.has(role)) {
    const others = figures - contents.digitDates;
    const days = dates + contents.digitDates;
    return others > days && others > texts && !(role !== 'date' && others > 0 && days > 0) ? 'other' : role;
  }
  return figures * 2 > filled && role !== 'other' && filled > 2 && contents.counting ? 'other' : role;
}

/** Percentages under `Rate` beside a column of taxes are its rates, no prices. */
function ratesOfTax(columns: readonly Column[], isPercent: (column: number) => boolean): readonly Column[] {
  if (!columns.some(({ role }) => role === 'tax')) return columns;
  return columns.map((one): Column =>
    one.role === 'unit-price' && isPercent(one.column) ? { ...one, role: 'tax-rate' } : one,
  );
}

/** Without a name column, the first one with texts left of the figures is it, unless a category or description serves. */
function nameFirstText(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Column[] {
  if (columns.some(({ role }) => role === 'name' || role === 'description')) return [...columns];
  // A lone column of categories names the rows.
  const groups = columns.find(({ role }) => role === 'category');
  if (groups && rows.every((row) => grid.mergeAt(row, groups.column) === null))
    return withRole(columns, groups.column, 'name');
  const firstFigure = columns.findIndex(({ role }) => FIGURE_ROLES.has(role));
  const index = columns.findIndex(
    ({ role, column }, at) =>
      (firstFigure < 0 || at < firstFigure) &&
      role === 'other' &&
      rows.filter((row) => {
        const cell = grid.at(row, column);
        return cell?.kind === 'text' && ['other', undefined].includes(grid.amountOf(cell)?.measure ?? undefined);
      }).length *
        2 >=
        rows.length,
  );
  return columns.map((column, at) => (at === index ? { ...column, role: 'name' as const } : column));
}

/** Between quantities and their prices stands no product of them: a column there without any word is something else. */
function withoutStrayAmounts(columns: readonly Column[], worded: ReadonlySet<number>): Column[] {
  const quantity = columns.find(({ role }) => role === 'quantity');
  const price = columns.find(({ role }) => role === 'unit-price');
  if (!quantity || !price) return [...columns];
  const last = Math.max(quantity.column, price.column);
  return columns.map((one) =>
    one.role === 'amount' && one.column < last && !worded.has(one.column)
      ? { ...one, role: 'other', addable: false }
      : one,
  );
}

/** A price beside a quantity and a total is that of one: `Price ex GST`, whatever is said of its tax. */
function pricesBeside(columns: readonly Column[]): readonly Column[] {
  const has = (...roles: readonly ColumnRole[]) => columns.some(({ role }) => roles.includes(role));
  if (!has('quantity') || has('unit-price') || !has('total')) return columns;
  return columns.map((one): Column =>
    one.role === 'amount' && PRICE_HEADER.test(foldLabel(one.header))
      ? { ...one, role: 'unit-price', addable: false }
      : one,
  );
}

/** One column is the table's amount. A total beside nothing that it could total, or a lone fee, is that amount. */
function settleAmounts(columns: readonly Column[], isEmpty: (column: Column) => boolean): Column[] {
  const amounts = columns.filter(({ role }) => role === 'amount');
  const totals = columns.filter(({ role }) => role === 'total');
  const parts = columns.filter(({ role }) => role === 'amount' || role === 'tax' || role === 'fee');
  if (totals.length > 0 && (amounts.length === 0 || parts.length < 2)) {
    const last = totals[totals.length - 1];
    const products = columns.some(({ role }) => role === 'unit-price' || role === 'quantity' || role === 'days');
    if (last && (amounts.length === 0 || products || parts.length < 2)) {
      return amounts.length === 0 && parts.length < 2 ? withRole(columns, last.column, 'amount') : [...columns];
    }
  }
  const fees = columns.filter(({ role }) => role === 'fee');
  const lone = fees[fees.length - 1];
  if (lone && isFeeToProrate(lone, columns, isEmpty)) return [...columns];
  return amounts.length === 0 && totals.length === 0 && lone ? withRole(columns, lone.column, 'amount') : [...columns];
}

/** A fee beside the days or the recovery of an outage is what the amounts are still to be computed from. */
function isFeeToProrate(fee: Column, columns: readonly Column[], isEmpty: (column: Column) => boolean): boolean {
  const days = columns.find(({ role }) => role === 'days');
  const restored = columns.find(({ role }) => role === 'restored');
  if (!restored || (!days && !namesRecovery(restored.header))) return false;
  return namesFeeOfPeriod(fee.header) || !days || isEmpty(days);
}

function withRole(columns: readonly Column[], column: number, role: ColumnRole): Column[] {
  return columns.map((one) => (one.column === column ? { ...one, role } : one));
}

/** The day of eight digits that are a date without separators: 20191226, a number or a text. Null for others. */
export function plainDigitsDate(value: number | string): { year: number; month: number; day: number } | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(String(value));
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : null;
}
