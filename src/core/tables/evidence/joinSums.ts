import { areaHolds, type CellAddress, type CellArea, placeKey } from '../../sheets/address';
import { groupBy } from '../../values/grouping';
import { sumHolds } from '../addsUp';
import { AreasByRow } from '../areasByRow';
import type { Figure, Relation, SumRelation, Table } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { findPrintedSums } from '../sums/findPrintedSums';
import { amountTables } from './amountTables';
import { withDoubts } from './doubtfulLines';
import { statedSums, withStated } from './formulaRelations';
import { withNilCells } from './nilCells';
import { noSumsOf } from './noSums';
import { SheetFigures } from './sheetFigures';
import { stepSums } from '../steps/stepSums';
import { withSteps } from './withSteps';
import { assertionKey, type FoundSum, foundSums, SheetFigureIndex } from './sumRelations';

type FoundTable = Omit<Table, 'id'>;

/** So many places at which a part of the lines adds up say that the layout means that part, not that lines were left out. */
const ENOUGH_SUPPORT = 3;

/** So many say so even where the figure by itself does not look like a sum. */
const PLENTY_SUPPORT = 8;

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
  const byRow = tablesByRow(tables);
  const leftAlone = untouchedCells(tables);
  const isFree = (relation: SumRelation) =>
    !leftAlone.has(placeKey(relation.target.cell.row, relation.target.cell.column)) && !reachesInto(named, relation);
  const homeOf = ({ relation }: { readonly relation: SumRelation }) => tableOf(relation, byRow);
  const steps = groupBy(
    stepSums(printed, (place) => figures.at(place))
      .filter(isFree)
      .map((relation) => ({ relation })),
    homeOf,
  );
  const found = groupBy(
    foundSums(findPrintedSums(printed), figures).filter(({ relation }) => isFree(relation)),
    homeOf,
  );
  const stated = groupBy(
    statedSums(grid, figures).filter(({ relation, sum }) => isFree(relation) && isFree(sum ?? relation)),
    homeOf,
  );
  const joined = (home: FoundTable | null, worded: readonly Relation[]) => {
    const known = (steps.get(home) ?? []).map(({ relation }) => relation);
    const relations = withSteps(withDoubts(worded), known);
    const isNone = noSumsOf(home, relations);
    const meant = (found.get(home) ?? []).filter(({ relation }) => !isNone(relation));
    // A difference that is known as one is not told once more the other way round.
    const own = (stated.get(home) ?? []).map(({ relation, sum }) => {
      return { relation, sum: sum && sum !== relation && isNone(sum) ? null : sum };
    });
    return withStated(merged(relations, meant), own);
  };
  return [
    ...tables.map((table) => {
      const relations = withNilCells(table.relations, table, grid, figures);
      return { ...table, relations: joined(table, relations) };
    }),
    ...amountTables(grid, joined(null, []).filter(isSum)),
  ];
}

const isSum = (relation: Relation): relation is SumRelation => relation.kind === 'sum';

function reachesInto(named: readonly CellArea[], { target, addends }: SumRelation): boolean {
  const holds = (area: CellArea, cell: CellAddress) => areaHolds(area, cell.row, cell.column);
  return named.some((area) => !holds(area, target.cell) && addends.some(({ cell }) => holds(area, cell)));
}

/** Taxes and what includes them follow rules of their own; dates and texts of events are no figures. */
function untouchedCells(tables: readonly FoundTable[]): Set<number> {
  const cells = new Set<number>();
  for (const { kind, range, columns, relations } of tables) {
    for (const relation of relations)
      if (relation.kind !== 'sum') cells.add(placeKey(relation.target.cell.row, relation.target.cell.column));
    if (kind !== 'timeline') continue;
    for (const { column } of columns) {
      for (let row = range.top; row <= range.bottom; row += 1) cells.add(placeKey(row, column));
    }
  }
  return cells;
}

/** The tables by the rows that they reach over. Courses of events hold no sums. */
function tablesByRow(tables: readonly FoundTable[]): AreasByRow<FoundTable> {
  const byRow = new AreasByRow<FoundTable>();
  for (const table of tables) if (table.kind !== 'timeline') byRow.add(table.range, table);
  return byRow;
}

/** The table that holds a sum, or most likely is what it adds up: a total may stand below what was taken for the table. */
function tableOf({ target, addends }: SumRelation, byRow: AreasByRow<FoundTable>): FoundTable | null {
  const [first] = addends;
  const holding = ({ cell: { row, column } }: Figure) => byRow.at(row, column);
  return holding(target) ?? (first ? holding(first) : null);
}

function merged(relations: readonly Relation[], found: readonly FoundSum[]): readonly Relation[] {
  if (found.length === 0) return relations;
  const byKey = groupBy(found, ({ relation }) => assertionKey(relation));
  const holding = new Set(relations.filter(isSum).filter(sumHolds));
  const held = groupBy(holding, sumLines);
  const kept = relations.flatMap((relation): Relation[] => {
    if (relation.kind !== 'sum') return [relation];
    const key = assertionKey(relation);
    const readings = byKey.get(key) ?? [];
    byKey.delete(key);
    const [best] = readings;
    if (holding.has(relation)) return [relation, ...otherReadings(relation, readings)];
    const worded = held.get(sumLines(relation))?.length ?? 0;
    return best && isMeantInstead(best, relation, worded) ? readings.map((one) => one.relation) : [relation];
  });
  return [...kept, ...[...byKey.values()].flat().map(({ relation }) => relation)];
}

/** What else gives a figure for certain: its subtotals besides its details. */
function otherReadings(worded: SumRelation, readings: readonly FoundSum[]): SumRelation[] {
  return readings.flatMap(({ relation, exact }, index) => {
    // Those after the first are told only where they are meant besides it.
    const meant = index > 0 || (exact && relation.certainty === 'certain');
    return meant && !sameAddends(relation, worded) ? [relation] : [];
  });
}

function sameAddends(one: SumRelation, other: SumRelation): boolean {
  const own = new Set(other.addends);
  return one.addends.length === own.size && one.addends.every((addend) => own.has(addend));
}

/**
 * Whether the evidence gives a better reading of a cell than the words do, which do not hold.
 *
 * @param held at how many places what the words say of the same lines holds.
 */
function isMeantInstead(sum: FoundSum, worded: SumRelation, held: number): boolean {
  const { relation, exact, support } = sum;
  // Neither holds: the lines that hold elsewhere are meant, and what nearly everywhere holds is meant for certain.
  if (!exact) {
    if (held === 0 && support >= ENOUGH_SUPPORT) return true;
    if (relation.certainty !== 'certain') return worded.certainty === 'possible' && held === 0;
    if (support >= ENOUGH_SUPPORT && support > held * 2) return true;
    return worded.certainty === 'possible' && support >= PLENTY_SUPPORT && sameAddends(relation, worded);
  }
  if (worded.certainty === 'possible' && support >= ENOUGH_SUPPORT) return true;
  if (relation.certainty !== 'certain') return false;
  // A total that leaves out some of its lines adds up to the others: that is what is to be reported.
  const own = new Set(worded.addends);
  const part = relation.addends.every((addend) => own.has(addend));
  return !part || support >= ENOUGH_SUPPORT;
}

/** The lines that a sum adds up, without the place along them. */
function sumLines({ axis, target, addends }: SumRelation): string {
  const line = ({ cell: { row, column } }: Figure) => (axis === 'rows' ? row : column);
  const last = addends[addends.length - 1];
  return [axis, line(target), addends[0] && line(addends[0]), last && line(last)].join(' ');
}
