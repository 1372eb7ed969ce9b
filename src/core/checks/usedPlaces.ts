import type { Figure, Table } from '../tables/document';
import { figuresOf } from '../tables/figuresOf';
import type { Decimal } from '../values/decimal';

/**
 * Four figures of which only one needs a place that all were rounded to are one chance in 250 (the others ended in 0). Zeros say
 * nothing.
 */
const FEWEST_WITHOUT = 3;

/** Exponent of the last place that a value needs: −1 for 12.30, 0 for whole numbers. */
export function neededExponent(value: Decimal): number {
  const places = value.decimalPlaces();
  return places === 0 ? 0 : -places;
}

/** Which decimal places the figures of a table use, line by line: a place that one figure alone uses is a slip of that figure. */
export class UsedPlaces {
  /** How many figures of each row and column need which place; made when first asked for. */
  private lines: ReadonlyMap<string, ReadonlyMap<number, number>> | null = null;

  constructor(private readonly table: Table) {}

  /**
   * The exponent of the place that the figures of a sum share, where a single one of them needs a finer place that the figures
   * beside it, in the sum and in its row and column, do without. Null where there is no such figure.
   */
  withoutSlip(figures: readonly Figure[]): number | null {
    const needs = figures.map(({ value }) => neededExponent(value));
    const finest = Math.min(0, ...needs);
    const [at, second] = needs.flatMap((need, index) => (need === finest ? [index] : []));
    const odd = at === undefined ? undefined : figures[at];
    if (finest === 0 || !odd || second !== undefined) return null;
    const without = figures.filter((figure) => figure !== odd && !figure.value.isZero()).length;
    if (without < FEWEST_WITHOUT && !this.isAlone(odd, finest)) return null;
    return Math.min(0, ...needs.filter((_, index) => index !== at));
  }

  private isAlone({ cell }: Figure, place: number): boolean {
    this.lines ??= countPlaces(this.table);
    let users = 0;
    let without = 0;
    for (const key of [`row ${cell.row}`, `column ${cell.column}`])
      for (const [needed, count] of this.lines.get(key) ?? [])
        if (needed <= place) users += count;
        else without += count;
    // The figure itself is counted in its row and in its column.
    return users <= 2 && without >= FEWEST_WITHOUT;
  }
}

function countPlaces(table: Table): Map<string, Map<number, number>> {
  const seen = new Set<string>();
  const lines = new Map<string, Map<number, number>>();
  for (const { cell, value } of table.relations.flatMap(figuresOf)) {
    const key = `${cell.row} ${cell.column}`;
    if (value.isZero() || seen.has(key)) continue;
    seen.add(key);
    const place = neededExponent(value);
    for (const line of [`row ${cell.row}`, `column ${cell.column}`]) {
      const counts = lines.get(line) ?? new Map<number, number>();
      counts.set(place, (counts.get(place) ?? 0) + 1);
      lines.set(line, counts);
    }
  }
  return lines;
}
