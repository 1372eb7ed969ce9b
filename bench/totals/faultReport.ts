import { cellName } from '../../src/core/sheets/address';
import { groupBy } from '../../src/core/values/grouping';
import { printTable } from '../measure';
import type { FaultIn, Trial } from './faults';

/** How many of the changed digits were flagged, whether the changed cell was named, and what else was reported. */
export function printFaults(faultIn: FaultIn, trials: readonly Trial[], list: boolean): void {
  const groups: readonly (readonly [string, (trial: Trial) => boolean])[] = [
    ['all', () => true],
    ['change beyond rounding', ({ withinRounding }) => !withinRounding],
    ['no other position holds', ({ others }) => others === 0],
    ['1 other', ({ others }) => others === 1],
    ['2 or 3 others', ({ others }) => others === 2 || others === 3],
    ['4 others or more', ({ others }) => others >= 4],
    ['line with a total word', ({ totalWord }) => totalWord],
    ['line without', ({ totalWord }) => !totalWord],
    ['total word or 4 others', ({ totalWord, others }) => totalWord || others >= 4],
    ['… and beyond rounding', (each) => (each.totalWord || each.others >= 4) && !each.withinRounding],
  ];
  const flagged = (some: readonly Trial[]) => some.filter(({ verdict }) => verdict !== null);
  printTable(
    `One digit changed in ${faultIn === 'total' ? 'a printed total' : 'an addend'}: what the product reports`,
    ['annotated sums that held', 'trials', 'flagged', 'disagrees', 'possible only'],
    groups.map(([name, belongs]) => {
      const some = trials.filter(belongs);
      const as = (wanted: Trial['verdict']) => some.filter(({ verdict }) => verdict === wanted).length;
      return [
        name,
        `${some.length}`,
        percent(flagged(some).length, some.length),
        percent(as('disagrees'), some.length),
        percent(as('possible'), some.length),
      ];
    }),
  );
  const crossings: readonly (readonly [string, readonly Trial[]])[] = [
    ['flagged at all', flagged(trials)],
    ['the cell is in two annotated sums or more', flagged(trials).filter(({ annotatedCrossing }) => annotatedCrossing)],
    ['two fresh findings or more cross in the cell', trials.filter(({ fresh }) => fresh > 1)],
    ['a single fresh finding', trials.filter(({ fresh }) => fresh === 1)],
  ];
  printTable(
    'Of these, the changed cell is the first cause',
    ['trials where', 'trials', 'of the first finding', 'or tied with it', 'of all findings through it'],
    crossings.map(([name, some]) => [
      name,
      `${some.length}`,
      percent(some.filter(({ namedFirst }) => namedFirst).length, some.length),
      percent(some.filter(({ namedInTie }) => namedInTie).length, some.length),
      percent(some.filter(({ namedBy, fresh }) => namedBy === fresh).length, some.length),
    ]),
  );
  const alarms = trials.filter(({ elsewhere }) => elsewhere > 0);
  console.log(
    `\nFresh findings elsewhere: ${alarms.reduce((sum, { elsewhere }) => sum + elsewhere, 0)}, in ${percent(alarms.length, trials.length)} of the trials`,
  );
  if (list) printMisses(trials);
}

function printMisses(trials: readonly Trial[]): void {
  const missed = trials
    .filter(({ verdict, withinRounding }) => verdict === null && !withinRounding)
    .map((trial) => ({ ...trial, why: trial.missed() }));
  const reasons = groupBy(missed, ({ why }) => why.reason);
  printTable(
    'Why changes beyond rounding were not flagged',
    ['what became of the sum', 'trials', 'tables', 'others ≤ 3'],
    [...reasons]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([reason, some]) => [
        reason,
        `${some.length}`,
        `${new Set(some.map(({ name }) => name)).size}`,
        `${some.filter(({ others }) => others <= 3).length}`,
      ]),
  );
  const row = ({ name, place, before, after, others, totalWord }: Trial): string[] => [
    name,
    cellName(place),
    before.toFixed(),
    after.toFixed(),
    `${others}`,
    totalWord ? 'yes' : 'no',
  ];
  const header = ['table', 'cell', 'printed', 'changed to', 'others hold', 'total word'];
  printTable(
    'Not flagged, though beyond rounding',
    [...header, 'what became of the sum', 'hypotheses, score [hits/repeats/slips/fails/foreign], before → after'],
    missed.map((trial) => [...row(trial), trial.why.reason, trial.why.detail]),
  );
  const misnamed = trials.filter(({ fresh, namedFirst }) => fresh > 1 && !namedFirst);
  printTable('Two findings cross, and another cell is named first', header, misnamed.map(row));
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
