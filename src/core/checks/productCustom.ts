import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import type { Certainty } from '../tables/document';
import { Decimal } from '../values/decimal';
import { isInYen, type PrintedPrecision } from './printedPrecision';
import { factorOf, type ProductRow, productOf } from './productTerms';

export const WHOLE = new Decimal(1);
const CENT = new Decimal('0.01');
/** A price may be for so many units without a heading that says it, or the amounts be in thousands. */
const SILENT_BASES = [10, 100, 1_000, 10_000, 1_000_000].map((base) => new Decimal(base));

/** What the rows of a table have in common. */
export interface ProductCustom {
  /** Step that amounts are rounded to: one yen, one cent. */
  readonly step: Decimal;
  readonly mode: RoundingMode;
  /** Most products are exact: what is printed of quantities and prices is all there is of them. */
  readonly exact: boolean;
}

/** Where no row fits as printed and most do with one base for all, that base is meant. */
export function withSilentBase(rows: readonly ProductRow[]): readonly ProductRow[] {
  const fitting = (candidates: readonly ProductRow[]) => candidates.filter(fitsSomehow).length;
  if (rows.length < 2 || fitting(rows) > 0 || rows.some(({ per }) => !(per instanceof Decimal))) return rows;
  const scaled = SILENT_BASES.map((base) => rows.map((row) => ({ ...row, per: base })));
  return scaled.find((candidates) => fitting(candidates) >= 2 && fitting(candidates) * 2 > rows.length) ?? rows;
}

function stepOf(rows: readonly ProductRow[]): Decimal {
  return rows.some(({ amount }) => !amount.value.isInteger() || amount.unit.e < 0) ? CENT : WHOLE;
}

/** The steps that a row's amount may have been rounded to, the table's own first: among amounts with sen, whole yen as well. */
export function stepsFor({ amount }: ProductRow, step: Decimal): readonly Decimal[] {
  return step.lessThan(WHOLE) && amount.value.isInteger() && isInYen(amount) ? [step, WHOLE] : [step];
}

/** Whether a row's amount is its product under some rounding. */
export function fitsSomehow(row: ProductRow): boolean {
  const product = productOf(row);
  return stepsFor(row, stepOf([row])).some((step) =>
    ROUNDING_MODES.some((mode) => roundTo(product, step, mode).eq(row.amount.value)),
  );
}

/** What the rows show to be usual: amounts in yen are rounded down, those with cents half up, unless most rows are rounded otherwise. */
export function customOf(rows: readonly ProductRow[]): ProductCustom {
  const step = stepOf(rows);
  const products = rows.map((row) => ({ stated: row.amount.value, product: productOf(row) }));
  const rounded = products.filter(({ product }) => !roundTo(product, step, 'down').eq(product));
  const count = (mode: RoundingMode) =>
    rounded.filter(({ stated, product }) => roundTo(product, step, mode).eq(stated)).length;
  const usual: RoundingMode = step.eq(WHOLE) ? 'down' : 'half-up';
  const mode = ROUNDING_MODES.reduce<RoundingMode>((best, each) => (count(each) > count(best) ? each : best), usual);
  const fitting = rows.filter(fitsSomehow).length;
  return { step, mode: rounded.length >= 3 ? mode : usual, exact: fitting >= 2 && fitting * 2 > rows.length };
}

/** Below so many rows the words alone say that the amounts are products. */
const FEW_ROWS = 3;

/** Whether the amounts are meant as products: perhaps where most of several rows are none, not where nearly all are none. */
export function areProducts(
  rows: readonly ProductRow[],
  custom: ProductCustom,
  precision: PrintedPrecision,
): Certainty | null {
  const fitting = rows.filter((row) => {
    const off = row.amount.value.minus(roundTo(productOf(row), custom.step, custom.mode)).abs();
    return fitsSomehow(row) || off.lessThanOrEqualTo(productTolerance(row, custom, precision));
  });
  if (rows.length < FEW_ROWS || fitting.length * 2 >= rows.length) return 'certain';
  return fitting.length * 4 >= rows.length ? 'possible' : null;
}

/** How far an amount may lie from its product by printed precision alone, that of the factors included where products are not exact. */
export function productTolerance(row: ProductRow, { exact }: ProductCustom, precision: PrintedPrecision): Decimal {
  const { quantity, price, amount } = row;
  const further = factorOf(row.factors).abs();
  const factors = precision
    .halfStep(quantity)
    .times(price.value.abs())
    .plus(precision.halfStep(price).times(quantity.value.abs()));
  return precision.halfStep(amount).plus(exact ? 0 : factors.times(further));
}
