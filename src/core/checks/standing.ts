import type { Figure, GrossRelation, SumRelation } from '../tables/document';
import type { Decimal } from '../values/decimal';

/** A relation whose target is the sum of other figures. */
export type AddingRelation = SumRelation | GrossRelation;

/** How a relation stands as printed. */
export interface Standing<R extends AddingRelation = AddingRelation> {
  readonly relation: R;
  readonly computed: Decimal;
  /** Stated less computed. */
  readonly difference: Decimal;
  readonly tolerance: Decimal;
  readonly holds: boolean;
  /** How many sums of the table along the same axis are off by a last place or so, where they show that it was rounded; else 0. */
  readonly inexactAlike: number;
}

/** The addends of a sum, net and tax of a gross figure. */
export function addendsOf(relation: AddingRelation): readonly Figure[] {
  return relation.kind === 'sum' ? relation.addends : [relation.net, relation.tax];
}

/** The figures that a relation takes off although they are printed without a sign. */
export function subtractedOf(relation: AddingRelation): readonly Figure[] {
  return relation.kind === 'sum' ? (relation.subtracted ?? []) : [];
}

/** All that a relation adds or takes off. */
export function termsOf(relation: AddingRelation): readonly Figure[] {
  const subtracted = subtractedOf(relation);
  return subtracted.length === 0 ? addendsOf(relation) : [...addendsOf(relation), ...subtracted];
}
