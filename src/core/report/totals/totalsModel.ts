import { isInclusiveTable } from '../../checks/documentTotals';
import type { Verification } from '../../checks/verification';
import type { InferredRow, MonthShare, ProrationInference } from '../../checks/verification';
import type { Figure, Table, TableRow } from '../../tables/document';
import { Decimal, ZERO } from '../../values/decimal';
import { isTaxedTable } from '../parameters';
import { type BlankLine, blankLines, type BlankTotalLine, blankTotalLines } from './blanks/blankLines';

/** One taxed amount: a system's reduction or an invoice line, with its inferred share by service month. */
export interface NetLine {
  readonly row: TableRow;
  readonly amount: Figure;
  /** The amount with its sign: negative where it is printed without one and taken off. */
  readonly value: Decimal;
  readonly inference: ProrationInference | null;
  readonly inferred: InferredRow | null;
  /** Index of the row among those with empty cells, where the amount is computed; null where it is printed. */
  readonly blank: number | null;
}

/** The lines of one table, which stand together: the tax of the whole is rounded once a table. */
export interface NetGroup {
  readonly table: Table;
  readonly first: number;
  readonly count: number;
}

export interface ServiceMonth {
  readonly year: number;
  readonly month: number;
}

/** Claims under one category; null where the rows have none. */
export interface ClaimGroup {
  readonly label: string | null;
  readonly subtotal: Figure | null;
  /** `value` is the amount with its sign, as for {@link NetLine}. */
  readonly rows: readonly { readonly row: TableRow; readonly amount: Figure; readonly value: Decimal }[];
}

/** The printed figures that a total can be compared with; null where one of the tables has none. A table without a tax has none to add. */
export interface PrintedTotals {
  readonly net: readonly Figure[] | null;
  readonly tax: readonly Figure[] | null;
  readonly gross: readonly Figure[] | null;
  readonly claims: readonly Figure[] | null;
}

/** What the totals sheet shows, before it is laid out. */
export interface TotalsModel {
  /** All taxed tables print amounts that hold their tax (内税). */
  readonly inclusive: boolean;
  readonly lines: readonly NetLine[];
  readonly groups: readonly NetGroup[];
  /** Empty where no rule was inferred with any strength. */
  readonly months: readonly ServiceMonth[];
  readonly inferences: readonly ProrationInference[];
  readonly claims: readonly ClaimGroup[];
  readonly printed: PrintedTotals;
  readonly blanks: readonly BlankLine[];
  readonly blankTotals: readonly BlankTotalLine[];
}

export function totalsModel(verification: Verification): TotalsModel {
  const { document, prorations } = verification;
  const netTables = document.tables.filter((table) => isTaxedTable(table, verification));
  const blanks = blankLines(verification);
  const claimTables = document.tables.filter(
    (table) => table.kind === 'claims' && table.rows.some((row) => row.amount),
  );
  const inferences = prorations.filter(
    (one) => one.strength !== 'not-enough-evidence' && netTables.some((table) => table.id === one.table),
  );
  const groups: NetGroup[] = [];
  const lines: NetLine[] = [];
  for (const table of netTables) {
    const inference = inferences.find((one) => one.table === table.id) ?? null;
    const inferredRows = new Map(
      inference?.rows.filter((one) => one.months.length > 0).map((one) => [one.row, one]) ?? [],
    );
    const first = lines.length;
    table.rows.forEach((row, index) => {
      if (row.amount) {
        const inferred = inferredRows.get(index) ?? null;
        lines.push({ row, amount: row.amount, value: signedValue(row, row.amount), inference, inferred, blank: null });
        return;
      }
      const blank = blanks.findIndex((line) => line.tableRow === row && line.computed.amount !== null);
      const line = blanks[blank];
      if (!line) return;
      const amount = computedFigure(line);
      lines.push({ row, amount, value: amount.value, inference, inferred: null, blank });
    });
    groups.push({ table, first, count: lines.length - first });
  }
  const inclusive = netTables.length > 0 && netTables.every(isInclusiveTable);
  return {
    inclusive,
    lines,
    groups,
    // Shares of months without tax are not known where the amounts hold it.
    months: inclusive ? [] : serviceMonths(lines.flatMap((line) => line.inferred?.months ?? [])),
    inferences,
    claims: claimTables.flatMap(claimGroups),
    blanks,
    blankTotals: blankTotalLines(verification),
    printed: {
      net: inclusive ? null : allOf(netTables, printedNet),
      tax: anyOf(netTables, (table) => relationTarget(table, 'tax') ?? totalLine(table, 'tax')),
      gross: allOf(
        netTables,
        (table) =>
          relationTarget(table, 'gross') ?? totalLine(table, 'gross') ?? (inclusive ? printedNet(table) : null),
      ),
      claims: allOf(claimTables, (table) => totalLine(table, 'total')),
    },
  };
}

