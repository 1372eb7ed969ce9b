import { headingSums } from '../../src/core/tables/sums/headingSums';
import type { FigureGrid, GridPlace } from '../../src/core/tables/sums/figureGrid';
import type { Judged } from '../../src/core/tables/sums/judge';
import { latticesOf } from '../../src/core/tables/sums/lattice';
import { searchSums } from '../../src/core/tables/sums/search';
import type { Decimal } from '../../src/core/values/decimal';
import type { Axis } from './score';

/** A changed figure of a grid. */
export interface Change extends GridPlace {
  readonly value: Decimal;
}

/** Why a changed digit was not told: what became of the hypothesis that its sum belongs to, and that hypothesis. */
export interface MissReason {
  readonly reason: string;
  readonly detail: string;
}

/** @param verdict what the report on the changed table says of the sum, if it mentions it. */
export function reasonOfMiss(
  grid: FigureGrid,
  change: Change,
  sum: { readonly target: GridPlace; readonly addends: readonly GridPlace[]; readonly axis: Axis },
  verdict: string | null,
): MissReason {
  const before = hypothesesFor(grid, change, sum);
  const after = hypothesesFor(changedGrid(grid, change), change, sum);
  const detail = `${before.map(({ text }) => text).join(' & ') || '–'} → ${after.map(({ text }) => text).join(' & ') || '–'}`;
  if (verdict !== null) return { reason: `told as ${verdict}`, detail };
  if (before.length === 0) return { reason: 'never found', detail };
  if (after.length === 0) return { reason: 'falls away with the fault', detail };
  const [first] = after;
  return { reason: `seen as ${first?.seenAs ?? ''}, not told`, detail };
}

interface Traced {
  readonly seenAs: string;
  readonly text: string;
}

/** The accepted hypotheses about the total of the sum that the changed figure is in. */
function hypothesesFor(
  grid: FigureGrid,
  change: GridPlace,
  { target, axis }: { readonly target: GridPlace; readonly axis: Axis },
): Traced[] {
  const lattice = latticesOf(grid)[axis];
  const [line, position] = axis === 'rows' ? [target.row, target.column] : [target.column, target.row];
  const changed = axis === 'rows' ? change.row : change.column;
  return searchSums(lattice, headingSums(grid, axis))
    .filter((one) => one.target === line && (line === changed || one.addends.includes(changed)))
    .map((one) => {
      const seenAs = placeOf(one, position);
      const { hits, repeats, slips, fails, foreign } = one;
      const counts = [hits, repeats, slips, fails, foreign].map(({ length }) => length).join('/');
      return { seenAs, text: `${one.shape} ${one.score.toFixed(0)} [${counts}] ${seenAs}` };
    })
    .sort((a, b) => Number(a.seenAs === 'no position') - Number(b.seenAs === 'no position'));
}

function placeOf(one: Judged, position: number): string {
  const kinds = ['hits', 'repeats', 'slips', 'doubtfulSlips', 'fails', 'foreign'] as const;
  return kinds.find((kind) => one[kind].includes(position)) ?? 'no position';
}

export function changedGrid(grid: FigureGrid, { row, column, value }: Change): FigureGrid {
  return {
    ...grid,
    height: grid.height,
    width: grid.width,
    cell: (atRow, atColumn) => {
      const cell = grid.cell(atRow, atColumn);
      return atRow === row && atColumn === column && cell?.kind === 'number' ? { ...cell, value } : cell;
    },
  };
}
