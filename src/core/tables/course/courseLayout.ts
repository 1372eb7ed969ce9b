import { foldLabel } from '../../reading/fold';
import { NO_CONTEXT } from '../../reading/readDate';
import { type GridCell, printedText } from '../sheetGrid';
import { comesBefore, headsClock, headsNotes, weekdayAlone } from '../words/courseWords';
import { roleOfHeader } from '../words/headerWords';
import { datedItems, headingYear } from './datedText';

/** The rows of a sheet, each its cells from left to right. */
export type Rows = readonly (readonly GridCell[])[];

/** Where the date of a row stands: in one cell, or year, month and day in cells of their own. */
export type DateColumns =
  | { readonly kind: 'cell'; readonly column: number }
  | { readonly kind: 'parts'; readonly year: number | null; readonly month: number; readonly day: number };

export interface TextColumn {
  readonly column: number;
  readonly heading: string;
  /** The contents themselves; else what is told with them, under its heading. */
  readonly main: boolean;
}

/** How a course of events is laid out on its sheet. Columns are 0-based; rows are places in {@link Rows}. */
export interface CourseLayout {
  readonly dates: DateColumns;
  readonly heading: string;
  /** A column of dates that belongs to each row's date: 終了日, 回答日. Where most rows have the later date first, it is the left one. */
  readonly until: { readonly column: number; readonly heading: string; readonly follows: boolean } | null;
  readonly clock: number | null;
  readonly weekday: number | null;
  /** The columns of texts; null where no heading says what they hold. */
  readonly texts: readonly TextColumn[] | null;
  /** Columns of the course, without those of another beside it. */
  readonly left: number;
  readonly right: number;
  readonly begin: number;
  readonly header: readonly GridCell[];
  /** Words say that this is a course of events. */
  readonly worded: boolean;
}

const FEWEST_EVENTS = 2;
/** A second column of dates counts where it has half as many as the first. */
const MANY = 0.5;

/** The layout of the course of events that most dates of the rows belong to; null where there is none. */
export function courseLayout(rows: Rows): CourseLayout | null {
  const parts = partColumns(rows);
  if (parts) return parts;
  const counts = datesByColumn(rows);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best || best[1] < FEWEST_EVENTS) return null;
  const dated = [...counts]
    .filter(([, count]) => count >= FEWEST_EVENTS && count >= best[1] * MANY)
    .map(([column]) => column);
  dated.sort((a, b) => a - b);
  const first = dated[0] ?? best[0];
  const begin = beginning(rows, first);
  const { header } = begin;
  const headingOf = (column: number) => textAt(header, column);
  const [apart] = dated.slice(1).filter((column) => standsAside(rows, begin.row, first, column, headingOf));
  const left = Math.min(...rows.slice(begin.row).flatMap((cells) => cells[0]?.column ?? []), first);
  const right = apart === undefined ? Infinity : apart - 1;
  const own = dated.filter((column) => column > first && column <= right);
  const until = own.find((column) => pairs(rows, begin.row, first, column, headingOf)) ?? null;
  const swapped = until !== null && runsBack(rows.slice(begin.row), first, until, headingOf);
  const date = swapped ? until : first;
  const end = swapped ? first : until;
  const clock = header.find((cell) => cell.column <= right && headsClock(printedText(cell)))?.column ?? null;
  const weekday = weekdayColumn(rows.slice(begin.row), right);
  const taken = new Set([date, end, clock, weekday]);
  return {
    dates: { kind: 'cell', column: date },
    heading: headingOf(date),
    until:
      end === null
        ? null
        : { column: end, heading: headingOf(end), follows: comesBefore(headingOf(date), headingOf(end)) },
    clock,
    weekday,
    texts: header.length === 0 ? null : textColumns(rows.slice(begin.row), header, taken, right),
    left,
    right,
    begin: begin.row,
    header: header.filter(({ column }) => column <= right),
    worded: begin.worded,
  };
}

/** In how many rows, or lines of cells, each column begins with a date; only the first columns of a row that do are looked at. */
function datesByColumn(rows: Rows): Map<number, number> {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    for (const cell of cells) {
      const items = datedItems(cell, NO_CONTEXT);
      if (items.length > 0) counts.set(cell.column, (counts.get(cell.column) ?? 0) + items.length);
    }
  }
  return counts;
}

interface Beginning {
  readonly row: number;
  readonly header: readonly GridCell[];
  readonly worded: boolean;
}

/** Events begin below their header or at the first year heading; without either, with the first date. */
function beginning(rows: Rows, column: number): Beginning {
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (cells.length === 1 && cells[0] && headingYear(cells[0])) return { row, header: [], worded: true };
    if (isHeader(cells, column)) return { row: row + 1, header: cells, worded: cells.some(headsContents) };
    if (cells.some((cell) => cell.column === column && datedItems(cell, NO_CONTEXT).length > 0)) {
      return { row, header: [], worded: false };
    }
  }
  return { row: 0, header: [], worded: false };
}

const DATE_ROLES: ReadonlySet<string | null> = new Set(['date', 'start', 'restored']);

/** Texts alone, one of them the heading of the column of dates, another of what happened. */
function isHeader(cells: readonly GridCell[], column: number): boolean {
  if (cells.length < 2 || !cells.every(({ kind }) => kind === 'text')) return false;
  const own = textAt(cells, column);
  if (own === '' || cells.some((cell) => datedItems(cell, NO_CONTEXT).length > 0)) return false;
  return (
    DATE_ROLES.has(roleOfHeader(own)) ||
    /日時?$|^(いつ|時期|期間|年月|when|date|period)$/.test(foldLabel(own)) ||
    /\bdate\b/i.test(own) ||
    cells.some((cell) => comesBefore(own, printedText(cell)) || comesBefore(printedText(cell), own))
  );
}

