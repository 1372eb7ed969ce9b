import type { Certainty, Figure, SumRelation } from './document';

/** What is added and what is taken off. */
export interface Terms {
  readonly addends: readonly Figure[];
  readonly subtracted?: readonly Figure[];
}

/** That a figure is what others come to, less those that are taken off: what takes nothing off has no `subtracted`. */
export function sumRelation(
  target: Figure,
  { addends, subtracted = [] }: Terms,
  axis: SumRelation['axis'],
  certainty: Certainty,
): SumRelation {
  const taken = subtracted.length === 0 ? {} : { subtracted };
  return { kind: 'sum', target, addends, ...taken, axis, certainty };
}
