import type { Figure, Table } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';
import { neededExponent, UsedPlaces } from './usedPlaces';

/** A header that says the figures below are in thousands, ten thousands, millions …: they were rounded to that unit. */
const ROUNDED_UNIT = /[千万億兆](?:円|人|件|ドル|トン|台)|thousand|million|billion|[£$€¥]\s?(?:m|bn)\b|\b'?000'?s?\b/iu;
/** A header that says the figures below are in single yen, whatever a note above the table says. */
const PLAIN_UNIT = /[(（[]\s*(?:単位\s*[:：]?\s*)?円\s*[)）\]]/u;
const PERCENT = /[%％]|率|割合|構成比|percent/iu;

/** Exponent of a hundredth. Money is printed to it and exact: an invoice in dollars has no rounding of its own. */
const HUNDREDTH = -2;
const HALF_HUNDREDTH = new Decimal('0.005');
const HALF = new Decimal('0.5');
/** Of so many units and more, a figure may be rounded to them. */
const FEWEST_UNITS = 10;
/** Shares that add up to a whole, with what rounding may add. */
const WHOLE_SHARE = new Decimal('1.1');

/** The most that a sum with sen can lie from whole yen. */
const WITHOUT_SEN = new Decimal('0.99');

/** Whether a figure is in yen by the words beside it. */
export const isInYen = ({ label }: Figure): boolean => /[\u3040-\u30ff\u4e00-\u9fff]/.test(label);

const isWholeYen = ({ value, unit }: Figure): boolean => value.isInteger() && unit.e >= 0;

type ColumnPrecision = 'rounded' | 'percent' | 'plain';

/**
 * How far the printed figures of a table may lie from the values behind them: half a step of the last printed place where they
 * were rounded for print (a unit other than 1, a value that is not a whole number of units, 約, a column or a table in 千円, one
 * decimal, percentages); zero for exact figures, such as whole yen and money with two decimals.
 */
export class PrintedPrecision {
  private readonly columns = new Map<number, ColumnPrecision>();
  private readonly noted: boolean;
  private readonly usedPlaces: UsedPlaces;

  constructor(table: Table) {
    const note = (table.unitNote ?? '').normalize('NFKC');
    this.usedPlaces = new UsedPlaces(table);
    this.noted = ROUNDED_UNIT.test(note) || PERCENT.test(note);
    for (const { column, header } of table.columns) {
      const text = header.normalize('NFKC');
      if (ROUNDED_UNIT.test(text)) this.columns.set(column, 'rounded');
      else if (PERCENT.test(text)) this.columns.set(column, 'percent');
      else if (PLAIN_UNIT.test(text)) this.columns.set(column, 'plain');
    }
  }

  /** Half a step of a figure that stands for itself, such as a price. */
  halfStep(figure: Figure): Decimal {
    return this.halfStepAmong(figure, Math.min(0, figure.unit.e), this.isShare(figure));
  }

  /**
   * The tolerance of a comparison of sums: the intervals of total and addends meet when the difference is within it.
   *
   * @param figures the total first.
   */
  toleranceOf(figures: readonly Figure[]): Decimal {
    const places = this.placeOf(figures);
    const shares = places === HUNDREDTH && figures.every((figure) => this.isShare(figure));
    let tolerance = ZERO;
    for (const figure of figures) {
      const half = this.halfStepAmong(figure, places, shares);
      if (half !== ZERO) tolerance = tolerance.plus(half);
    }
    const [total, ...parts] = figures;
    // Sen are never paid: a bill in yen rounds the sum of its parts to whole yen, one way or another.
    if (places === HUNDREDTH && total && isInYen(total) && isWholeYen(total) && parts.some((part) => !isWholeYen(part)))
      return Decimal.max(tolerance, WITHOUT_SEN);
    // A total in whole units of parts that are finer, money apart, was rounded to them.
    const finer = places < 0 && places !== HUNDREDTH;
    const whole = finer && total?.value.isInteger() === true && total.value.abs().greaterThanOrEqualTo(FEWEST_UNITS);
    return whole ? Decimal.max(tolerance, HALF) : tolerance;
  }

  /** The exponent of the finest step that figures share; 0 where they have no decimals. */
  placeOf(figures: readonly Figure[]): number {
    // Money that all is printed to hundredths is exact, whichever of them it needs.
    if (figures.every(({ unit }) => unit.e === HUNDREDTH)) return HUNDREDTH;
    return this.usedPlaces.withoutSlip(figures) ?? finestExponent(figures);
  }

  /** Whether one of the figures alone needs a place that those beside it do without. */
  hasOddPlace(figures: readonly Figure[]): boolean {
    return this.usedPlaces.withoutSlip(figures) !== null;
  }

  /** @param finest exponent of the finest step of the figures that are compared: among tenths, 13 stands for 13.0. */
  private halfStepAmong(figure: Figure, finest: number, shares: boolean): Decimal {
    const { unit, value } = figure;
    const whole = finest === 0 ? value.isInteger() : value.decimalPlaces() <= -finest;
    // What is printed as nothing to more places than count is hardly what was left by rounding to those.
    const nothing = value.isZero() && unit.e < finest && finest < 0;
    if (unit.e > 0 || figure.approximate || !whole || nothing) return unit.div(2);
    const column = this.columns.get(figure.cell.column);
    if (finest === HUNDREDTH) return shares || column === 'percent' ? HALF_HUNDREDTH : ZERO;
    if (finest < 0) return stepOf(finest).div(2);
    return column === 'rounded' || column === 'percent' || (this.noted && column === undefined) ? unit.div(2) : ZERO;
  }

  /** A percentage printed without decimals, read as the fraction that it is. */
  private isShare(figure: Figure): boolean {
    return figure.unit.e === HUNDREDTH && figure.value.abs().lessThanOrEqualTo(WHOLE_SHARE);
  }
}

/**
 * The exponent of the finest printed step, which is a power of ten; 0 where none has decimals. Where more than two decimals are
 * printed and none of the figures needs the last of them, they are a matter of format: the finest that is needed counts.
 */
function finestExponent(figures: readonly Figure[]): number {
  let finest = 0;
  let needed = 0;
  for (const { unit, value } of figures) {
    if (unit.e < finest) finest = unit.e;
    needed = Math.min(needed, neededExponent(value));
  }
  return finest < HUNDREDTH ? Math.max(finest, needed) : finest;
}

/** The finest printed step of figures; 1 where none has decimals. */
export function finestStep(figures: readonly Figure[]): Decimal {
  return stepOf(finestExponent(figures));
}

/** The tolerance where all of so many figures were rounded to a step. */
export function toleranceOfRounded(count: number, step: Decimal): Decimal {
  return step.times(count).div(2);
}

function stepOf(exponent: number): Decimal {
  return new Decimal(10).pow(exponent);
}
