import { type DateContext, NO_CONTEXT } from '../reading/readDate';
import { type CalendarDate, compareDates } from '../values/calendar';
import type { Body } from './body';
import { isBreakdown } from './bills/breakdown';
import { findBlankTotals } from './blankTotals';
import { categoryRelations, findCategories } from './categories';
import { countsBusinessDays } from './businessDays';
import { amountColumn, type Column, ownColumn } from './column';
import { settleColumns } from './columns';
import type {
  ColumnRole,
  DateCell,
  Figure,
  InterestRow,
  PriceAdjustment,
  PriceFactor,
  Pricing,
  Relation,
  RowBlanks,
  Table,
  TableRow,
  TotalLine,
  UnreadableCell,
} from './document';
import { withGroupTotals } from './groupTotals';
import { type Line, readLines, splitLabel, standsBelowTotal } from './lines';
import { bearsInterest, readInterestRow } from './interest/interestRow';
import { printedRate } from './interest/printedRate';
import { ratioColumns } from './ratioColumns';
import { withNestedTotals } from './nestedTotals';
import { readDateCell, readFigure } from './readCell';
import { withReducedRates } from './reducedRate';
import { withRatesAlone } from './bills/ratesAlone';
import { basesAsRows } from './bills/basesAsRows';
import { withUnnamedTotals } from './bills/unnamedTotals';
import { repeatedRows } from './repeatedRows';
import { rowRelations } from './rowRelations';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { kindOf } from './tableKind';
import { shareLines } from './shareLines';
import { withStepLines } from './steps/stepLines';
import { withShiftedTotals } from './shiftedTotals';
import { totalRelations } from './totalRelations';
import { withTaxColumns } from './taxColumns';
import { INCLUSIVE_HEADER } from './taxRelations';
import { unitNoteOf } from './unitNote';
import { baseOfPrice, factorMeasure, namesShare } from './words/pricingWords';

const FIGURES = new Set<ColumnRole>(['amount', 'days', 'interest']);

/**
 * Makes a table of one header and the bodies below it and its repetitions. Null where nothing in it can be checked.
 *
 * @param incident what dates without a year are read against, or null.
 * @param named whether the user says that this is a table: then it needs figures, but no totals to be checked.
 */
