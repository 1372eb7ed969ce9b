import { ROUNDING_MODES, roundTo } from '../rules/rounding';
import { Decimal } from '../values/decimal';
import type { Column } from './column';
import type { ColumnRole } from './document';
import type { SheetGrid } from './sheetGrid';
import { headerLabel } from './words/headerWords';
import { pricingRole } from './words/pricingWords';

/** Roles that a column without a clear heading may have been given although it holds a factor or the product. */
const OPEN_ROLES = new Set<ColumnRole>(['quantity', 'unit-price', 'amount', 'fee', 'total', 'days', 'other']);
const LIKE_QUANTITY = /数|量|時間|人|工|日|\b(qty|quantity|hours|hrs|days|units|pcs|nos?|count|number|volume|usage)\b/;
const LIKE_PRICE = /価|額|単|料|@|\b(price|rate|cost|fee|each|charge|per)\b/;
const LIKE_AMOUNT = /金額|額|価格|計|料|費|代金|\b(amount|total|charge|charges|cost|price|value|sum|net|fee)\b/;
const FEWEST_PRODUCTS = 2;
const MOST_COLUMNS = 12;
const WHOLE = new Decimal(1);
const CENT = new Decimal('0.01');

/** Columns whose figures multiply: quantity × price = amount. */
interface Product {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly fitting: number;
}

/**
 * Settles which columns are quantity, unit price and amount by what fits, where the headings leave it open (Hours, Charge per
 * hour, Charge) or say otherwise than the figures of most rows do; and gives tables with prices the columns that belong to
 * them: discounts, surcharges, and the quantity that a price is for. Tables without such headings stay as they are.
 */
export function settleProducts(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const words = (pattern: RegExp) => columns.some(({ header }) => pattern.test(headerLabel(header)));
  const settled =
    has('quantity') && has('unit-price') && has('amount')
      ? [...columns]
      : words(LIKE_QUANTITY) && words(LIKE_PRICE) && words(LIKE_AMOUNT)
        ? withProduct(columns, bestProduct(grid, columns, rows))
        : [...columns];
  return settled.some(({ role }) => role === 'unit-price') ? withPricing(settled) : settled;
}

function withProduct(columns: readonly Column[], product: Product | null): Column[] {
  if (!product) return [...columns];
  const dated = columns.some(({ role }) => role === 'start' || role === 'restored');
  const factors = [product.quantity, product.price];
  const others = columns.some(({ role, column }) => role === 'amount' && !factors.includes(column));
  return columns.map((one): Column => {
    // Days that follow from dates stay days, whatever they are multiplied by.
    if (one.column === product.quantity && dated && one.role === 'days') return one;
    if (one.column === product.quantity) return { ...one, role: 'quantity', addable: true };
    if (one.column === product.price) return { ...one, role: 'unit-price', addable: false };
    const amount = one.column === product.amount && (one.role !== 'total' || !others);
    return amount ? { ...one, role: 'amount', addable: true } : one;
  });
}

function withPricing(columns: readonly Column[]): Column[] {
  return columns.map((one): Column => {
    const role = pricingRole(one.header);
    if (role === null || one.role === 'unit-price' || one.role === 'name' || one.role === 'description') return one;
    return { ...one, role, addable: false };
  });
}

function bestProduct(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Product | null {
  const open = columns.filter(({ role }) => OPEN_ROLES.has(role)).slice(0, MOST_COLUMNS);
  const figures = new Map(open.map(({ column }) => [column, figuresDown(grid, column, rows)]));
  const like = (pattern: RegExp) =>
    open.filter(({ header }) => pattern.test(headerLabel(header)) && pricingRole(header) === null);
  const base = columns.find(({ header }) => pricingRole(header) === 'base-quantity');
  const bases = base ? figuresDown(grid, base.column, rows) : [];
  let best: Product | null = null;
  for (const quantity of like(LIKE_QUANTITY)) {
    for (const price of like(LIKE_PRICE)) {
      for (const amount of like(LIKE_AMOUNT)) {
        if (new Set([quantity, price, amount]).size < 3) continue;
        if (amount.column < Math.max(quantity.column, price.column)) continue;
        const fitting = fittingRows(
          figures.get(quantity.column),
          figures.get(price.column),
          figures.get(amount.column),
          bases,
        );
        if (fitting === 0 || (best && best.fitting >= fitting)) continue;
        best = { quantity: quantity.column, price: price.column, amount: amount.column, fitting };
      }
    }
  }
  return best;
}

type Figures = readonly (Decimal | null)[];

function figuresDown(grid: SheetGrid, column: number, rows: readonly number[]): Figures {
  return rows.map((row) => {
    const cell = grid.at(row, column);
    const amount = cell && cell.kind !== 'date' ? grid.amountOf(cell) : null;
    return amount && amount.measure !== 'percent' ? amount.value : null;
  });
}

/** In how many rows two figures multiply to a third; 0 unless most do, and some with factors that matter. */
function fittingRows(
  quantities: Figures = [],
  prices: Figures = [],
  amounts: Figures = [],
  bases: Figures = [],
): number {
  let all = 0;
  let fitting = 0;
  let telling = 0;
  quantities.forEach((quantity, index) => {
    const price = prices[index];
    const amount = amounts[index];
    if (!quantity || !price || !amount || amount.isZero()) return;
    all += 1;
    const base = bases[index] ?? WHOLE;
    if (base.isZero() || !isProduct(quantity.div(base), price, amount)) return;
    fitting += 1;
    if (!quantity.abs().eq(1) && !price.abs().eq(1)) telling += 1;
  });
  const enough = telling >= FEWEST_PRODUCTS || (telling === 1 && fitting === all);
  return enough && fitting * 2 > all ? fitting : 0;
}

/** Whether a quantity times a price is an amount, rounded to whole units or to hundredths somehow. */
export function isProduct(quantity: Decimal, price: Decimal, amount: Decimal): boolean {
  const unit = amount.isInteger() ? WHOLE : CENT;
  const product = quantity.times(price);
  return ROUNDING_MODES.some((mode) => roundTo(product, unit, mode).eq(amount));
}
