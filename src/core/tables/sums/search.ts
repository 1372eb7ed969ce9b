import { groupBy } from '../../values/grouping';
import { Acceptance, keyOf, meet } from './acceptance';
import { adjacentRuns } from './adjacentRuns';
import { PLACEHOLDER } from './cellKinds';
import { farRuns } from './farRuns';
import { type Candidate, judge, type Judged, MOST_FAILS } from './judge';
import type { Lattice } from './lattice';
import { leafSums } from './leafSums';
import { labelledSums } from './labelledSums';
import { pairCandidates } from './pairs';
import { solvedSums } from './solvedSums';
import { twinsOf } from './twins';

const LONGEST_STRIDE = 24;
/** Groups do not repeat so often that more lines than these need be searched for them. */
const MOST_STRIDDEN = 400;

/** The sums along one axis, found in passes from the plainest to the ones that only make sense once those stand. */
export function searchSums(lattice: Lattice, stated: readonly Candidate[] = []): Judged[] {
  const acceptance = new Acceptance(lattice);
  const judgeAll = (candidates: readonly Candidate[]) => unique(candidates).map((one) => judge(lattice, one));
  const twins = twinsOf(lattice);
  const all = Array.from({ length: lattice.lines }, (_, line) => line);
  const plain = all.filter((line) => !lattice.words[line]?.percent);
  const bearing = all.filter((line) => (lattice.figures[line] ?? 0) > 0);
  if (bearing.length < 3) return [];

  acceptance.take(judgeAll(stated), isBorneOut(lattice));
  const adjacent = judgeAll([
    ...adjacentRuns(lattice, bearing, 'adjacent'),
    ...(plain.length < all.length ? adjacentRuns(lattice, plain, 'without-percent') : []),
  ]);
  const twice = countingTwice(adjacent.filter(isStrict));
  acceptance.take(
    adjacent.filter((one) => !twice.has(one)),
    isStrict,
  );
  // Neither a detail of a sum that stands nor the repetition of a total.
  const isOpen = (line: number) => !acceptance.isDetail(line) && !acceptance.isTotal(twins[line] ?? -1);
  const isNoTotal = (line: number) => !acceptance.isTotal(line);
  const reducedRuns = lastOf((left: readonly number[], others: readonly number[]) =>
    judgeAll(adjacentRuns(lattice, left, 'reduced', { others })),
  );
  let reduced: readonly Judged[] = [];
  const reduce = (allowed: (one: Judged) => boolean, most: number) => {
    for (let level = 0; level < most; level += 1) {
      const left = plain.filter(isOpen);
      // A detail of one sum may be a sum itself, of lines that are open.
      const others = plain.filter((line) => !isOpen(line) && isNoTotal(line));
      reduced = reducedRuns(left, others);
      if (acceptance.take(reduced, allowed) === 0) return;
    }
  };
  reduce(isStrict, 4);
  const others = judgeAll([
    ...labelRuns(lattice, bearing),
    ...strideRuns(lattice, bearing),
    ...pairCandidates(lattice),
    ...(bearing.length <= MOST_STRIDDEN ? [1, 2] : []).flatMap((gap) =>
      adjacentRuns(lattice, bearing, 'gap', { skipped: gap }),
    ),
    ...farRuns(lattice, bearing),
    ...(bearing.length <= MOST_STRIDDEN ? solvedSums(lattice, bearing, bearing.filter(isNoTotal)) : []),
  ]);
  const known = new Set(others.filter(isStrict).map(sameLines));
  // Of lines that are added up further away, the total is rather the one beside them.
  acceptance.take(
    adjacent.filter((one) => known.has(sameLines(one))),
    (one) => isFair(one, 8),
  );
  acceptance.take(others, isStrict);
  reduce(isStrict, 4);
  acceptance.take(adjacent, (one) => isFair(one, 8));
  reduce((one) => isFair(one, 8), 2);
  acceptance.take(others, (one) => isFair(one, one.shape === 'label' ? 8 : 14));
  const strides = () => {
    const left = plain.filter((line) => (lattice.figures[line] ?? 0) > 0 && isOpen(line));
    const totals = bearing.filter((line) => lattice.words[line]?.total === 'strong' || acceptance.isTotal(line));
    return judgeAll([left, totals].flatMap((list) => (list.length < bearing.length ? strideRuns(lattice, list) : [])));
  };
  acceptance.take(strides(), isStrict);
  const leaves = bearing.filter((line) => !acceptance.isTotal(line) && !lattice.words[line]?.percent);
  const named = bearing.filter((line) => lattice.words[line]?.total !== 'none');
  if (lattice.axis === 'rows') acceptance.take(judgeAll(leafSums(lattice, leaves, named)), isStrict);
  const left = all.filter(isOpen);
  acceptance.take(
    judgeAll(labelledSums(lattice, left, (line) => acceptance.totalsItsOwnRun(line))),
    isBorneOut(lattice),
  );
  collapse(lattice, acceptance);
  const sparing = [...adjacent, ...reduced, ...others].flatMap((one) => sparingOne(lattice, one));
  acceptance.take(sparing, (one) => isFair(one, one.shape === 'adjacent' || one.shape === 'reduced' ? 8 : 14));
  return withoutDetails(acceptance.accepted)
    .flatMap((one) => [one, ...twinSums(lattice, twins, one)])
    .map((one) => (one.shape === 'adjacent' ? withNilLines(lattice, one) : one));
}

