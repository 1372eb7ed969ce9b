import { ALL_STANDARD_RATES, exactTax, taxUnit } from '../rules/consumptionTax';
import { roundingThatGives } from '../rules/rounding';
import { Decimal } from '../values/decimal';
import { addsUp } from './addsUp';
import { amountColumn, type Column } from './column';
import type { Figure, Relation, SumRelation, TaxRelation } from './document';
import type { Line } from './lines';
import { INCLUSIVE_HEADER, isConsumptionTax, taxAtRate } from './taxRelations';
import { readTotalLabel } from './words/totalWords';

const HUNDRED = new Decimal(100);
/** Rates of other countries' taxes are whole, in halves or in quarters of a percent, and nowhere higher than thirty. */
const RATE_STEPS = [1, 0.5, 0.25].map((step) => new Decimal(step));
const HIGHEST_RATE = new Decimal(30);

/** A line with the tax that it prints, what that is on, and what they come to. */
interface Taxed {
  readonly line: Line;
  readonly base: Figure;
  readonly tax: Figure;
}

/** What a column of taxes is on, and at which rates. */
interface Taxation {
  readonly base: Column;
  /** The amounts hold the tax. */
  readonly inclusive: boolean;
  readonly taxed: readonly Taxed[];
  /** The rate of each of the lines, in percent; null where neither they nor the others say one. */
  readonly rates: readonly (Decimal | null)[];
  readonly fitting: number;
}

/**
 * The relations that words and structure assert, with those of the columns of taxes (消費税, VAT): that each is the tax on an
 * amount of its row, and that a column beside them (税込, Gross) is both together. Which column is taxed, and where none is
 * printed at which rate, is what most rows show; where no column fits most of them nothing is asserted, unless they print their
 * rates. And a total of taxes that the rows' taxes do not add up to, but that is the tax on the total beside it, is that tax:
 * rounded once, and not row by row.
 */
export function withTaxColumns(
  relations: readonly Relation[],
  lines: readonly Line[],
  columns: readonly Column[],
): readonly Relation[] {
  return columns.reduce((all, column) => {
    const taxation = column.role === 'tax' && column.addable ? bestTaxation(lines, columns, column) : null;
    if (!taxation) return all;
    const across = taxation.inclusive ? [] : grossColumn(lines, columns, column, taxation);
    const sums = sumsDown(all);
    const totals = lines.flatMap((line) => taxOfTotal(line, column, taxation, sums));
    const taxed = new Set(totals.map(({ target }) => target));
    const known = new Set(across.map(({ target }) => target));
    // With its tax rounded once, a total is not what the rows with theirs add up to.
    const once = across.flatMap(({ target, addends }) => (addends.some((one) => taxed.has(one)) ? [target] : []));
    const dropped = { columns: known, rows: new Set([...taxed, ...once]) };
    const kept = all.filter((one) => !(one.kind === 'sum' && dropped[one.axis].has(one.target)));
    return [...kept, ...taxes(taxation), ...totals, ...across];
  }, relations);
}

/** The first sum down a column for each total. */
function sumsDown(relations: readonly Relation[]): ReadonlyMap<Figure, SumRelation> {
  const sums = new Map<Figure, SumRelation>();
  for (const one of relations) {
    if (one.kind === 'sum' && one.axis === 'rows' && !sums.has(one.target)) sums.set(one.target, one);
  }
  return sums;
}

/** The tax on a total, where that is what stands beside it and the taxes above do not add up to it. */
function taxOfTotal(
  line: Line,
  column: Column,
  { base, inclusive, rates }: Taxation,
  sums: ReadonlyMap<Figure, SumRelation>,
): TaxRelation[] {
  const [net, tax] = [line.figures.get(base.column), line.figures.get(column.column)];
  const [rate] = rates;
  if (line.kind !== 'total' || !net || !tax || !rate || !rates.every((each) => each?.equals(rate))) return [];
  if (!fits({ base: net, tax }, rate, inclusive)) return [];
  const ofTaxes = sums.get(tax);
  if (!ofTaxes || addsUp(tax, ofTaxes.addends, ofTaxes.subtracted)) return [];
  const { addends: lines = [net], subtracted = [] } = sums.get(net) ?? {};
  return [taxAtRate(tax, rate, { lines, subtracted, inclusive, net, statedRate: null })];
}

function taxes({ taxed, rates, inclusive }: Taxation): TaxRelation[] {
  return taxed.map(({ line, base, tax }, index) => ({
    kind: 'tax',
    target: tax,
    lines: [base],
    ...(inclusive ? { inclusive: true } : {}),
    rates: [rates[index] ?? null],
    net: null,
    statedRate: line.rate,
  }));
}

