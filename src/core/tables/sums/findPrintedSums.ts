import type { FigureGrid, GridPlace, PrintedSum } from './figureGrid';
import { type Judged, repeatsItsAddends } from './judge';
import { EMPTY } from './cellKinds';
import { type Lattice, latticesOf } from './lattice';
import { searchSums } from './search';
import { headingSums } from './headingSums';
import { isStatistic } from './statistics';

/** From so many bits on, after all that it takes to describe the hypothesis, a figure that does not fit is an error. */
const CERTAIN = 12;
/** A total below its largest figure is no average where so many others of its line add up for each of its kind. */
const MANY_HITS = 8;
/** Where so many hold for each that does not, that one is worth a doubt. */
const FEW_HITS = 3;

/**
 * Finds the printed sums of a grid by evidence, whatever its layout: lines that total other lines, at every position
 * where they hold figures, also where the figures do not add up.
 */
export function findPrintedSums(grid: FigureGrid): PrintedSum[] {
  if (grid.height === 0 || grid.width === 0) return [];
  const { rows, columns } = latticesOf(grid);
  const along = (lattice: Lattice) =>
    searchSums(lattice, headingSums(grid, lattice.axis)).flatMap((sum) => printedSums(lattice, sum));
  return [...along(rows), ...along(columns)];
}

function printedSums(lattice: Lattice, sum: Judged): PrintedSum[] {
  const place = (line: number, position: number): GridPlace =>
    lattice.axis === 'rows' ? { row: line, column: position } : { row: position, column: line };
  const certain = sum.shape === 'stated' || sum.score >= CERTAIN;
  const at =
    (holds: boolean, certainty: PrintedSum['certainty']) =>
    (position: number): PrintedSum => {
      const addends = sum.addends.filter((line) => lattice.kind[line * lattice.positions + position] !== EMPTY);
      return {
        axis: lattice.axis,
        target: place(sum.target, position),
        addends: addends.map((line) => place(line, position)),
        holds,
        certainty,
        bits: sum.bits,
      };
    };
  // Averages, shares and the like need not add up, nor do those of sums: there not even a slip is one for certain.
  const ratios = lattice.words[sum.target]?.percent === true;
  const ofRatios = (position: number) => lattice.ratios[position] === 1 || isStatistic(lattice, sum, position);
  const isRatio = (position: number) => ratios || ofRatios(position);
  const firm = standsFirm(lattice, sum);
  const odd = sum.foreign.length * MANY_HITS <= sum.hits.length ? sum.foreign : [];
  const failing = [...sum.slips, ...(firm ? [...sum.fails, ...odd] : [])].filter((position) => !isRatio(position));
  const unsure = sum.fails.length * FEW_HITS <= sum.hits.length ? sum.fails : sum.doubtfulSlips;
  // Where shares are meant to add up, nearly everywhere they do.
  const shares = ratios && sum.fails.length * MANY_HITS <= sum.hits.length ? sum.fails : [];
  const doubtful = [...(firm ? [] : unsure), ...sum.slips.filter(isRatio), ...shares.filter((one) => !ofRatios(one))];
  const mayBeSum = (position: number) => !repeatsItsAddends(lattice, sum, position);
  if (sum.spared !== undefined) {
    return [{ ...at(false, 'possible')(sum.spared), heldElsewhere: sum.hits.length + sum.repeats.length }];
  }
  const usual = certain ? 'certain' : 'possible';
  return [
    ...[...sum.hits, ...sum.repeats].map(at(true, usual)),
    ...failing.filter(mayBeSum).map(at(false, usual)),
    ...doubtful.filter(mayBeSum).map(at(false, 'possible')),
  ];
}

/** Whether the heading's formula, the words, or most cells of the line leave no doubt that it is a total where it fails as well. */
function standsFirm(lattice: Lattice, { target, shape, hits, fails }: Judged): boolean {
  if (shape === 'stated') return true;
  const named = lattice.words[target]?.total === 'strong';
  return (named || hits.length >= 4) && fails.length <= 0.25 * hits.length;
}
