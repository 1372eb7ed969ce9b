import type { Finding } from '../../src/core/checks/finding';
import { cellName } from '../../src/core/sheets/address';
import { printTable } from '../measure';
import { percent } from './faultReport';
import { addendCount, type Flags, flagsOf } from './flags';
import type { ReadTable } from './scoring';
import { tableSnapshot } from './tableSnapshot';

/** What the product reports of each table as it is printed. */
export function checkUntouched(tables: readonly ReadTable[]): Map<ReadTable, Flags> {
  return new Map(tables.map((each) => [each, flagsOf(tableSnapshot(each.table, each.grid)).flags]));
}

export function printUntouched(untouched: ReadonlyMap<ReadTable, Flags>, list: boolean): void {
  const findings = [...untouched].map(([{ table }, flags]) => ({ name: table.name, found: [...flags.values()] }));
  printTable(
    'Untouched tables: sums that the product reports',
    ['verdict', 'findings', 'tables', 'of all tables'],
    (['disagrees', 'possible'] as const).map((wanted) => {
      const counts = findings.map(({ found }) => found.filter(({ verdict }) => verdict === wanted).length);
      const withSome = counts.filter((count) => count > 0).length;
      return [
        wanted,
        `${counts.reduce((sum, count) => sum + count, 0)}`,
        `${withSome}`,
        percent(withSome, findings.length),
      ];
    }),
  );
  if (!list) return;
  printTable(
    'Every one of them',
    ['table', 'cell', 'verdict', 'stated', 'computed', 'addends'],
    findings.flatMap(({ name, found }) => found.map((finding) => rowOf(name, finding))),
  );
}

function rowOf(name: string, finding: Finding): string[] {
  const { cell, verdict, stated, computed } = finding;
  return [name, cellName(cell), verdict, stated?.toFixed() ?? '', computed?.toFixed() ?? '', `${addendCount(finding)}`];
}
