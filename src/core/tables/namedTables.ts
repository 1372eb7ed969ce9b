import { foldLabel } from '../reading/fold';
import { placeholderOf } from '../reading/placeholders';
import { areasOverlap, type CellArea } from '../sheets/address';
import { isTableName, type NamedRange } from '../sheets/namedRange';
import type { CalendarDate } from '../values/calendar';
import type { Body } from './body';
import { buildTable } from './buildTable';
import type { ColumnRole, Table } from './document';
import { type Header, type HeaderCell, headingCells, measures } from './headers';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { roleOfHeader } from './words/headerWords';

const LABEL_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['name', 'category', 'description', 'text']);

/**
 * The tables that the user has named on a sheet: a defined name that begins with 検算 or Kenzan makes its range one table,
 * whatever its words and its extent. Its first rows of texts without figures are the header, the rest is the body. A range
 * without any figure is no table. Where two named ranges overlap, the one that begins higher up, else further left, counts.
 *
 * @param incident what dates without a year are read against, or null.
 */
export function namedTables(
  grid: SheetGrid,
  names: readonly NamedRange[],
  incident: CalendarDate | null,
): Omit<Table, 'id'>[] {
  const tables: Omit<Table, 'id'>[] = [];
  const areas = namedAreas(grid, names).sort(
    (a, b) => a.top - b.top || a.left - b.left || b.bottom - a.bottom || b.right - a.right,
  );
  for (const area of areas) {
    if (tables.some(({ range }) => areasOverlap(range, area))) continue;
    const header = headerOf(grid, area);
    const table = header && buildTable(grid, blocksOf(grid, area, header), incident, true);
    if (table) tables.push({ ...table, range: area });
  }
  return tables;
}

/** The areas of a sheet that the user has named as tables, as far as they may hold something. */
export function namedAreas(grid: SheetGrid, names: readonly NamedRange[]): CellArea[] {
  return names
    .filter(({ name, sheet }) => sheet === grid.sheet.name && isTableName(name))
    .map(({ area }) => withinGrid(grid, area));
}

/** The part of an area that may hold something: whole columns are named as well. */
function withinGrid(grid: SheetGrid, area: CellArea): CellArea {
  return {
    top: Math.max(area.top, grid.top),
    left: Math.max(area.left, grid.left),
    bottom: Math.min(area.bottom, grid.bottom),
    right: Math.min(area.right, grid.right),
  };
}

/** The header of a named range, without any cell where its first row holds figures; null where no row does. */
function headerOf(grid: SheetGrid, area: CellArea): Header | null {
  const span = { left: area.left, right: area.right };
  const texts: number[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells = grid.cellsWithin(row, area);
    if (cells.length === 0) continue;
    if (holdsText(cells) && isHeading(grid, cells)) {
      texts.push(row);
      continue;
    }
    const rows = headingRows(grid, area, texts);
    if (!rows) return { top: row, bottom: row, ...span, cells: [], worded: false };
    const cellsOfHeader = headingCells(grid, rows.top, rows.bottom, span);
    return { ...rows, ...span, cells: settledByContents(grid, area, rows.bottom, cellsOfHeader), worded: true };
  }
  return null;
}

function holdsText(cells: readonly GridCell[]): boolean {
  return cells.some(({ kind }) => kind === 'text');
}

/** Texts that are no figures; years in a row, 2019 2020 2021, head columns too. */
function isHeading(grid: SheetGrid, cells: readonly GridCell[]): boolean {
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
  const years = numbers.every(
    (value, index) => value >= 1900 && value <= 2100 && (index === 0 || value === (numbers[index - 1] ?? 0) + 1),
  );
  return (
    years &&
    numbers.length !== 1 &&
    cells.every((cell) => {
      if (cell.kind === 'number') return true;
      if (cell.kind !== 'text' || placeholderOf(cell.text) !== null) return false;
      return !measures(cell, grid) || grid.amountOf(cell)?.measure === 'other';
    })
  );
}

