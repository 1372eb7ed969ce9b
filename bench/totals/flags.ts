import { checkDocument } from '../../src/core/checks/checkDocument';
import type { Finding } from '../../src/core/checks/finding';
import { NO_TERMS } from '../../src/core/checks/terms';
import { areaHolds } from '../../src/core/sheets/address';
import type { Snapshot } from '../../src/core/sheets/snapshot';
import { findDocument } from '../../src/core/tables/findDocument';
import type { GridPlace } from '../../src/core/tables/sums/figureGrid';

/** Findings on sums that do not hold, in the order in which a user reads them, by what they say of which cell. */
export type Flags = ReadonlyMap<string, Finding>;

/** What the product reports of the sums of a workbook of one sheet: what does not hold, and every finding. */
export function flagsOf(snapshot: Snapshot): { flags: Flags; sums: readonly Finding[] } {
  const { findings } = checkDocument(findDocument(snapshot), NO_TERMS);
  const sums = findings.filter(({ kind }) => kind === 'sum');
  const wrong = sums.filter(({ verdict }) => verdict === 'disagrees' || verdict === 'possible');
  return { flags: new Map(wrong.map((finding) => [keyOf(finding), finding])), sums };
}

/** One cell may be said to be the sum of different others. */
export function keyOf({ cell, operands }: Finding): string {
  const areas = operands.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`);
  return [`${cell.row} ${cell.column}`, ...areas].join(', ');
}

/** The gravest of what findings say; null where there are none. */
export function gravest(findings: readonly Finding[]): 'disagrees' | 'possible' | null {
  if (findings.some(({ verdict }) => verdict === 'disagrees')) return 'disagrees';
  return findings.length > 0 ? 'possible' : null;
}

/** Whether a cell is the figure of a finding or one of those that it adds up. */
export function touches({ cell, operands }: Finding, { row, column }: GridPlace): boolean {
  return (cell.row === row && cell.column === column) || operands.some((range) => areaHolds(range, row, column));
}

export function addendCount({ operands }: Finding): number {
  return operands.reduce((count, { top, bottom, left, right }) => count + (bottom - top + 1) * (right - left + 1), 0);
}
