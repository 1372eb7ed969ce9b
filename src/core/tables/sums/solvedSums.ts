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

/**
 * Candidates "a line is the sum of some of the lines on one side of it", with others between: marks of which some do not
 * count. Each position is an equation; the lines nearest to the target that are independent of each other are taken until
 * they span it (Gaussian elimination modulo a prime). It is a sum where every line then counts once or not at all.
 */
export function solvedSums(lattice: Lattice, list: readonly number[], targets: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  for (const target of targets) {
    const all = equationsOf(lattice, target);
    // An error in one figure spoils one half only; looking twice more is for lines that are likely to be sums.
    const halves = lattice.words[target]?.total === 'strong' ? [0, 1] : [];
    const systems = [all, ...halves.map((half) => all.filter((_, index) => index % 2 === half))].map(evenly);
    for (const direction of [-1, 1] as const) {
      const beside = list.filter((line) => (line - target) * direction > 0);
      const near = (direction < 0 ? beside.reverse() : beside).slice(0, REACH);
      for (const equations of systems) {
        const addends = solve(lattice, target, near, equations);
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

interface Direction {
  /** At the equations, 1 at its pivot. */
  readonly vector: Float64Array;
  readonly pivot: number;
  /** What it takes of each independent line. */
  readonly parts: Float64Array;
}

/** Of the lines, in order, those that add up to the target, or none. */
function solve(lattice: Lattice, target: number, lines: readonly number[], equations: readonly number[]): number[] {
  const most = Math.max(0, equations.length - PROOF);
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
    basis.push(next);
    subtract(rest, minus, next, rest[pivot] ?? 0);
    if (rest.some((residue) => residue !== 0)) continue;
    const addends = independent.filter((_, index) => minus[index] === PRIME - 1);
    return addends.length === minus.filter((part) => part !== 0).length ? addends : [];
  }
  return [];
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
