import { areaHolds, type CellAddress } from '../../sheets/address';
import { addsUp } from '../addsUp';
import type { Relation, Table } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { findPrintedSums } from '../sums/findPrintedSums';
import { amountTables } from './amountTables';
import { SheetFigures } from './sheetFigures';
import { assertionKey, type FoundSum, foundSums, SheetFigureIndex, type SumRelation } from './sumRelations';

type FoundTable = Omit<Table, 'id'>;

/** So many places at which a part of the lines adds up say that the layout means that part, not that lines were left out. */
const ENOUGH_SUPPORT = 3;

/**
 * Adds to the tables of a sheet the sums that the evidence of its figures speaks for, and makes tables of those that stand
 * outside of all. What words and structure assert stays, unless it does not hold and another reading of the same cell
 * does for certain. Courses of events stay as they are.
 */
export function joinSums(grid: SheetGrid, tables: readonly FoundTable[]): FoundTable[] {
  const printed = new SheetFigures(grid);
  const sums = findPrintedSums(printed);
  if (sums.length === 0) return [...tables];
  const found = foundSums(sums, new SheetFigureIndex(grid, printed, tables)).filter(
    ({ relation }) => !isLeftTo(tables, relation.target.cell),
  );
  const byTable = new Map<FoundTable, FoundSum[]>();
  const outside: FoundSum[] = [];
  for (const sum of found) {
    const table = tableAt(tables, sum.relation.target.cell);
    const own = table ? (byTable.get(table) ?? []) : outside;
    own.push(sum);
    if (table) byTable.set(table, own);
  }
  return [
    ...tables.map((table) => ({ ...table, relations: merged(table.relations, byTable.get(table) ?? []) })),
    ...amountTables(
      grid,
      outside.map(({ relation }) => relation),
    ),
  ];
}

/** Taxes and what includes them follow rules of their own; dates and texts of events are no figures. */
function isLeftTo(tables: readonly FoundTable[], cell: CellAddress): boolean {
  return tables.some(({ kind, range, columns, relations }) => {
    if (!areaHolds(range, cell.row, cell.column)) return false;
    if (kind === 'timeline') return columns.some(({ column }) => column === cell.column);
    return relations.some(
      (relation) =>
        relation.kind !== 'sum' && relation.target.cell.row === cell.row && relation.target.cell.column === cell.column,
    );
  });
}

function tableAt(tables: readonly FoundTable[], cell: CellAddress): FoundTable | null {
  return tables.find(({ kind, range }) => kind !== 'timeline' && areaHolds(range, cell.row, cell.column)) ?? null;
}

function merged(relations: readonly Relation[], found: readonly FoundSum[]): readonly Relation[] {
  if (found.length === 0) return relations;
  const byKey = new Map(found.map((sum) => [assertionKey(sum.relation), sum]));
  const kept = relations.map((relation) => {
    if (relation.kind !== 'sum') return relation;
    const key = assertionKey(relation);
    const sum = byKey.get(key);
    byKey.delete(key);
    return sum && isMeantInstead(sum, relation) ? sum.relation : relation;
  });
  return [...kept, ...[...byKey.values()].map(({ relation }) => relation)];
}

/** Whether the evidence gives a better reading of a cell than the words do, which do not hold. */
function isMeantInstead(sum: FoundSum, worded: SumRelation): boolean {
  const { relation, exact, support } = sum;
  if (relation.certainty !== 'certain' || !exact || addsUp(worded.target, worded.addends)) return false;
  // A total that leaves out some of its lines adds up to the others: that is what is to be reported.
  const own = new Set(worded.addends);
  const part = relation.addends.every((addend) => own.has(addend));
  return !part || support >= ENOUGH_SUPPORT;
}
