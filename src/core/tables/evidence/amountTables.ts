import type { CellArea } from '../../sheets/address';
import { groupBy } from '../../values/grouping';
import { AreasByRow } from '../areasByRow';
import type { ColumnRole, SumRelation, Table, TableColumn, TableRow, TotalLine } from '../document';
import { figuresOf } from '../figuresOf';
import { couldHead } from '../headers';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { unitNoteOf } from '../unitNote';
import { mergedAreas } from './mergedAreas';

const MOST_HEADER_ROWS = 4;

type FoundTable = Omit<Table, 'id'>;

/** Makes tables of the sums that no other table holds: one for each connected area of a sheet. */
export function amountTables(grid: SheetGrid, relations: readonly SumRelation[]): FoundTable[] {
  const areas = mergedAreas(relations.map((relation) => areaOf(grid, relation)));
  const byRow = new AreasByRow<CellArea>();
  for (const area of areas) byRow.add(area, area);
  const held = groupBy(relations, ({ target: { cell } }) => byRow.at(cell.row, cell.column));
  return areas.map((area) => tableOf(grid, area, held.get(area) ?? []));
}

/** The cells of a sum with what stands beside them in the rows of its first and last figure. */
function areaOf(grid: SheetGrid, relation: SumRelation): CellArea {
  const cells = figuresOf(relation).map(({ cell }) => cell);
  const area = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  for (const row of new Set([area.top, relation.target.cell.row, area.bottom])) {
    while (area.left > grid.left && grid.at(row, area.left - 1)) area.left -= 1;
    while (area.right < grid.right && grid.at(row, area.right + 1)) area.right += 1;
  }
  return withNames(grid, area, relation.target.cell.row);
}

/** Names may stand apart from the figures, with empty columns between. */
function withNames(grid: SheetGrid, area: CellArea, row: number): CellArea {
  if (grid.at(row, area.left)?.kind === 'text') return area;
  const before = grid.rowCells(row).filter(({ column }) => column < area.left);
  const name = before[before.length - 1];
  return name?.kind === 'text' && grid.amountOf(name) === null ? { ...area, left: name.column } : area;
}

function tableOf(grid: SheetGrid, inner: CellArea, relations: readonly SumRelation[]): FoundTable {
  const area = { ...inner, top: headerTop(grid, inner) };
  const figured = new Set<number>();
  for (const { cell } of relations.flatMap(figuresOf)) figured.add(cell.column);
  const unitNote = unitNoteOf(grid, { top: area.top, bottom: inner.top - 1 });
  const totalRows = new Set(relations.filter(({ axis }) => axis === 'rows').map(({ target }) => target.cell.row));
  return {
    kind: 'amounts',
    sheet: grid.sheet.name,
    range: area,
    columns: columnsOf(grid, area, inner.top, figured),
    rows: detailRows(grid, inner, totalRows),
    categories: [],
    totals: totalLines(relations),
    relations,
    unreadable: [],
    ...(unitNote === null ? {} : { unitNote }),
  };
}

/** The rows of headings right above the figures. */
function headerTop(grid: SheetGrid, area: CellArea): number {
  let top = area.top;
  while (area.top - top < MOST_HEADER_ROWS && top > grid.top) {
    const cells = grid.cellsWithin(top - 1, area);
    const heads = cells.length > 0 && cells.every((cell) => couldHead(cell, grid));
    if (!heads || (cells.length === 1 && top < area.top)) break;
    top -= 1;
  }
  return top;
}

function columnsOf(grid: SheetGrid, area: CellArea, firstRow: number, figured: ReadonlySet<number>): TableColumn[] {
  const columns: TableColumn[] = [];
  let named = false;
  for (let column = area.left; column <= area.right; column += 1) {
    const headings: GridCell[] = [];
    for (let row = area.top; row < firstRow; row += 1) {
      const cell = grid.anchor(row, column);
      if (cell && !headings.includes(cell)) headings.push(cell);
    }
    const role: ColumnRole = figured.has(column) ? 'amount' : named ? 'other' : 'name';
    named = named || role === 'name';
    const last = headings[headings.length - 1];
    columns.push({
      role,
      column,
      header: headings.map(printedText).join(' '),
      headerCell: grid.address(last ?? { row: area.top, column }),
    });
  }
  return columns;
}

/** The rows that are no totals. Which of their figures is the amount is not said: none. */
function detailRows(grid: SheetGrid, area: CellArea, totalRows: ReadonlySet<number>): TableRow[] {
  const rows: TableRow[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells = grid.cellsWithin(row, area);
    if (totalRows.has(row) || !cells.some((cell) => grid.amountOf(cell) !== null)) continue;
    const name = cells.find((cell) => cell.kind === 'text' && grid.amountOf(cell) === null) ?? null;
    rows.push({
      row,
      block: 0,
      name: name ? printedText(name) : '',
      nameCell: name && grid.address(name),
      category: null,
      start: null,
      restored: null,
      days: null,
      amount: null,
      fee: null,
      quantity: null,
      unitPrice: null,
      tax: null,
      hidden: grid.isHidden(row),
    });
  }
  return rows;
}

function totalLines(relations: readonly SumRelation[]): TotalLine[] {
  const lines = new Map<number, TotalLine>();
  for (const { axis, target } of relations) {
    const { row } = target.cell;
    if (axis !== 'rows' || lines.has(row)) continue;
    lines.set(row, { kind: 'total', row, label: target.label, figure: target });
  }
  return [...lines.values()].sort((a, b) => a.row - b.row);
}
