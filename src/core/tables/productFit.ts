import { roundingThatGives } from '../rules/rounding';
import { Decimal } from '../values/decimal';
import type { Column } from './column';
import type { SheetGrid } from './sheetGrid';
import { factorMeasure } from './words/pricingWords';

const FEWEST_PRODUCTS = 2;
const WHOLE = new Decimal(1);
const CENT = new Decimal('0.01');

/** The figures of a column, row by row; null where a cell holds none. */
export type Figures = readonly (Decimal | null)[];

/** The numbers and amounts of money in the cells of a column. */
export function figuresDown(grid: SheetGrid, column: number, rows: readonly number[]): Figures {
  return rows.map((row) => {
    const cell = grid.at(row, column);
    const amount = cell && cell.kind !== 'date' ? grid.amountOf(cell) : null;
    return amount && amount.measure !== 'percent' ? amount.value : null;
  });
}

/** What the cells of a column multiply by: 3, 80% and 80 under 掛率(%) alike as 0.8. */
export function multipliersDown(grid: SheetGrid, { column, header }: Column, rows: readonly number[]): Figures {
  return rows.map((row) => {
    const cell = grid.at(row, column);
    const value = cell && cell.kind !== 'date' ? grid.amountOf(cell)?.value : undefined;
    if (!cell || !value) return null;
    return factorMeasure(header, value, grid.isPercent(cell)) === 'percent' ? value.div(100) : value;
  });
}

/** The columns of a product, with the figures of each. */
export interface ProductFigures {
  readonly quantities: Figures;
  readonly prices: Figures;
  readonly amounts: Figures;
  /** How many units the prices are for. */
  readonly bases?: Figures;
  /** Further factors; an empty cell is one. */
  readonly factors?: readonly Figures[];
}

/**
 * In how many rows the figures multiply to the amounts; 0 unless most do, and some with factors that matter.
 *
 * @param fewest so many rows with factors that matter are enough where not all rows fit.
 */
export function fittingRows(
  { quantities, prices, amounts, bases = [], factors = [] }: ProductFigures,
  fewest = FEWEST_PRODUCTS,
): number {
  let all = 0;
  let fitting = 0;
  let telling = 0;
  quantities.forEach((quantity, row) => {
    const price = prices[row];
    const amount = amounts[row];
    if (!quantity || !price || !amount || amount.isZero()) return;
    all += 1;
    const base = bases[row] ?? WHOLE;
    const further = factors.reduce((product, figures) => product.times(figures[row] ?? WHOLE), WHOLE);
    if (base.isZero() || !isProduct(quantity.times(further).div(base), price, amount)) return;
    fitting += 1;
    const tells = factors.length > 0 ? !further.abs().eq(1) : !quantity.abs().eq(1) && !price.abs().eq(1);
    if (tells) telling += 1;
  });
  const enough = telling >= fewest || (telling === 1 && fitting === all);
  return enough && fitting * 2 > all ? fitting : 0;
}

/** Whether a quantity times a price is an amount, rounded to whole units or to hundredths somehow. */
export function isProduct(quantity: Decimal, price: Decimal, amount: Decimal): boolean {
  const unit = amount.isInteger() ? WHOLE : CENT;
  return roundingThatGives(amount, quantity.times(price), unit) !== null;
}
