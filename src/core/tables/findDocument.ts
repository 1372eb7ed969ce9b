import { foldLabel } from '../reading/fold';
import { areasOverlap, type CellArea, qualifiedCell } from '../sheets/address';
import type { NamedRange } from '../sheets/namedRange';
import type { Snapshot } from '../sheets/snapshot';
import type { CalendarDate } from '../values/calendar';
import { AreasByRow } from './areasByRow';
import { standsAside } from './asideTables';
import { withBalanceSheet } from './balanceSheets';
import { type Body, bodyOf, totalLabelOf } from './body';
import { linkBills } from './bills/linkBills';
import { buildTable } from './buildTable';
import { joinSums } from './evidence/joinSums';
import { findCourses } from './course/findCourses';
import type { Document, Table, TimelineEvent, UnreadableCell } from './document';
import { findHeaders, type Header } from './headers';
import { findOddFormulas } from './formulas/findOddFormulas';
import { headless } from './headless';
import { labelledBlocks } from './labelledBlocks';
import { incidentsInText, withFirstEvent } from './incident';
import { namedAreas, namedTables } from './namedTables';
import { SheetGrid } from './sheetGrid';

/**
 * Finds tables, the course of events and candidates for the incident's date on the user's sheets of a workbook. Nothing
 * is configured: header words, what the columns hold and total words decide; where the user has named a range as a table,
 * that counts first. Sheets of ours are skipped.
 */
export function findDocument(snapshot: Snapshot): Document {
  const grids = snapshot.sheets
    .filter(({ role }) => role === null)
    .map((sheet) => new SheetGrid(sheet, snapshot.dateSystem));
  const inText = incidentsInText(grids);
  const incident = inText[0]?.date ?? null;
  const tables: Omit<Table, 'id'>[] = [];
  const timeline: TimelineEvent[] = [];
  const unreadableDates: UnreadableCell[] = [];
  for (const grid of grids) {
    const found = linkBills(grid, tablesOf(grid, snapshot.names, incident));
    const courses = findCourses(
      grid,
      found.map(({ range }) => range),
      incident,
    );
    for (const course of courses) {
      found.push(course.table);
      timeline.push(...course.events);
      unreadableDates.push(...course.unreadable);
    }
    tables.push(
      ...[...withBalanceSheet(joinSums(grid, found, namedAreas(grid, snapshot.names)))].sort(
        (a, b) => a.range.top - b.range.top || a.range.left - b.range.left,
      ),
    );
  }
  return {
    workbookName: snapshot.workbookName,
    dateSystem: snapshot.dateSystem,
    tables: tables.map((table, index) => ({ id: `t${index + 1}`, ...table })),
    timeline,
    incidentCandidates: withFirstEvent(inText, timeline),
    oddFormulas: findOddFormulas(grids),
    percentCells: new Set(grids.flatMap((grid) => grid.percentCells().map((cell) => qualifiedCell(cell)))),
    unreadableDates,
  };
}

function tablesOf(grid: SheetGrid, names: readonly NamedRange[], incident: CalendarDate | null): Omit<Table, 'id'>[] {
  const named = namedTables(grid, names, incident);
  const reserved = named.map(({ range }) => range);
  const isReserved = (area: CellArea) => reserved.some((other) => areasOverlap(area, other));
  const headers = findHeaders(grid).filter((header) => !isReserved(header));
  const worded = headers.filter((header) => header.worded);
  const bodies: Body[] = [];
  const taken: CellArea[] = [...reserved];
  const claim = (header: Header) => {
    const below = headers.filter((other) => other !== header && other.top > header.bottom && overlaps(other, header));
    const aside = below.filter((other) => other.worded && standsAside(grid, header, other));
    const others = below.filter((other) => !aside.includes(other));
    const ends = [
      ...others.filter((other) => other.worded || !header.worded),
      ...reserved.filter((area) => overlaps(area, header)),
    ];
    const rows = new Set(ends.map(({ top }) => top));
    const apart = aside.map((other) => areaUnder(grid, other, rows));
    const body = { ...bodyOf(grid.without(apart), header, rows), apart };
    const area = { top: header.top, left: header.left, bottom: body.bottom, right: header.right };
    if (isReserved(area)) return;
    bodies.push(body);
    taken.push(area);
  };
  const isFree = ({ top, bottom, left, right }: CellArea) =>
    !taken.some((area) => areasOverlap(area, { top, bottom: Math.max(top, bottom), left, right }));
  worded.forEach(claim);
  for (const header of headers) if (!header.worded && isFree(header)) claim(header);
  for (const header of headless(grid, taken)) if (isFree(header)) claim(header);
  bodies.sort((a, b) => a.header.top - b.header.top || a.header.left - b.header.left);
  const build = (blocks: Body[]) => {
    const apart = blocks.flatMap((body) => body.apart ?? []);
    return buildTable(grid.without(apart), blocks, incident) ?? [];
  };
  const tables = [...named, ...joined(grid, bodies).flatMap(build)];
  return [...tables, ...labelledTables(grid, tables, incident)];
}

/** A header with the rows below it. */
function areaUnder(grid: SheetGrid, header: Header, ends: Pick<ReadonlySet<number>, 'has'>): CellArea {
  const { top, left, right } = header;
  return { top, left, right, bottom: bodyOf(grid, header, ends).bottom };
}

/** Tables of the labelled totals that stand outside of all others. */
function labelledTables(
  grid: SheetGrid,
  tables: readonly Omit<Table, 'id'>[],
  incident: CalendarDate | null,
): Omit<Table, 'id'>[] {
  const taken = new AreasByRow<CellArea>();
  for (const { range } of tables) taken.add(range, range);
  const found: Omit<Table, 'id'>[] = [];
  labelledBlocks(grid, taken, (header) => {
    const ends = { has: (row: number) => taken.reachingInto(row, header.left, header.right) !== null };
    const table = buildTable(grid, [bodyOf(grid, header, ends)], incident);
    if (!table?.relations.some(({ kind }) => kind === 'sum')) return null;
    found.push(table);
    return table.range;
  });
  return found;
}

function overlaps(a: { left: number; right: number }, b: { left: number; right: number }): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** Bodies under the same repeated header are blocks of one table, unless a total closed it and none takes in both. */
function joined(grid: SheetGrid, bodies: readonly Body[]): Body[][] {
  const tables: Body[][] = [];
  for (const body of bodies) {
    const same = tables.find((blocks) => {
      const last = blocks[blocks.length - 1];
      return last !== undefined && sameHeader(last.header, body.header) && isNext(bodies, last, body);
    });
    const last = same?.[same.length - 1];
    if (same && last && (!last.closed || takesInMore(grid, body))) same.push(body);
    else tables.push([body]);
  }
  return tables;
}

function sameHeader(a: Header, b: Header): boolean {
  if (a.left !== b.left || a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, index) => {
    const other = b.cells[index];
    return other?.column === cell.column && foldLabel(other.text) === foldLabel(cell.text);
  });
}

function isNext(bodies: readonly Body[], last: Body, body: Body): boolean {
  return !bodies.some(
    ({ header }) => header.top > last.header.top && header.top < body.header.top && overlaps(header, body.header),
  );
}

/** A block with a grand total (総計, 総合計) takes in the closed blocks above it. */
function takesInMore(grid: SheetGrid, body: Body): boolean {
  let taxed = false;
  return body.rows.some((row) => {
    const total = totalLabelOf(grid, grid.cellsWithin(row, body.header))?.total;
    taxed = taxed || total?.kind === 'tax';
    return total?.kind === 'total' && total.rank === 4 && !total.weak && !taxed;
  });
}
