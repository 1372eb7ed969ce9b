import { addsUp } from '../addsUp';
import { formulaSums } from '../clues/formulaSums';
import type { Figure, Relation, SumRelation } from '../document';
import type { GridCell, SheetGrid } from '../sheetGrid';
import { assertionKey, type SheetFigureIndex } from './sumRelations';

/** What a formula of the workbook states of its own cell. */
export interface StatedSum {
  /** The formula's cell with all of its operands. It is no sum of them where the formula takes some away. */
  readonly relation: SumRelation;
  /** The sum that the formula states: the same relation; for a difference a = b − c the sum b = a + c; or none. */
  readonly sum: SumRelation | null;
}

/**
 * What the formulas of a sheet state as sums of printed figures: a value that was not computed again since its operands
 * changed does not hold. A difference of more than one added cell has no shape as a sum.
 */
export function statedSums(grid: SheetGrid, figures: SheetFigureIndex): StatedSum[] {
  const figureOf = (cell: GridCell) => figures.ofCell(cell) ?? [];
  return formulaSums(grid).flatMap(({ axis, at, added, takenAway }): StatedSum[] => {
    const own = figures.ofCell(at);
    const plus = added.flatMap(figureOf);
    const minus = takenAway.flatMap(figureOf);
    if (!own || plus.length === 0) return [];
    const sumOf = (target: Figure, addends: readonly Figure[]): SumRelation => {
      return { kind: 'sum', target, addends, axis, certainty: 'certain' };
    };
    const relation = sumOf(own, [...plus, ...minus]);
    if (minus.length === 0) return [{ relation, sum: relation }];
    const [whole, ...more] = plus;
    return [{ relation, sum: whole && more.length === 0 ? sumOf(whole, [own, ...minus]) : null }];
  });
}

/**
 * Adds to relations those that formulas state, where no other says of the cell what it sums up. Words and structure stay
 * where the formula says otherwise (it misses a row): that mismatch is what is to be reported. But what only may be a sum
 * gives way to what the workbook says, unless the formula adds a part of the same figures; and no figure is the sum of
 * what its formula takes away.
 */
export function withStated(relations: readonly Relation[], stated: readonly StatedSum[]): readonly Relation[] {
  if (stated.length === 0) return relations;
  const differences = new Map<string, SumRelation>();
  const byKey = new Map<string, SumRelation>();
  for (const { relation, sum } of stated) {
    if (sum !== relation) differences.set(assertionKey(relation), relation);
    if (sum && !byKey.has(assertionKey(sum))) byKey.set(assertionKey(sum), sum);
  }
  const kept = relations.flatMap((relation): Relation[] => {
    if (relation.kind !== 'sum') return [relation];
    const key = assertionKey(relation);
    const difference = differences.get(key);
    if (difference && addsWhatIsTakenAway(relation, difference)) return [];
    const own = byKey.get(key);
    byKey.delete(key);
    return [own && givesWay(relation, own) ? own : relation];
  });
  return [...kept, ...byKey.values()];
}

function addsWhatIsTakenAway(relation: SumRelation, { addends }: SumRelation): boolean {
  const operands = new Set(addends);
  return (
    relation.addends.some((addend) => operands.has(addend)) &&
    !addsUp(relation.target, relation.addends, relation.subtracted)
  );
}

function givesWay(relation: SumRelation, stated: SumRelation): boolean {
  if (relation.certainty === 'certain') return false;
  const present = new Set([...relation.addends, ...(relation.subtracted ?? [])]);
  const part = stated.addends.every((addend) => present.has(addend));
  return !part || stated.addends.length === present.size;
}
