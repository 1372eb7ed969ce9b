import { NUMBER } from './cellKinds';
import type { Candidate } from './judge';
import type { Lattice } from './lattice';

/** Products of two residues stay exact in a double. */
const PRIME = 67_108_859;
/** Lines on one side of a target that are looked at. */
const REACH = 40;
/** Positions that are used. */
const MOST_EQUATIONS = 44;
/** Positions that remain to prove a solution, after one for each line in it. */
const PROOF = 3;
/** The same where an error in one of the positions is allowed for. */
const PROOF_BUT_FOR_ONE = 6;

/**
 * Candidates "a line is the sum of some of the lines on one side of it", with others between: marks of which some do not
 * count. Each position is an equation; the lines nearest to the target that are independent of each other are taken until
 * they span it (Gaussian elimination modulo a prime). It is a sum where every line then counts once or not at all.
 */
export function solvedSums(lattice: Lattice, list: readonly number[], targets: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  for (const target of targets) {
    const all = equationsOf(lattice, target);
    // Looking for errors as well is for lines that are likely to be sums. Several may all lie in one half.
    const named = lattice.words[target]?.total === 'strong';
    const halves = named ? [0, 1].map((half) => all.filter((_, index) => index % 2 === half)) : [];
    const systems = [
      { equations: evenly(all), butForOne: false },
      ...(named ? [{ equations: evenly(all), butForOne: true }] : []),
      ...halves.map((half) => ({ equations: evenly(half), butForOne: false })),
    ];
    for (const direction of [-1, 1] as const) {
      const beside = list.filter((line) => (line - target) * direction > 0);
      const near = (direction < 0 ? beside.reverse() : beside).slice(0, REACH);
      for (const { equations, butForOne } of systems) {
        const addends = solve(lattice, target, near, equations, butForOne);
        if (addends.length < 2) continue;
        found.push({ target, addends: addends.sort((a, b) => a - b), shape: 'solved' });
        break;
      }
    }
  }
  return found;
}

/** Positions where the target has a figure. */
function equationsOf({ positions, kind }: Lattice, target: number): number[] {
  const all: number[] = [];
  for (let position = 0; position < positions; position += 1) {
    if (kind[target * positions + position] === NUMBER) all.push(position);
  }
  return all;
}

function evenly(all: readonly number[]): number[] {
  return all.filter((_, index) => (index * MOST_EQUATIONS) % Math.max(all.length, MOST_EQUATIONS) < MOST_EQUATIONS);
}

/** A combination of independent lines: 1 at its own pivot, an equation, and 0 at those of all the others. */
interface Direction {
  /** At the equations. */
  readonly vector: Float64Array;
  readonly pivot: number;
  /** What it takes of each independent line. */
  readonly parts: Float64Array;
}

/**
 * Of the lines, in order, those that add up to the target, or none.
 *
 * @param butForOne whether they need not do so at one of the equations, whichever that is.
 */
function solve(
  lattice: Lattice,
  target: number,
  lines: readonly number[],
  equations: readonly number[],
  butForOne: boolean,
): number[] {
  const most = Math.max(0, equations.length - (butForOne ? PROOF_BUT_FOR_ONE : PROOF));
  const basis: Direction[] = [];
  const independent: number[] = [];
  const rest = residues(lattice, target, equations);
  const minus = new Float64Array(most);
  for (const line of lines) {
    if (independent.length === most) return [];
    const vector = residues(lattice, line, equations);
    const parts = new Float64Array(most);
    for (const one of basis) subtract(vector, parts, one, vector[one.pivot] ?? 0);
    const pivot = vector.findIndex((residue) => residue !== 0);
    if (pivot < 0) continue;
    parts[independent.length] = 1;
    independent.push(line);
    const scale = inverse(vector[pivot] ?? 1);
    scaleBy(vector, scale);
    scaleBy(parts, scale);
    const next = { vector, pivot, parts };
    for (const one of basis) subtract(one.vector, one.parts, next, one.vector[pivot] ?? 0);
    basis.push(next);
    subtract(rest, minus, next, rest[pivot] ?? 0);
    const solution = butForOne ? solutionButForOne(rest, minus, basis) : rest.some((part) => part !== 0) ? null : minus;
    if (!solution) continue;
    const addends = independent.filter((_, index) => solution[index] === PRIME - 1);
    const whole = addends.length === solution.filter((part) => part !== 0).length;
    if (whole || !butForOne) return whole ? addends : [];
  }
  return [];
}

/**
 * What is to be taken away of each line, negative, where all equations but one then hold: one that is no pivot is off alone; one
 * that is a pivot makes the rest a multiple of its direction. Null where it takes more than that.
 */
function solutionButForOne(rest: Float64Array, minus: Float64Array, basis: readonly Direction[]): Float64Array | null {
  const off: number[] = [];
  for (let at = 0; at < rest.length; at += 1) if (rest[at] !== 0) off.push(at);
  const [first = -1, second = -1] = off;
  if (off.length === 0) return null;
  if (off.length === 1) return minus;
  const product = (a: number | undefined, b: number | undefined) => ((a ?? 0) * (b ?? 0)) % PRIME;
  for (const one of basis) {
    const { vector, pivot } = one;
    if (vector[first] === 0) continue;
    if (product(rest[first], vector[second]) !== product(rest[second], vector[first])) continue;
    const times = product(rest[first], inverse(vector[first] ?? 1));
    if (vector.some((part, at) => at !== pivot && product(part, times) !== rest[at])) continue;
    const corrected = minus.slice();
    subtract(rest.slice(), corrected, one, times);
    return corrected;
  }
  return null;
}

/** Takes so many times a direction away, from the figures and from what they are made of. */
function subtract(vector: Float64Array, parts: Float64Array, { vector: other, parts: its }: Direction, times: number) {
  if (times === 0) return;
  const minus = PRIME - times;
  for (let at = 0; at < vector.length; at += 1) vector[at] = ((vector[at] ?? 0) + minus * (other[at] ?? 0)) % PRIME;
  for (let at = 0; at < parts.length; at += 1) parts[at] = ((parts[at] ?? 0) + minus * (its[at] ?? 0)) % PRIME;
}

function scaleBy(vector: Float64Array, scale: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] = ((vector[at] ?? 0) * scale) % PRIME;
}

function residues({ positions, value }: Lattice, line: number, equations: readonly number[]): Float64Array {
  return Float64Array.from(equations, (position) => {
    const residue = (value[line * positions + position] ?? 0) % PRIME;
    return residue < 0 ? residue + PRIME : residue;
  });
}

/** By Fermat's little theorem. */
function inverse(residue: number): number {
  let power = 1;
  let square = residue;
  for (let exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
    if (exponent % 2 === 1) power = (power * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return power;
}
