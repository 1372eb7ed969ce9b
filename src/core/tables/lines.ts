import { foldLabel } from '../reading/fold';
import { figureInText } from '../reading/readAmount';
import { type Decimal, decimalText, ZERO } from '../values/decimal';
import { type Body, lineLabelOf, totalInText } from './body';
import { amountColumn, type Column } from './column';
import type { ColumnRole, Figure, UnreadableCell } from './document';
import { rateAlone } from './bills/rateAlone';
import { readFigure } from './readCell';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { measures } from './headers';
import { stepOf } from './words/stepWords';
import { isUntaxed, type Settlement, settlementOf } from './words/settlementWords';
import { beginsWithTotal, rateInCell, taxRateInText, type TotalLabel } from './words/totalWords';

/** A row of a table's body with its part in the whole. */
export interface Line {
  readonly row: number;
  readonly block: number;
  readonly kind: 'detail' | 'total' | 'tax' | 'base' | 'aside' | 'section';
  readonly label: string;
  readonly labelCell: GridCell | null;
  /** What the label says, for totals and taxes. */
  readonly total: TotalLabel | null;
  /** The readable figures of the addable columns, by column. */
  readonly figures: ReadonlyMap<number, Figure>;
  /** The rate that the line prints in a rate column, in percent. */
  readonly rate: Decimal | null;
  /** What a detail's label says of its part in a settlement (値引, 内金); null where it says nothing. */
  readonly settlement: Settlement | null;
  /** The percentage that a line prints instead of a quantity or a price (諸経費 | 10% | 39,000); null where it prints none. */
  readonly share: Decimal | null;
}

export interface ReadLines {
  readonly lines: readonly Line[];
  readonly unreadable: readonly UnreadableCell[];
}

/** What lines that are no details leave open. */
const NO_DETAIL = { settlement: null, share: null } as const;
/** What a detail tells and a total has no use for. */
const TOLD_PER_DETAIL: readonly ColumnRole[] = [
  'quantity',
  'unit-price',
  'days',
  'start',
  'restored',
  'fee',
  'tax-rate',
];
const FEWEST_DETAILS = 3;
/** So many steps make a statement: there, what is worded as a total is one. */
const FEWEST_STEPS = 2;
const LOOKED_BACK = 60;
const LABEL_ROLES = ['name', 'description', 'category', 'text', 'other'] as const;

/** Reads the rows of all blocks of a table as lines. */
export function readLines(grid: SheetGrid, bodies: readonly Body[], columns: readonly Column[]): ReadLines {
  const unreadable: UnreadableCell[] = [];
  const lines = bodies.flatMap((body, block) =>
    body.rows.map((row) => readLine(grid, body, block, row, columns, unreadable)),
  );
  return { lines: withRatesOfBases(settleWeakTotals(lines, grid, columns, () => textsOf(grid, bodies))), unreadable };
}

/** The texts of a table's rows, folded: the names that a line's label may refer to. */
function textsOf(grid: SheetGrid, bodies: readonly Body[]): Set<string> {
  const texts = new Set<string>();
  for (const body of bodies) {
    for (const row of body.rows) {
      for (const cell of grid.cellsWithin(row, body.header)) {
        if (cell.kind === 'text' && cell.text.length <= 30) texts.add(foldLabel(cell.text));
      }
    }
  }
  return texts;
}

