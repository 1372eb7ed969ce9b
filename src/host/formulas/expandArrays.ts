import { type CellArea, cellName, parseArea } from '../../core/sheets/address';

/** Functions that Excel applies to every cell of an array in turn. */
const CELL_BY_CELL = /^(ROUND|ROUNDUP|ROUNDDOWN|TRUNC|INT|ABS)$/i;
const MOST_CELLS = 5_000;
/** Arguments that one call may have. */
const MOST_ARGUMENTS = 200;

/**
 * A quoted text, a name before a parenthesis, or a range with or without its sheet. A sheet's name in quotes may hold
 * anything, so it is taken before all else.
 */
const TOKENS =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Za-z]{1,3}\$?\d{1,7}:\$?[A-Za-z]{1,3}\$?\d{1,7}|[\p{L}_.][\p{L}\p{N}_.]*(?=\()/gu;

interface RangeAt {
  readonly start: number;
  readonly end: number;
  readonly sheet: string;
  readonly area: CellArea;
}

/**
 * Writes out `SUMPRODUCT(ROUNDUP(A1:A3*10%,0))` as the sum of `ROUNDUP(A1*10%,0)` and so on, for an engine that does not
 * apply such functions to ranges. Only a single argument in which functions work cell by cell is written out; any other formula
 * comes back as it was.
 */
export function expandArrays(formula: string): string {
  const call = /\bSUMPRODUCT\(/i.exec(formula);
  if (!call) return formula;
  const open = call.index + call[0].length;
  const close = closing(formula, open);
  if (close === null) return formula;
  const rest = close + 1;
  const tail = expandArrays(formula.slice(rest));
  const sum = writtenOut(formula.slice(open, close));
  return `${formula.slice(0, call.index)}${sum ?? formula.slice(call.index, rest)}${tail}`;
}

function writtenOut(argument: string): string | null {
  const ranges: RangeAt[] = [];
  let functions = 0;
  for (const { 0: token, index } of argument.matchAll(TOKENS)) {
    if (token.startsWith('"')) continue;
    const mark = token.lastIndexOf('!') + 1;
    const area = token.includes(':') ? parseArea(token.slice(mark)) : null;
    if (area) ranges.push({ start: index, end: index + token.length, sheet: token.slice(0, mark), area });
    else if (!CELL_BY_CELL.test(token)) return null;
    else functions += 1;
  }
  const [first] = ranges;
  if (!first || functions === 0) return null;
  const rows = first.area.bottom - first.area.top + 1;
  const columns = first.area.right - first.area.left + 1;
  const alike = ranges.every(
    ({ area }) => area.bottom - area.top + 1 === rows && area.right - area.left + 1 === columns,
  );
  if (!alike || rows * columns > MOST_CELLS) return null;
  const terms: string[] = [];
  for (let index = 0; index < rows * columns; index += 1) {
    terms.push(atCell(argument, ranges, Math.floor(index / columns), index % columns));
  }
  return sumOf(terms);
}

function atCell(argument: string, ranges: readonly RangeAt[], row: number, column: number): string {
  let text = '';
  let done = 0;
  for (const { start, end, sheet, area } of ranges) {
    text += argument.slice(done, start) + sheet + cellName({ row: area.top + row, column: area.left + column }, true);
    done = end;
  }
  return text + argument.slice(done);
}

function sumOf(terms: readonly string[]): string {
  if (terms.length <= MOST_ARGUMENTS) return `SUM(${terms.join(',')})`;
  const parts: string[] = [];
  for (let at = 0; at < terms.length; at += MOST_ARGUMENTS) parts.push(sumOf(terms.slice(at, at + MOST_ARGUMENTS)));
  return sumOf(parts);
}

/** Where the parenthesis that opened before `open` closes; null where it does not. */
function closing(formula: string, open: number): number | null {
  let depth = 1;
  let quote: string | null = null;
  for (let at = open; at < formula.length; at += 1) {
    const letter = formula.charAt(at);
    if (quote !== null) {
      if (letter === quote) quote = null;
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
