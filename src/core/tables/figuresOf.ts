import type { Figure, Relation } from './document';

/** The figures of a relation: its target, then what that follows from. */
export function figuresOf(relation: Relation): readonly Figure[] {
  if (relation.kind === 'gross') return [relation.target, relation.net, relation.tax];
  if (relation.kind === 'withholding')
    return [relation.target, relation.net, ...(relation.gross ? [relation.gross] : [])];
  const { target, subtracted = [] } = relation;
  return [target, ...(relation.kind === 'sum' ? relation.addends : relation.lines), ...subtracted];
}