function bestTaxation(lines: readonly Line[], columns: readonly Column[], column: Column): Taxation | null {
  const bases = columns
    .filter((one) => one.addable && (one.role === 'amount' || one.role === 'total' || one.role === 'fee'))
    .sort((a, b) => distance(a, column) - distance(b, column));
  const said = readTotalLabel(column.header);
  const tries = bases.map((base) =>
    taxationOn(lines, base, column, INCLUSIVE_HEADER.test(base.header) || said?.inclusive === true),
  );
  const [best] = tries.filter(({ taxed, fitting }) => fitting * 2 > taxed.length).sort((a, b) => b.fitting - a.fitting);
  if (best) return best;
  const own = amountColumn(columns);
  const printed = tries.find(({ base }) => base === own);
  return printed && printed.taxed.some(({ line }) => line.rate) ? onlyPrinted(printed) : null;
}

/** Taxes stand right of what they are on; further left is likelier than right of them. */
function distance({ column }: Column, { column: tax }: Column): number {
  return column < tax ? tax - column : 2 * (column - tax);
}

function onlyPrinted(taxation: Taxation): Taxation {
  const taxed = taxation.taxed.filter(({ line }) => line.rate);
  return { ...taxation, taxed, rates: taxed.map(({ line }) => line.rate) };
}

function taxationOn(lines: readonly Line[], base: Column, tax: Column, inclusive: boolean): Taxation {
  const taxed = lines.flatMap((line): Taxed[] => {
    const [on, own] = [line.figures.get(base.column), line.figures.get(tax.column)];
    return line.kind === 'detail' && on && own ? [{ line, base: on, tax: own }] : [];
  });
  const header = readTotalLabel(tax.header)?.rate ?? null;
  const known = ratesShown(taxed, header, tax.header, inclusive);
  const rates = taxed.map(
    (each) => each.line.rate ?? header ?? known.find((rate) => fits(each, rate, inclusive)) ?? known[0] ?? null,
  );
  const fitting = taxed.filter((each, index) => {
    const rate = rates[index];
    return rate ? fits(each, rate, inclusive) && !each.tax.value.isZero() : false;
  }).length;
  return { base, inclusive, taxed, rates, fitting };
}

/** The rates at which the rows without a printed one are taxed, the most frequent first; beside that one, those of two rows or more. */
function ratesShown(taxed: readonly Taxed[], header: Decimal | null, label: string, inclusive: boolean): Decimal[] {
  const silent = taxed.filter(({ line, tax }) => !line.rate && !tax.value.isZero());
  if (header || silent.length === 0) return [];
  const candidates = isConsumptionTax(label) ? ALL_STANDARD_RATES : roundRates(silent, inclusive);
  const counted = candidates
    .map((rate) => ({ rate, count: silent.filter((each) => fits(each, rate, inclusive)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return counted.filter(({ count }, index) => index === 0 || count >= 2).map(({ rate }) => rate);
}

function roundRates(taxed: readonly Taxed[], inclusive: boolean): Decimal[] {
  const rates = new Map<string, Decimal>();
  for (const { base, tax } of taxed) {
    const net = inclusive ? base.value.minus(tax.value) : base.value;
    if (net.isZero()) continue;
    const share = tax.value.div(net).times(HUNDRED);
    const rate = RATE_STEPS.map((step) => share.div(step).round().times(step)).find(
      (each) => each.gt(0) && each.lt(HIGHEST_RATE) && fits({ base, tax }, each, inclusive),
    );
    if (rate) rates.set(rate.toFixed(), rate);
  }
  return [...rates.values()];
}

/** Whether a tax is that on an amount under some rounding. */
function fits({ base, tax }: Pick<Taxed, 'base' | 'tax'>, rate: Decimal, inclusive: boolean): boolean {
  return roundingThatGives(tax.value, exactTax(base.value, rate, inclusive), taxUnit([tax.unit])) !== null;
}

/** The column that holds amounts and taxes together, in most rows at least, with what its rows and totals assert. */
function grossColumn(
  lines: readonly Line[],
  columns: readonly Column[],
  tax: Column,
  { base }: Taxation,
): SumRelation[] {
  const gross = columns.flatMap((column) => {
    const worded = INCLUSIVE_HEADER.test(column.header);
    if (!column.addable || column === base || !(column.role === 'total' || (column.role === 'amount' && worded)))
      return [];
    const sums = lines.flatMap((line): SumRelation[] => {
      const [target, on, own] = [column, base, tax].map((one) => line.figures.get(one.column));
      if (!target || !on || !own || (line.kind !== 'detail' && line.kind !== 'total')) return [];
      return [{ kind: 'sum', target, addends: [on, own], axis: 'columns', certainty: 'certain' }];
    });
    const fitting = sums.filter(({ target, addends }) => addsUp(target, addends)).length;
    return fitting * 2 > sums.length ? [{ sums, fitting }] : [];
  });
  return gross.sort((a, b) => b.fitting - a.fitting)[0]?.sums ?? [];
}