function headsContents(cell: GridCell): boolean {
  const role = cell.kind === 'text' ? roleOfHeader(cell.text) : null;
  return role === 'text' || role === 'description';
}

/** Another course begins at a column of dates that has texts of its own to its right, as the first has between the two. */
function standsAside(
  rows: Rows,
  begin: number,
  first: number,
  other: number,
  headingOf: (column: number) => string,
): boolean {
  if (comesBefore(headingOf(first), headingOf(other)) || comesBefore(headingOf(other), headingOf(first))) return false;
  let between = 0;
  let behind = 0;
  for (const cells of rows.slice(begin)) {
    const isText = (cell: GridCell) => cell.kind === 'text' && datedItems(cell, NO_CONTEXT).length === 0;
    if (cells.some((cell) => cell.column > first && cell.column < other && isText(cell))) between += 1;
    if (cells.some((cell) => cell.column > other && isText(cell))) behind += 1;
  }
  return between >= FEWEST_EVENTS && behind >= FEWEST_EVENTS;
}

/** Whether the dates of two columns belong together: by their headings, or because nothing stands between them. */
function pairs(
  rows: Rows,
  begin: number,
  first: number,
  other: number,
  headingOf: (column: number) => string,
): boolean {
  if (comesBefore(headingOf(first), headingOf(other)) || comesBefore(headingOf(other), headingOf(first))) return true;
  return !rows.slice(begin).some((cells) => cells.some(({ column }) => column > first && column < other));
}

/** Whether the left one of two columns of dates holds the ends: by the headings, else by most rows. */
function runsBack(rows: Rows, left: number, right: number, headingOf: (column: number) => string): boolean {
  if (comesBefore(headingOf(left), headingOf(right))) return false;
  if (comesBefore(headingOf(right), headingOf(left))) return true;
  let back = 0;
  for (const cells of rows) {
    const [a, b] = [left, right].map((column) => {
      const cell = cells.find((one) => one.column === column);
      return cell?.kind === 'date' ? cell.cell.value : null;
    });
    if (typeof a === 'number' && typeof b === 'number') back += Math.sign(a - b);
  }
  return back > 0;
}

/** The first column whose texts are weekdays and nothing else. */
function weekdayColumn(rows: Rows, right: number): number | null {
  const all = new Map<number, boolean>();
  for (const cells of rows) {
    for (const cell of cells) {
      if (cell.kind !== 'text' || cell.column > right) continue;
      all.set(cell.column, (all.get(cell.column) ?? true) && weekdayAlone(cell.text) !== null);
    }
  }
  return [...all].find(([, weekdays]) => weekdays)?.[0] ?? null;
}

/** Columns of texts under headings. The contents are those whose headings say so, else the first that are no notes. */
function textColumns(
  rows: Rows,
  header: readonly GridCell[],
  taken: ReadonlySet<number | null>,
  right: number,
): TextColumn[] {
  const holdsText = new Set(
    rows.flatMap((cells) =>
      cells.filter((cell) => cell.kind === 'text' && !headingYear(cell)).map(({ column }) => column),
    ),
  );
  const columns = [...holdsText].filter((column) => column <= right && !taken.has(column)).sort((a, b) => a - b);
  const headed = columns.map((column) => ({ column, heading: textAt(header, column) }));
  const contents = headed.filter(({ column }) => header.some((cell) => cell.column === column && headsContents(cell)));
  const fallback = headed.find(({ heading }) => heading !== '' && !headsNotes(heading)) ?? headed[0];
  const main = new Set((contents.length > 0 ? contents : fallback ? [fallback] : []).map(({ column }) => column));
  return headed.map((one) => ({ ...one, main: main.has(one.column) }));
}

/** Year, month and day under headings of their own: 年 | 月 | 日, 月 | 日. */
function partColumns(rows: Rows): CourseLayout | null {
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    const named = (name: RegExp) =>
      cells.find((cell) => cell.kind === 'text' && name.test(foldLabel(cell.text)))?.column;
    const month = named(/^月$|^month$/);
    const day = named(/^日$|^day$/);
    if (month === undefined || day === undefined || Math.abs(day - month) !== 1) continue;
    const year = named(/^(年|年度|和暦|西暦|year)$/) ?? null;
    const below = rows.slice(row + 1);
    if (below.filter((one) => one.some(({ column }) => column === day)).length < FEWEST_EVENTS) continue;
    const clock = cells.find((cell) => headsClock(printedText(cell)))?.column ?? null;
    const weekday = weekdayColumn(below, Infinity);
    return {
      dates: { kind: 'parts', year, month, day },
      heading: '',
      until: null,
      clock,
      weekday,
      texts: textColumns(below, cells, new Set([year, month, day, clock, weekday]), Infinity),
      left: Math.min(...[year, month, day].flatMap((column) => column ?? [])),
      right: Infinity,
      begin: row + 1,
      header: cells,
      worded: true,
    };
  }
  return null;
}

/** The text of the cell in a column; empty where there is none. */
export function textAt(cells: readonly GridCell[], column: number): string {
  const cell = cells.find((one) => one.column === column);
  return cell?.kind === 'text' ? cell.text : '';
}
