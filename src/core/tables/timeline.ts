import { fold } from '../reading/fold';
import { type DateContext, matchDate, NO_CONTEXT } from '../reading/readDate';
import type { DateReading, UnreadableReason } from '../reading/readings';
import { areaHolds, type CellAddress, type CellArea } from '../sheets/address';
import type { CalendarDate } from '../values/calendar';
import type { Table, TimelineEvent, UnreadableCell } from './document';
import { dayReading } from './readCell';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { roleOfHeader } from './words/headerWords';
import { subjectOf } from './words/subjectWords';

/** A course of events: its table, its events in the order of the sheet, and the date cells that could not be read. */
export interface FoundTimeline {
  readonly table: Omit<Table, 'id'>;
  readonly events: readonly TimelineEvent[];
  readonly unreadable: readonly UnreadableCell[];
}

/** A date at the beginning of a cell and the text behind it, where there is any. */
interface DatedCell {
  readonly cell: GridCell;
  readonly reading: DateReading | UnreadableReason;
  readonly rest: string;
}

interface Draft {
  readonly dated: DatedCell;
  readonly texts: string[];
  readonly cells: GridCell[];
}

const FEWEST_EVENTS = 2;
const FEWEST_WITHOUT_WORDS = 3;
const LONGEST_PAUSE = 1;

/**
 * Finds the course of events of a sheet outside of the areas that tables take: dates with texts beside, behind or below
 * them, year headings above. Dates without a year take it from the heading, else from the order of events.
 *
 * @param origin the incident's date, which gives the first year where no heading does; or null.
 */
export function findTimeline(
  grid: SheetGrid,
  taken: readonly CellArea[],
  origin: CalendarDate | null,
): FoundTimeline | null {
  const rows: GridCell[][] = [];
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    rows.push(grid.rowCells(row).filter((cell) => !taken.some((area) => areaHolds(area, cell.row, cell.column))));
  }
  const column = dateColumn(rows);
  if (column === null) return null;
  const begin = beginning(rows, column);
  const walk = new Walk(grid, column, origin);
  for (let row = begin.row; row < rows.length; row += 1) walk.take(rows[row] ?? []);
  const events = walk.finish();
  const worded = begin.worded || subjectOf(grid.sheet.name).course || rows.slice(0, 5).flat().some(isCourseTitle);
  if (events.length < (worded ? FEWEST_EVENTS : FEWEST_WITHOUT_WORDS)) return null;
  return {
    table: timelineTable(grid, events, rows[begin.row] ?? [], column, begin.header),
    events,
    unreadable: walk.unreadable,
  };
}

function isCourseTitle(cell: GridCell): boolean {
  return cell.kind === 'text' && subjectOf(cell.text).course;
}

/** The column in which most rows begin with a date. */
function dateColumn(rows: readonly (readonly GridCell[])[]): number | null {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    const cell = cells.slice(0, 3).find((one) => datedCell(one, NO_CONTEXT) !== null);
    if (cell) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [column, count] of counts) {
    if (count >= FEWEST_EVENTS && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = column;
  }
  return best;
}

interface Beginning {
  readonly row: number;
  readonly header: readonly GridCell[];
  readonly worded: boolean;
}

/** Events begin below their header or at the first year heading; without either, with the first date. */
function beginning(rows: readonly (readonly GridCell[])[], column: number): Beginning {
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (cells.length === 1 && cells[0] && headingYear(cells[0])) return { row, header: [], worded: true };
    const roles = cells.flatMap((cell) => (cell.kind === 'text' ? (roleOfHeader(cell.text) ?? []) : []));
    const dated = roles.includes('date') && roles.some((role) => role === 'text' || role === 'description');
    if (dated && cells.some((cell) => cell.column === column)) return { row: row + 1, header: cells, worded: true };
  }
  const first = rows.findIndex((cells) => cells.some((cell) => cell.column === column && datedCell(cell, NO_CONTEXT)));
  return { row: Math.max(first, 0), header: [], worded: false };
}

