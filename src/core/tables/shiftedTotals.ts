import { sumOf } from '../values/decimal';
import type { Column } from './column';
import type { Figure } from './document';
import type { Line } from './lines';

const FEWEST_DETAILS = 2;

/**
 * Lines whose totals are printed beside the column that they add up, as in a bill whose totals stand under its taxes: from the first
 * total on, where each line holds a single figure and all stand in one column that does not add up, they count for the only other
 * column whose details add up to the first. Where there is none, the lines as they are. The figures keep their cells.
 */
export function withShiftedTotals(lines: readonly Line[], columns: readonly Column[]): readonly Line[] {
  const first = lines.findIndex(({ kind }) => kind === 'total');
  const closing = lines.slice(first).filter(({ figures }) => figures.size > 0);
  const [total] = closing;
  const [own] = total?.figures.keys() ?? [];
  if (first < 0 || !total || own === undefined || closing.some(({ figures }) => !isAlone(figures, own))) return lines;
  const details = lines.slice(0, first).filter(({ kind }) => kind === 'detail');
  const stated = total.figures.get(own);
  const addsUp = (column: number) => {
    const figures = details.flatMap((line) => line.figures.get(column) ?? []).filter(({ value }) => !value.isZero());
    return figures.length >= FEWEST_DETAILS && stated?.value.eq(sumOf(figures.map(({ value }) => value)));
  };
  const others = columns.filter(({ addable, column }) => addable && column !== own && addsUp(column));
  const [meant] = others;
  if (!meant || others.length > 1 || addsUp(own)) return lines;
  return lines.map((line, index) => {
    const figure = index < first ? undefined : line.figures.get(own);
    return figure ? { ...line, figures: new Map([[meant.column, figure]]) } : line;
  });
}

function isAlone(figures: ReadonlyMap<number, Figure>, column: number): boolean {
  return figures.size === 1 && figures.has(column);
}