/** A function of two lists of lines that remembers what it gave for those it was last asked for. */
function lastOf<T>(of: (a: readonly number[], b: readonly number[]) => T) {
  let last: { readonly a: readonly number[]; readonly b: readonly number[]; readonly result: T } | null = null;
  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((line, index) => line === b[index]);
  return (a: readonly number[], b: readonly number[]): T => {
    if (!last || !same(last.a, a) || !same(last.b, b)) last = { a, b, result: of(a, b) };
    return last.result;
  };
}

/** A hypothesis that the only position where it does not hold keeps from being taken, as it would be without that one. */
function sparingOne(lattice: Lattice, one: Judged): Judged[] {
  const odd = [...one.fails, ...one.foreign];
  const [spared] = odd;
  if (spared === undefined || odd.length > 1 || one.hits.length === 0) return [];
  const without = judge(lattice, one, spared);
  // A difference of one digit speaks for it all the same.
  const slip = one.doubtfulSlips.length > 0 ? one.slipBits : 0;
  return [{ ...without, score: without.score + slip, bits: without.bits + slip, spared }];
}

const enough = (one: Judged) => one.hits.length >= 2 || (one.hits.length === 1 && one.score >= 6);
const isStrict = (one: Judged) =>
  enough(one) && one.score >= 12 && one.fails.length <= 0.1 * (one.hits.length + one.repeats.length);
const isFair = (one: Judged, score: number) =>
  enough(one) && one.score >= score && one.fails.length <= MOST_FAILS * one.hits.length;
/** Words or formulas say it, and the figures do not speak against it; shares and the like need not add up. */
const isBorneOut =
  ({ ratios }: Lattice) =>
  (one: Judged) => {
    const counted = (positions: readonly number[]) => positions.filter((position) => ratios[position] !== 1).length;
    const held = one.hits.length + one.repeats.length;
    return held > 0 && counted(one.fails) + counted(one.foreign) <= MOST_FAILS * held;
  };

/** The same for candidates with the same addends, whatever they total. */
const sameLines = ({ addends }: Candidate) => keyOf({ target: -1, addends });

