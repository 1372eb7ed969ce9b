import type { Figure, Table } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';

/** A header that says the figures below are in thousands, ten thousands, millions …: they were rounded to that unit. */
const ROUNDED_UNIT = /千円|万円|億円|千人|千件|千ドル|thousand|million|billion|[£$€¥]\s?(?:m|bn)\b|\b'?000'?s?\b/iu;
/** A header that says the figures below are in single yen, whatever a note above the table says. */
const PLAIN_UNIT = /[(（[]\s*(?:単位\s*[:：]?\s*)?円\s*[)）\]]/u;
const PERCENT = /[%％]|率|割合|構成比|percent|\bshare\b/iu;

const ONE = new Decimal(1);
/** Money is printed to the hundredth and exact: an invoice in dollars has no rounding of its own. */
const HUNDREDTH = new Decimal('0.01');
/** Shares that add up to a whole, with what rounding may add. */
const WHOLE_SHARE = new Decimal('1.1');

type ColumnPrecision = 'rounded' | 'percent' | 'plain';

/**
 * How far the printed figures of a table may lie from the values behind them: half a step of the last printed place where they
 * were rounded for print (a unit other than 1, a value that is not a whole number of units, 約, a column or a table in 千円, one
 * decimal, percentages); zero for exact figures, such as whole yen and money with two decimals.
 */
export class PrintedPrecision {
  private readonly columns = new Map<number, ColumnPrecision>();
  private readonly noted: boolean;

  constructor(table: Table) {
    this.noted = ROUNDED_UNIT.test((table.unitNote ?? '').normalize('NFKC'));
    for (const { column, header } of table.columns) {
      const text = header.normalize('NFKC');
      if (ROUNDED_UNIT.test(text)) this.columns.set(column, 'rounded');
      else if (PERCENT.test(text)) this.columns.set(column, 'percent');
      else if (PLAIN_UNIT.test(text)) this.columns.set(column, 'plain');
    }
  }

  /** Half a step of a figure that stands for itself, such as a price. */
  halfStep(figure: Figure): Decimal {
    return this.halfStepAmong(figure, figure.unit, this.isShare(figure));
  }

  /** The tolerance of a comparison of sums: the intervals of total and addends meet when the difference is within it. */
  toleranceOf(figures: readonly Figure[]): Decimal {
    const step = finestStep(figures);
    const shares = step.equals(HUNDREDTH) && figures.every((figure) => this.isShare(figure));
    let tolerance = ZERO;
    for (const figure of figures) {
      const half = this.halfStepAmong(figure, step, shares);
      if (half !== ZERO) tolerance = tolerance.plus(half);
    }
    return tolerance;
  }

  /** @param step the finest step of the figures that are compared: 13 stands for 13.0 among them where that is 0.1. */
  private halfStepAmong(figure: Figure, step: Decimal, shares: boolean): Decimal {
    const { unit } = figure;
    const column = this.columns.get(figure.cell.column);
    if (unit.lessThanOrEqualTo(ONE) && !figure.approximate && isMultiple(figure.value, step)) {
      if (step.lessThan(ONE) && !step.equals(HUNDREDTH)) return step.div(2);
      if (step.equals(HUNDREDTH)) return shares || column === 'percent' ? step.div(2) : ZERO;
      if (column === 'rounded' || (this.noted && column === undefined)) return unit.div(2);
      return ZERO;
    }
    return unit.div(2);
  }

  /** A percentage printed without decimals, read as the fraction that it is. */
  private isShare(figure: Figure): boolean {
    return figure.unit.equals(HUNDREDTH) && figure.value.abs().lessThanOrEqualTo(WHOLE_SHARE);
  }
}

/** The finest printed step of figures that are added up; 1 where none has decimals. */
export function finestStep(figures: readonly Figure[]): Decimal {
  let step = ONE;
  for (const { unit } of figures) if (unit !== ONE && unit.lessThan(step)) step = unit;
  return step;
}

/** Whether a value is a whole number of steps of 1, 0.1, 0.01 … */
function isMultiple(value: Decimal, step: Decimal): boolean {
  return step.equals(ONE) ? value.isInteger() : value.decimalPlaces() <= step.decimalPlaces();
}

/** The tolerance where all of so many figures were rounded to a step. */
export function toleranceOfRounded(count: number, step: Decimal): Decimal {
  return step.times(count).div(2);
}
