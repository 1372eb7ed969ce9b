import type { GridPlace } from '../../../src/core/tables/sums/figureGrid';
import { columnIndex } from '../../../src/core/sheets/address';
import { Decimal } from '../../../src/core/values/decimal';

/**
 * A table as text: a line for each row, the first of which is row 1, cells parted by |. A cell that begins with = is computed and printed
 * like any other: rows of its own column (`=4-5`, `=3:6`, `=8+9-10`), columns of its own row (`=B+C-D`), single cells (`=E2-D3`), and,
 * which are no sums, products (`=B*C`), ratios as percentages (`=C/B`) and shares of a row in percent, rounded down (`=12%10`).
 */
export interface OfficeSheet {
  readonly name: string;
  readonly rows: string;
}

/** A printed figure that the others, added or taken off, give. */
export interface OfficeSum {
  readonly target: GridPlace;
  readonly plus: readonly GridPlace[];
  readonly minus: readonly GridPlace[];
}

export interface OfficeTable {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly sums: readonly OfficeSum[];
}

/**
 * Reads a table and computes what it asks for.
 * @throws Error that names the cell whose formula cannot be read
 */
export function officeTable({ name, rows }: OfficeSheet): OfficeTable {
  const source = rows
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const places = /\d\.\d\d\b/.test(rows) ? 2 : 0;
  const minus = /[\u3040-\u30ff\u4e00-\u9fff]/.test(rows) ? '△' : '-';
  const done = new Map<string, Decimal>();
  const sums: OfficeSum[] = [];
  const textAt = ({ row, column }: GridPlace): string => source[row]?.[column] ?? '';

  function valueOf(place: GridPlace): Decimal {
    const key = `${place.row} ${place.column}`;
    const known = done.get(key);
    if (known) return known;
    const text = textAt(place);
    const value = text.startsWith('=') ? computed(place, text.slice(1)) : figure(text);
    done.set(key, value);
    return value;
  }

  function computed(place: GridPlace, formula: string): Decimal {
    const other = /^(\w+)([*/%])(\w+)$/.exec(formula);
    if (other?.[1] && other[3]) {
      const left = valueOf(placeOf(other[1], place));
      if (other[2] === '%') return left.times(other[3]).dividedBy(100).toDecimalPlaces(places, Decimal.ROUND_DOWN);
      const right = valueOf(placeOf(other[3], place));
      return other[2] === '*' ? left.times(right) : left.times(1000).dividedBy(right).round().dividedBy(1000);
    }
    const terms = [...formula.matchAll(/([+-]?)([A-Z]*\d*)(?::(\d+))?/g)].filter(([all]) => all !== '');
    if (terms.map(([all]) => all).join('') !== formula) {
      throw new Error(`${name}: row ${place.row + 1}, column ${place.column + 1}: =${formula} cannot be read`);
    }
    const plus: GridPlace[] = [];
    const taken: GridPlace[] = [];
    for (const [, sign, first = '', last] of terms) {
      const from = placeOf(first, place);
      const to = last === undefined ? from.row : Number(last) - 1;
      for (let row = from.row; row <= to; row += 1) (sign === '-' ? taken : plus).push({ ...from, row });
    }
    const filled = (each: GridPlace) => textAt(each) !== '';
    if (plus.length + taken.length > 1)
      sums.push({ target: place, plus: plus.filter(filled), minus: taken.filter(filled) });
    const total = (places: readonly GridPlace[]) =>
      places.filter(filled).reduce((sum, each) => sum.plus(valueOf(each)), new Decimal(0));
    return total(plus).minus(total(taken));
  }

  /** A computed figure with as many places as the table prints, minus as a triangle where the table is Japanese. */
  function printed(value: Decimal, formula: string): string {
    if (formula.includes('/')) return `${value.times(100).toFixed(1)}%`;
    const [whole = '', decimals] = value.abs().toFixed(places).split('.');
    const grouped = `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
    return value.isNegative() && !value.isZero() ? `${minus}${grouped}` : grouped;
  }

  const width = Math.max(...source.map((line) => line.length));
  const cells = source.map((_, row) =>
    Array.from({ length: width }, (__, column) => {
      const text = textAt({ row, column });
      return text.startsWith('=') ? printed(valueOf({ row, column }), text) : text;
    }),
  );
  return { name, cells, sums };
}

function placeOf(text: string, own: GridPlace): GridPlace {
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(text) ?? [];
  return {
    row: digits === '' ? own.row : Number(digits) - 1,
    column: letters === '' ? own.column : columnIndex(letters),
  };
}

/** A figure as it is printed, a triangle for minus; 0 where nothing is. */
function figure(text: string): Decimal {
  const plain = text.replace(/,/g, '').replace(/^△/, '-');
  return new Decimal(plain === '' ? 0 : plain);
}