function readLine(
  grid: SheetGrid,
  body: Body,
  block: number,
  row: number,
  columns: readonly Column[],
  unreadable: UnreadableCell[],
): Line {
  const cells = grid.cellsWithin(row, body.header);
  const found = lineLabelOf(grid, row, body.header);
  const labelCell = labelCellOf(cells, columns, grid);
  const label = found?.label ?? (labelCell ? printedText(labelCell) : '');
  const figures = new Map<number, Figure>();
  const alone = rateAlone(grid, cells);
  if (alone) return { ...NO_DETAIL, row, block, kind: 'section', label, labelCell, total: null, figures, rate: alone };
  const unread: UnreadableCell[] = [];
  const addable = columns.filter((column) => column.addable);
  // 別途 under 金額 makes a detail, a text that stands in front of the figures' columns alone a heading.
  const measured = cells.some(
    (cell) => measures(cell, grid) || (cells.length > 1 && addable.some(({ column }) => column === cell.column)),
  );
  for (const column of addable) {
    const cell = grid.at(row, column.column);
    const read = readFigure(grid, cell, column.role, label);
    if (read === null || cell === null) continue;
    if (typeof read !== 'string') figures.set(column.column, read);
    else if (measured && !isLabel(cell, found?.label) && !/^[(（]?単位/.test(printedText(cell))) {
      unread.push({ cell: grid.address(cell), role: column.role, printed: printedText(cell), reason: read });
    }
  }
  if (!areHeadings(unread, figures.size)) unreadable.push(...unread);
  if (figures.size === 0) {
    const line = totalTextLine(grid, cells, block, columns);
    if (line) return line;
  }
  const total = found && figures.size > 0 ? withRate(found.total, grid, cells) : null;
  const kind = total?.kind ?? (measured ? 'detail' : 'section');
  const settlement = kind === 'detail' ? settlementOf(label) : null;
  const rate = rateOf(grid, row, columns, label);
  const share = kind === 'detail' ? shareBeside(grid, row, columns) : null;
  return { row, block, kind, label, labelCell, total, figures, rate, settlement, share };
}

/** A percentage among quantities and prices, of which a line has no other; null where there is none, or several. */
function shareBeside(grid: SheetGrid, row: number, columns: readonly Column[]): Decimal | null {
  const beside = columns.flatMap(({ role, column }) => {
    const cell = role === 'quantity' || role === 'unit-price' ? grid.at(row, column) : null;
    return cell ? [{ cell, amount: grid.amountOf(cell) }] : [];
  });
  const [only, ...more] = beside.filter(({ cell }) => grid.isPercent(cell));
  const figures = beside.filter(({ amount }) => amount !== null && !amount.value.eq(1)).length;
  return only?.amount && more.length === 0 && figures === 1 ? only.amount.value.times(100) : null;
}

/** Several texts beside each other in a row with fewer figures, if any, head what is below them: FY 1999, FY 2000. */
const areHeadings = (unread: readonly UnreadableCell[], figures: number): boolean =>
  unread.length > Math.max(1, figures) && unread.every(({ reason }) => reason === 'not-a-number');

/** Whether a text under a heading of figures is what names the total, the tax or the payment beside it. */
function isLabel(cell: GridCell, label: string | undefined): boolean {
  return cell.kind === 'text' && (cell.text === label || settlementOf(cell.text) !== null);
}

/** A row whose total stands inside a text: the figure is one of the amounts' column, whichever cell holds the text. */
function totalTextLine(
  grid: SheetGrid,
  cells: readonly GridCell[],
  block: number,
  columns: readonly Column[],
): Line | null {
  const [found, ...more] = cells.flatMap((cell) => totalInText(cell) ?? []);
  const column = amountColumn(columns);
  if (!found || more.length > 0 || !column?.addable) return null;
  const { cell, label, total } = found;
  const figure = { ...found.figure, cell: grid.address(cell), textual: true, label };
  const figures = new Map([[column.column, figure]]);
  return { ...NO_DETAIL, row: cell.row, block, kind: 'total', label, labelCell: cell, total, figures, rate: null };
}

function labelCellOf(cells: readonly GridCell[], columns: readonly Column[], grid: SheetGrid): GridCell | null {
  for (const role of LABEL_ROLES) {
    for (const column of columns) {
      if (column.role !== role) continue;
      const cell = cells.find((one) => one.column === column.column);
      if (cell?.kind === 'text' && (role === 'name' || grid.amountOf(cell) === null)) return cell;
    }
  }
  return cells.find((cell) => cell.kind === 'text' && grid.amountOf(cell) === null) ?? null;
}

/** The rate that stands beside the word for a tax or its base (消費税 | 10%), where the label holds none. */
function withRate(total: TotalLabel, grid: SheetGrid, cells: readonly GridCell[]): TotalLabel {
  if (total.rate || (total.kind !== 'tax' && total.kind !== 'base')) return total;
  const rates = cells.flatMap((cell) => {
    const percent = cell.kind === 'number' && cell.cell.numberFormat.includes('%');
    const amount = cell.kind === 'text' || percent ? grid.amountOf(cell) : null;
    return amount && (percent || amount.measure === 'percent') ? [amount.value.times(100)] : [];
  });
  const [rate] = rates;
  return rate && rates.length === 1 ? { ...total, rate } : total;
}

/** The rate of a line in a rate column: 10%, 8%※, 軽減8%, or none for 非課税 and the like, there or in the label. */
function rateOf(grid: SheetGrid, row: number, columns: readonly Column[], label: string): Decimal | null {
  const column = columns.find(({ role }) => role === 'tax-rate');
  const cell = column ? grid.at(row, column.column) : null;
  const amount = cell ? grid.amountOf(cell) : null;
  if (cell && !amount) return rateInCell(printedText(cell));
  if (!amount) return isUntaxed(label) ? ZERO : settlementOf(label) ? taxRateInText(label) : null;
  if (amount.value.lt(0)) return null;
  return cell && grid.isPercent(cell) ? amount.value.times(100) : amount.value;
}

/**
 * Words such as `Total care plan` or `ハードウェア計` may be an ordinary name. They mark a total only where its figure is the
 * sum of the lines above, where the name before 計 is that of a group above, where another such line of the table is one,
 * where it leaves empty what every detail above tells (a quantity, a date), where a tax follows, or where nothing at all does.
 */
function settleWeakTotals(
  lines: readonly Line[],
  grid: SheetGrid,
  columns: readonly Column[],
  texts: () => ReadonlySet<string>,
): Line[] {
  const own = amountColumn(columns)?.column;
  const weak = lines.filter(({ total }) => total?.weak === true);
  const runs = new Map<number, RunsOfDetails>();
  const borneOut = new Set(
    weak.filter((line) => {
      const column = own ?? [...line.figures.keys()][0];
      if (column === undefined) return false;
      const known = runs.get(column) ?? new RunsOfDetails(lines, column);
      runs.set(column, known);
      return known.addUpTo(line);
    }),
  );
  const anySubtotal = weak.some((line) => borneOut.has(line) && line.total?.rank === 1);
  // Total current assets, Total assets: where one adds up, so are the others meant to.
  const worded = weak.filter(isWorded);
  const sums = worded.filter((line) => borneOut.has(line)).length;
  const inStatement = weak.length > 0 && lines.filter(({ label }) => stepOf(label)?.strong).length >= FEWEST_STEPS;
  const settled: Line[] = [];
  lines.forEach((line, index) => settled.push(settledLine(line, index)));
  return settled;

  function settledLine(line: Line, index: number): Line {
    if (!line.total?.weak) return line;
    if (borneOut.has(line)) return { ...line, total: { ...line.total, loose: false } };
    const last = index === lines.length - 1 && index > 0;
    const named = line.total.rank === 1 && texts().has(foldLabel(line.label).replace(/計$/, ''));
    const before = [...settled].reverse().find(({ settlement }) => settlement === null);
    const closes = line.total.rank === 4 || line.total.net || before?.kind === 'tax';
    const due = closes && !line.total.loose && standsBelowTotal(settled, index);
    if (last || named || due || (line.total.rank === 1 && anySubtotal)) return line;
    if (inStatement && (line.total.rank === 1 || isWorded(line))) return line;
    if (sums > 0 && isWorded(line))
      return sums * 2 >= worded.length ? line : { ...line, total: { ...line.total, loose: true } };
    const taxedNext = ['tax', 'base'].includes(lines[index + 1]?.kind ?? '');
    if (!line.total.loose && (taxedNext || leavesEmpty(settled, line, grid, columns))) return line;
    return { ...line, kind: 'detail', total: null, settlement: settlementOf(line.label) };
  }
}

const isWorded = ({ total, label }: Line): boolean => total?.rank === 3 && !total.loose && beginsWithTotal(label);

/** Whether a line has nothing in some column that the details above it, and no few, all fill. */
function leavesEmpty(above: readonly Line[], line: Line, grid: SheetGrid, columns: readonly Column[]): boolean {
  const details = above.slice(-LOOKED_BACK).filter(({ kind, block }) => kind === 'detail' && block === line.block);
  if (details.length < FEWEST_DETAILS) return false;
  return columns.some(
    ({ role, column }) =>
      TOLD_PER_DETAIL.includes(role) &&
      grid.at(line.row, column) === null &&
      details.every(({ row, settlement }) => settlement !== null || grid.at(row, column) !== null),
  );
}

/** Taxes that name no rate, each right below what is taxed (10%対象, 消費税, 8%対象, 消費税), are at that rate. */
function withRatesOfBases(lines: readonly Line[]): Line[] {
  const bases = lines.filter(({ kind, total }) => kind === 'base' && total?.rate);
  const plain = lines.filter(({ kind, total }) => kind === 'tax' && !total?.rate);
  const [only] = bases;
  const whole = (base: Line) =>
    lines.some(
      ({ kind, figures }) =>
        kind === 'total' && [...figures].some(([at, { value }]) => base.figures.get(at)?.value.eq(value)),
    );
  const paired = bases.length === plain.length && (bases.length > 1 || (only !== undefined && whole(only)));
  if (!paired) return [...lines];
  return lines.map((line, index) => {
    const base = lines[index - 1];
    const rate = base?.kind === 'base' ? base.total?.rate : null;
    return rate && line.kind === 'tax' && line.total && !line.total.rate
      ? { ...line, total: { ...line.total, rate } }
      : line;
  });
}

/** Whether a total or a tax stands above a line, with nothing but what was paid, withheld or allowed between. */
export function standsBelowTotal(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line?.kind === 'tax' || line?.kind === 'total') return true;
    if (line?.kind === 'detail' && line.settlement === null) return false;
  }
  return false;
}

