import type { Cause } from '../../src/core/checks/finding';
import { likelyCauses } from '../../src/core/checks/rankCauses';
import type { GridPlace, SumCell } from '../../src/core/tables/sums/figureGrid';
import { latticesOf } from '../../src/core/tables/sums/lattice';
import { Decimal } from '../../src/core/values/decimal';
import type { AnnotatedSum } from './aggrecol';
import { type Flags, flagsOf, gravest, touches } from './flags';
import type { Random } from '../random';
import { type Axis, axisOf } from './score';
import type { ReadTable } from './scoring';
import { type MissReason, reasonOfMiss } from './missReasons';
import { tableSnapshot } from './tableSnapshot';

/** No table decides the experiment, and a large one is read once. */
const MOST_OF_A_TABLE = 10;
const LARGE_TABLE = 5_000;
const FEWEST_ADDENDS = 2;

type NumberCell = Extract<SumCell, { kind: 'number' }>;
export type FaultIn = 'total' | 'addend';

/** An annotated sum that holds in the untouched table. */
interface TrueSum {
  readonly of: ReadTable;
  readonly target: GridPlace;
  readonly addends: readonly GridPlace[];
  readonly axis: Axis;
  readonly tolerance: Decimal;
  /** At how many other positions the same lines add up to the same line. */
  readonly others: number;
  readonly totalWord: boolean;
  /** How many true sums each cell of the table is in. */
  readonly uses: ReadonlyMap<string, number>;
}

/** One changed digit and what the product said of it. */
export interface Trial {
  readonly name: string;
  readonly place: GridPlace;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly others: number;
  readonly totalWord: boolean;
  /** The change is no larger than what rounding for print may give in this sum: nobody could tell. */
  readonly withinRounding: boolean;
  /** More than one annotated sum holds the cell. */
  readonly annotatedCrossing: boolean;
  /** Fresh findings through the cell. */
  readonly fresh: number;
  readonly verdict: 'disagrees' | 'possible' | null;
  /** The first cause of the first fresh finding is the changed cell; of how many fresh findings it is. */
  readonly namedFirst: boolean;
  readonly namedBy: number;
  /** It is among the causes of the first fresh finding that a user is shown as equally likely. */
  readonly namedInTie: boolean;
  /** Fresh findings elsewhere. */
  readonly elsewhere: number;
  /** Why it was not told; to be asked where it was not. */
  readonly missed: () => MissReason;
}

/** Annotated sums of two figures or more that hold, within rounding, as printed. */
export function trueSums(tables: readonly ReadTable[]): TrueSum[] {
  return tables.flatMap((of) => {
    const { rows, columns } = latticesOf(of.grid);
    const uses = new Map<string, number>();
    const holding = of.table.sums.flatMap((sum) => {
      const checked = holds(of, sum);
      if (!checked) return [];
      for (const cell of [checked.target, ...checked.addends])
        uses.set(cellKey(cell), (uses.get(cellKey(cell)) ?? 0) + 1);
      return [{ ...checked, axis: axisOf(sum.target, sum.addends), lines: linesKey(sum) }];
    });
    const support = new Map<string, number>();
    for (const { lines } of holding) support.set(lines, (support.get(lines) ?? 0) + 1);
    return holding.map(({ target, addends, tolerance, axis, lines }) => {
      const words = axis === 'rows' ? rows.words[target.row] : columns.words[target.column];
      const totalWord = words?.total === 'strong';
      return { of, target, addends, axis, tolerance, others: (support.get(lines) ?? 1) - 1, totalWord, uses };
    });
  });
}

function holds({ grid }: ReadTable, sum: AnnotatedSum): Pick<TrueSum, 'target' | 'addends' | 'tolerance'> | null {
  const target = { row: sum.target[0], column: sum.target[1] };
  const total = grid.cell(target.row, target.column);
  if (total?.kind !== 'number') return null;
  const addends = sum.addends
    .map(([row, column]) => ({ row, column }))
    .filter(({ row, column }) => grid.cell(row, column)?.kind === 'number');
  const figures = addends.flatMap(({ row, column }): NumberCell[] => {
    const cell = grid.cell(row, column);
    return cell?.kind === 'number' ? [cell] : [];
  });
  if (figures.length < FEWEST_ADDENDS) return null;
  const computed = figures.reduce((all, { value }) => all.plus(value), new Decimal(0));
  const units = figures.reduce((all, { unit }) => all.plus(unit), total.unit);
  const tolerance = units.dividedBy(new Decimal(2));
  return total.value.minus(computed).abs().lessThanOrEqualTo(tolerance) ? { target, addends, tolerance } : null;
}