export function buildTable(
  grid: SheetGrid,
  bodies: readonly Body[],
  incident: CalendarDate | null,
  named = false,
): Omit<Table, 'id'> | null {
  const first = bodies[0];
  if (!first) return null;
  const columns = settleColumns(
    grid,
    first.header,
    bodies.flatMap(({ rows }) => rows),
  );
  const { lines: plain, unreadable } = readLines(grid, bodies, columns);
  const worded = withGroupTotals(withNestedTotals(withStepLines(withRatesAlone(basesAsRows(plain, columns)))));
  const lines = withReducedRates(withShiftedTotals(withUnnamedTotals(worded, columns), columns), grid, bodies);
  const details = lines.filter((line, index) => line.kind === 'detail' && !isPayment(lines, index));
  const reader = new RowReader(grid, columns, incident);
  const categories = findCategories(grid, lines, details, columns);
  const categoryOf = new Map(categories.flatMap(({ rows }, index) => rows.map((row) => [row, index] as const)));
  const read = details.map((line, index) => reader.row(line, categoryOf.get(index) ?? null, categories));
  const breakdown = isBreakdown({ rows: read, columns });
  const computable = first.header.worded && !breakdown && isComputable(columns, read);
  const said = breakdown ? 'amounts' : kindOf(grid, first, columns, lines);
  const kind = computable && said === 'amounts' ? 'reduction' : said;
  const down = [
    ...categoryRelations(
      categories,
      read.map(({ amount }) => amount),
    ),
    ...totalRelations(lines, columns, kind),
  ];
  const relations = withTaxColumns([...down, ...rowRelations(lines, columns)], lines, columns);
  const repeated = repeatedRows(grid, columns, read);
  const rows = withTakenOff(read, relations).map((row) => {
    const repeats = repeated.get(row.row);
    return repeats === undefined ? row : { ...row, repeats };
  });
  const shares = shareLines(lines, columns);
  const sums = relations.some((relation) => relation.kind !== 'gross') || shares.some(({ stated }) => stated);
  const measured = rows.some(
    ({ amount, days, quantity, interest }) =>
      amount !== null || days !== null || quantity !== null || interest?.principal,
  );
  const needsSums = kind === 'amounts' || !first.header.worded || !columns.some(({ role }) => FIGURES.has(role));
  const countable = measured || lines.some(({ figures }) => figures.size > 0);
  if (named ? !countable : !sums && !computable && (needsSums || !measured)) return null;
  const last = bodies[bodies.length - 1] ?? first;
  const ratios = ratioColumns(grid, lines, columns);
  const unitNote = unitNoteOf(grid, first.header);
  const computed = kind === 'reduction' || kind === 'interest';
  const blankTotals = computed ? findBlankTotals(grid, bodies, columns, rows) : [];
  const bottom = Math.max(last.bottom, ...blankTotals.map(({ cell }) => cell.row));
  const range = { top: first.header.top, left: first.header.left, bottom, right: first.header.right };
  const interestRate = kind === 'interest' ? printedRate(grid, columns, range) : null;
  return {
    kind,
    sheet: grid.sheet.name,
    range,
    columns: columns.map(({ role, column, header, headerRow }) => ({
      role,
      column,
      header,
      headerCell: grid.address({ row: headerRow, column }),
    })),
    rows,
    categories,
    totals: totalLines(lines, columns),
    relations,
    unreadable: [...unreadable, ...reader.unreadable].sort(
      (a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column,
    ),
    ...(blankTotals.length === 0 ? {} : { blankTotals }),
    ...(ratios.length === 0 ? {} : { ratios }),
    ...(shares.length === 0 ? {} : { shareLines: shares }),
    ...(interestRate === null ? {} : { interestRate }),
    ...(unitNote === null ? {} : { unitNote }),
    ...(countsBusinessDays(grid, { top: first.header.top, bottom }, columns) ? { businessDays: true as const } : {}),
  };
}

/** Whether a line settles a bill: a payment, a tax withheld, or a balance below the totals. It is none of what is billed. */
function isPayment(lines: readonly Line[], index: number): boolean {
  const role = lines[index]?.settlement?.role;
  return (role === 'paid' || role === 'withheld' || role === 'brought-forward') && standsBelowTotal(lines, index);
}

/** Marks the rows whose amounts a certain sum takes off. */
function withTakenOff(rows: readonly TableRow[], relations: readonly Relation[]): readonly TableRow[] {
  const taken = new Set<Figure>();
  for (const relation of relations) {
    if (relation.kind !== 'sum' || relation.certainty === 'possible') continue;
    for (const figure of relation.subtracted ?? []) taken.add(figure);
  }
  if (taken.size === 0) return rows;
  return rows.map((row) => (row.amount && taken.has(row.amount) ? { ...row, takenOff: true } : row));
}

/** Whether amounts that are not printed follow from fees and dates: their cells are empty, or there is no column of amounts. */
function isComputable(columns: readonly Column[], rows: readonly TableRow[]): boolean {
  const priced = ({ fee, quantity, unitPrice }: TableRow) => fee !== null || (quantity === null && unitPrice !== null);
  const missing = amountColumn(columns) === null;
  return rows.some((row) => priced(row) && row.restored !== null && (missing || (row.blanks?.amount ?? null) !== null));
}

/** Reads the cells of detail rows that are no addends, and keeps account of what could not be read. */
class RowReader {
  readonly unreadable: UnreadableCell[] = [];
  private previousDate: CalendarDate | null = null;

  constructor(
    private readonly grid: SheetGrid,
    private readonly columns: readonly Column[],
    private readonly incident: CalendarDate | null,
  ) {}

  row(line: Line, category: number | null, categories: readonly { readonly label: string }[]): TableRow {
    const nameCell = this.nameCell(line.row);
    const own = nameCell ? splitLabel(this.grid, nameCell).label : '';
    const name = own !== '' ? own : category === null ? line.label : (categories[category]?.label ?? line.label);
    const amount = amountColumn(this.columns);
    const pricing = this.pricing(line);
    const blanks = this.blanks(line.row, amount);
    const otherFees = this.otherFees(line, amount);
    const interest = bearsInterest(this.columns) ? this.interest(line) : null;
    return {
      row: line.row,
      block: line.block,
      name,
      nameCell: nameCell && this.grid.address(nameCell),
      category,
      start: interest ? null : this.date(line, 'start'),
      restored: interest ? null : this.date(line, 'restored'),
      days: interest ? null : this.figure(line, this.column('days')),
      amount: this.figure(line, amount),
      fee: this.figure(line, this.column('fee')),
      ...(otherFees.length > 0 ? { otherFees } : {}),
      quantity: this.figure(line, this.quantityColumn()),
      unitPrice: this.figure(line, this.column('unit-price')),
      ...(pricing ? { pricing } : {}),
      tax: this.figure(line, this.column('tax')),
      hidden: this.grid.isHidden(line.row),
      ...(line.rate ? { taxRate: line.rate } : {}),
      ...(blanks && !interest ? { blanks } : {}),
      ...(interest ? { interest } : {}),
    };
  }

  private otherFees(line: Line, amount: Column | null): Figure[] {
    const fee = this.column('fee');
    if (!fee) return [];
    return this.columns.flatMap((column) => {
      const further = column !== fee && column !== amount && (column.role === 'fee' || column.role === 'total');
      return further ? (this.figure(line, column) ?? []) : [];
    });
  }

  private interest(line: Line): InterestRow {
    const { interest, unreadable } = readInterestRow(this.grid, line, this.columns);
    this.unreadable.push(...unreadable);
    return interest;
  }

  private blanks(row: number, amount: Column | null): RowBlanks | null {
    const emptyIn = (column: Column | null) =>
      column === null || this.grid.anchor(row, column.column)
        ? null
        : this.grid.address({ row, column: column.column });
    const [days, own] = [emptyIn(this.column('days')), emptyIn(amount)];
    return days || own ? { days, amount: own } : null;
  }

  /** Days stand for the quantity where they are paid by the day (日数 × 日額). */
  private quantityColumn(): Column | null {
    const dated = this.column('start') !== null || this.column('restored') !== null;
    return this.column('quantity') ?? (dated || !this.column('unit-price') ? null : this.column('days'));
  }

  private pricing(line: Line): Pricing | null {
    const price = this.column('unit-price');
    if (!price) return null;
    const per = this.figure(line, this.column('base-quantity')) ?? baseOfPrice(price.header);
    const adjustments = this.columns.flatMap((column): PriceAdjustment[] => {
      if (column.role !== 'discount' && column.role !== 'surcharge') return [];
      const figure = this.figure(line, column);
      if (!figure || figure.value.isZero()) return [];
      const effect = column.role === 'discount' ? 'less' : 'more';
      const share = namesShare(column.header) ? 'percent' : 'money';
      return [{ figure, effect, measure: isPercent(this.grid, figure) ? 'fraction' : share }];
    });
    const tax = this.addedTax(line, price);
    if (tax) adjustments.push({ figure: tax, effect: 'more', measure: 'money', tax: true });
    const factors = this.factors(line);
    if (per === null && adjustments.length === 0 && factors.length === 0) return null;
    return { per, adjustments, ...(factors.length > 0 ? { factors } : {}) };
  }

  private factors(line: Line): PriceFactor[] {
    return this.columns.flatMap((column): PriceFactor[] => {
      const figure = column.role === 'factor' ? this.figure(line, column) : null;
      if (!figure) return [];
      return [{ figure, measure: factorMeasure(column.header, figure.value, isPercent(this.grid, figure)) }];
    });
  }

  /** The tax of a row whose amount holds it while its price does not: 単価（税抜）, 消費税, 金額（税込）. */
  private addedTax(line: Line, price: Column): Figure | null {
    const amount = amountColumn(this.columns);
    const within = amount !== null && INCLUSIVE_HEADER.test(amount.header) && !INCLUSIVE_HEADER.test(price.header);
    const tax = within ? this.figure(line, this.column('tax')) : null;
    return tax && !tax.value.isZero() ? tax : null;
  }

  private column(role: ColumnRole): Column | null {
    return this.columns.find((column) => column.role === role) ?? null;
  }

  private nameCell(row: number): GridCell | null {
    for (const role of ['name', 'description', 'text', 'category'] as const) {
      const column = this.column(role);
      const cell = column && this.grid.anchor(row, column.column);
      if (cell) return cell;
    }
    return null;
  }

  private figure(line: Line, column: Column | null): Figure | null {
    if (!column) return null;
    const known = line.figures.get(column.column);
    if (known || column.addable) return known ?? null;
    const cell = this.grid.at(line.row, column.column);
    const read = readFigure(this.grid, cell, column.role, line.label);
    if (typeof read !== 'string') return read;
    // A charge of so many percent (諸経費 | 10% | 39,000) has no quantity.
    const share = cell !== null && this.grid.amountOf(cell)?.measure === 'percent';
    // A label may stand right before its figure, below prices.
    if (cell && !share && cell !== line.labelCell)
      this.unreadable.push({
        cell: this.grid.address(cell),
        role: column.role,
        printed: printedText(cell),
        reason: read,
      });
    return null;
  }

  private date(line: Line, role: 'start' | 'restored'): DateCell | null {
    const column = this.column(role) ?? this.periodColumn();
    const cell = column && this.grid.anchor(line.row, column.column);
    const relative = cell?.kind === 'text' && /^[同翌]/.test(cell.text);
    const context: DateContext = {
      ...NO_CONTEXT,
      previous: relative ? this.previousDate : (this.incident ?? this.previousDate),
    };
    const read = readDateCell(this.grid, cell, context);
    if (read === null) return null;
    if (typeof read === 'string') {
      // A period's cell is read for both of its ends, and named once.
      const again = column?.role === 'date' && role === 'restored';
      if (cell && !again) {
        this.unreadable.push({ cell: this.grid.address(cell), role, printed: printedText(cell), reason: read });
      }
      return null;
    }
    this.previousDate = read.reading.start;
    return column?.role === 'date' ? endOfPeriod(read, role) : read;
  }

  /** 停止期間 with a range in each cell serves for both ends where neither has a column of its own. */
  private periodColumn(): Column | null {
    const alone = this.column('start') === null && this.column('restored') === null;
    return alone && this.column('days') ? this.column('date') : null;
  }
}

function isPercent(grid: SheetGrid, { cell }: Figure): boolean {
  const own = grid.at(cell.row, cell.column);
  return own !== null && grid.isPercent(own);
}

/** One end of a range; null where the cell holds a single day. */
function endOfPeriod(read: DateCell, role: 'start' | 'restored'): DateCell | null {
  const { start, startPrecision, end, endPrecision } = read.reading;
  if (end === null || isSameDay(start, end) || startPrecision !== 'day' || endPrecision !== 'day') return null;
  const day = role === 'start' ? start : end;
  return { ...read, reading: { ...read.reading, start: day, end: day } };
}

function isSameDay(a: CalendarDate, b: CalendarDate): boolean {
  return compareDates(a, b) === 0;
}

function totalLines(lines: readonly Line[], columns: readonly Column[]): TotalLine[] {
  const own = ownColumn(columns)?.column;
  return lines.flatMap((line, index): TotalLine[] => {
    const figure = (own === undefined ? undefined : line.figures.get(own)) ?? [...line.figures.values()][0];
    if (!figure || (line.kind !== 'total' && line.kind !== 'tax')) return [];
    return [{ kind: kindOfLine(lines, index), row: line.row, label: line.label, figure }];
  });
}

function kindOfLine(lines: readonly Line[], index: number): TotalLine['kind'] {
  const line = lines[index];
  if (line?.kind === 'tax') return 'tax';
  const before = lines[index - 1];
  const afterTax = before?.kind === 'tax' && before.total?.inclusive !== true;
  if (line?.total?.gross === true || (afterTax && line?.total?.net !== true)) return 'gross';
  return (line?.total?.rank ?? 3) === 1 ? 'subtotal' : 'total';
}