const signedValue = ({ takenOff }: TableRow, { value }: Figure): Decimal => (takenOff ? value.negated() : value);

/** A computed amount as a figure; it stands in no cell of the user's that a formula could refer to. */
function computedFigure({ table, tableRow, computed }: BlankLine): Figure {
  const cell = computed.amountCell ?? tableRow.nameCell ?? { sheet: table.sheet, row: tableRow.row, column: 0 };
  const value = computed.amount ?? ZERO;
  return { value, unit: new Decimal(1), approximate: false, cell, textual: false, label: tableRow.name };
}

function serviceMonths(shares: readonly MonthShare[]): ServiceMonth[] {
  const months = new Map<number, ServiceMonth>();
  for (const { year, month } of shares) months.set(year * 12 + month, { year, month });
  return [...months].sort(([a], [b]) => a - b).map(([, month]) => month);
}

function claimGroups(table: Table): ClaimGroup[] {
  const rowsOf = (category: number | null) =>
    table.rows.flatMap((row) => {
      if (row.category !== category || !row.amount) return [];
      return [{ row, amount: row.amount, value: signedValue(row, row.amount) }];
    });
  const groups: ClaimGroup[] = table.categories.map((category, index) => ({
    label: category.label,
    subtotal: category.subtotal,
    rows: rowsOf(index),
  }));
  groups.push({ label: null, subtotal: null, rows: rowsOf(null) });
  return groups.filter((group) => group.rows.length > 0);
}

function printedNet(table: Table): Figure | null {
  for (const relation of table.relations) {
    if (relation.kind === 'gross') return relation.net;
    if (relation.kind === 'tax' && relation.net) return relation.net;
  }
  const total = totalLine(table, 'total');
  // The sum of another column (fees, days) is not what the amounts come to.
  const own = table.columns.find(({ role }) => role === 'amount')?.column;
  return total && own !== undefined && hasBlanks(table) && total.cell.column !== own ? null : total;
}

const hasBlanks = (table: Table): boolean =>
  table.blankTotals !== undefined || table.rows.some(({ blanks }) => blanks !== undefined);

function relationTarget(table: Table, kind: 'tax' | 'gross'): Figure | null {
  return table.relations.find((relation) => relation.kind === kind)?.target ?? null;
}

function totalLine(table: Table, kind: 'total' | 'tax' | 'gross'): Figure | null {
  return table.totals.filter((line) => line.kind === kind).pop()?.figure ?? null;
}

function anyOf(tables: readonly Table[], figureOf: (table: Table) => Figure | null): Figure[] | null {
  const figures = tables.map(figureOf).filter((figure) => figure !== null);
  return figures.length > 0 ? figures : null;
}

function allOf(tables: readonly Table[], figureOf: (table: Table) => Figure | null): Figure[] | null {
  const figures = tables.map(figureOf).filter((figure) => figure !== null);
  return tables.length > 0 && figures.length === tables.length ? figures : null;
}
