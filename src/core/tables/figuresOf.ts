import type { Figure, Relation } from './document';

/** The figures of a relation: its target, then what that follows from. */
export function figuresOf(relation: Relation): readonly Figure[] {
  if (relation.kind === 'sum') return [relation.target, ...relation.addends];
  if (relation.kind === 'gross') return [relation.target, relation.net, relation.tax];
  return [relation.target, ...relation.lines];
}
