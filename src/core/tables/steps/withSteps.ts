import { placeKey } from '../../sheets/address';
import { addsUp } from '../addsUp';
import type { Relation, SumRelation } from '../document';

/**
 * Adds the steps of statements to what words and structure assert of a table. Of two readings of a cell the one that holds stays; where
 * neither does, the step.
 */
export function withSteps(relations: readonly Relation[], steps: readonly SumRelation[]): readonly Relation[] {
  if (steps.length === 0) return relations;
  const known = new Map(relations.flatMap((one) => (one.kind === 'sum' ? [[keyOf(one), one] as const] : [])));
  const others = new Set(relations.flatMap((one) => (one.kind === 'sum' ? [] : [cellOf(one)])));
  const meant = steps.filter((step) => {
    const own = known.get(keyOf(step));
    return (
      !others.has(cellOf(step)) &&
      !(own && (holds(own) || (own.certainty === 'certain' && !holds(step) && step.certainty !== 'certain')))
    );
  });
  const replaced = new Set(meant.map(keyOf));
  return [...relations.filter((one) => one.kind !== 'sum' || !replaced.has(keyOf(one))), ...meant];
}

const holds = ({ target, addends, subtracted }: SumRelation): boolean => addsUp(target, addends, subtracted);
const cellOf = ({ target: { cell } }: Relation): number => placeKey(cell.row, cell.column);
const keyOf = (relation: SumRelation): string => `${relation.axis} ${cellOf(relation)}`;
