import { groupBy } from '../../values/grouping';
import { gapOf, type Judged } from './judge';
import type { Lattice } from './lattice';

const isRun = ({ shape }: Judged) => shape === 'adjacent' || shape === 'reduced';

/** So much of the evidence for another total of the same lines there must be for the one that stands nearer to them. */
const NEAREST_SHARE = 0.4;

/** The hypotheses of one axis that stand beside each other without contradiction. */
export class Acceptance {
  readonly accepted: Judged[] = [];
  private readonly byTarget = new Map<number, Judged[]>();
  private readonly byAddend = new Map<number, Judged[]>();
  private readonly known = new Set<string>();

  constructor(private readonly lattice: Lattice) {}

  /** Accepts of the candidates, best first, those that contradict nothing that was accepted before. */
  take(candidates: readonly Judged[], allowed: (one: Judged) => boolean): number {
    const ranked = this.ranked(candidates.filter((one) => !this.known.has(keyOf(one)) && allowed(one))).sort(
      (a, b) => b.rank - a.rank || b.one.addends.length - a.one.addends.length,
    );
    let count = 0;
    for (const { one } of ranked) {
      if (this.known.has(keyOf(one)) || this.contradicts(one)) continue;
      this.accept(one);
      count += 1;
    }
    return count;
  }

  /** Lines that are added up by an accepted hypothesis. */
  isDetail(line: number): boolean {
    return this.byAddend.has(line);
  }

  isTotal(line: number): boolean {
    return this.byTarget.has(line);
  }

  /** Whether the line is known as the sum of the run of lines beside it. */
  totalsItsOwnRun(line: number): boolean {
    return (this.byTarget.get(line) ?? []).some(({ shape }) => shape === 'adjacent');
  }

  replace(before: Judged, after: Judged): void {
    this.accepted.splice(this.accepted.indexOf(before), 1);
    remove(this.byTarget, before.target, before);
    for (const line of before.addends) remove(this.byAddend, line, before);
    this.accept(after);
  }

  /** Of lines that add up to several others, the nearest of those is their total, also where it holds at somewhat fewer positions. */
  private ranked(candidates: readonly Judged[]): { readonly one: Judged; readonly rank: number }[] {
    const all = candidates.map((one) => ({ one, rank: this.rankOf(one), distance: gapOf(this.lattice, one).distance }));
    for (const same of groupBy(
      all.filter(({ one }) => isRun(one)),
      ({ one }) => keyOf({ target: -1, addends: one.addends }),
    ).values()) {
      if (same.length === 1) continue;
      const best = Math.max(...same.map(({ rank }) => rank));
      const [nearest] = same
        .filter(({ rank }) => rank >= best * NEAREST_SHARE)
        .sort((a, b) => a.distance - b.distance || b.rank - a.rank);
      if (nearest) nearest.rank = best + 0.01;
    }
    return all;
  }

  private rankOf(one: Judged): number {
    const { distance, headings } = gapOf(this.lattice, one);
    return one.bits - one.costs - 0.05 * distance - 0.3 * headings;
  }

  private accept(one: Judged): void {
    this.accepted.push(one);
    this.known.add(keyOf(one));
    push(this.byTarget, one.target, one);
    for (const line of one.addends) push(this.byAddend, line, one);
  }

  private contradicts(one: Judged): boolean {
    const own = new Set(one.addends);
    for (const other of this.byTarget.get(one.target) ?? []) {
      if (!meet(one, other)) continue;
      const overlap = other.addends.some((line) => own.has(line));
      if (overlap || one.score < 14 || this.shareLeaves(one, other)) return true;
    }
    for (const line of one.addends) {
      // A total together with one of its own addends.
      for (const other of this.byTarget.get(line) ?? []) {
        if (!meet(one, other)) continue;
        if (other.addends.includes(one.target)) return true;
        if (other.addends.some((addend) => own.has(addend))) return true;
      }
      for (const other of this.byAddend.get(line) ?? []) {
        if (other.target === one.target || !meet(one, other)) continue;
        // The other sum adds this target besides one of its addends.
        if (other.addends.includes(one.target)) return true;
        if (other.addends.length === own.size && other.addends.every((each) => own.has(each))) return true;
      }
    }
    return this.reaches(one);
  }

  /** Whether two sums of one total are in good part made of the same details: then they say the same twice. */
  private shareLeaves(a: Judged, b: Judged): boolean {
    const first = this.leavesOf(a.addends);
    const second = this.leavesOf(b.addends);
    let shared = 0;
    for (const line of first) if (second.has(line)) shared += 1;
    return shared >= 0.2 * Math.min(first.size, second.size);
  }

  private leavesOf(lines: readonly number[]): Set<number> {
    const leaves = new Set<number>();
    const seen = new Set<number>();
    const queue = [...lines];
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      if (seen.has(line)) continue;
      seen.add(line);
      const parts = this.byTarget.get(line)?.[0];
      if (parts) queue.push(...parts.addends);
      else leaves.add(line);
    }
    return leaves;
  }

  /** Whether any of its addends is, through sums that hold where it does, made of its target. Blocks that are stacked reuse columns. */
  private reaches(one: Judged): boolean {
    const queue = [...one.addends];
    const seen = new Set(queue);
    for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
      if (line === one.target) return true;
      for (const sum of this.byTarget.get(line) ?? []) {
        if (!meet(sum, one)) continue;
        for (const addend of sum.addends) {
          if (seen.has(addend)) continue;
          seen.add(addend);
          queue.push(addend);
        }
      }
    }
    return false;
  }
}

/** Whether both hold at some position. */
export function meet(a: Judged, b: Judged): boolean {
  const positions = new Set(a.hits);
  return b.hits.some((position) => positions.has(position));
}

/** Stands for a target with its addends: two are the same only if their keys are (but for one chance in 2^60). */
export function keyOf({ target, addends }: { target: number; addends: readonly number[] }): string {
  let first = 7;
  let second = 11;
  for (const line of addends) {
    first = (Math.imul(first, 31) + line) | 0;
    second = (Math.imul(second, 1_000_003) ^ line) | 0;
  }
  return `${target}:${addends.length}:${first}:${second}`;
}

function push(index: Map<number, Judged[]>, key: number, one: Judged): void {
  const known = index.get(key);
  if (known) known.push(one);
  else index.set(key, [one]);
}

function remove(index: Map<number, Judged[]>, key: number, one: Judged): void {
  const rest = (index.get(key) ?? []).filter((each) => each !== one);
  if (rest.length > 0) index.set(key, rest);
  else index.delete(key);
}
