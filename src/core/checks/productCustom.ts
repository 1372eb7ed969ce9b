import { ROUNDING_MODES, roundingThatGives, type RoundingMode, roundTo } from '../rules/rounding';
import type { Certainty, Table } from '../tables/document';
import { Decimal } from '../values/decimal';
import { isInYen, PrintedPrecision } from './printedPrecision';
import { factorOf, type ProductRow, productOf, productRows } from './productTerms';

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
function withSilentBase(rows: readonly ProductRow[]): readonly ProductRow[] {
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
function fitsSomehow(row: ProductRow): boolean {
  const product = productOf(row);
  return stepsFor(row, stepOf([row])).some((step) => roundingThatGives(row.amount.value, product, step) !== null);
}

/** What the rows show to be usual: amounts in yen are rounded down, those with cents half up, unless most rows are rounded otherwise. */
function customOf(rows: readonly ProductRow[]): ProductCustom {
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

/** The amounts of a table that are meant as products. */
export interface Products {
  readonly rows: readonly ProductRow[];
  readonly custom: ProductCustom;
  readonly precision: PrintedPrecision;
  readonly certainty: Certainty;
}

/** The products of a table: only perhaps meant where most of several rows are none; null where nearly all are none, or nothing is printed. */
export function productsOf(table: Table): Products | null {
  const rows = withSilentBase(productRows(table.rows));
  if (rows.length === 0) return null;
  const custom = customOf(rows);
  const precision = new PrintedPrecision(table);
  const holding = rows.filter((row) => holdsAsProduct(row, custom, precision)).length;
  if (rows.length < FEW_ROWS || holding * 2 >= rows.length) return { rows, custom, precision, certainty: 'certain' };
  return holding * 4 >= rows.length ? { rows, custom, precision, certainty: 'possible' } : null;
}

/** A row's product, rounded as its table is. */
export const computedProduct = (row: ProductRow, { step, mode }: ProductCustom): Decimal =>
  roundTo(productOf(row), step, mode);

/** Whether a row's amount is its product, under some rounding or within what printed precision leaves. */
export function holdsAsProduct(row: ProductRow, custom: ProductCustom, precision: PrintedPrecision): boolean {
  if (fitsSomehow(row)) return true;
  const off = row.amount.value.minus(computedProduct(row, custom)).abs();
  return off.lessThanOrEqualTo(productTolerance(row, custom, precision));
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