/** Sums that add a total besides its own addends, where that total is a sum as well. */
function countingTwice(strict: readonly Judged[]): Set<Judged> {
  const byTarget = groupBy(strict, ({ target }) => target);
  return new Set(
    strict.filter((one) => {
      const lines = new Set(one.addends);
      return one.addends.some((line) =>
        (byTarget.get(line) ?? []).some(
          (inner) =>
            inner.hits.length >= 0.6 * one.hits.length &&
            !inner.addends.includes(one.target) &&
            inner.addends.every((addend) => lines.has(addend)),
        ),
      );
    }),
  );
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  const known = new Set<string>();
  return candidates.filter((one) => {
    const key = keyOf(one);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** A total that is printed twice, on lines beside each other, is the same sum twice. */
function twinSums(lattice: Lattice, twins: Int32Array, one: Judged): Judged[] {
  const line = one.target + 1;
  if (one.spared !== undefined || twins[line] !== one.target || one.addends.includes(line)) return [];
  return [judge(lattice, { ...one, target: line })];
}

/** Without the sums that add the details of lines which another sum of the same total adds themselves. */
function withoutDetails(sums: readonly Judged[]): Judged[] {
  const byTarget = groupBy(sums, ({ target }) => target);
  return sums.filter((one) => {
    const lines = new Set(one.addends);
    return !(byTarget.get(one.target) ?? []).some(
      (other) =>
        other !== one &&
        meet(one, other) &&
        other.addends.some(
          (line) =>
            !lines.has(line) &&
            (byTarget.get(line) ?? []).some(({ addends }) => addends.every((detail) => lines.has(detail))),
        ),
    );
  });
}

/** The sum with the lines inside of its run that print nothing but marks for nil. */
function withNilLines(lattice: Lattice, one: Judged): Judged {
  const added = new Set(one.addends);
  const first = one.addends[0] ?? 0;
  const last = one.addends[one.addends.length - 1] ?? 0;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { ...one, addends: lines.filter((line) => added.has(line) || isNil(lattice, line)) };
}

function isNil({ figures, positions, kind }: Lattice, line: number): boolean {
  const start = line * positions;
  return figures[line] === 0 && kind.subarray(start, start + positions).includes(PLACEHOLDER);
}

/** Runs among the lines with the same last heading, and among those named as totals. */
function labelRuns(lattice: Lattice, bearing: readonly number[]): Candidate[] {
  const groups = groupBy(bearing, (line) => lattice.words[line]?.last ?? '');
  groups.delete('');
  const totals = bearing.filter((line) => lattice.words[line]?.total === 'strong');
  return [...groups.values(), totals].flatMap((group) =>
    group.length >= 3 && group.length < lattice.lines ? adjacentRuns(lattice, group, 'label') : [],
  );
}

/** Runs of every second, third … line: groups of columns that repeat under merged headings. */
function strideRuns(lattice: Lattice, bearing: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  if (bearing.length > MOST_STRIDDEN) return found;
  const longest = Math.min(LONGEST_STRIDE, (bearing.length - 1) >> 1);
  for (let stride = 2; stride <= longest; stride += 1) {
    for (let first = 0; first < stride; first += 1) {
      const list = bearing.filter((_, index) => index % stride === first);
      if (list.length >= 3) found.push(...adjacentRuns(lattice, list, 'stride'));
    }
  }
  return found;
}

/** Replaces details by their own total where that is an accepted sum as well: totals of subtotals. */
function collapse(lattice: Lattice, acceptance: Acceptance): void {
  for (const one of [...acceptance.accepted]) {
    if (one.shape === 'adjacent' || one.addends.length < 3) continue;
    let lines = new Set(one.addends);
    for (const inner of acceptance.accepted) {
      if (inner === one || inner.addends.length >= lines.size || lines.has(inner.target)) continue;
      if (inner.target === one.target || !inner.addends.every((line) => lines.has(line))) continue;
      lines = new Set([...lines].filter((line) => !inner.addends.includes(line)).concat(inner.target));
    }
    if (lines.size === one.addends.length || lines.size < 2) continue;
    const after = judge(lattice, { ...one, addends: [...lines].sort((a, b) => a - b) });
    if (after.hits.length >= one.hits.length * 0.9) acceptance.replace(one, after);
  }
}
