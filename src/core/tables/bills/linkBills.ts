import { areasOverlap } from '../../sheets/address';
import type { Figure, Relation, SumRelation, Table } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { isConsumptionTax } from '../taxRelations';
import { breakdownRelations, isBreakdown, isInclusive } from './breakdown';
import { restatedTotals } from './restated';
import { type Statement, statementsOf } from './statement';
import { textTaxes } from './textTaxes';

type FoundTable = Omit<Table, 'id'>;

/**
 * Adds what the parts of a bill say of each other, where a sheet holds one bill: the amount due above its table, the breakdown by
 * rates of tax, and the head of a statement of account, which becomes a table of its own.
 */
export function linkBills(grid: SheetGrid, tables: readonly FoundTable[]): FoundTable[] {
  const statements = statementsOf(grid);
  const apart = underStatements(
    tables.filter(({ range }) => !statements.some(({ table }) => areasOverlap(table.range, range))),
    statements,
  );
  const bills = apart.filter((table) => table.kind === 'invoice' && !isBreakdown(table) && table.rows.length > 0);
  const [bill] = bills;
  const heads = statements.map(({ table }) => table);
  if (!bill || bills.length > 1) return [...apart, ...heads];
  const all = [...apart, ...heads];
  const restated = statements.length > 0 ? [] : restatedTotals(grid, bill, all);
  const linked = apart.map((table): FoundTable => {
    if (table === bill) return withRelations(table, restated);
    return isBreakdown(table) ? withRelations(asIn(bill, table), breakdownRelations(table, bill)) : table;
  });
  const whole = linked.find(({ range }) => range === bill.range) ?? bill;
  return [
    ...linked,
    ...statements.map((statement) => withRelations(statement.table, boughtRelations(statement, bill))),
    ...textTaxes(grid, whole, [...linked, ...heads]),
  ];
}

/** The only table below the head of a statement is what was bought, whatever its own words say. */
function underStatements(tables: readonly FoundTable[], statements: readonly Statement[]): readonly FoundTable[] {
  const isBill = (table: FoundTable) => !isBreakdown(table) && table.rows.some(({ amount }) => amount !== null);
  const [only, ...others] = tables.filter(isBill);
  const below = statements.some(({ table }) => only && table.range.bottom < only.range.top);
  if (!only || others.length > 0 || only.kind !== 'amounts' || !below) return tables;
  return tables.map((table) => (table === only ? { ...table, kind: 'invoice' } : table));
}

/** A breakdown of amounts that hold their tax breaks down such amounts. */
function asIn(bill: FoundTable, breakdown: FoundTable): FoundTable {
  if (!isInclusive(bill)) return breakdown;
  const relations = breakdown.relations.map((relation) =>
    relation.kind === 'tax' ? { ...relation, inclusive: true } : relation,
  );
  return { ...breakdown, relations };
}

function withRelations(table: FoundTable, more: readonly Relation[]): FoundTable {
  return more.length === 0 ? table : { ...table, relations: [...table.relations, ...more] };
}

/** What was bought and its tax, as the head of a statement says it, follow from the bill's lines and their tax. */
function boughtRelations({ figures }: Statement, bill: FoundTable): Relation[] {
  const [purchases, tax] = [figures.get('purchases'), figures.get('tax')];
  const taxes = bill.relations.flatMap((relation) =>
    relation.kind === 'tax' && !relation.inclusive ? [relation.target] : [],
  );
  const [own] = taxes;
  const added = bill.rows.flatMap((row) => (row.amount && !row.takenOff ? [row] : []));
  const taken = bill.rows.flatMap((row) => (row.amount && row.takenOff ? [row.amount] : []));
  const addends = added.flatMap(({ amount }) => amount ?? []);
  const less = taken.length === 0 ? {} : { subtracted: taken };
  const relations: Relation[] = [];
  if (purchases && addends.length > 0)
    relations.push({ kind: 'sum', target: purchases, addends, ...less, axis: 'rows', certainty: 'certain' });
  if (tax && own && taxes.length === 1) relations.push(repeats(tax, own));
  else if (tax && taxes.length === 0 && addends.length > 0) {
    const rates = added.map(({ taxRate }) => taxRate ?? null);
    const unknown = taken.map(() => null);
    const rated = taken.length === 0 ? {} : { subtractedRates: unknown };
    relations.push({
      kind: 'tax',
      target: tax,
      lines: addends,
      ...less,
      ...rated,
      ...(rates.every((rate) => rate === null) && !isConsumptionTax(tax.label) ? { anyRate: true } : {}),
      rates,
      net: purchases ?? null,
      statedRate: null,
    });
  }
  return relations;
}

const repeats = (target: Figure, once: Figure): SumRelation => {
  return { kind: 'sum', target, addends: [once], axis: 'rows', certainty: 'certain' };
};
