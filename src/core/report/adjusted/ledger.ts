import { CellIndex } from '../../checks/cellIndex';
import type { Finding } from '../../checks/finding';
import { countedTaxes, heldTax, isInclusiveTable } from '../../checks/documentTotals';
import type { MonthShare, ProrationInference, Verification } from '../../checks/verification';
import { taxUnit } from '../../rules/consumptionTax';
import { type CellAddress, qualifiedCell } from '../../sheets/address';
import type { Category, Figure, Table, TableRow, TaxRelation } from '../../tables/document';
import { Decimal, sumOf, ZERO } from '../../values/decimal';
import { isTaxedTable } from '../parameters';

/** A table with what it says of its tax. */
export interface LedgerPart {
  readonly table: Table;
  /** Its amounts hold their tax (内税). */
  readonly inclusive: boolean;
  /** What its taxes are rounded to. */
  readonly unit: Decimal;
  readonly domains: readonly TaxDomain[];
}

/** The lines that a tax of the document is on, and that tax. */
export interface TaxDomain {
  /** Indexes of the ledger's lines. */
  readonly lines: readonly number[];
  readonly tax: Decimal;
  /** The worth of the last places that the tax is printed to. */
  readonly printedUnits: readonly Decimal[];
  /** The printed figures that are this tax; empty where it is computed. */
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/** An amount that is taxed, exempt, or damages. */
export interface LedgerLine {
  readonly part: number;
  readonly cell: CellAddress;
  /** The printed figure; null where the amount is computed for an empty cell. */
  readonly figure: Figure | null;
  /** Printed without a sign and taken off. */
  readonly takenOff: boolean;
  /** With its sign. */
  readonly amount: Decimal;
  /** Index into the table's rows; null where the tax is on a figure that is none, such as the base of a rate. */
  readonly row: number | null;
  readonly name: string;
  /** Index into the ledger's categories. */
  readonly category: number | null;
  /** In percent; 0 for what is exempt and for damages; null where the document says nothing of a tax. */
  readonly rate: Decimal | null;
}

/** A line's amount, or its share of a service month. */
export interface LedgerItem {
  readonly line: number;
  /** Index into the ledger's months; null where the amount cannot be split. */
  readonly month: number | null;
  readonly amount: Decimal;
}

/** All amounts of a document that count in its totals, as they are taxed. */
export interface Ledger {
  readonly parts: readonly LedgerPart[];
  readonly lines: readonly LedgerLine[];
  readonly items: readonly LedgerItem[];
  readonly categories: readonly Category[];
  readonly months: readonly { readonly year: number; readonly month: number }[];
}

type Line = { -readonly [Key in keyof LedgerLine]: LedgerLine[Key] };
type Taxed = Pick<LedgerLine, 'cell' | 'figure' | 'takenOff'> & { readonly rate: Decimal | null };

/** The ledger of all taxed tables and of the damages; empty where no table is a reduction or an invoice. */
export function ledgerOf(verification: Verification): Ledger {
  const { document } = verification;
  const taxed = document.tables.filter((table) => isTaxedTable(table, verification));
  const claims = document.tables.filter(
    (table) => table.kind === 'claims' && table.rows.some(({ amount }) => amount !== null),
  );
  if (taxed.length === 0) return { parts: [], lines: [], items: [], categories: [], months: [] };
  const lines: Line[] = [];
  const categories: Category[] = [];
  const checks = taxChecksOf(verification);
  const parts = [...taxed, ...claims].map((table, part): LedgerPart => {
    const first = categories.length;
    categories.push(...table.categories);
    return partOf(table, part, first, lines, verification, checks);
  });
  return { parts, lines, categories, ...splitByMonth(lines, parts, verification.prorations) };
}

type TaxChecks = CellIndex<readonly Finding[]>;

/** What the checks say of each tax, by its cell. */
function taxChecksOf({ findings }: Verification): TaxChecks {
  const checks: TaxChecks = new CellIndex();
  for (const finding of findings) {
    if (finding.kind === 'tax') checks.set(finding.cell, [...(checks.get(finding.cell) ?? []), finding]);
  }
  return checks;
}

function partOf(
  table: Table,
  part: number,
  firstCategory: number,
  lines: Line[],
  verification: Verification,
  checks: TaxChecks,
): LedgerPart {
  const rows = rowsByCell(table, verification);
  const own = new Map<string, number>();
  const add = ({ cell, figure, takenOff }: Taxed, rate: Decimal | null): number => {
    const known = rows.get(qualifiedCell(cell));
    const value = figure?.value ?? known?.amount ?? ZERO;
    const category = known?.row.category ?? null;
    own.set(qualifiedCell(cell), lines.length);
    return (
      lines.push({
        part,
        cell,
        figure,
        takenOff,
        amount: takenOff ? value.negated() : value,
        row: known?.index ?? null,
        name: known?.row.name ?? figure?.label ?? '',
        category: category === null ? null : firstCategory + category,
        rate,
      }) - 1
    );
  };
  const taxes = table.kind === 'claims' ? [] : taxesOf(table, rows, verification, checks);
  const onRows = taxes.every(({ taxed }) => taxed.every(({ cell }) => rows.has(qualifiedCell(cell))));
  const silent = table.kind === 'claims' || taxes.length > 0 ? ZERO : null;
  // All rows in their order; what no tax is on has none.
  if (onRows) for (const each of rows.values()) add(each, silent);
  const domains: TaxDomain[] = [];
  /** The domain that each line is in. */
  const domainOf = new Map<number, number>();
  for (const { taxed, ...tax } of taxes) {
    const indexes = taxed.map((each) => {
      const known = own.get(qualifiedCell(each.cell));
      const index = known ?? add(each, ZERO);
      const line = lines[index];
      // A tax in two parts, of the state and of the prefecture, is on the same lines.
      if (line) line.rate = (line.rate ?? ZERO).plus(each.rate ?? ZERO);
      return index;
    });
    const place = indexes.reduce((least, index) => Math.min(least, domainOf.get(index) ?? least), domains.length);
    const present = domains[place];
    domains[place] = present ? joinDomains(present, { ...tax, lines: indexes }) : { ...tax, lines: indexes };
    for (const index of indexes) domainOf.set(index, Math.min(place, domainOf.get(index) ?? place));
  }
  return {
    table,
    inclusive: table.kind !== 'claims' && isInclusiveTable(table),
    unit: taxUnit(domains.flatMap(({ printedUnits }) => printedUnits)),
    domains,
  };
}

function joinDomains(a: TaxDomain, b: TaxDomain): TaxDomain {
  return {
    lines: [...new Set([...a.lines, ...b.lines])],
    tax: a.tax.plus(b.tax),
    printedUnits: [...a.printedUnits, ...b.printedUnits],
    figures: a.figures.length > 0 && b.figures.length > 0 ? [...a.figures, ...b.figures] : [],
    findings: [...a.findings, ...b.findings],
  };
}

interface LedgerRow extends Taxed {
  readonly row: TableRow;
  /** Index into the table's rows. */
  readonly index: number;
  readonly amount: Decimal;
}

/** The rows with amounts, printed or computed, by the cells of those. */
function rowsByCell(table: Table, { computed }: Verification): Map<string, LedgerRow> {
  const rows = new Map<string, LedgerRow>();
  const blanks = new Map(computed.find((each) => each.table === table.id)?.rows.map((each) => [each.row, each]));
  table.rows.forEach((row, index) => {
    const blank = blanks.get(index);
    const cell = row.amount?.cell ?? blank?.amountCell ?? null;
    const amount = row.amount?.value ?? blank?.amount ?? null;
    if (!cell || !amount) return;
    rows.set(qualifiedCell(cell), {
      row,
      index,
      cell,
      amount,
      figure: row.amount,
      takenOff: row.takenOff === true,
      rate: null,
    });
  });
  return rows;
}

type TaxOfTable = Omit<TaxDomain, 'lines'> & { readonly taxed: readonly Taxed[] };

function taxesOf(
  table: Table,
  rows: ReadonlyMap<string, LedgerRow>,
  verification: Verification,
  checks: TaxChecks,
): TaxOfTable[] {
  const { terms } = verification;
  const relations = countedTaxes(table);
  if (relations.length > 0) return relations.map((relation) => printedTax(relation, verification));
  const ofRows = [...rows.values()].flatMap((each): TaxOfTable[] => {
    const { tax, taxRate } = each.row;
    if (!tax) return [];
    const findings = checks.get(tax.cell) ?? [];
    const rate = taxRate ?? terms.taxRate?.value ?? ZERO;
    return [{ tax: tax.value, printedUnits: [tax.unit], figures: [tax], findings, taxed: [{ ...each, rate }] }];
  });
  return ofRows.length > 0 ? ofRows : computedTaxes(table, rows, verification);
}

function printedTax(relation: TaxRelation, { findings, terms }: Verification): TaxOfTable {
  const { lines, subtracted = [], subtractedRates = [], rates, statedRate, net, target } = relation;
  const { value, printed, finding } = heldTax(relation, findings);
  const only = finding ? rateOfFinding(finding) : null;
  const rateOf = (own: Decimal | null): Decimal => {
    if (own?.isZero()) return own;
    return only ?? own ?? statedRate ?? terms.taxRate?.value ?? ZERO;
  };
  const onNet = lines.length === 0 && net;
  const added = onNet
    ? [{ figure: net, rate: rateOf(null) }]
    : lines.map((figure, index) => ({ figure, rate: rateOf(rates[index] ?? null) }));
  const taken = subtracted.map((figure, index) => ({ figure, rate: rateOf(subtractedRates[index] ?? null) }));
  return {
    tax: value,
    printedUnits: [target.unit],
    figures: printed ? [target] : [],
    findings: finding ? [finding] : [],
    taxed: [
      ...added.map(({ figure, rate }) => ({ figure, cell: figure.cell, takenOff: false, rate })),
      ...taken.map(({ figure, rate }) => ({ figure, cell: figure.cell, takenOff: true, rate })),
    ],
  };
}

/** The one rate that a check took for all lines; null where it took each line's own. */
function rateOfFinding({ rule, message }: Finding): Decimal | null {
  const rate = rule?.label.params['rate'] ?? message.params['rate'];
  return Decimal.isDecimal(rate) ? rate : null;
}

/** The taxes of total lines with empty cells, computed. */
function computedTaxes(table: Table, rows: ReadonlyMap<string, LedgerRow>, verification: Verification): TaxOfTable[] {
  const { computed, terms } = verification;
  const totals = computed.find((each) => each.table === table.id)?.totals ?? [];
  return totals.flatMap(({ kind, value, rate, rows: taken }) => {
    if (kind !== 'tax' || value === null) return [];
    const indexes = new Set(taken);
    const own = [...rows.values()].filter(({ index }) => indexes.has(index));
    const percent = rate ?? terms.taxRate?.value ?? ZERO;
    const taxed = own.map((each) => ({ ...each, rate: percent }));
    return [{ tax: value, printedUnits: [], figures: [], findings: [], taxed }];
  });
}

function splitByMonth(
  lines: readonly LedgerLine[],
  parts: readonly LedgerPart[],
  prorations: readonly ProrationInference[],
): Pick<Ledger, 'items' | 'months'> {
  const found = new Map<number, { readonly year: number; readonly month: number }>();
  const monthsOfParts = parts.map(({ table }) => monthsOf(prorations.find((each) => each.table === table.id)));
  const shares = lines.map((line) => {
    const own = monthsOfParts[line.part]?.(line) ?? [];
    for (const { year, month } of own) found.set(year * 12 + month, { year, month });
    return own;
  });
  const ordered = [...found].sort(([a], [b]) => a - b);
  const keys = ordered.map(([key]) => key);
  const items = lines.flatMap((line, index): LedgerItem[] => {
    const own = shares[index] ?? [];
    if (own.length === 0) return [{ line: index, month: null, amount: line.amount }];
    return own.map(({ year, month, amount }) => ({ line: index, month: keys.indexOf(year * 12 + month), amount }));
  });
  return { items, months: ordered.map(([, month]) => month) };
}

/** Lines' shares of service months where they are known: by the rule behind their table, or because they have one month. */
function monthsOf(proration: ProrationInference | undefined): (line: LedgerLine) => readonly MonthShare[] {
  const rows = new Map(proration?.rows.map(({ row, months }) => [row, months]));
  return ({ row, amount }) => {
    const months = (row === null ? null : rows.get(row)) ?? [];
    const known = proration?.strength !== 'not-enough-evidence' || months.length === 1;
    return known && sumOf(months.map((share) => share.amount)).equals(amount) ? months : [];
  };
}
