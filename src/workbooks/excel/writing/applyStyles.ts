import { areaName, type CellArea, joinCells } from '../../../core/sheets/address';
import type { CellStyle, PlannedCell, SheetPlan } from '../../../core/sheets/sheetPlan';
import { ACTION_BYTES, OBJECT_BYTES, type RequestBudget } from './requestBudget';

/** Longest list of addresses in one call; Excel takes 8,192 characters. */
const LONGEST_LIST = 4_000;

/** What a look takes in a request at most (a font, a fill, ten properties), and lines on all sides. */
const LOOK_BYTES = 4 * OBJECT_BYTES + 10 * ACTION_BYTES;
const LINES_BYTES = 9 * OBJECT_BYTES + 12 * ACTION_BYTES;

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const EDGES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;

/** Gives the cells their looks, all cells of one look together. Number formats are not among them. */
export async function applyStyles(sheet: Excel.Worksheet, plan: SheetPlan, budget: RequestBudget): Promise<void> {
  for (const cells of cellsByLook(plan.cells)) {
    const [first] = cells;
    if (!first) continue;
    const areas = joinCells(cells.map(({ row, column }) => ({ sheet: '', row, column })));
    const isLink = first.content.kind === 'link';
    for (const addresses of addressLists(areas)) {
      await budget.take(LOOK_BYTES + addresses.length);
      applyLook(sheet.getRanges(addresses).format, first.style, isLink);
    }
    if (first.style.border) await drawBorders(sheet, areas, first.style.border, budget);
  }
}

function cellsByLook(cells: readonly PlannedCell[]): Iterable<PlannedCell[]> {
  const groups = new Map<string, PlannedCell[]>();
  for (const cell of cells) {
    const isLink = cell.content.kind === 'link';
    const key = JSON.stringify([
      isLink,
      Object.entries(cell.style)
        .filter(([name]) => name !== 'numberFormat')
        .sort(),
    ]);
    if (key === '[false,[]]') continue;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return groups.values();
}

function applyLook(format: Excel.RangeFormat, style: CellStyle, isLink: boolean): void {
  const { font } = format;
  if (isLink) {
    // Excel has given the cell its own look of links; the plan's look takes its place.
    font.underline = 'None';
    font.color = style.color ?? '#000000';
  } else if (style.color !== undefined) font.color = style.color;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.size !== undefined) font.size = style.size;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
}

/** Lines on the same sides of every cell: at the edges of an area, and between its cells where there are any. */
async function drawBorders(
  sheet: Excel.Worksheet,
  areas: readonly CellArea[],
  border: NonNullable<CellStyle['border']>,
  budget: RequestBudget,
): Promise<void> {
  const across = border.sides.includes('top') || border.sides.includes('bottom');
  const down = border.sides.includes('left') || border.sides.includes('right');
  const kinds = new Map<string, CellArea[]>();
  for (const area of areas) {
    const inner = [across && area.bottom > area.top ? 'H' : '', down && area.right > area.left ? 'V' : ''].join('');
    kinds.set(inner, [...(kinds.get(inner) ?? []), area]);
  }
  for (const [inner, alike] of kinds) {
    for (const addresses of addressLists(alike)) {
      await budget.take(LINES_BYTES + addresses.length);
      const { borders } = sheet.getRanges(addresses).format;
      for (const side of border.sides) draw(borders, EDGES[side], border.color);
      if (inner.includes('H')) draw(borders, 'InsideHorizontal', border.color);
      if (inner.includes('V')) draw(borders, 'InsideVertical', border.color);
    }
  }
}

type Side = (typeof EDGES)[keyof typeof EDGES] | 'InsideHorizontal' | 'InsideVertical';

function draw(borders: Excel.RangeBorderCollection, side: Side, color: string): void {
  const line = borders.getItem(side);
  line.style = 'Continuous';
  line.color = color;
}

/** The areas as lists of addresses, none too long for one call. */
function addressLists(areas: readonly CellArea[]): string[] {
  const lists: string[] = [];
  for (const area of areas) {
    const name = areaName(area);
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + name.length < LONGEST_LIST) lists[lists.length - 1] = `${last},${name}`;
    else lists.push(name);
  }
  return lists;
}
