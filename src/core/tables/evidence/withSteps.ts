import { placeKey } from '../../sheets/address';
import { sumHolds } from '../addsUp';
import type { Relation, SumRelation } from '../document';
import { assertionKey } from './sumRelations';

/**
 * Adds the steps of statements to what words and structure assert of a table. Of two readings of a cell the one that holds stays; where
 * neither does, the step.
 */
export function withSteps(relations: readonly Relation[], steps: readonly SumRelation[]): readonly Relation[] {
  if (steps.length === 0) return relations;
  const known = new Map(relations.flatMap((one) => (one.kind === 'sum' ? [[assertionKey(one), one] as const] : [])));
  const others = new Set(relations.flatMap((one) => (one.kind === 'sum' ? [] : [cellOf(one)])));
  const meant = steps.filter((step) => {
    const own = known.get(assertionKey(step));
    return (
      !others.has(cellOf(step)) &&
      !(own && (sumHolds(own) || (own.certainty === 'certain' && !sumHolds(step) && step.certainty !== 'certain')))
    );
  });
  const replaced = new Set(meant.map(assertionKey));
  return [...relations.filter((one) => one.kind !== 'sum' || !replaced.has(assertionKey(one))), ...meant];
}

const cellOf = ({ target: { cell } }: Relation): number => placeKey(cell.row, cell.column);
