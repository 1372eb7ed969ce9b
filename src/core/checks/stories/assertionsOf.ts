import type { Document, Figure, Table, TableRow, TaxRelation } from '../../tables/document';
import type { CellAddress } from '../../sheets/address';
import type { Decimal } from '../../values/decimal';
import { CellIndex } from '../cellIndex';
import { computedProduct, holdsAsProduct, productsOf } from '../productCustom';
import type { ProductRow } from '../productTerms';
import { mayHaveAnyRate } from '../checkTax';
import type { InferredProration } from '../inferProration';
import { rowPeriods } from '../periods';
import type { StatedProration } from '../statedProration';
import type { Standings } from '../standings';
import { taxGroups } from '../taxGroups';
import type { ResolvedTerms } from '../terms';
import type { ProrationInference } from '../verification';
import { AddingAssertion } from './addingAssertion';
import type { Assertion } from './assertion';
import { DayCountAssertion, dayCountCustom } from './dayCountAssertion';
import { FeeAssertion } from './feeAssertion';
import { HabitAssertion } from './habitAssertion';
import { miscountsOf, type Surroundings } from './miscounts';
import { Network } from './network';
import { ProductAssertion } from './productAssertion';
import { RatioAssertion } from './ratioAssertion';
import { Scenario } from './scenario';
import { ShareAssertion } from './shareAssertion';
import { TaxAssertion } from './taxAssertion';
import { type Part, TaxedFigures } from './taxedFigures';

/** A table with what is known of the rules behind its figures. */
export interface KnownTable {
  readonly table: Table;
  readonly stated: StatedProration | null;
  readonly inferred: InferredProration | null;
  readonly inference: ProrationInference | null;
  /** Rates of tax that its terms and dates allow, in percent. */
  readonly ratesOf: (relation: TaxRelation) => readonly Decimal[];
}

/** All that the figures of a document assert, as far as it can be wrong. */
export function assertionsOf(
  document: Document,
  tables: readonly KnownTable[],
  terms: ResolvedTerms,
  standings: Standings,
): Network {
  const rows = new CellIndex<TableRow>();
  for (const row of document.tables.flatMap((table) => table.rows)) if (row.amount) rows.set(row.amount.cell, row);
  // The sums around a cell are only asked for once there is a network of them all.
  const sumsOf = (cell: CellAddress) => network.sumsAt(cell);
  const partsOf = partsOfTotals(document);
  const network: Network = new Network(
    tables.flatMap((known) => {
      const place = Math.log2(figuresIn(known.table));
      return [
        ...addingAssertions(known.table, standings, { rows, sumsOf }, place),
        ...taxAssertions(known, { rows, partsOf }, terms, place),
        ...rowAssertions(known, terms, place),
        ...shareAssertions(known.table, place),
        ...(known.table.ratios ?? []).map((ratio) => new RatioAssertion(ratio, place)),
      ];
    }),
  );
  return network;
}

/** How many figures and dates a table has, two at least. */
function figuresIn(table: Table): number {
  let count = 2;
  for (const row of table.rows) {
    for (const cell of [row.amount, row.days, row.fee, row.quantity, row.unitPrice, row.restored, row.start]) {
      if (cell) count += 1;
    }
  }
  return count + table.totals.length;
}

function addingAssertions(table: Table, standings: Standings, surroundings: Surroundings, place: number): Assertion[] {
  return table.relations.flatMap((relation) => {
    if (relation.kind !== 'sum' && relation.kind !== 'gross') return [];
    const miscounts = (assertion: AddingAssertion, difference: Decimal) =>
      miscountsOf(assertion, difference, surroundings);
    return [new AddingAssertion(standings.of(relation), place, miscounts)];
  });
}

type PartsOf = (figure: Figure) => readonly Part[] | null;

/** What totals add up and take off. */
function partsOfTotals(document: Document): PartsOf {
  const totals = new CellIndex<{ readonly target: Figure; readonly parts: readonly Part[] }>();
  let read = false;
  return (figure) => {
    if (!read) {
      read = true;
      for (const relation of document.tables.flatMap((table) => table.relations)) {
        if (relation.kind !== 'sum' || relation.axis !== 'rows' || relation.certainty === 'possible') continue;
        const added = relation.addends.map((figure): Part => ({ figure, factor: 1 }));
        const taken = (relation.subtracted ?? []).map((figure): Part => ({ figure, factor: -1 }));
        totals.set(relation.target.cell, { target: relation.target, parts: [...added, ...taken] });
      }
    }
    // A text may hold several figures.
    const known = totals.get(figure.cell);
    return known?.target.value.equals(figure.value) ? known.parts : null;
  };
}

function taxAssertions(
  { table, inference, ratesOf }: KnownTable,
  { rows, partsOf }: { readonly rows: CellIndex<TableRow>; readonly partsOf: PartsOf },
  terms: ResolvedTerms,
  place: number,
): Assertion[] {
  const mode = terms.taxRounding?.value ?? 'down';
  return table.relations.flatMap((relation) => {
    if (relation.kind !== 'tax' || relation.lines.length + (relation.net ? 1 : 0) === 0 || !terms.taxRate) return [];
    // Where neither rate nor country is known, a tax says nothing that could be wrong.
    if (mayHaveAnyRate(relation, table) && terms.taxRate.source.kind !== 'user') return [];
    const gross = table.relations.find((other) => other.kind === 'gross' && other.tax.cell === relation.target.cell);
    const taxTerms = {
      allowed: ratesOf(relation),
      mode,
      groupsOf: (lines: typeof relation.lines) => taxGroups({ lines }, table, inference),
      rows,
    };
    return [
      new TaxAssertion(
        relation,
        gross?.kind === 'gross' ? gross : null,
        new TaxedFigures(relation, partsOf),
        taxTerms,
        place,
        Scenario.asPrinted,
      ),
    ];
  });
}

function rowAssertions({ table, stated, inferred }: KnownTable, terms: ResolvedTerms, place: number): Assertion[] {
  const { asPrinted } = Scenario;
  const periods = rowPeriods(table, terms.incidentDate);
  const custom = dayCountCustom(periods, table.thirtyDays ?? terms.dayCount?.value ?? 'start-in-end-out');
  const dayCounts = periods.flatMap((period) =>
    period.days && !table.businessDays ? [new DayCountAssertion(period, period.days, custom, place, asPrinted)] : [],
  );
  const fees = stated?.certain
    ? stated.rows.map(
        ({ row, fee, amount }) => new FeeAssertion(table, row, fee, amount, stated.best, terms, place, asPrinted),
      )
    : [];
  const habits =
    inferred && inferred.inference.strength !== 'not-enough-evidence'
      ? inferred.rows.flatMap(({ index }) => {
          const row = table.rows[index];
          return row ? [new HabitAssertion(table, row, inferred, terms)] : [];
        })
      : [];
  return [...dayCounts, ...fees, ...habits, ...productAssertions(table, place)];
}

/** Those that state what they are a share of, and those that are one of something. */
function shareAssertions({ shareLines = [] }: Table, place: number): Assertion[] {
  return shareLines.flatMap((line) => {
    const assertion = new ShareAssertion(line, place);
    return line.stated || !assertion.fails ? [assertion] : [];
  });
}

function productAssertions(table: Table, place: number): Assertion[] {
  const products = productsOf(table);
  if (products?.certainty !== 'certain') return [];
  const { rows, custom, precision } = products;
  const computed = (row: ProductRow) => computedProduct(row, custom);
  const holds = (row: ProductRow) => holdsAsProduct(row, custom, precision);
  return rows.map((row) => new ProductAssertion(row, { holds, computed }, place));
}
