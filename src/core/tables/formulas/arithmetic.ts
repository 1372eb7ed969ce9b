import { type RoundingMode, roundTo } from '../../rules/rounding';
import { type CellAddress, cellCount, type CellRange, rangeOfCell } from '../../sheets/address';
import type { Decimal } from '../../values/decimal';
import { sumOf } from '../../values/decimal';

/** What a formula of the user's reckons, where that is arithmetic over cells and nothing else. */
export type Arithmetic =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'cell'; readonly cell: CellAddress }
  | { readonly kind: 'sum'; readonly ranges: readonly CellRange[]; readonly terms: readonly Arithmetic[] }
  | { readonly kind: 'subtract'; readonly from: Arithmetic; readonly what: Arithmetic }
  | { readonly kind: 'multiply'; readonly a: Arithmetic; readonly b: Arithmetic }
  | { readonly kind: 'divide'; readonly a: Arithmetic; readonly b: Arithmetic }
  | { readonly kind: 'round'; readonly of: Arithmetic; readonly mode: RoundingMode; readonly unit: Decimal };

/** What cells hold: a number, nothing a sum would count (text, an empty cell), or what no arithmetic should be made with (null). */
export type CellNumber = (cell: CellAddress) => Decimal | 'nothing' | null;

/** Cells that a formula may name in all: whole columns and crafted areas are left alone. */
const MOST_CELLS = 100_000;

/**
 * The value of a formula's arithmetic, exact but for divisions (60 digits).
 *
 * @returns null where a cell holds a date, an error or, outside a sum, no number; where all that is added up is empty; and for a division by zero
 */
export function evaluateArithmetic(formula: Arithmetic, numberAt: CellNumber): Decimal | null {
  const evaluate = (each: Arithmetic): Decimal | null => evaluateArithmetic(each, numberAt);
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'cell': {
      const value = numberAt(formula.cell);
      return value === 'nothing' ? null : value;
    }
    case 'sum': {
      const ranges = formula.ranges.map((range) => numbersOf(range, numberAt));
      const all = [...ranges, ...formula.terms.map((term) => [evaluate(term)])].flatMap((values) => values ?? [null]);
      const known = all.filter((value) => value !== null);
      return known.length > 0 && known.length === all.length ? sumOf(known) : null;
    }
    case 'subtract':
      return both(evaluate(formula.from), evaluate(formula.what), (a, b) => a.minus(b));
    case 'multiply':
      return both(evaluate(formula.a), evaluate(formula.b), (a, b) => a.times(b));
    case 'divide':
      return both(evaluate(formula.a), evaluate(formula.b), (a, b) => (b.isZero() ? null : a.div(b)));
    case 'round': {
      const value = evaluate(formula.of);
      return value && roundTo(value, formula.unit, formula.mode);
    }
  }
}

/** The cells that a formula names. */
export function areasOf(formula: Arithmetic): CellRange[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'cell':
      return [rangeOfCell(formula.cell)];
    case 'sum':
      return [...formula.ranges, ...formula.terms.flatMap(areasOf)];
    case 'subtract':
      return [...areasOf(formula.from), ...areasOf(formula.what)];
    case 'multiply':
    case 'divide':
      return [...areasOf(formula.a), ...areasOf(formula.b)];
    case 'round':
      return areasOf(formula.of);
  }
}

function both(
  a: Decimal | null,
  b: Decimal | null,
  reckon: (a: Decimal, b: Decimal) => Decimal | null,
): Decimal | null {
  return a && b && reckon(a, b);
}

/** The numbers of an area; null where a cell of it is not to be reckoned with. */
function numbersOf(range: CellRange, numberAt: CellNumber): Decimal[] | null {
  if (cellCount(range) > MOST_CELLS) return null;
  const values: Decimal[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const value = numberAt({ sheet: range.sheet, row, column });
      if (value === null) return null;
      if (value !== 'nothing') values.push(value);
    }
  }
  return values;
}
