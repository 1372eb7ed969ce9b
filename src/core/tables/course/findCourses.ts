import { areaHolds, type CellArea } from '../../sheets/address';
import type { CalendarDate } from '../../values/calendar';
import type { Table, TimelineEvent, UnreadableCell } from '../document';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { subjectOf } from '../words/subjectWords';
import { type CourseLayout, courseLayout, textAt } from './courseLayout';
import { Walk } from './walk';

/** A course of events: its table, its events in the order of the sheet, and the date cells that could not be read. */
export interface FoundCourse {
  readonly table: Omit<Table, 'id'>;
  readonly events: readonly TimelineEvent[];
  readonly unreadable: readonly UnreadableCell[];
}

const FEWEST_EVENTS = 2;
const FEWEST_WITHOUT_WORDS = 3;
const MOST_COURSES = 8;

/**
 * Finds the courses of events of a sheet outside of the areas that tables take: dates with texts beside, behind or below
 * them, in one cell or in columns under headings, year headings above. Dates without a year take it from the heading, else
 * from the order of events.
 *
 * @param origin the incident's date, which gives the first year where no heading does; or null.
 */
export function findCourses(grid: SheetGrid, taken: readonly CellArea[], origin: CalendarDate | null): FoundCourse[] {
  const found: FoundCourse[] = [];
  while (found.length < MOST_COURSES) {
    const course = nextCourse(grid, [...taken, ...found.map(({ table }) => table.range)], found.length, origin);
    if (!course) break;
    found.push(course);
  }
  return found;
}

function nextCourse(
  grid: SheetGrid,
  taken: readonly CellArea[],
  place: number,
  origin: CalendarDate | null,
): FoundCourse | null {
  const rows: GridCell[][] = [];
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    rows.push(grid.rowCells(row).filter((cell) => !taken.some((area) => areaHolds(area, cell.row, cell.column))));
  }
  const layout = courseLayout(rows);
  if (!layout) return null;
  const walk = new Walk(grid, layout, place, origin);
  for (let row = layout.begin; row < rows.length; row += 1) walk.take(rows[row] ?? []);
  const events = walk.finish();
  const worded = layout.worded || subjectOf(grid.sheet.name).course || rows.slice(0, 5).flat().some(isCourseTitle);
  if (events.length < (worded ? FEWEST_EVENTS : FEWEST_WITHOUT_WORDS)) return null;
  return { table: courseTable(grid, events, rows[layout.begin] ?? [], layout), events, unreadable: walk.unreadable };
}

function isCourseTitle(cell: GridCell): boolean {
  return cell.kind === 'text' && subjectOf(cell.text).course;
}

function courseTable(
  grid: SheetGrid,
  events: readonly TimelineEvent[],
  firstRow: readonly GridCell[],
  { dates, until, header, right }: CourseLayout,
): Omit<Table, 'id'> {
  const ends = events.flatMap((event) => event.until?.cell ?? []);
  const cells = [...events.flatMap((event) => [event.cell, ...event.textCells]), ...ends];
  const first = firstRow.filter(({ column }) => column <= right);
  const area = [...cells, ...header, ...first].reduce(
    (all, { row }) => ({ ...all, top: Math.min(all.top, row) }),
    cells.reduce<CellArea>(
      (all, { row, column }) => ({
        top: Math.min(all.top, row),
        left: Math.min(all.left, column),
        bottom: Math.max(all.bottom, row),
        right: Math.max(all.right, column),
      }),
      { top: Infinity, left: Infinity, bottom: 0, right: 0 },
    ),
  );
  const column = dates.kind === 'cell' ? dates.column : dates.day;
  const textColumn = events.find(({ textCells }) => textCells.length > 0)?.textCells[0]?.column ?? column;
  const columnOf = (role: 'date' | 'text', at: number) => {
    const heading = header.find((cell) => cell.column === at);
    return {
      role,
      column: at,
      header: heading ? printedText(heading) : textAt(header, at),
      headerCell: grid.address({ row: heading?.row ?? area.top, column: at }),
    };
  };
  const columns = [
    columnOf('date', column),
    ...(until ? [columnOf('date', until.column)] : []),
    ...(textColumn === column ? [] : [columnOf('text', textColumn)]),
  ];
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
