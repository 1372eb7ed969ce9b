import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Table, TableRow } from '../tables/document';
import { Decimal } from '../values/decimal';
import type { Corroboration } from './corroboration';
import { comparison, draft, type DraftFinding } from './draft';
import type { Expression } from './expression';
import type { Cause, Explanation } from './finding';
import { message } from './message';
import { PrintedPrecision } from './printedPrecision';
import {
  cellsOf,
  expressionOf,
  factorsFor,
  productInWords,
  productOf,
  type ProductRow,
  productRows,
} from './productTerms';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';

const WHOLE = new Decimal(1);
const CENT = new Decimal('0.01');
/** A price may be for so many units without a heading that says it, or the amounts be in thousands. */
const SILENT_BASES = [10, 100, 1_000, 10_000, 1_000_000].map((base) => new Decimal(base));
/** Bits that a change of the amount costs for each sum that holds with the printed one, and gains for each that it repairs. */
const SUM_BITS = 20;

/** What the rows of a table have in common. */
interface Custom {
  /** Step that amounts are rounded to: one yen, one cent. */
  readonly step: Decimal;
  readonly mode: RoundingMode;
  /** Most products are exact: what is printed of quantities and prices is all there is of them. */
  readonly exact: boolean;
}

/**
 * Every amount that stands beside a quantity and a unit price, against their product, with the quantity that the price is for and
 * the row's discounts and surcharges where they are printed. Amounts in yen are rounded down to a yen unless most rows are
 * rounded otherwise, those with cents half up to a cent.
 */
export function checkQuantities(table: Table, corroboration: Corroboration): DraftFinding[] {
  const printed = productRows(table.rows);
  const rows = withSilentBase(printed);
  if (rows.length === 0) return [];
  const custom = customOf(rows);
  const precision = new PrintedPrecision(table);
  return rows.map((row) => checkProduct(row, custom, precision, corroboration));
}

/** The amounts that quantity and unit price give, by row, where they give the printed ones of most rows. */
export function productAmounts(table: Table): Map<TableRow, Decimal> {
  const rows = withSilentBase(productRows(table.rows));
  const { step, mode, exact } = customOf(rows);
  if (!exact && rows.length > 1) return new Map();
  return new Map(
    rows.map((row) => [row.row, fitsSomehow(row) ? row.amount.value : roundTo(productOf(row), step, mode)]),
  );
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

function fitsSomehow(row: ProductRow): boolean {
  const step = stepOf([row]);
  const product = productOf(row);
  return ROUNDING_MODES.some((mode) => roundTo(product, step, mode).eq(row.amount.value));
}

function customOf(rows: readonly ProductRow[]): Custom {
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

function checkProduct(
  row: ProductRow,
  { step, mode, exact }: Custom,
  precision: PrintedPrecision,
  corroboration: Corroboration,
): DraftFinding {
  const { quantity, price, amount } = row;
  const product = productOf(row);
  const computed = roundTo(product, step, mode);
  const factors = precision
    .halfStep(quantity)
    .times(price.value.abs())
    .plus(precision.halfStep(price).times(quantity.value.abs()));
  const tolerance = precision.halfStep(amount).plus(exact ? 0 : factors);
  const difference = amount.value.minus(computed);
  const explanations = explain(amount.value, product, step);
  const taken = explanations.find((explanation) => explanation.fits);
  const verdict = difference.isZero()
    ? 'agrees'
    : taken
      ? 'explained'
      : difference.abs().lessThanOrEqualTo(tolerance)
        ? 'within-rounding'
        : 'disagrees';
  return draft({
    kind: 'quantity',
    ...comparison(amount, computed),
    tolerance,
    verdict,
    operands: joinCells(cellsOf(row)),
    expression: rounded(expressionOf(row), computed.eq(product) ? null : mode, step),
    rule: verdict === 'explained' && taken ? { id: taken.id, label: taken.label } : null,
    explanations: verdict === 'explained' ? explanations : [],
    causes: verdict === 'disagrees' ? causesOf(row, computed, corroboration) : [],
    message: message(`quantity.${verdict}`, {
      product: productInWords(row),
      stated: amount.value,
      computed,
      difference: difference.abs(),
      tolerance,
      rule: taken?.label ?? '',
    }),
  });
}

function explain(stated: Decimal, product: Decimal, step: Decimal): Explanation[] {
  const all = ROUNDING_MODES.map((mode): Explanation => {
    const value = roundTo(product, step, mode);
    const rounding = message(`rounding.${mode}`);
    const label = step.eq(WHOLE)
      ? message('rule.quantity', { rounding })
      : message('rule.quantity-step', { rounding, step });
    return { id: `quantity.${mode}`, label, value, fits: value.equals(stated) };
  });
  return [...all.filter(({ fits }) => fits), ...all.filter(({ fits }) => !fits)];
}

function rounded(of: Expression, mode: RoundingMode | null, unit: Decimal): Expression {
  return mode === null ? of : { kind: 'round', of, mode, unit };
}

/** A slip in the amount, or in one of its factors; what the sums say of the amount tells which. */
function causesOf(row: ProductRow, computed: Decimal, corroboration: Corroboration): Cause[] {
  const { quantity, price, amount } = row;
  const factors = factorsFor(row, amount.value);
  const { holding, repaired } = corroboration.effectOfChange(amount.cell, computed.minus(amount.value));
  const consider = (figure: typeof amount, needed: Decimal | null, bits: number): Cause[] => {
    if (!needed || needed.decimalPlaces() > Math.max(figure.value.decimalPlaces(), 0 - figure.unit.e)) return [];
    const slip = classifySlip(figure.value, needed);
    return slip ? [numberCause(slip.kind, figure.cell, figure.value, needed, slip.bits + Math.log2(3) + bits)] : [];
  };
  return rankCauses([
    ...consider(amount, computed, SUM_BITS * holding),
    ...consider(quantity, factors.quantity, SUM_BITS * repaired),
    ...consider(price, factors.price, SUM_BITS * repaired),
  ]);
}
