import type { Expression } from '../../src/core/checks/expression';
import type { Finding } from '../../src/core/checks/finding';
import type { CellArea } from '../../src/core/sheets/address';
import type { PrintedSum } from '../../src/core/tables/sums/figureGrid';
import type { AnnotatedTable } from './aggrecol';
import type { Random } from '../random';

const FOLDS = 5;
const RESAMPLES = 2_000;
const WELL_READ = 0.95;

type Place = readonly [number, number];
export type Axis = 'rows' | 'columns';

/** How many sums were found and meant (hits), found and not meant (false), meant and not found (missed). */
export interface Counts {
  readonly hits: number;
  readonly false: number;
  readonly missed: number;
}

const NONE: Counts = { hits: 0, false: 0, missed: 0 };

/** The sums of one table that some system found, against the annotated ones. */
export interface TableScore {
  readonly name: string;
  readonly all: Counts;
  readonly axes: Readonly<Record<Axis, Counts>>;
}

/** A sum is the same where the target and the set of addends are; cells that print nothing do not count as addends. */
function keyOf(target: Place, addends: readonly Place[]): string {
  return `${target.join(',')}=${addends
    .map((place) => place.join(','))
    .sort()
    .join(' ')}`;
}

/** Along which axis a sum adds up: figures of other rows of its column, or of other columns of its row. */
export function axisOf(target: Place, addends: readonly Place[]): Axis {
  return addends.length > 0 && addends.every(([row]) => row === target[0]) ? 'columns' : 'rows';
}

export type Assertions = ReadonlyMap<string, Axis>;

export function annotatedSums({ cells, sums }: AnnotatedTable): Assertions {
  return new Map(
    sums.map(({ target, addends }) => {
      const printed = addends.filter(([row, column]) => (cells[row]?.[column] ?? '').trim() !== '');
      return [keyOf(target, printed), axisOf(target, addends)];
    }),
  );
}

export function printedSums(sums: readonly PrintedSum[]): Assertions {
  return new Map(
    sums.map(({ axis, target, addends }) => [
      keyOf(
        [target.row, target.column],
        addends.map(({ row, column }): Place => [row, column]),
      ),
      axis,
    ]),
  );
}

/**
 * The sums that a report on a single sheet from A1 says are meant, whether they hold or not. A difference a = b − c is annotated as the sum
 * b = a + c.
 */
export function reportedSums(findings: readonly Finding[], { cells }: AnnotatedTable): Assertions {
  return new Map(
    findings
      .filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'not-checked')
      .map(({ cell, operands, expression }) => {
        const own: Place = [cell.row, cell.column];
        const printed = operands.flatMap(cellsOf).filter(([row, column]) => (cells[row]?.[column] ?? '').trim() !== '');
        const whole = expression?.kind === 'subtract' ? wholeOf(expression.from) : null;
        const target = whole ?? own;
        const addends = whole
          ? [own, ...printed.filter(([row, column]) => row !== whole[0] || column !== whole[1])]
          : printed;
        return [keyOf(target, addends), axisOf(target, addends)];
      }),
  );
}

/** The single cell that something is taken off from; null where several are added first. */
function wholeOf(from: Expression): Place | null {
  const cells = from.kind === 'sum' && from.terms.length === 0 ? from.ranges.flatMap(cellsOf) : [];
  const [whole, ...more] = cells;
  return whole && more.length === 0 ? whole : null;
}

function cellsOf({ top, bottom, left, right }: CellArea): Place[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, along): Place => [top + down, left + along]),
  ).flat();
}

export function scoreTable(name: string, found: Assertions, meant: Assertions): TableScore {
  const along = (axis: Axis | null): Counts => {
    const counts = { hits: 0, false: 0, missed: 0 };
    for (const [key, on] of meant) {
      if (axis !== null && on !== axis) continue;
      if (found.has(key)) counts.hits += 1;
      else counts.missed += 1;
    }
    for (const [key, on] of found) if ((axis === null || on === axis) && !meant.has(key)) counts.false += 1;
    return counts;
  };
  return { name, all: along(null), axes: { rows: along('rows'), columns: along('columns') } };
}

export function added(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, one) => ({
      hits: sum.hits + one.hits,
      false: sum.false + one.false,
      missed: sum.missed + one.missed,
    }),
    NONE,
  );
}

/** Where nothing was found or meant, nothing is wrong: 1. */
export const precision = (counts: Counts): number => share(counts.hits, counts.hits + counts.false);
export const recall = (counts: Counts): number => share(counts.hits, counts.hits + counts.missed);
export const f1 = (counts: Counts): number => share(2 * counts.hits, 2 * counts.hits + counts.false + counts.missed);

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** The share of the tables whose precision and recall are both at least .95. */
export function wellRead(scores: readonly TableScore[]): number {
  const good = scores.filter(({ all }) => precision(all) >= WELL_READ && recall(all) >= WELL_READ);
  return share(good.length, scores.length);
}

/** Folds of neighbouring file names, so that tables of one source stay together; as many tables in each. */
export function folds(scores: readonly TableScore[]): TableScore[][] {
  const sorted = [...scores].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return Array.from({ length: FOLDS }, (_, fold) =>
    sorted.slice(Math.floor((fold * sorted.length) / FOLDS), Math.floor(((fold + 1) * sorted.length) / FOLDS)),
  );
}

export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

/** The 95 % interval of F1 over files drawn anew with replacement. */
export function bootstrapF1(scores: readonly TableScore[], random: Random): readonly [number, number] {
  const byFile = new Map<string, Counts[]>();
  for (const { name, all } of scores) byFile.set(fileOf(name), [...(byFile.get(fileOf(name)) ?? []), all]);
  const files = [...byFile.values()].map(added);
  const drawn = Array.from({ length: RESAMPLES }, () => f1(added(files.map(() => random.pick(files) ?? NONE))));
  drawn.sort((a, b) => a - b);
  return [quantile(drawn, 0.025), quantile(drawn, 0.975)];
}

const fileOf = (name: string): string => name.split(' ')[0] ?? name;

/** Of sorted values. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** The kind of source that a table's name tells of: files of spreadsheets have an extension, numbers of a collection none. */
export function sourceOf(name: string): string {
  return /\.[a-z]{2,4}(?=\s|$)/i.test(name)
    ? 'spreadsheet files (name with an extension)'
    : 'collection numbers (no extension)';
}
