import { type CellArea, MAX_COLUMNS, MAX_ROWS } from '../../../core/sheets/address';
import type { SheetModel } from '../../model/sheetModel';
import type { CellLook } from '../../model/style';
import type { CellsTarget } from '../objects';
import { HostError, invalidArgument, type Json } from '../protocol';

/** Refuses what would change a protected sheet. @throws HostError AccessDenied. */
export function refuseWhenProtected(sheet: SheetModel): void {
  if (sheet.protected) throw new HostError('AccessDenied', 'You cannot do this on a protected sheet.');
}

/** The part of an area where something stands, so that whole rows and columns need not be walked through. */
export function usedPart(sheet: SheetModel, area: CellArea): CellArea | null {
  const used = sheet.usedArea(false);
  return used ? sharedPart(used, area) : null;
}

/** The cells that two areas share; null where there are none. */
export function sharedPart(a: CellArea, b: CellArea): CellArea | null {
  const part = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return part.top <= part.bottom && part.left <= part.right ? part : null;
}

/** The rectangle of this place and size. @throws HostError InvalidArgument beyond the sheet. */
export function areaAt(top: number, left: number, rows: number, columns: number): CellArea {
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  const inside = area.top >= 0 && area.left >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS;
  if (!inside || rows < 1 || columns < 1) throw invalidArgument();
  return area;
}

export function* cellsIn(area: CellArea): Generator<{ row: number; column: number }> {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) yield { row, column };
  }
}

/** A value for every cell of an area, row by row. */
export function grid(area: CellArea, valueAt: (row: number, column: number) => Json): Json {
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Json[] = [];
    for (let column = area.left; column <= area.right; column += 1) line.push(valueAt(row, column));
    rows.push(line);
  }
  return rows;
}

/**
 * Gives every cell of an area its value from an array of the same shape, or one value to all.
 *
 * @throws HostError InvalidArgument for an array of another shape; nothing was set then.
 */
export function spread(area: CellArea, value: Json, set: (row: number, column: number, value: Json) => void): void {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (!Array.isArray(value)) {
    for (const { row, column } of cellsIn(area)) set(row, column, value);
    return;
  }
  const lines = value as readonly Json[];
  const fits = lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  for (const { row, column } of cellsIn(area)) {
    set(row, column, (lines[row - area.top] as readonly Json[])[column - area.left] ?? null);
  }
}

/** What all cells have in common, or null where they differ. */
export function common<T extends Json>(target: CellsTarget, valueOf: (look: CellLook) => T): T | null {
  let found: { value: T } | null = null;
  for (const area of target.areas) {
    const walked = usedPart(target.sheet, area) ?? { ...area, bottom: area.top, right: area.left };
    for (const { row, column } of cellsIn(walked)) {
      const value = valueOf(target.sheet.lookAt(row, column));
      if (found && found.value !== value) return null;
      found = { value };
    }
  }
  return found?.value ?? null;
}

/** Changes the look of every cell. @throws HostError AccessDenied on a protected sheet. */
export function restyle(
  target: CellsTarget,
  change: (look: CellLook, row: number, column: number, area: CellArea) => CellLook,
): void {
  refuseWhenProtected(target.sheet);
  const made = new Map<CellLook, CellLook>();
  for (const area of target.areas) {
    for (const { row, column } of cellsIn(area)) {
      const look = target.sheet.lookAt(row, column);
      const next = change(look, row, column, area);
      const shared = made.get(look);
      if (shared && sameLook(shared, next)) target.sheet.setLook(row, column, shared);
      else {
        made.set(look, next);
        target.sheet.setLook(row, column, next);
      }
    }
  }
}

function sameLook(a: CellLook, b: CellLook): boolean {
  return (Object.keys(a) as (keyof CellLook)[]).every((key) => a[key] === b[key]);
}
