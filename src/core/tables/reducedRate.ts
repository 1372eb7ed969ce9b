import { fold } from '../reading/fold';
import { Decimal } from '../values/decimal';
import type { Body } from './body';
import type { Line } from './lines';
import { printedText, type SheetGrid } from './sheetGrid';

/** Rates side by side since 2019-10-01 (消費税法29条, 地方税法72条の83; 軽減: 平成28年改正法附則34条). */
const STANDARD = new Decimal(10);
const REDUCED = new Decimal(8);

const ROWS_BELOW = 8;
const MARKED = /[※*☆★◎#]$/;
const REDUCED_RATE = /(^|[^\d.])8(\.0+)? ?%/;
const LEGEND = /^([※*☆★◎#])[\s印はが:=…-]*.*軽減/;

/**
 * Lines marked as taxed at the reduced rate (米※ with a legend ※は軽減税率対象, or 軽減 in the name) get the rates that a qualified
 * invoice says with the mark: the reduced one, and the standard one where there is no mark. Lines with printed rates and
 * tables without marks stay as they are.
 */
export function withReducedRates(lines: readonly Line[], grid: SheetGrid, bodies: readonly Body[]): readonly Line[] {
  if (lines.some(({ rate, settlement }) => rate !== null && !rate.isZero() && settlement === null)) return lines;
  const mark = legendOf(grid, bodies) ?? markBeside(lines, grid, bodies);
  const marked = lines.map((line) => line.kind === 'detail' && isReduced(line, mark));
  if (!marked.includes(true)) return lines;
  return lines.map((line, index) =>
    line.kind === 'detail' ? { ...line, rate: marked[index] === true ? REDUCED : (line.rate ?? STANDARD) } : line,
  );
}

function isReduced({ label }: Line, mark: string | null): boolean {
  const text = fold(label).trim();
  return /軽減|[\s([【<]軽[)\]】>]?$/.test(text) || (mark !== null && (text.startsWith(mark) || text.endsWith(mark)));
}

/** A mark that some details and not all have, where the reduced rate is printed below the rows: 8%対象, 消費税（8%）. */
function markBeside(lines: readonly Line[], grid: SheetGrid, bodies: readonly Body[]): string | null {
  const details = lines.filter(({ kind, settlement }) => kind === 'detail' && settlement === null);
  const marks = details.flatMap(({ label }) => MARKED.exec(fold(label).trim())?.[0] ?? []);
  const [mark] = marks;
  if (mark === undefined || marks.length === details.length || marks.some((one) => one !== mark)) return null;
  const [body] = bodies;
  const last = bodies[bodies.length - 1];
  if (!body || !last) return null;
  for (let row = body.header.bottom; row <= last.bottom + ROWS_BELOW; row += 1) {
    const cells = grid.rowCells(row);
    if (cells.some((cell) => REDUCED_RATE.test(fold(printedText(cell))))) return mark;
  }
  return null;
}

/** The mark that a note beside or below the rows gives to the reduced rate. */
function legendOf(grid: SheetGrid, bodies: readonly Body[]): string | null {
  const last = bodies[bodies.length - 1];
  if (!last) return null;
  for (let row = last.bottom; row <= last.bottom + ROWS_BELOW; row += 1) {
    for (const cell of grid.rowCells(row)) {
      const found = cell.kind === 'text' ? LEGEND.exec(fold(printedText(cell)).trim())?.[1] : undefined;
      if (found !== undefined) return found;
    }
  }
  return null;
}