/** The sums of neighbouring detail lines of a column, by what is added up from the first of all. */
class RunsOfDetails {
  private readonly sums: Decimal[] = [ZERO];
  /** How many details stand above a line. */
  private readonly above = new Map<Line, number>();
  /** After how many details a sum was reached for the first time. */
  private readonly reached = new Map<string, number>();

  constructor(
    lines: readonly Line[],
    private readonly column: number,
  ) {
    this.note(ZERO);
    for (const line of lines) {
      this.above.set(line, this.sums.length - 1);
      const figure = line.kind === 'detail' ? line.figures.get(column) : undefined;
      const sum = this.sums[this.sums.length - 1];
      if (!figure || !sum) continue;
      this.sums.push(sum.plus(figure.value));
      this.note(sum.plus(figure.value));
    }
  }

  private note(sum: Decimal): void {
    const key = decimalText(sum);
    if (!this.reached.has(key)) this.reached.set(key, this.sums.length - 1);
  }

  /** Whether two or more lines right above a line, or all lines below it, add up to its figure. */
  addUpTo(line: Line): boolean {
    const target = line.figures.get(this.column)?.value;
    const count = this.above.get(line) ?? 0;
    const sum = this.sums[count];
    const whole = this.sums[this.sums.length - 1];
    if (!target || !sum || !whole) return false;
    const from = this.reached.get(decimalText(sum.minus(target)));
    const closes = from !== undefined && from <= count - 2;
    return closes || (count === 0 && this.sums.length > 2 && whole.eq(target));
  }
}

/** A label without the figure inside it, and that figure; the label as it is where it holds none. */
export function splitLabel(grid: SheetGrid, cell: GridCell): { label: string; figure: Figure | null } {
  const text = printedText(cell);
  const found = cell.kind === 'text' ? figureInText(text) : null;
  if (!found) return { label: text.replace(/\s+/g, ' '), figure: null };
  return {
    label: found.label,
    figure: { ...found.figure, cell: grid.address(cell), textual: true, label: found.label },
  };
}
