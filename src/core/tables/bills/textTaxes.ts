import { isFigure } from '../body';
import { taxesInText, type TaxedPart } from '../../reading/taxesInText';
import { taxOver } from '../../rules/consumptionTax';
import { ROUNDING_MODES } from '../../rules/rounding';
import { type Decimal, ZERO } from '../../values/decimal';
import type { Figure, Relation, Table, TaxRelation } from '../document';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { isConsumptionTax } from '../taxRelations';
import { isInclusive, rateBases, sum, taxesBelow, taxTotal } from './breakdown';

type FoundTable = Omit<Table, 'id'>;

/** Such texts stand at most so many rows above or below the table of a bill. */
const FARTHEST = 25;

/** A part of a text, as a figure of its cell. */
interface Said extends Omit<TaxedPart, 'figure'> {
  readonly figure: Figure;
}

/**
 * What texts around a bill say of its taxes (内 10%対象 44,920円 消費税 4,083円), each text as a table of its own: the tax follows from
 * what it is charged on, and both repeat what the bill prints. They are never added to anything.
 *
 * @param tables all tables of the sheet, the bill among them: what a detail row says is its own.
 */
export function textTaxes(grid: SheetGrid, bill: FoundTable, tables: readonly FoundTable[]): FoundTable[] {
  const details = new Set(tables.flatMap(({ rows }) => rows.map(({ row }) => row)));
  const known = new Set(tables.flatMap(({ relations }) => relations.map(({ target }) => keyOf(target))));
  const found: FoundTable[] = [];
  const last = Math.min(grid.bottom, bill.range.bottom + FARTHEST);
  for (let row = Math.max(grid.top, bill.range.top - FARTHEST); row <= last; row += 1) {
    if (details.has(row)) continue;
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'text') continue;
      const said = taxesInText(printedText(cell)).map((part) => saidIn(grid, cell, part));
      const isKnown = said.some(({ kind, figure }) => kind !== 'total' && known.has(keyOf(figure)));
      const relations = said.length === 0 || isKnown ? [] : relationsOf(said, grid, cell, bill);
      if (relations.length > 0) found.push(tableOf(grid, cell, relations));
    }
  }
  return found;
}

const keyOf = ({ cell, value }: Figure) => `${cell.row} ${cell.column} ${value.toFixed()}`;

function saidIn(grid: SheetGrid, cell: GridCell, part: TaxedPart): Said {
  return { ...part, figure: { ...part.figure, cell: grid.address(cell), textual: true, label: part.label } };
}

function relationsOf(said: readonly Said[], grid: SheetGrid, cell: GridCell, bill: FoundTable): Relation[] {
  const pairs = said.flatMap((base, index) => pairOf(base, said[index + 1], bill) ?? []);
  const lone = said.filter(({ kind }, index) => kind === 'tax' && said[index - 1]?.kind !== 'base');
  const total = said.find(({ kind }) => kind === 'total')?.figure ?? totalBeside(grid, cell, bill);
  const rates = new Set(pairs.map(({ taxRate }) => taxRate.toFixed()));
  return [
    ...pairs.flatMap((pair) => ofPair(pair, bill, total, pairs.length === 1)),
    // A text that names one of several rates says nothing of the whole tax.
    ...(rates.size > 1 && rates.size === pairs.length ? taxTotal({ rows: pairs }, bill) : []),
    ...lone.flatMap((tax) => ofLoneTax(tax, bill, total)),
  ];
}

/** A tax right behind what it is charged on. */
interface Pair {
  readonly amount: Figure;
  readonly tax: Figure;
  readonly taxRate: Decimal;
  readonly inclusive: boolean;
}

function pairOf(base: Said, tax: Said | undefined, bill: FoundTable): Pair | null {
  const taxRate = tax?.rate ?? base.rate;
  if (base.kind !== 'base' || tax?.kind !== 'tax' || !taxRate) return null;
  const said = base.inclusive || tax.inclusive || isInclusive(bill);
  const inclusive = isWithin(base.figure.value, tax, taxRate, said);
  return { amount: base.figure, tax: tax.figure, taxRate, inclusive };
}

