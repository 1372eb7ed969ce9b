import { type CellRange, joinCells } from '../sheets/address';
import type { Figure } from '../tables/document';
import type { Expression } from './expression';
import { termOf } from './draft';

/**
 * The sum of figures: ranges of the numeric cells, numbers for those that stand in a text.
 *
 * @param cells The cells of all the figures, joined.
 */
export function sumExpression(
  figures: readonly Figure[],
  cells: readonly CellRange[] = joinCells(figures.map(({ cell }) => cell)),
): Expression {
  const textual = figures.filter((figure) => figure.textual);
  if (textual.length === 0) return { kind: 'sum', ranges: cells, terms: [] };
  const numeric = figures.filter((figure) => !figure.textual);
  return { kind: 'sum', ranges: joinCells(numeric.map(({ cell }) => cell)), terms: textual.map(termOf) };
}

/** The sum of figures less others. */
export function differenceExpression(added: readonly Figure[], subtracted: readonly Figure[]): Expression {
  const from = sumExpression(added);
  return subtracted.length === 0 ? from : { kind: 'subtract', from, what: sumExpression(subtracted) };
}
