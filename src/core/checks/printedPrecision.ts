import type { Figure, Table } from '../tables/document';
import { type Decimal, sumOf, ZERO } from '../values/decimal';

/** A header that says the figures below are in thousands, ten thousands, millions …: they were rounded to that unit. */
const ROUNDED_UNIT_HEADER = /千円|万円|億円|千人|千件|thousand|million|billion|\b000s?\b/iu;

/**
 * How far a figure may lie from the value behind it: half a step of its last printed place where it was rounded for print
 * (a unit other than 1, a value that is not a whole number of units, 約, a column in 千円); zero for exact figures.
 */
export function halfStep(figure: Figure, table: Table): Decimal {
  const rounded =
    figure.approximate ||
    !figure.unit.equals(1) ||
    !figure.value.mod(figure.unit).isZero() ||
    table.columns.some(
      (column) => column.column === figure.cell.column && ROUNDED_UNIT_HEADER.test(column.header.normalize('NFKC')),
    );
  return rounded ? figure.unit.div(2) : ZERO;
}

/** The tolerance of a comparison of figures by their printed precision: their intervals meet when the difference is within it. */
export function toleranceOf(figures: readonly Figure[], table: Table): Decimal {
  return sumOf(figures.map((figure) => halfStep(figure, table)));
}
