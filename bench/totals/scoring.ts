import { performance } from 'node:perf_hooks';
import { checkDocument } from '../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../src/core/checks/terms';
import { findDocument } from '../../src/core/tables/findDocument';
import type { FigureGrid } from '../../src/core/tables/sums/figureGrid';
import { findPrintedSums } from '../../src/core/tables/sums/findPrintedSums';
import type { Snapshot } from '../../src/core/sheets/snapshot';
import { readSnapshot } from '../../src/workbooks/xlsx/readSnapshot';
import { milliseconds, printTable } from '../measure';
import { type AnnotatedTable, gridOf } from './aggrecol';
import { Random } from '../random';
import {
  added,
  annotatedSums,
  type Assertions,
  bootstrapF1,
  type Counts,
  f1,
  folds,
  meanAndDeviation,
  precision,
  printedSums,
  quantile,
  recall,
  reportedSums,
  scoreTable,
  sourceOf,
  type TableScore,
  wellRead,
} from './score';
import { tableSnapshot } from './tableSnapshot';

/** A table as both the search for sums and the product see it. */
export interface ReadTable {
  readonly table: AnnotatedTable;
  readonly grid: FigureGrid;
}

interface Found {
  readonly time: number;
  readonly found: Assertions;
}

/** What one of the systems found, and how long it took for each table, in milliseconds. */
interface Run {
  readonly title: string;
  readonly scores: readonly TableScore[];
  readonly times: readonly number[];
}

export function readGrids(tables: readonly AnnotatedTable[]): ReadTable[] {
  return tables.map((table) => ({ table, grid: gridOf(table) }));
}

/** Precision and recall of the search alone and of the document that a user gets. */
export function printScores(tables: readonly ReadTable[], seed: number, list: boolean): void {
  const runs = [
    timed('The search for sums alone (findPrintedSums)', tables, ({ grid }) => {
      const start = performance.now();
      const found = findPrintedSums(grid);
      return { time: performance.now() - start, found: printedSums(found) };
    }),
    timed('What the product reports (findings on sums of checkDocument)', tables, ({ table, grid }) =>
      reported(table, () => tableSnapshot(table, grid)),
    ),
    timed('The same, each table read from a CSV file', tables, ({ table }) =>
      reported(table, () => readSnapshot(csvBytes(table.cells), 'table.csv')),
    ),
  ];
  for (const run of runs) {
    printCounts(run);
    printSpread(run, new Random(seed));
    if (list) printWorst(run);
  }
}

function reported(table: AnnotatedTable, read: () => Snapshot): Found {
  const start = performance.now();
  const { findings } = checkDocument(findDocument(read()), NO_TERMS);
  return { time: performance.now() - start, found: reportedSums(findings, table) };
}

function csvBytes(cells: AnnotatedTable['cells']): Uint8Array {
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return new TextEncoder().encode(cells.map((row) => row.map(field).join(',')).join('\r\n'));
}

function timed(title: string, tables: readonly ReadTable[], find: (each: ReadTable) => Found): Run {
  const results = tables.map((each) => {
    const { time, found } = find(each);
    return { time, score: scoreTable(each.table.name, found, annotatedSums(each.table)) };
  });
  return { title, scores: results.map(({ score }) => score), times: results.map(({ time }) => time) };
}

function printCounts({ title, scores }: Run): void {
  const sources = [...new Set(scores.map(({ name }) => sourceOf(name)))].sort();
  const parts: readonly (readonly [string, readonly TableScore[], Counts])[] = [
    ['all', scores, added(scores.map(({ all }) => all))],
    ['figures of other rows of the column', scores, added(scores.map(({ axes }) => axes.rows))],
    ['figures of other columns of the row', scores, added(scores.map(({ axes }) => axes.columns))],
    ...sources.map((source) => {
      const own = scores.filter(({ name }) => sourceOf(name) === source);
      return [source, own, added(own.map(({ all }) => all))] as const;
    }),
  ];
  printTable(
    title,
    ['part', 'tables', 'annotated', 'found', 'hits', 'P', 'R', 'F1'],
    parts.map(([name, own, counts]) => [
      name,
      `${own.length}`,
      `${counts.hits + counts.missed}`,
      `${counts.hits + counts.false}`,
      `${counts.hits}`,
      precision(counts).toFixed(3),
      recall(counts).toFixed(3),
      f1(counts).toFixed(3),
    ]),
  );
}

function printSpread({ scores, times }: Run, random: Random): void {
  const parts = folds(scores).map((fold) => f1(added(fold.map(({ all }) => all))));
  const { mean, deviation } = meanAndDeviation(parts);
  const [low, high] = bootstrapF1(scores, random);
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`
F1 by five folds of neighbouring file names: ${parts.map((part) => part.toFixed(3)).join(' ')}; mean ${mean.toFixed(3)}, standard deviation ${deviation.toFixed(3)} (nothing is fitted on the file)
F1, 95 % interval over files drawn anew: ${low.toFixed(3)} to ${high.toFixed(3)}
Tables with P ≥ .95 and R ≥ .95: ${(100 * wellRead(scores)).toFixed(1)} %
Time a table: median ${milliseconds(quantile(sorted, 0.5))} ms, 95th percentile ${milliseconds(quantile(sorted, 0.95))} ms, longest ${milliseconds(sorted[sorted.length - 1] ?? 0)} ms`);
}

function printWorst({ scores }: Run): void {
  const wrong = scores.filter(({ all }) => all.false + all.missed > 0);
  wrong.sort((a, b) => b.all.false + b.all.missed - a.all.false - a.all.missed);
  printTable(
    'Tables with false or missed sums',
    ['table', 'hits', 'false', 'missed'],
    wrong.map(({ name, all }) => [name, `${all.hits}`, `${all.false}`, `${all.missed}`]),
  );
}
