import { checkDocument } from '../../../src/core/checks/checkDocument';
import type { Finding } from '../../../src/core/checks/finding';
import { NO_TERMS } from '../../../src/core/checks/terms';
import { cellName } from '../../../src/core/sheets/address';
import type { CellSnapshot, Snapshot } from '../../../src/core/sheets/snapshot';
import { findDocument } from '../../../src/core/tables/findDocument';
import type { GridPlace } from '../../../src/core/tables/sums/figureGrid';
import { Decimal } from '../../../src/core/values/decimal';
import { printTable } from '../../measure';
import { Random } from '../../random';
import { percent } from '../faultReport';
import { withOtherDigit } from '../faults';
import { gravest, keyOf, touches } from '../flags';
import { numberCell, sheetSnapshot, textCell } from '../tableSnapshot';
import { ENGLISH } from './english';
import { JAPANESE } from './japanese';
import { JAPANESE_COUNTS } from './japaneseCounts';
import { type OfficeTable, officeTable } from './officeTable';

const FIGURE = /^([-△]?)(\d{1,3}(?:,\d{3})*|\d+)(\.\d+)?(%?)$/;
const TRIALS_PER_CELL = 3;

interface Changed extends GridPlace {
  readonly value: Decimal;
}

interface PrintedFigure {
  readonly value: Decimal;
  readonly unit: Decimal;
  readonly percent: boolean;
}

interface Trial {
  readonly table: string;
  readonly part: 'total' | 'addend' | 'difference';
  readonly place: GridPlace;
  readonly change: string;
  readonly verdict: 'disagrees' | 'possible' | null;
}

/**
 * Tables as offices print them: what is reported of them as they are, and how many changed digits are flagged in figures that others give
 * (totals, and differences, where something is taken off) and in those that they are given by.
 */
export function printOffice(seed: number, list: boolean): void {
  const tables = [...JAPANESE, ...JAPANESE_COUNTS, ...ENGLISH].map(officeTable);
  const untouched = new Map(tables.map((table) => [table, reported(table, null)]));
  const alarms = tables.flatMap((table) => (untouched.get(table) ?? []).map((finding) => ({ table, finding })));
  const unfound = tables.flatMap((table) => unfoundSums(table).map((target) => ({ table, target })));
  const sums = tables.reduce((count, table) => count + table.sums.length, 0);
  const random = new Random(seed);
  const trials = tables.flatMap((table) => trialsOf(table, untouched.get(table) ?? [], random));
  printTable(
    `${tables.length} office tables: findings of any kind as they are, and figures with a check of their own`,
    ['what', 'number', 'share'],
    [
      ['errors reported', `${alarms.filter(({ finding }) => finding.verdict === 'disagrees').length}`, ''],
      ['possible only', `${alarms.filter(({ finding }) => finding.verdict === 'possible').length}`, ''],
      ['sums with a check', `${sums - unfound.length} of ${sums}`, percent(sums - unfound.length, sums)],
    ],
  );
  printTable(
    'One digit changed in an office table',
    ['in', 'trials', 'flagged', 'disagrees', 'possible only'],
    (['total', 'difference', 'addend'] as const).map((part) => {
      const some = trials.filter((trial) => trial.part === part);
      const as = (verdict: Trial['verdict']) => some.filter((trial) => trial.verdict === verdict).length;
      return [
        part,
        `${some.length}`,
        percent(some.length - as(null), some.length),
        percent(as('disagrees'), some.length),
        percent(as('possible'), some.length),
      ];
    }),
  );
  if (!list) return;
  printTable(
    'Findings in office tables as they are',
    ['table', 'cell', 'kind', 'verdict', 'stated', 'computed'],
    alarms.map(({ table, finding: { cell, kind, verdict, stated, computed } }) => [
      ...[table.name, cellName(cell), kind, verdict],
      ...[stated?.toFixed() ?? '', computed?.toFixed() ?? ''],
    ]),
  );
  printTable(
    'Sums without a check',
    ['table', 'cell'],
    unfound.map(({ table, target }) => [table.name, cellName(target)]),
  );
  printTable(
    'Changed digits that are not flagged, or possible only',
    ['table', 'cell', 'in', 'change', 'verdict'],
    trials
      .filter(({ verdict }) => verdict !== 'disagrees')
      .map(({ table, place, part, change, verdict }) => [table, cellName(place), part, change, verdict ?? '–']),
  );
}

/** Every sum's figures, each changed a few times. */
function trialsOf(table: OfficeTable, untouched: readonly Finding[], random: Random): Trial[] {
  const known = new Set(untouched.map(kindAndKey));
  return table.sums.flatMap(({ target, plus, minus }) => {
    const part = minus.length > 0 ? 'difference' : 'total';
    const places = [
      { place: target, part } as const,
      ...[...plus, ...minus].map((place) => ({ place, part: 'addend' as const })),
    ];
    return places.flatMap(({ place, part: own }) => {
      const before = figureAt(table, place);
      if (!before || (own === 'addend' && plus.length + minus.length < 2)) return [];
      return Array.from({ length: own === 'addend' ? 1 : TRIALS_PER_CELL }, (): Trial => {
        const value = withOtherDigit(before, random);
        const fresh = reported(table, { ...place, value }).filter(
          (finding) => !known.has(kindAndKey(finding)) && touches(finding, place),
        );
        return {
          table: table.name,
          part: own,
          place,
          change: `${before.value.toFixed()} → ${value.toFixed()}`,
          verdict: gravest(fresh),
        };
      });
    });
  });
}

/** Sums whose figures no check has together; a difference may be checked as the sum that it comes from. */
function unfoundSums(table: OfficeTable): GridPlace[] {
  const all = findings(table, null);
  return table.sums
    .filter(({ target, plus, minus }) => {
      const places = [target, ...plus, ...minus];
      return !all.some((finding) => places.every((place) => touches(finding, place)));
    })
    .map(({ target }) => target);
}

const reported = (table: OfficeTable, changed: Changed | null): Finding[] =>
  findings(table, changed).filter(({ verdict }) => verdict === 'disagrees' || verdict === 'possible');

function findings(table: OfficeTable, changed: Changed | null): readonly Finding[] {
  return checkDocument(findDocument(snapshotOf(table, changed)), NO_TERMS).findings;
}

/** The table as a workbook of one sheet, one figure changed. */
export function snapshotOf(table: OfficeTable, changed: Changed | null): Snapshot {
  const rows = table.cells.map((line, row) =>
    line.map((text, column): CellSnapshot | null => {
      const figure = figureAt(table, { row, column });
      if (!figure) return text === '' ? null : textCell(text);
      const own = changed?.row === row && changed.column === column ? changed.value : figure.value;
      return numberCell(own, figure.unit, true, figure.percent);
    }),
  );
  return sheetSnapshot(table.name, rows);
}

function figureAt(table: OfficeTable, { row, column }: GridPlace): PrintedFigure | null {
  const [, sign, whole, decimals = '', mark] = FIGURE.exec(table.cells[row]?.[column] ?? '') ?? [];
  if (whole === undefined) return null;
  const value = new Decimal(`${whole.replace(/,/g, '')}${decimals}`);
  return {
    value: sign === '' ? value : value.negated(),
    unit: new Decimal(10).pow(-Math.max(0, decimals.length - 1)),
    percent: mark === '%',
  };
}

/** One cell may be the figure of checks of several kinds. */
const kindAndKey = (finding: Finding): string => `${finding.kind} ${keyOf(finding)}`;
