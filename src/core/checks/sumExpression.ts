import { joinCells } from '../sheets/address';
import type { Figure } from '../tables/document';
import type { Expression } from './expression';
import { termOf } from './draft';

/** The sum of figures: ranges of the numeric cells, numbers for those that stand in a text. */
export function sumExpression(figures: readonly Figure[]): Expression {
  return {
    kind: 'sum',
    ranges: joinCells(figures.filter((figure) => !figure.textual).map((figure) => figure.cell)),
    terms: figures.filter((figure) => figure.textual).map(termOf),
  };
}