const cellKey = ({ row, column }: GridPlace): string => `${row} ${column}`;

/** The lines of a sum without the position along them. */
function linesKey({ target, addends }: AnnotatedSum): string {
  const axis = axisOf(target, addends);
  const line = ([row, column]: readonly [number, number]) => (axis === 'rows' ? row : column);
  return [axis, line(target), addends.map(line).sort((a, b) => a - b)].join(' ');
}

/** Changes one digit in so many true sums, one at a time, and has the product check the table each time. */
export function runFaults(
  sums: readonly TrueSum[],
  untouched: ReadonlyMap<ReadTable, Flags>,
  faultIn: FaultIn,
  trials: number,
  random: Random,
): Trial[] {
  const taken = new Map<ReadTable, number>();
  const results: Trial[] = [];
  for (const sum of random.shuffled(sums)) {
    if (results.length === trials) break;
    const large = sum.of.grid.height * sum.of.grid.width > LARGE_TABLE;
    const before = taken.get(sum.of) ?? 0;
    const place = faultIn === 'total' ? sum.target : random.pick(sum.addends);
    if (before >= (large ? 1 : MOST_OF_A_TABLE) || !place) continue;
    taken.set(sum.of, before + 1);
    const cell = sum.of.grid.cell(place.row, place.column);
    if (cell?.kind === 'number') {
      results.push(trial(sum, place, cell, withOtherDigit(cell, random), untouched.get(sum.of) ?? new Map()));
    }
  }
  return results;
}

function trial(sum: TrueSum, place: GridPlace, cell: NumberCell, value: Decimal, known: Flags): Trial {
  const { table, grid } = sum.of;
  const { flags, sums } = flagsOf(tableSnapshot(table, grid, { ...place, value }));
  const fresh = [...flags].flatMap(([key, finding]) => (known.has(key) ? [] : [finding]));
  const through = fresh.filter((finding) => touches(finding, place));
  const isChanged = (cause?: Cause) => cause?.cell.row === place.row && cause.cell.column === place.column;
  const names = through.map(({ causes: [first] }) => isChanged(first));
  return {
    name: table.name,
    place,
    before: cell.value,
    after: value,
    others: sum.others,
    totalWord: sum.totalWord,
    withinRounding: value.minus(cell.value).abs().lessThanOrEqualTo(sum.tolerance),
    annotatedCrossing: (sum.uses.get(cellKey(place)) ?? 0) > 1,
    fresh: through.length,
    verdict: gravest(through),
    namedFirst: names[0] === true,
    namedBy: names.filter(Boolean).length,
    namedInTie: likelyCauses(through[0]?.causes ?? []).some(isChanged),
    elsewhere: fresh.length - through.length,
    missed: () => {
      const told = sums.filter((finding) => touches(finding, sum.target) && touches(finding, place));
      const verdict = told.find(({ cell: { row, column } }) => row === sum.target.row && column === sum.target.column);
      return reasonOfMiss(grid, { ...place, value }, sum, verdict?.verdict ?? null);
    },
  };
}

/** One printed digit becomes another; a number of several whole digits does not begin with 0. */
export function withOtherDigit({ value, unit }: Pick<NumberCell, 'value' | 'unit'>, random: Random): Decimal {
  const printed = value.abs().toFixed(unit.decimalPlaces());
  const digits = [...printed].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  const at = random.pick(digits) ?? 0;
  const leading = at === 0 && /^\d\d/.test(printed);
  const choices = [...'0123456789'].filter((digit) => digit !== printed[at] && !(leading && digit === '0'));
  const changed = `${printed.slice(0, at)}${random.pick(choices) ?? ''}${printed.slice(at + 1)}`;
  const magnitude = new Decimal(changed);
  return value.isNegative() ? magnitude.negated() : magnitude;
}
