import { amountColumn, type Column } from './column';
import type { ColumnRole } from './document';
import { figuresDown, fittingRows, multipliersDown } from './productFit';
import type { SheetGrid } from './sheetGrid';
import { headerLabel } from './words/headerWords';
import { namesShare, pricingRole } from './words/pricingWords';

/** Roles that a column without a clear heading may have been given although it holds a factor or the product. */
const OPEN_ROLES = new Set<ColumnRole>(['quantity', 'unit-price', 'amount', 'fee', 'total', 'days', 'other']);
const LIKE_QUANTITY = /数|量|時間|人|工|日|\b(qty|quantity|hours|hrs|days|units|pcs|nos?|count|number|volume|usage)\b/;
const LIKE_PRICE = /価|額|単|料|@|\b(price|rate|cost|fee|each|charge|per)\b/;
const LIKE_AMOUNT = /金額|額|価格|計|料|費|代金|\b(amount|total|charge|charges|cost|price|value|sum|net|fee)\b/;
const MOST_COLUMNS = 12;
const MOST_FACTORS = 2;
/** Further factors are looked for in so many rows: they are those of all. */
const ROWS_TRIED = 200;

/** Columns whose figures multiply: quantity × price × further factors = amount. */
interface Product {
  readonly quantity: Column;
  readonly price: Column;
  readonly amount: Column;
  readonly factors: readonly Column[];
  readonly fitting: number;
}

/**
 * Settles which columns are quantity, unit price and amount by what fits, where the headings leave it open (Hours, Charge per
 * hour, Charge) or say otherwise than the figures of most rows do; and gives tables with prices the columns that belong to
 * them: discounts, surcharges, the quantity that a price is for, and what else most rows multiply by (単価 × 人数 × 時間, 掛率).
 * Tables without such headings stay as they are.
 */
export function settleProducts(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const words = (pattern: RegExp) => columns.some(({ header }) => pattern.test(headerLabel(header)));
  const said = has('quantity') && has('unit-price') && has('amount');
  const settled = said
    ? withProduct(columns, productOfWords(grid, columns, rows))
    : words(LIKE_QUANTITY) && words(LIKE_PRICE) && words(LIKE_AMOUNT)
      ? withProduct(columns, bestProduct(grid, columns, rows))
      : [...columns];
  return settled.some(({ role }) => role === 'unit-price') ? withPricing(settled) : settled;
}