/** `2019年`, `令和2年`, `2019年度` or the number 2019 as a heading. */
function headingYear(cell: GridCell): { year: number; fiscal: boolean } | null {
  if (cell.kind === 'number') {
    return Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100
      ? { year: cell.value, fiscal: false }
      : null;
  }
  if (cell.kind !== 'text') return null;
  const text = fold(cell.text).replace(/^[\s#■◆●○・*【[(]+|[\s】\])]+$/g, '');
  if (/^(19|20)\d{2}$/.test(text)) return { year: Number(text), fiscal: false };
  const match = matchDate(text, NO_CONTEXT);
  if (!match || match.length !== text.length || typeof match.reading === 'string') return null;
  const { startPrecision, start } = match.reading;
  if (startPrecision !== 'year' && startPrecision !== 'fiscal-year') return null;
  return { year: start.year, fiscal: startPrecision === 'fiscal-year' };
}

/** A cell that is a date, or begins with one and a gap. Years alone are headings. */
function datedCell(cell: GridCell, context: DateContext): DatedCell | null {
  if (cell.kind === 'date') return { cell, reading: dayReading(cell.date, printedText(cell)), rest: '' };
  if (cell.kind !== 'text') return null;
  const lead = /^[■◆●○・*\s]+/.exec(cell.text)?.[0].length ?? 0;
  const text = cell.text.slice(lead);
  const match = matchDate(text, context);
  if (!match) return null;
  if (typeof match.reading !== 'string' && ['year', 'fiscal-year'].includes(match.reading.startPrecision)) return null;
  const rest = text.slice(match.length);
  if (rest !== '' && !/^[\s\u3000::、,・\uff1a-]/.test(rest)) return null;
  return { cell, reading: match.reading, rest: rest.replace(/^[\s\u3000::、,・\uff1a-]+/, '') };
}

/** Goes down the rows, keeping the year and the event that texts belong to. */
class Walk {
  readonly unreadable: UnreadableCell[] = [];
  private readonly drafts: Draft[] = [];
  private current: Draft | null = null;
  private pause = 0;
  private context: DateContext;

  constructor(
    private readonly grid: SheetGrid,
    private readonly column: number,
    origin: CalendarDate | null,
  ) {
    this.context = { year: null, fiscal: false, previous: origin };
  }

  take(cells: readonly GridCell[]): void {
    const only = cells.length === 1 ? cells[0] : undefined;
    const heading = only ? headingYear(only) : null;
    if (cells.length === 0) this.pause += 1;
    else if (heading) {
      this.context = { ...heading, previous: this.context.previous };
      this.current = null;
    } else this.takeCells(cells);
  }

  private takeCells(cells: readonly GridCell[]): void {
    const left = cells.filter((cell) => cell.column < this.column);
    for (const cell of left) {
      const year = headingYear(cell);
      if (year) this.context = { ...year, previous: this.context.previous };
    }
    const cell = cells.find((one) => one.column === this.column);
    const dated = cell ? datedCell(cell, this.context) : null;
    if (dated) this.begin(dated, cells);
    else this.goOn(cells, left);
    this.pause = 0;
  }

  private begin(dated: DatedCell, cells: readonly GridCell[]): void {
    const beside = cells.filter((cell) => cell.column > this.column && cell.kind === 'text');
    if (typeof dated.reading === 'string') {
      const printed = printedText(dated.cell);
      this.unreadable.push({ cell: this.grid.address(dated.cell), role: 'date', printed, reason: dated.reading });
      this.current = null;
      return;
    }
    this.context = { ...this.context, previous: dated.reading.start };
    const texts = dated.rest === '' ? [] : [dated.rest];
    this.current = {
      dated,
      texts: [...texts, ...beside.map(printedText)],
      cells: [...(dated.rest === '' ? [] : [dated.cell]), ...beside],
    };
    this.drafts.push(this.current);
  }

  /** Texts below an event belong to it until a longer pause, a note or something that stands further left. */
  private goOn(cells: readonly GridCell[], left: readonly GridCell[]): void {
    const texts = cells.filter((cell) => cell.kind === 'text');
    const note = texts.some((cell) => /^(※|注|\(注|（注|以上$|note)/i.test(printedText(cell)));
    if (!this.current || this.pause > LONGEST_PAUSE || left.length > 0 || note) {
      this.current = null;
      return;
    }
    this.current.texts.push(...texts.map(printedText));
    this.current.cells.push(...texts);
  }

  finish(): TimelineEvent[] {
    return this.drafts.flatMap(({ dated, texts, cells }) => {
      if (texts.length === 0 || typeof dated.reading === 'string') return [];
      const textCells: CellAddress[] = cells.map((cell) => this.grid.address(cell));
      const textual = dated.cell.kind === 'text';
      return [
        { cell: this.grid.address(dated.cell), reading: dated.reading, text: texts.join('\n'), textCells, textual },
      ];
    });
  }
}

function timelineTable(
  grid: SheetGrid,
  events: readonly TimelineEvent[],
  firstRow: readonly GridCell[],
  column: number,
  header: readonly GridCell[],
): Omit<Table, 'id'> {
  const cells = events.flatMap((event) => [event.cell, ...event.textCells]);
  const area = {
    top: Math.min(...cells.map(({ row }) => row), ...header.map(({ row }) => row), ...firstRow.map(({ row }) => row)),
    left: Math.min(...cells.map((cell) => cell.column)),
    bottom: cells.reduce((bottom, { row }) => Math.max(bottom, row), 0),
    right: cells.reduce((right, cell) => Math.max(right, cell.column), 0),
  };
  const textColumn = events.find(({ textCells }) => textCells.length > 0)?.textCells[0]?.column ?? column;
  const columnOf = (role: 'date' | 'text', at: number) => {
    const heading = header.find((cell) => cell.column === at);
    return {
      role,
      column: at,
      header: heading ? printedText(heading) : '',
      headerCell: grid.address({ row: heading?.row ?? area.top, column: at }),
    };
  };
  const columns = [columnOf('date', column), ...(textColumn === column ? [] : [columnOf('text', textColumn)])];
  return {
    kind: 'timeline',
    sheet: grid.sheet.name,
    range: area,
    columns,
    rows: [],
    categories: [],
    totals: [],
    relations: [],
    unreadable: [],
  };
}
