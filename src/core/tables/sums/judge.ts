import { EMPTY, NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

/** How a candidate came up; its description costs more bits the more there are of its kind. */
export type Shape =
  | 'stated'
  | 'adjacent'
  | 'without-percent'
  | 'reduced'
  | 'gap'
  | 'label'
  | 'stride'
  | 'pair'
  | 'far'
  | 'leaf'
  | 'solved';

/** "Line `target` is the sum of the lines `addends`", at every position where it holds figures. */
export interface Candidate {
  readonly target: number;
  /** In ascending order. */
  readonly addends: readonly number[];
  readonly shape: Shape;
}

export interface Judged extends Candidate {
  /** Evidence from the positions where it holds, in bits. */
  readonly bits: number;
  /** What the positions where it fails cost, in bits. */
  readonly costs: number;
  /** Evidence, costs, what the words say, and what it takes to describe the hypothesis. */
  readonly score: number;
  readonly hits: readonly number[];
  /** Positions where one figure alone is repeated, or where all is zero. */
  readonly repeats: readonly number[];
  /** Positions where the figures do not add up but would with one digit changed. */
  readonly slips: readonly number[];
  /** Positions where the same is so, but where there are too many of them to speak for slips: they fail. */
  readonly doubtfulSlips: readonly number[];
  /** Positions where they do not add up. */
  readonly fails: readonly number[];
  /** Positions where a total of the kind makes no sense: averages, shares. */
  readonly foreign: readonly number[];
  /** What its slips, doubtful or not, say for it, in bits. */
  readonly slipBits: number;
  /** The only position where it does not hold, where it is a sum but for that: left out of all the others. */
  readonly spared?: number;
}

const MOST_BITS = 16;

/**
 * Bits that a difference costs, by its square in steps for each figure that was rounded: the normal law with twice the
 * variance of independent roundings, (n + 1) / 12, since figures in print are often rounded more than once.
 */
const MISFIT = 3 / Math.LN2;

/** A sum that fails at more positions than this share of those where it holds is not taken, whatever else speaks for it. */
export const MOST_FAILS = 0.7;
const HOPELESS = 1e6;
const GAP = 5;

/**
 * Judges a candidate over all positions at once.
 *
 * @param spared a position that is left out, as if nothing were printed there.
 */
export function judge(lattice: Lattice, candidate: Candidate, spared = -1): Judged {
  const { positions, kind, value, step } = lattice;
  const { target, addends } = candidate;
  const hits: number[] = [];
  const repeats: number[] = [];
  const slips: number[] = [];
  const doubtfulSlips: number[] = [];
  const fails: number[] = [];
  const foreign: number[] = [];
  const seen = new Set<number>();
  const mixes = new Map<number, number>();
  const soles = new Map<number, number>();
  let bits = 0;
  let costs = 0;
  let foreignCosts = 0;
  let slipGain = 0;
  for (let position = 0; position < positions; position += 1) {
    // Even if all the rest held, it would not be taken.
    if (fails.length > MOST_FAILS * (hits.length + repeats.length + slips.length + positions - position)) {
      costs += HOPELESS;
      break;
    }
    const at = target * positions + position;
    if (kind[at] !== NUMBER || position === spared) continue;
    const total = value[at] ?? 0;
    let unit = step[at] ?? 1;
    let sum = 0;
    let size = 0;
    let largest = 0;
    let numeric = 0;
    let nonzero = 0;
    let negative = 0;
    let sole = -1;
    for (const line of addends) {
      const from = line * positions + position;
      if (kind[from] !== NUMBER) continue;
      const addend = value[from] ?? 0;
      numeric += 1;
      if ((step[from] ?? 1) < unit) unit = step[from] ?? 1;
      if (addend === 0) continue;
      nonzero += 1;
      sole = line;
      sum += addend;
      const magnitude = Math.abs(addend);
      size += magnitude;
      if (magnitude > largest) largest = magnitude;
      if (addend < 0) negative += 1;
    }
    if (numeric === 0) {
      if (total === 0) repeats.push(position);
      continue;
    }
    if (nonzero === 0) {
      if (total === 0) repeats.push(position);
      else {
        fails.push(position);
        costs += 3;
      }
      continue;
    }
    const difference = Math.abs(total - sum);
    const magnitude = Math.max(Math.abs(total), size / 2) / unit;
    if (nonzero === 1) {
      if (difference * 2 <= unit * (numeric + 1) && total !== 0) {
        const known = soles.get(sole) ?? 0;
        const worth = Math.max(0, Math.min(3, Math.log2(magnitude + 1) / 2, 2 - known));
        soles.set(sole, known + worth);
        bits += worth;
        repeats.push(position);
      } else {
        fails.push(position);
        costs += 3;
      }
      continue;
    }
    if (difference * 2 <= unit * (numeric + 1)) {
      let worth = Math.min(MOST_BITS, Math.log2(magnitude + 1) - Math.log2((2 * difference) / unit + 1));
      const often = lattice.frequency.get(Math.abs(total)) ?? 1;
      worth = Math.min(worth, 1.5 * Math.log2(lattice.figureCount / often));
      if (seen.has(total)) worth *= 0.2;
      seen.add(total);
      const mix = mixOf(lattice, addends, position, sum);
      const same = mixes.get(mix) ?? 0;
      mixes.set(mix, same + 1);
      if (same > 0) worth *= 0.15 / same;
      bits += Math.max(0, worth) - MISFIT * ((difference / unit) ** 2 / (numeric + 1));
      hits.push(position);
      continue;
    }
    const averageLike =
      total !== 0 && (negative === 0 ? total > 0 && total < largest : nonzero > negative && Math.abs(total) < largest);
    const slip = slipBits(difference, magnitude, unit, numeric);
    if (averageLike && slip <= 0) {
      foreign.push(position);
      foreignCosts = Math.min(6, foreignCosts + 2);
      continue;
    }
    if (slip > 0) {
      slips.push(position);
      slipGain += slip;
      continue;
    }
    fails.push(position);
    costs += total === 0 ? 3 : 5;
  }
  costs += foreignCosts;
  // A few slips among many sums that hold speak for it, many are no slips.
  if (slips.length * 3 <= hits.length) bits += slipGain;
  else {
    costs += 5 * slips.length;
    doubtfulSlips.push(...slips.splice(0));
    fails.push(...doubtfulSlips);
  }
  const score = bits - costs + prior(lattice, candidate) - description(lattice, candidate);
  return { ...candidate, bits, costs, score, hits, repeats, slips, doubtfulSlips, fails, foreign, slipBits: slipGain };
}

/**
 * What a difference of one digit, but for what rounding of so many addends adds to it, says for the hypothesis: the log of how few
 * such differences there are.
 */
function slipBits(difference: number, magnitude: number, unit: number, addends: number): number {
  const digits = Math.log10(magnitude + 1);
  const slack = (unit * (addends + 1)) / 2;
  let best = 0;
  for (let place = 0; place <= digits; place += 1) {
    const size = unit * 10 ** place;
    const rest = difference % size;
    const up = rest * 2 >= size;
    const digit = (difference - rest) / size + (up ? 1 : 0);
    if (digit === 0) break;
    const off = up ? size - rest : rest;
    // Where rounding reaches as far as the digit does, it says nothing.
    if (digit > 9 || (off > 0 && (off > slack || size <= slack * 2))) continue;
    best = Math.max(best, Math.log2(magnitude + 1) - Math.log2(18 * (digits + 1) * ((2 * off) / unit + 1)));
  }
  return Math.min(8, best);
}

/** The proportions of the addends as one number, coarse enough to be the same where columns are proportional. */
function mixOf(lattice: Lattice, addends: readonly number[], position: number, sum: number): number {
  let mix = 17;
  for (const line of addends) {
    const addend = lattice.value[line * lattice.positions + position] ?? 0;
    if (addend !== 0) mix = (mix * 31 + line * 257 + ((addend / sum) * 200 + 0.5)) | 0;
  }
  return mix;
}

function prior(lattice: Lattice, { target, addends }: Candidate): number {
  const words = lattice.words[target];
  if (!words) return 0;
  let percent = 0;
  for (const line of addends) if (lattice.words[line]?.percent) percent += 1;
  return (
    (lattice.formatBits[target] ?? 0) +
    (words.total === 'strong' ? 4 : words.total === 'weak' || words.net ? 2 : 0) -
    (words.percent ? 3 : 0) -
    (6 * percent) / addends.length
  );
}

function description(lattice: Lattice, { target, addends, shape }: Candidate): number {
  switch (shape) {
    case 'stated':
      return -10;
    case 'adjacent':
      return 0;
    case 'without-percent':
      return 2;
    case 'reduced':
      return 2.5;
    case 'gap':
      return GAP;
    case 'label':
      return 6;
    case 'stride':
      return 8;
    case 'pair':
      return 2 * Math.log2(lattice.lines) + 2;
    case 'far':
      return 2 * Math.log2(lattice.lines) + 1;
    case 'leaf':
      return 5;
    case 'solved':
      // Each line that is reached may be in it or not.
      return Math.max(
        Math.abs(target - (addends[0] ?? target)),
        Math.abs((addends[addends.length - 1] ?? target) - target),
      );
  }
}

/** Lines between a target and its nearest addend that hold texts only, and how many lines there are between them. */
export function gapOf(lattice: Lattice, { target, addends }: Candidate): { distance: number; headings: number } {
  let nearest = addends[0] ?? target;
  for (const line of addends) if (Math.abs(line - target) < Math.abs(nearest - target)) nearest = line;
  const from = Math.min(nearest, target) + 1;
  const to = Math.max(nearest, target);
  let headings = 0;
  for (let line = from; line < to; line += 1) {
    if ((lattice.figures[line] ?? 0) === 0 && hasText(lattice, line)) headings += 1;
  }
  return { distance: to - from, headings };
}

function hasText(lattice: Lattice, line: number): boolean {
  const start = line * lattice.positions;
  for (let at = start; at < start + lattice.positions; at += 1) {
    const kind = lattice.kind[at];
    if (kind !== EMPTY && kind !== NUMBER) return true;
  }
  return false;
}

/** Whether a figure repeats each of those that it would add up: 100 under 100 and 100 is a whole, and no sum of wholes. */
export function repeatsItsAddends(
  { positions, kind, value }: Lattice,
  { target, addends }: Candidate,
  position: number,
): boolean {
  const total = value[target * positions + position] ?? 0;
  const nonzero = addends.flatMap((line) => {
    const at = line * positions + position;
    return kind[at] === NUMBER && value[at] !== 0 ? [value[at] ?? 0] : [];
  });
  return nonzero.length > 1 && nonzero.every((figure) => figure === total);
}