/** The total of the bill in the row of a text, be it above the table or in it; the last one where there is none. */
function totalBeside(grid: SheetGrid, { row }: GridCell, bill: FoundTable): Figure | null {
  const own = bill.relations.find(
    ({ target, kind }) => kind === 'sum' && target.cell.row === row && isFigure(grid, grid.at(row, target.cell.column)),
  );
  return own?.target ?? bill.totals.filter(({ kind }) => kind === 'gross' || kind === 'total').pop()?.figure ?? null;
}

/** The tax follows from what is taxed and repeats the bill's; what is taxed is that of the bill's lines, or its total with tax. */
function ofPair(pair: Pair, bill: FoundTable, total: Figure | null, alone: boolean): Relation[] {
  const { amount, tax, taxRate, inclusive } = pair;
  const own: TaxRelation = {
    kind: 'tax',
    target: tax,
    lines: [amount],
    ...(inclusive ? { inclusive } : {}),
    rates: [taxRate],
    net: null,
    statedRate: taxRate,
  };
  const repeated = taxesBelow(bill).filter(({ statedRate }) => statedRate?.eq(taxRate));
  const repeats = inclusive && total !== null && (total.value.eq(amount.value) || (alone && hasOneRate(bill)));
  const untaxed = taxesBelow(bill).length === 0;
  const bases = inclusive === (isInclusive(bill) || (untaxed && inclusive)) ? rateBases([pair], bill, alone) : [];
  return [own, ...repeated.map(({ target }) => sum(tax, [target])), ...(repeats ? [sum(amount, [total])] : bases)];
}

/** Whether a bill has one tax, on all of its lines. */
function hasOneRate(bill: FoundTable): boolean {
  return taxesBelow(bill).length === 1 && bill.rows.every(({ taxRate }) => taxRate === undefined);
}

/** A tax alone repeats that of the bill, or where the bill prints none, is within its total. */
function ofLoneTax({ figure, rate, inclusive, label }: Said, bill: FoundTable, total: Figure | null): Relation[] {
  const printed = taxesBelow(bill).filter(
    ({ statedRate }) => rate === null || statedRate === null || statedRate.eq(rate),
  );
  const whole = printed.filter(({ statedRate }) => statedRate === null);
  const own = (rate === null && whole.length === 1 ? whole : printed).map(({ target }) => target);
  // A credit note says in words what it prints below zero.
  const credited = figure.value.gt(0) && own.length > 0 && own.every(({ value }) => value.lt(0));
  if (own.length > 0) return [sum(credited ? { ...figure, value: figure.value.negated() } : figure, own)];
  if (!inclusive || !total || taxesBelow(bill).length > 0) return [];
  const rates = bill.rows.flatMap(({ taxRate }) => taxRate ?? []);
  if (rates.some((each) => !each.eq(rate ?? rates[0] ?? ZERO))) return [];
  return [
    {
      kind: 'tax',
      target: figure,
      lines: [total],
      inclusive,
      ...(rate === null && rates.length === 0 && !isConsumptionTax(label) ? { anyRate: true } : {}),
      rates: [rate ?? rates[0] ?? null],
      net: null,
      statedRate: rate,
    },
  ];
}

/** Whether a tax is within what it stands behind: as the words say, unless only the other way gives it. */
function isWithin(base: Decimal, { figure }: Said, rate: Decimal, said: boolean): boolean {
  const fits = (inclusive: boolean) =>
    ROUNDING_MODES.some((rounding) => taxOver([base], rate, { rounding, inclusive }, figure.unit).eq(figure.value));
  return !fits(said) && fits(!said) ? !said : said;
}

function tableOf(grid: SheetGrid, cell: GridCell, relations: readonly Relation[]): FoundTable {
  const { row, column } = cell;
  return {
    kind: 'amounts',
    sheet: grid.sheet.name,
    range: { top: row, bottom: row, left: column, right: column },
    columns: [{ role: 'text', column, header: '', headerCell: grid.address(cell) }],
    rows: [],
    categories: [],
    totals: [],
    relations,
    unreadable: [],
  };
}
