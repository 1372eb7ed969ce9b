import type { Figure } from '../tables/document';
import { type Decimal, ZERO } from '../values/decimal';
import type { Expression } from './expression';
import type { Finding } from './finding';

/** A finding before it has an id. `sumAxis` says which of several sums of one cell it is. */
export type DraftFinding = Omit<Finding, 'id'> & { readonly sumAxis: 'row' | 'column' | null };

type Wanted = 'kind' | 'cell' | 'verdict' | 'message';

/** A finding with nothing stated, computed or explained but what is given. */
export function draft(parts: Pick<DraftFinding, Wanted> & Partial<DraftFinding>): DraftFinding {
  return {
    textual: false,
    stated: null,
    computed: null,
    difference: null,
    tolerance: ZERO,
    operands: [],
    expression: null,
    rule: null,
    explanations: [],
    causes: [],
    sumAxis: null,
    ...parts,
  };
}

/** Stated, computed and their difference, as a finding carries them. */
export function comparison(
  figure: Figure,
  computed: Decimal,
): Pick<Finding, 'cell' | 'textual' | 'stated' | 'computed' | 'difference'> {
  return {
    cell: figure.cell,
    textual: figure.textual,
    stated: figure.value,
    computed,
    difference: figure.value.minus(computed),
  };
}

/** What is stated, where nothing can be computed. */
export function statedOnly({ cell, textual, value }: Figure): Pick<Finding, 'cell' | 'textual' | 'stated'> {
  return { cell, textual, stated: value };
}

/** A figure as a term of a formula: its cell, or the number read from a text. */
export function termOf(figure: Figure): Expression {
  return figure.textual ? { kind: 'number', value: figure.value } : { kind: 'cell', cell: figure.cell };
}
