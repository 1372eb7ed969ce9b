import { groupBy } from '../../values/grouping';
import { sumHolds, isNoSumBySize, valueOfTerms } from '../addsUp';
import type { Decimal } from '../../values/decimal';
import type { Relation, SumRelation } from '../document';

/** A line must assert sums at so many places before they can outvote its words. */
const LEAST_PLACES = 3;

/**
 * Sums that words and structure assert, doubted where the line that they stand in does not add up at most of its places:
 * then the words are likely to mean something else. Where one and the same line of addends is what is missing everywhere,
 * it was left out, and nothing is doubted. A single figure of a line is doubted where it is no sum by its size: an average
 * or a share among sums.
 */
export function withDoubts(relations: readonly Relation[]): Relation[] {
  const lines = groupBy(
    relations.filter((relation) => relation.kind === 'sum'),
    lineOf,
  );
  const doubted = new Set<Relation>();
  for (const sums of lines.values()) {
    // A single figure has no line that could outvote it.
    if (sums.length === 1) continue;
    const failing = sums.filter((sum) => !sumHolds(sum));
    // What follows from a wrong figure of the line (税込合計 from 合計) is wrong by as much, and no voice of its own.
    const differences = new Set(failing.map((sum) => differenceOf(sum).toFixed())).size;
    const voices = sums.length - failing.length + differences;
    const outvoted = sums.length >= LEAST_PLACES && differences * 2 > voices && !leaveOutOne(failing);
    for (const relation of failing) {
      if (outvoted || (failing.length < sums.length && isNoSumBySize(relation))) doubted.add(relation);
    }
  }
  return relations.map((relation) =>
    relation.kind === 'sum' && doubted.has(relation) ? { ...relation, certainty: 'possible' } : relation,
  );
}

function lineOf({ axis, target: { cell } }: SumRelation): string {
  return `${axis} ${axis === 'rows' ? cell.row : cell.column}`;
}

/** Whether every sum would add up without the addend of one line, the same for all. */
function leaveOutOne(sums: readonly SumRelation[]): boolean {
  const [first, ...others] = sums.map(missingLines);
  return first !== undefined && [...first].some((line) => others.every((lines) => lines.has(line)));
}

function differenceOf({ target, addends, subtracted }: SumRelation): Decimal {
  return valueOfTerms(addends, subtracted).minus(target.value);
}

/** The lines whose figure alone is the difference. */
function missingLines(sum: SumRelation): Set<number> {
  const { axis, addends } = sum;
  const missing = differenceOf(sum);
  return new Set(
    addends.flatMap(({ value, cell }) => (value.eq(missing) ? [axis === 'rows' ? cell.row : cell.column] : [])),
  );
}
