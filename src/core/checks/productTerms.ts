import type { CellAddress } from '../sheets/address';
import type { Figure, PriceAdjustment, PriceFactor, TableRow } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';
import { termOf } from './draft';
import type { Expression } from './expression';
import type { Message } from './finding';
import { message } from './message';

const HUNDRED = new Decimal(100);
const ONE = new Decimal(1);

/** A row whose amount follows from quantity and unit price. */
export interface ProductRow {
  readonly row: TableRow;
  readonly quantity: Figure;
  readonly price: Figure;
  readonly amount: Figure;
  /** How many units the price is for: a printed figure, or what the heading or the other rows say. */
  readonly per: Figure | Decimal;
  readonly adjustments: readonly PriceAdjustment[];
  readonly factors: readonly PriceFactor[];
}

/** The rows of a table that print a quantity, a unit price and an amount. */
export function productRows(rows: readonly TableRow[]): ProductRow[] {
  return rows.flatMap((row) => {
    const { unitPrice: price, amount, pricing } = row;
    // 1,200 sheets beside persons and hours: what is empty is one.
    const [counted, ...more] = [
      ...(row.quantity ? [{ figure: row.quantity, measure: 'number' } as const] : []),
      ...(pricing?.factors ?? []),
    ];
    if (counted?.measure !== 'number' || !price || !amount) return [];
    const per = pricing?.per ?? ONE;
    if (valueOf(per).isZero()) return [];
    const adjustments = pricing?.adjustments ?? [];
    return [{ row, quantity: counted.figure, price, amount, per, adjustments, factors: more }];
  });
}

const valueOf = (figure: Figure | Decimal): Decimal => (figure instanceof Decimal ? figure : figure.value);

/** The exact amount of a row before rounding: quantity × price × further factors ÷ base, less discounts, plus surcharges, in the order printed. */
export function productOf({ quantity, price, per, adjustments, factors }: ProductRow): Decimal {
  let product = quantity.value.times(price.value).times(factorOf(factors)).div(valueOf(per));
  for (const adjustment of adjustments) product = product.plus(growthOf(adjustment, product));
  return product;
}

function growthOf({ figure, effect, measure }: PriceAdjustment, product: Decimal): Decimal {
  const size = figure.value.abs();
  const growth =
    measure === 'money' ? size.times(product.isNegative() ? -1 : 1) : product.times(size.div(divisorOf(measure)));
  return effect === 'less' ? growth.negated() : growth;
}

/** What further factors come to; one where there are none. */
export const factorOf = (factors: readonly PriceFactor[]): Decimal =>
  factors.reduce((all, { figure, measure }) => all.times(figure.value).div(divisorOf(measure)), ONE);

const divisorOf = (measure: (PriceAdjustment | PriceFactor)['measure']) => (measure === 'percent' ? HUNDRED : ONE);

/** Which quantity, which price and which further factors would give an amount, all else as printed; null where none can. */
export function factorsFor(
  row: ProductRow,
  amount: Decimal,
): { quantity: Decimal | null; price: Decimal | null; others: readonly (Decimal | null)[] } {
  let rest = amount;
  for (const { figure, effect, measure } of [...row.adjustments].reverse()) {
    const size = figure.value.abs();
    const sign = effect === 'less' ? -1 : 1;
    if (measure === 'money') rest = rest.minus(size.times(sign).times(rest.isNegative() ? -1 : 1));
    else {
      const factor = ONE.plus(size.div(divisorOf(measure)).times(sign));
      if (factor.isZero()) return { quantity: null, price: null, others: row.factors.map(() => null) };
      rest = rest.div(factor);
    }
  }
  const product = rest.times(valueOf(row.per));
  const over = (divisor: Decimal) => (divisor.isZero() ? null : product.div(divisor));
  const further = factorOf(row.factors);
  const [quantity, price] = [row.quantity.value, row.price.value];
  return {
    quantity: over(price.times(further)),
    price: over(quantity.times(further)),
    others: row.factors.map((factor, index) => {
      const rest = factorOf(row.factors.filter((__, other) => other !== index));
      return over(quantity.times(price).times(rest))?.times(divisorOf(factor.measure)) ?? null;
    }),
  };
}

/** The cells that a product is computed from. */
export function cellsOf({ quantity, price, per, adjustments, factors }: ProductRow): CellAddress[] {
  const base = per instanceof Decimal ? [] : [per.cell];
  return [quantity.cell, price.cell, ...[...factors, ...adjustments].map(({ figure }) => figure.cell), ...base];
}

/** The product as a formula over its cells. */
export function expressionOf({ quantity, price, per, adjustments, factors }: ProductRow): Expression {
  const product = factors.reduce<Expression>(
    (a, { figure, measure }) => {
      const all: Expression = { kind: 'multiply', a, b: termOf(figure) };
      return measure === 'percent' ? { kind: 'divide', a: all, b: { kind: 'number', value: HUNDRED } } : all;
    },
    { kind: 'multiply', a: termOf(quantity), b: termOf(price) },
  );
  let whole = product;
  if (!valueOf(per).eq(1) || !(per instanceof Decimal)) {
    whole = { kind: 'divide', a: product, b: per instanceof Decimal ? { kind: 'number', value: per } : termOf(per) };
  }
  for (const adjustment of adjustments) whole = adjusted(whole, adjustment, quantity.value.times(price.value));
  return whole;
}

function adjusted(whole: Expression, { figure, effect, measure }: PriceAdjustment, product: Decimal): Expression {
  const printed = termOf(figure);
  // A discount printed with its sign is taken off all the same.
  const flipped = figure.value.isNegative() !== (measure === 'money' && product.isNegative());
  const size: Expression = flipped
    ? { kind: 'subtract', from: { kind: 'number', value: ZERO }, what: printed }
    : printed;
  const share: Expression =
    measure === 'percent' ? { kind: 'divide', a: size, b: { kind: 'number', value: HUNDRED } } : size;
  const what: Expression = measure === 'money' ? size : { kind: 'multiply', a: whole, b: share };
  return effect === 'less'
    ? { kind: 'subtract', from: whole, what }
    : { kind: 'sum', ranges: [], terms: [whole, what] };
}

/** The product in words: 25,500 × 3,200 ÷ 1,000 − 1,600. */
export function productInWords({ quantity, price, per, adjustments, factors }: ProductRow): Message {
  const base = valueOf(per);
  let words = message('product.plain', { quantity: quantity.value, price: price.value });
  for (const { figure, measure } of factors) {
    words =
      measure === 'number'
        ? message('product.times', { product: words, factor: figure.value })
        : message('product.times-share', { product: words, percent: inPercent(figure.value, measure) });
  }
  if (!base.eq(1)) words = message('product.per', { product: words, base });
  for (const { figure, effect, measure, tax } of adjustments) {
    const size = figure.value.abs();
    words =
      measure === 'money'
        ? message(tax ? 'product.tax' : `product.${effect}`, { product: words, size })
        : message(`product.${effect}-share`, {
            product: words,
            percent: inPercent(size, measure),
          });
  }
  return words;
}

const inPercent = (value: Decimal, measure: 'fraction' | 'percent'): Decimal =>
  measure === 'percent' ? value : value.times(HUNDRED);
