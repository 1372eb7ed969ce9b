import { areaHolds, type CellAddress, type CellArea, MAX_COLUMNS } from '../../sheets/address';
import { addsUp } from '../addsUp';
import type { Relation, Table } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { findPrintedSums } from '../sums/findPrintedSums';
import { amountTables } from './amountTables';
import { withDoubts } from './doubtfulLines';
import { type StatedSum, statedSums, withStated } from './formulaRelations';
import { SheetFigures } from './sheetFigures';
import { assertionKey, type FoundSum, foundSums, SheetFigureIndex, type SumRelation } from './sumRelations';

type FoundTable = Omit<Table, 'id'>;

/** So many places at which a part of the lines adds up say that the layout means that part, not that lines were left out. */
const ENOUGH_SUPPORT = 3;

/**
 * Adds to the tables of a sheet the sums that the evidence of its figures speaks for, and makes tables of those that stand
 * outside of all; and the sums that its formulas state. What words and structure assert stays, unless it does not hold and
 * another reading of the same cell does for certain. Courses of events stay as they are.
 *
 * @param named areas that the user says are tables: nothing outside adds up what is inside.
 */
export function joinSums(grid: SheetGrid, tables: readonly FoundTable[], named: readonly CellArea[]): FoundTable[] {
  const printed = new SheetFigures(grid);
  const figures = new SheetFigureIndex(grid, printed, tables);
  const tableAt = tablesByRow(tables);
  const leftAlone = untouchedCells(tables);
  const isFree = (relation: SumRelation) =>
    !leftAlone.has(cellKey(relation.target.cell)) && !reachesInto(named, relation);
  const homeOf = ({ relation }: { readonly relation: SumRelation }) => tableOf(relation, tableAt);
  const found = grouped(
    foundSums(findPrintedSums(printed), figures).filter(({ relation }) => isFree(relation)),
    homeOf,
  );
  const stated = grouped(
    statedSums(grid, figures).filter(({ relation, sum }) => isFree(relation) && isFree(sum ?? relation)),
    homeOf,
  );
  const joined = (home: FoundTable | null, relations: readonly Relation[]) =>
    withStated(merged(withDoubts(relations), found.get(home) ?? []), stated.get(home) ?? []);
  return [
    ...tables.map((table) => ({ ...table, relations: joined(table, table.relations) })),
    ...amountTables(grid, joined(null, []).filter(isSum)),
  ];
}

const isSum = (relation: Relation): relation is SumRelation => relation.kind === 'sum';

/** Sums by the table that they belong to; null for those that stand outside of all. */
function grouped<T extends FoundSum | StatedSum>(
  sums: readonly T[],
  homeOf: (sum: T) => FoundTable | null,
): Map<FoundTable | null, T[]> {
  const groups = new Map<FoundTable | null, T[]>();
  for (const sum of sums) {
    const home = homeOf(sum);
    const known = groups.get(home);
    if (known) known.push(sum);
    else groups.set(home, [sum]);
  }
  return groups;
}

function reachesInto(named: readonly CellArea[], { target, addends }: SumRelation): boolean {
  const holds = (area: CellArea, cell: CellAddress) => areaHolds(area, cell.row, cell.column);
  return named.some((area) => !holds(area, target.cell) && addends.some(({ cell }) => holds(area, cell)));
}

const cellKey = ({ row, column }: CellAddress): number => row * MAX_COLUMNS + column;

/** Taxes and what includes them follow rules of their own; dates and texts of events are no figures. */
function untouchedCells(tables: readonly FoundTable[]): Set<number> {
  const cells = new Set<number>();
  for (const { kind, range, columns, relations } of tables) {
    for (const relation of relations) if (relation.kind !== 'sum') cells.add(cellKey(relation.target.cell));
    if (kind !== 'timeline') continue;
    for (const { column } of columns) {
      for (let row = range.top; row <= range.bottom; row += 1) cells.add(row * MAX_COLUMNS + column);
    }
  }
  return cells;
}

/** Looks up the table that holds a cell; null where none does. Courses of events hold no sums. */
function tablesByRow(tables: readonly FoundTable[]): (cell: CellAddress) => FoundTable | null {
  const byRow = new Map<number, FoundTable[]>();
  for (const table of tables) {
    if (table.kind === 'timeline') continue;
    for (let row = table.range.top; row <= table.range.bottom; row += 1) {
      const known = byRow.get(row);
      if (known) known.push(table);
      else byRow.set(row, [table]);
    }
  }
  return ({ row, column }) => byRow.get(row)?.find(({ range }) => areaHolds(range, row, column)) ?? null;
}

/** The table that holds a sum, or most likely is what it adds up: a total may stand below what was taken for the table. */
function tableOf(
  { target, addends }: SumRelation,
  tableAt: (cell: CellAddress) => FoundTable | null,
): FoundTable | null {
  const [first] = addends;
  return tableAt(target.cell) ?? (first ? tableAt(first.cell) : null);
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
  if (!exact || addsUp(worded.target, worded.addends)) return false;
  if (worded.certainty === 'possible' && support >= ENOUGH_SUPPORT) return true;
  if (relation.certainty !== 'certain') return false;
  // A total that leaves out some of its lines adds up to the others: that is what is to be reported.
  const own = new Set(worded.addends);
  const part = relation.addends.every((addend) => own.has(addend));
  return !part || support >= ENOUGH_SUPPORT;
}
