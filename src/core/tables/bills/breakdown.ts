import type { Decimal } from '../../values/decimal';
import { addsUp } from '../addsUp';
import type { ColumnRole, Figure, Relation, SumRelation, Table, TableRow, TaxRelation } from '../document';
import { sumRelation } from '../sumRelation';

type FoundTable = Omit<Table, 'id'>;

const MOST_RATES = 6;

/** What is taxed at a rate, and the tax on it. */
type RateRow = Pick<TableRow, 'amount' | 'tax' | 'taxRate'>;

interface Rates {
  readonly rows: readonly RateRow[];
}

interface Breakdown {
  readonly rows: readonly TableRow[];
  readonly columns: readonly { readonly role: ColumnRole }[];
}

/**
 * Whether a table breaks a bill down by rates of tax (EN 16931 BG-23): a row a rate, with what is taxed and the tax on it. What is
 * not taxed may be told apart by its reason (exempt, reverse charge).
 */
export function isBreakdown({ rows, columns }: Breakdown): boolean {
  const rates = new Set(rows.map(({ taxRate }, index) => (taxRate?.isZero() ? `0 ${index}` : taxRate?.toFixed())));
  const priced = columns.some(({ role }) => role === 'unit-price' || role === 'quantity');
  const taxed = columns.some(({ role }) => role === 'tax');
  const each = rows.length > 0 && rows.length <= MOST_RATES && !rates.has(undefined) && rates.size === rows.length;
  return each && taxed && !priced;
}

/**
 * What a breakdown by rates repeats of its bill: what is taxed at a rate is the sum of the bill's lines at that rate, and the taxes
 * are the bill's tax.
 */
export function breakdownRelations(breakdown: Rates, bill: FoundTable): Relation[] {
  const untaxed = breakdown.rows.filter(({ taxRate }) => taxRate?.isZero());
  const rows = untaxed.length > 1 ? breakdown.rows.filter((row) => !untaxed.includes(row)) : breakdown.rows;
  return [...rateBases(rows, bill, breakdown.rows.length === 1), ...taxTotal(breakdown, bill)];
}

/**
 * What is taxed at each rate as the sum of the bill's lines at that rate.
 *
 * @param alone there is one rate, so that lines that name none are at it.
 */
export function rateBases(rows: readonly RateRow[], bill: FoundTable, alone: boolean): SumRelation[] {
  return rows.flatMap((row) => baseRelation(row, alone, bill));
}

function baseRelation({ amount, taxRate }: RateRow, alone: boolean, bill: FoundTable): SumRelation[] {
  if (!amount || !taxRate) return [];
  const rates = bill.rows.flatMap((row) => row.taxRate ?? []);
  const rated = rates.length * 2 > bill.rows.length;
  const only = rates.length === 0 && alone;
  const all = bill.rows.filter((row) => row.amount && (only || isOfRate(row.taxRate ?? null, taxRate, rates)));
  // What is charged below the tax (立替金, 収入印紙代) may be left out of what the breakdown takes in.
  const below = belowTax(bill);
  const readings = [all, all.filter(({ row }) => row < below)].map((own) => {
    const addends = own.flatMap((row) => (row.amount && !row.takenOff ? [row.amount] : []));
    const subtracted = own.flatMap((row) => (row.amount && row.takenOff ? [row.amount] : []));
    return { addends, subtracted, holds: addsUp(amount, addends, subtracted) };
  });
  const reading = readings.find((one) => one.holds) ?? readings[0];
  if (!reading || reading.addends.length === 0 || (rates.length === 0 && !only)) return [];
  const { addends, subtracted, holds } = reading;
  // What is allowed on the whole is shared among the rates; amounts with tax are no bases without it.
  const shared = !only && bill.rows.some((row) => row.takenOff === true && (row.taxRate ?? null) === null);
  if (!holds && (shared || isInclusive(bill) || !(rated || only))) return [];
  return [sum(amount, addends, subtracted)];
}

/** The row of the last tax of a bill; Infinity where none stands below its lines. */
function belowTax({ totals }: FoundTable): number {
  const taxes = totals.flatMap(({ kind, row }) => (kind === 'tax' ? [row] : []));
  return taxes.length > 0 ? Math.max(...taxes) : Infinity;
}

function isOfRate(rate: Decimal | null, wanted: Decimal, rates: readonly Decimal[]): boolean {
  if (rates.length === 0) return false;
  return rate ? rate.eq(wanted) : rates.every((each) => each.lte(wanted));
}

/** Whether the amounts of a bill hold their tax. */
export const isInclusive = (bill: Pick<FoundTable, 'relations'>): boolean =>
  bill.relations.some((relation) => relation.kind === 'tax' && relation.inclusive === true);

/** The taxes below the lines of a bill. */
export function taxesBelow({ relations, rows }: FoundTable): TaxRelation[] {
  const ofRows = new Set(rows.map(({ tax }) => tax));
  return relations.filter((one): one is TaxRelation => one.kind === 'tax' && !ofRows.has(one.target));
}

export function taxTotal(breakdown: Rates, bill: FoundTable): SumRelation[] {
  const taxes = breakdown.rows.flatMap(({ tax }) => tax ?? []);
  const targets = taxesBelow(bill);
  const [only] = targets;
  return only && targets.length === 1 && only.statedRate === null && taxes.length === breakdown.rows.length
    ? [sum(only.target, taxes)]
    : [];
}

/** That a figure of a bill is what others come to, less those that are taken off. */
export function sum(target: Figure, addends: readonly Figure[], subtracted: readonly Figure[] = []): SumRelation {
  return sumRelation(target, { addends, subtracted }, 'rows', 'certain');
}
