import type { CellAddress } from '../sheets/address';
import type { Figure, PriceAdjustment, TableRow } from '../tables/document';
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
}

/** The rows of a table that print a quantity, a unit price and an amount. */
export function productRows(rows: readonly TableRow[]): ProductRow[] {
  return rows.flatMap((row) => {
    const { quantity, unitPrice: price, amount, pricing } = row;
    if (!quantity || !price || !amount) return [];
    const per = pricing?.per ?? ONE;
    if (valueOf(per).isZero()) return [];
    return [{ row, quantity, price, amount, per, adjustments: pricing?.adjustments ?? [] }];
  });
}

const valueOf = (figure: Figure | Decimal): Decimal => (figure instanceof Decimal ? figure : figure.value);

/** The exact amount of a row before rounding: quantity × price ÷ base, less discounts, plus surcharges, in the order printed. */
export function productOf({ quantity, price, per, adjustments }: ProductRow): Decimal {
  let product = quantity.value.times(price.value).div(valueOf(per));
  for (const adjustment of adjustments) product = product.plus(growthOf(adjustment, product));
  return product;
}

function growthOf({ figure, effect, measure }: PriceAdjustment, product: Decimal): Decimal {
  const size = figure.value.abs();
  const growth =
    measure === 'money' ? size.times(product.isNegative() ? -1 : 1) : product.times(size.div(divisorOf(measure)));
  return effect === 'less' ? growth.negated() : growth;
}

const divisorOf = (measure: PriceAdjustment['measure']) => (measure === 'percent' ? HUNDRED : ONE);

/** Which quantity and which price would give an amount, all else as printed; null where none can. */
export function factorsFor(row: ProductRow, amount: Decimal): { quantity: Decimal | null; price: Decimal | null } {
  let rest = amount;
  for (const { figure, effect, measure } of [...row.adjustments].reverse()) {
    const size = figure.value.abs();
    const sign = effect === 'less' ? -1 : 1;
    if (measure === 'money') rest = rest.minus(size.times(sign).times(rest.isNegative() ? -1 : 1));
    else {
      const factor = ONE.plus(size.div(divisorOf(measure)).times(sign));
      if (factor.isZero()) return { quantity: null, price: null };
      rest = rest.div(factor);
    }
  }
  const product = rest.times(valueOf(row.per));
  const over = (divisor: Decimal) => (divisor.isZero() ? null : product.div(divisor));
  return { quantity: over(row.price.value), price: over(row.quantity.value) };
}

/** The cells that a product is computed from. */
export function cellsOf({ quantity, price, per, adjustments }: ProductRow): CellAddress[] {
  const base = per instanceof Decimal ? [] : [per.cell];
  return [quantity.cell, price.cell, ...base, ...adjustments.map(({ figure }) => figure.cell)];
}

/** The product as a formula over its cells. */
export function expressionOf({ quantity, price, per, adjustments }: ProductRow): Expression {
  const product: Expression = { kind: 'multiply', a: termOf(quantity), b: termOf(price) };
  let whole: Expression = product;
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
export function productInWords({ quantity, price, per, adjustments }: ProductRow): Message {
  const base = valueOf(per);
  const factors = { quantity: quantity.value, price: price.value };
  let words = base.eq(1) ? message('product.plain', factors) : message('product.per', { ...factors, base });
  for (const { figure, effect, measure } of adjustments) {
    const size = figure.value.abs();
    words =
      measure === 'money'
        ? message(`product.${effect}`, { product: words, size })
        : message(`product.${effect}-share`, {
            product: words,
            percent: measure === 'percent' ? size : size.times(100),
          });
  }
  return words;
}