/** The product of the columns that the words say, where further factors are needed for it to fit; null where it stays as it is. */
function productOfWords(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Product | null {
  const [quantity, price] = (['quantity', 'unit-price'] as const).map((role) =>
    columns.find((column) => column.role === role),
  );
  const amount = amountColumn(columns);
  if (!quantity || !price || !amount) return null;
  const tried = new Trial(grid, columns, rows);
  const product = { quantity, price, amount };
  return tried.fits(product) ? null : tried.withFactors([product]);
}

function withProduct(columns: readonly Column[], product: Product | null): Column[] {
  if (!product) return [...columns];
  const { quantity, price, amount, factors } = product;
  const dated = columns.some(({ role }) => role === 'start' || role === 'restored');
  const inside = [quantity, price, ...factors];
  const others = columns.some((one) => one.role === 'amount' && !inside.includes(one));
  return columns.map((one): Column => {
    // Days that follow from dates stay days, whatever they are multiplied by.
    if (inside.includes(one) && dated && one.role === 'days') return one;
    if (one === quantity) return { ...one, role: 'quantity', addable: true };
    if (one === price) return { ...one, role: 'unit-price', addable: false };
    if (factors.includes(one)) return { ...one, role: 'factor' };
    return one === amount && (one.role !== 'total' || !others) ? { ...one, role: 'amount', addable: true } : one;
  });
}

function withPricing(columns: readonly Column[]): Column[] {
  return columns.map((one): Column => {
    const role = pricingRole(one.header);
    if (role === null || one.role === 'unit-price' || one.role === 'name' || one.role === 'description') return one;
    return { ...one, role, addable: false };
  });
}

type Factors = Pick<Product, 'quantity' | 'price' | 'amount'>;

function bestProduct(grid: SheetGrid, columns: readonly Column[], rows: readonly number[]): Product | null {
  const trial = new Trial(grid, columns, rows);
  const like = (pattern: RegExp) =>
    trial.open.filter(({ header }) => pattern.test(headerLabel(header)) && pricingRole(header) === null);
  const candidates: Factors[] = [];
  for (const quantity of like(LIKE_QUANTITY)) {
    for (const price of like(LIKE_PRICE)) {
      for (const amount of like(LIKE_AMOUNT)) {
        if (new Set([quantity, price, amount]).size < 3) continue;
        if (amount.column >= Math.max(quantity.column, price.column)) candidates.push({ quantity, price, amount });
      }
    }
  }
  return trial.plain(candidates) ?? trial.withFactors(candidates);
}

/** Tries which columns of a table multiply to which. */
class Trial {
  readonly open: readonly Column[];

  constructor(
    private readonly grid: SheetGrid,
    private readonly columns: readonly Column[],
    private readonly rows: readonly number[],
  ) {
    this.open = columns.filter(({ role }) => OPEN_ROLES.has(role)).slice(0, MOST_COLUMNS);
  }

  fits(product: Factors): boolean {
    return this.plain([product]) !== null;
  }

  /** The candidate that is the product in the most rows. */
  plain(candidates: readonly Factors[]): Product | null {
    return this.best(
      candidates.map((each) => ({ ...each, factors: [] })),
      this.rows,
    );
  }

  /** The same with one or two columns more left of the amounts; an empty cell among them is one. */
  withFactors(candidates: readonly Factors[]): Product | null {
    const rows = this.rows.slice(0, ROWS_TRIED);
    for (let count = 1; count <= MOST_FACTORS; count += 1) {
      const tried = candidates.flatMap((each) =>
        choices(this.further(each), count).map((factors) => ({ ...each, factors })),
      );
      const best = this.best(tried, rows);
      if (best) return best;
    }
    return null;
  }

  private further({ quantity, price, amount }: Factors): Column[] {
    return this.open.filter(
      (one) =>
        one.column < amount.column &&
        one !== quantity &&
        one !== price &&
        one !== amount &&
        pricingRole(one.header) === null,
    );
  }

  private best(candidates: readonly Omit<Product, 'fitting'>[], rows: readonly number[]): Product | null {
    const figures = remembered(({ column }: Column) => figuresDown(this.grid, column, rows));
    const multipliers = remembered((column: Column) => multipliersDown(this.grid, column, rows));
    const base = this.columns.find(({ header }) => pricingRole(header) === 'base-quantity');
    const bases = base ? figures(base) : [];
    let best: Product | null = null;
    for (const candidate of candidates) {
      const { quantity, price, amount, factors } = candidate;
      const fitting = fittingRows(
        {
          quantities: figures(quantity),
          prices: figures(price),
          amounts: figures(amount),
          bases,
          factors: factors.map(multipliers),
        },
        factors.length > 0 && factors.every(isNamedFactor) ? 1 : undefined,
      );
      if (fitting > (best?.fitting ?? 0)) best = { ...candidate, fitting };
    }
    return best;
  }
}

/** Where the words say that a column is counted or is a share, one row shows that it is a factor. */
const isNamedFactor = ({ role, header }: Column): boolean =>
  role === 'quantity' || role === 'days' || namesShare(header);

function remembered<T>(of: (column: Column) => T): (column: Column) => T {
  const known = new Map<Column, T>();
  return (column) => {
    const before = known.get(column);
    if (before !== undefined) return before;
    const now = of(column);
    known.set(column, now);
    return now;
  };
}

/** All ways to take so many of some columns. */
function choices(columns: readonly Column[], count: number): (readonly Column[])[] {
  if (count === 0) return [[]];
  return columns.flatMap((column, index) =>
    choices(columns.slice(index + 1), count - 1).map((others) => [column, ...others]),
  );
}