/** Which of the rows of texts at the top are headings, the one with most cells first of all: titles stand above, names of sections below. */
function headingRows(
  grid: SheetGrid,
  area: CellArea,
  texts: readonly number[],
): { readonly top: number; readonly bottom: number } | null {
  const cellsOf = (row: number) => grid.cellsWithin(row, area);
  const rolesOf = (row: number) => new Set(cellsOf(row).flatMap((cell) => roleOfHeader(printedText(cell)) ?? [])).size;
  const [main] = [...texts].sort((a, b) => cellsOf(b).length - cellsOf(a).length || rolesOf(b) - rolesOf(a) || b - a);
  if (main === undefined) return null;
  // 開始 | 終了 under 停止期間, with nothing under the first heading.
  const first = cellsOf(main)[0]?.column ?? area.left;
  const below = texts.includes(main + 1) ? cellsOf(main + 1) : [];
  const under = below.length > 1 && (below[0]?.column ?? first) > first;
  const bottom = under ? main + 1 : main;
  return { top: !under && reachesDown(grid, area, bottom, texts) ? bottom - 1 : main, bottom };
}

/** Whether the headings of the row above go on in this one: merged cells, or texts above where this row has none. */
function reachesDown(grid: SheetGrid, area: CellArea, row: number, texts: readonly number[]): boolean {
  const above = texts.includes(row - 1) ? grid.cellsWithin(row - 1, area) : [];
  if (above.length < 2) return false;
  return above.some((cell) => grid.mergeAt(cell.row, cell.column) !== null || grid.at(row, cell.column) === null);
}

/** A heading that reads as one of names, over a column of figures, says only what the figures are of; codes are no figures. */
function settledByContents(
  grid: SheetGrid,
  area: CellArea,
  above: number,
  headings: readonly HeaderCell[],
): HeaderCell[] {
  let named = false;
  return headings.map((heading) => {
    const cells: GridCell[] = [];
    for (let row = above + 1; row <= area.bottom; row += 1) {
      const cell = grid.at(row, heading.column);
      if (cell) cells.push(cell);
    }
    const figures = cells.filter((cell) => grid.amountOf(cell) !== null);
    const codes = cells.filter(isCode).length * 2 > cells.length;
    if (codes) return { ...heading, role: 'other' };
    const plain = figures.length * 2 > cells.length;
    const settled = named && plain && heading.role !== null && LABEL_ROLES.has(heading.role);
    named = named || !plain;
    return settled ? { ...heading, role: null } : heading;
  });
}

/** 0012, as a text or by its format. */
function isCode(cell: GridCell): boolean {
  if (cell.kind === 'text') return /^0\d+$/.test(cell.text);
  return cell.kind === 'number' && /^0{2,}$/.test(cell.cell.numberFormat);
}

/** The body of a named range; the header's repetitions part it into blocks. */
function blocksOf(grid: SheetGrid, area: CellArea, header: Header): Body[] {
  const blocks: { header: Header; rows: number[] }[] = [{ header, rows: [] }];
  const begin = header.cells.length > 0 ? header.bottom + 1 : header.top;
  const height = header.bottom - header.top;
  for (let row = begin; row <= area.bottom; row += 1) {
    const current = blocks[blocks.length - 1];
    const cells = grid.cellsWithin(row, header);
    if (cells.length === 0 || !current) continue;
    if (repeats(grid, row, header)) {
      const top = row - height;
      while ((current.rows[current.rows.length - 1] ?? -1) >= top) current.rows.pop();
      blocks.push({ header: { ...header, top, bottom: row }, rows: [] });
    } else current.rows.push(row);
  }
  return blocks.map((block) => {
    const rows = withoutNotes(grid, block.rows, header);
    return { header: block.header, rows, bottom: rows[rows.length - 1] ?? block.header.bottom, closed: false };
  });
}

function repeats(grid: SheetGrid, row: number, header: Header): boolean {
  const textsOf = (at: number) =>
    grid
      .cellsWithin(at, header)
      .map((cell) => `${cell.column} ${foldLabel(printedText(cell))}`)
      .join('\n');
  return header.cells.length > 1 && textsOf(row) === textsOf(header.bottom);
}

/** A lone text below the last figures is a note, no line of the table. */
function withoutNotes(grid: SheetGrid, rows: readonly number[], header: Header): number[] {
  const kept = [...rows];
  for (let row = kept.pop(); row !== undefined; row = kept.pop()) {
    const cells = grid.cellsWithin(row, header);
    if (cells.length > 1 || cells.some((cell) => measures(cell, grid))) return [...kept, row];
  }
  return kept;
}
