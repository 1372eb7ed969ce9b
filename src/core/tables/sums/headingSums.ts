import { foldLabel } from '../../reading/fold';
import type { FigureGrid } from './figureGrid';
import type { Candidate } from './judge';

/** `(3)=(1)+(2)`, `③＝①＋②`, `A+B-C`, folded and without spaces. */
const FORMULA = /^(?:\(?([a-z]{1,2}|\d{1,3})\)?=)?((?:[+-]?\(?(?:[a-z]|\d{1,3})\)?)(?:[+-]\(?(?:[a-z]|\d{1,3})\)?)+)$/u;
const TERM = /([+-]?)\(?([a-z]|\d{1,3})\)?/gu;
const MARK = /^\(?([a-z]|\d{1,3})\)?(?:=.*)?$/u;
/** A mark before the words: `①収入`, `(2) 支出`, `c. 残高`. */
const LEADING = /^(?:\(([a-z]|\d{1,3})\)|([a-z]|\d{1,3})[.:、](?!\d))/u;

/**
 * What headings state about their lines, `③＝①＋②` or `1=2+11`: among the cells of one position, some are marks of lines
 * and some are formulas over those marks. A difference a = b − c is the sum b = a + c.
 */
export function headingSums(grid: FigureGrid, axis: 'rows' | 'columns'): Candidate[] {
  const lines = axis === 'rows' ? grid.height : grid.width;
  const positions = axis === 'rows' ? grid.width : grid.height;
  const found: Candidate[] = [];
  for (let position = 0; position < positions; position += 1) {
    if (!mayState(grid, axis, position, lines)) continue;
    const marks = new Map<string, number>();
    const formulas: { line: number; terms: string }[] = [];
    for (let line = 0; line < lines; line += 1) {
      const cell = axis === 'rows' ? grid.cell(line, position) : grid.cell(position, line);
      if (cell === null || cell.kind === 'placeholder') continue;
      const { mark, terms } = readHeading(cell.kind === 'number' ? cell.value.toFixed() : cell.text);
      if (mark !== undefined && !marks.has(mark)) marks.set(mark, line);
      if (terms !== undefined) formulas.push({ line, terms });
    }
    for (const { line, terms } of formulas) found.push(...stated(line, terms, marks));
  }
  return found;
}

/** Most positions hold no formula over marks; this looks for one without reading every cell. */
function mayState(grid: FigureGrid, axis: 'rows' | 'columns', position: number, lines: number): boolean {
  for (let line = 0; line < lines; line += 1) {
    const cell = axis === 'rows' ? grid.cell(line, position) : grid.cell(position, line);
    if (cell?.kind === 'text' && cell.text.length < 80 && /[+＋\-−－–].{1,4}$/u.test(cell.text)) return true;
  }
  return false;
}

/** The mark that a heading gives its line, and the terms that it states: at its end, `合計 ③=①+②`, or around the words, `③合計=①+②`. */
function readHeading(text: string): { mark: string | undefined; terms: string | undefined } {
  const folded = foldLabel(text)
    .replace(/\s*([=+-])\s*/gu, '$1')
    .replace(/^([①-⑳])(?![=+\-\s]|$)/u, '$1.')
    // Circled numbers are marks without a space before them as well.
    .replace(/(?<![=+\-(])(?=\(?[①-⑳])/gu, ' ')
    .replace(/[①-⑳]/gu, (sign) => String(sign.charCodeAt(0) - '①'.charCodeAt(0) + 1))
    .trim();
  const before = LEADING.exec(folded);
  const leading = before?.[1] ?? before?.[2];
  const last = (folded.split(/\s+/u).pop() ?? '').replace(/^\((.*=.*|.*\+.*)\)$/u, '$1');
  const formula = FORMULA.exec(last) ?? FORMULA.exec(last.replace(/^.*=/u, leading === undefined ? '' : `${leading}=`));
  return { mark: formula?.[1] ?? MARK.exec(last)?.[1] ?? leading, terms: formula?.[2] };
}

function stated(line: number, terms: string, marks: ReadonlyMap<string, number>): Candidate[] {
  const added: number[] = [];
  const taken: number[] = [];
  for (const [, sign, mark] of terms.matchAll(TERM)) {
    const at = marks.get(mark ?? '');
    if (at === undefined || at === line) return [];
    (sign === '-' ? taken : added).push(at);
  }
  const target = taken.length === 0 ? line : added[0];
  if (target === undefined || (taken.length > 0 && added.length > 1)) return [];
  const addends = taken.length === 0 ? added : [line, ...taken];
  if (addends.length < 2 || new Set(addends).size < addends.length) return [];
  return [{ target, addends: addends.sort((a, b) => a - b), shape: 'stated' }];
}
