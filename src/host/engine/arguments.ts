import { type CellArea, MAX_COLUMNS, MAX_ROWS, parseArea } from '../../core/sheets/address';
import { type Argument, type CellsTarget, isHostObject } from './objects';
import { invalidArgument, type Json } from './protocol';

/** A text argument. @throws HostError InvalidArgument. */
export function textOf(value: Argument): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** A number argument, whole and not negative where it counts something. @throws HostError InvalidArgument. */
export function numberOf(value: Argument): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function countOf(value: Argument): number {
  const number = numberOf(value);
  if (!Number.isInteger(number) || number < 0) throw invalidArgument();
  return number;
}

export function truthOf(value: Argument): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

/** A colour as `#RRGGBB`; Excel also takes it without the sign. @throws HostError InvalidArgument. */
export function colorOf(value: Argument): string {
  const match = typeof value === 'string' ? /^#?([0-9a-f]{6})$/i.exec(value) : null;
  if (!match?.[1]) throw invalidArgument();
  return `#${match[1].toUpperCase()}`;
}

/** One of the words that Excel knows here. @throws HostError InvalidArgument. */
export function oneOf<T extends string>(value: Argument, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidArgument();
  return found;
}

export function recordOf(value: Argument): { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isHostObject(value))
    throw invalidArgument();
  return value as { readonly [key: string]: Json };
}

/** A range passed as an argument. @throws HostError InvalidArgument. */
export function rangeOf(value: Argument): CellsTarget {
  if (!isHostObject(value) || value.type !== 'Range') throw invalidArgument();
  return value.target;
}

/** The only area of a range. */
export function areaOf(target: CellsTarget): CellArea {
  const area = target.areas[0];
  if (!area) throw invalidArgument();
  return area;
}

/** An address on a sheet: `A1:B2`, `A:C`, `3:5`, with or without the sheet's name before it. @throws HostError InvalidArgument. */
export function addressOf(value: Argument): CellArea {
  const text = textOf(value).replace(/^.*!/, '');
  const area = parseArea(text) ?? wholeRows(text) ?? wholeColumns(text);
  if (!area) throw invalidArgument();
  return area;
}

function wholeRows(text: string): CellArea | null {
  const match = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (!match) return null;
  const rows = [Number(match[1]) - 1, Number(match[2]) - 1] as const;
  const area = { top: Math.min(...rows), bottom: Math.max(...rows), left: 0, right: MAX_COLUMNS - 1 };
  return area.top >= 0 && area.bottom < MAX_ROWS ? area : null;
}

function wholeColumns(text: string): CellArea | null {
  const match = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  const area = match ? parseArea(`${match[1]}1:${match[2]}${MAX_ROWS}`) : null;
  return area;
}
