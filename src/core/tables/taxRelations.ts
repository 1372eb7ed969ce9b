import { type Decimal, ZERO } from '../values/decimal';
import type { Figure, SumRelation, TaxRelation, WithholdingRelation } from './document';
import { type StatedBase, statedBase } from './shareLines';
import { type Entry, signedTerms } from './signedTerms';
import { sumRelation } from './sumRelation';
import { detailsOf, isExclusiveTax, isWhole, lastIndex, previousTotal } from './totalLines';
import { settlementOf } from './words/settlementWords';

/** A heading that says the amounts below hold the tax: 金額（税込）. */
export const INCLUSIVE_HEADER = /税込|内税|\bincl?\b|\bincl|\bgross\b/i;

/**
 * What a tax line asserts: its figure is the tax on the details above it, on those of its rate where it names one, or on the base
 * of that rate that is printed near it.
 *
 * @param header the heading of the column.
 */
export function taxRelation(entries: readonly Entry[], index: number, header: string): TaxRelation[] {
  const entry = entries[index];
  if (!entry) return [];
  const rate = entry.line.total?.rate ?? null;
  const base = rate && baseOf(entries, index, rate);
  const at = previousTotal(entries, index);
  const total = at < 0 ? null : (entries[at] ?? null);
  const stated = statedBase(entries, index);
  if (stated && !(stated.added.length === 1 && stated.added[0] === total)) return [taxOnStated(entry, stated)];
  const taxed = taxedDetails(entries, index, at);
  const rates = ratesOf(taxed);
  // Taxes of several rates on lines of which none says its rate: nobody knows on which.
  if (rate && !base && rates.length === 0 && taxedAtOthers(entries, rate)) return [];
  const bases = rate ? [] : basesByRate(entries);
  if (bases.length > 1) return taxOnBases(entry, bases);
  const own = rate && rates.length > 0 ? taxed.filter(({ line }) => isOfRate(line.rate, rate, rates)) : taxed;
  const chosen = own.length === 0 || (own.length === taxed.length && base && rates.length < 2) ? [] : own;
  const lines = chosen.length > 0 ? chosen : base ? [base] : own;
  if (lines.length === 0) return [];
  const usual = rates.reduce<Decimal | null>((most, each) => (each.gt(most ?? ZERO) ? each : most), null);
  const anyRate = rate === null && rates.length === 0 && !isConsumptionTax(entry.line.label);
  const whole = own.length === taxed.length;
  const between = entries.slice(at + 1, index).some(({ line }) => line.kind === 'detail');
  const net = base ?? (whole && !between ? total : null);
  const inclusive =
    entry.line.total?.inclusive === true ||
    (total !== null &&
      nothingFollows(entries, index) &&
      (total.line.total?.gross === true || INCLUSIVE_HEADER.test(header)));
  const terms = signedTerms(net?.figure ?? entry.figure, lines);
  const shared = isShared(lines, rates);
  const rateAmong = (one: Entry) =>
    printedRate(one) ?? (shared && one.line.settlement?.role === 'allowance' ? null : usual);
  const ordered = lines.filter(({ figure }) => terms.addends.includes(figure));
  const taken = lines.filter(({ figure }) => terms.subtracted.includes(figure));
  return [
    {
      kind: 'tax',
      target: entry.figure,
      lines: ordered.map(({ figure }) => figure),
      ...(taken.length === 0 ? {} : { subtracted: terms.subtracted, subtractedRates: taken.map(rateAmong) }),
      ...(inclusive ? { inclusive } : {}),
      ...(anyRate ? { anyRate } : {}),
      ...(shared ? { shared: true } : {}),
      rates: ordered.map(rateAmong),
      net: net?.figure ?? null,
      statedRate: rate,
    },
  ];
}

/** The tax on what its label names: 消費税（①×10%）. */
function taxOnStated({ line, figure }: Entry, { percent, added, taken }: StatedBase): TaxRelation {
  const [only] = added;
  return taxAtRate(figure, percent, {
    lines: added.map((entry) => entry.figure),
    subtracted: taken.map((entry) => entry.figure),
    inclusive: line.total?.inclusive === true,
    net: only && added.length === 1 && only.line.kind === 'total' ? only.figure : null,
    statedRate: percent,
  });
}

/** A tax of one rate on lines, less what is taken off them. */
export function taxAtRate(
  target: Figure,
  rate: Decimal,
  {
    lines,
    subtracted,
    inclusive,
    net,
    statedRate,
  }: Required<Pick<TaxRelation, 'lines' | 'subtracted' | 'inclusive' | 'net' | 'statedRate'>>,
): TaxRelation {
  return {
    kind: 'tax',
    target,
    lines,
    ...(subtracted.length === 0 ? {} : { subtracted, subtractedRates: subtracted.map(() => rate) }),
    ...(inclusive ? { inclusive } : {}),
    rates: lines.map(() => rate),
    net,
    statedRate,
  };
}

const taxedAtOthers = (entries: readonly Entry[], rate: Decimal) =>
  entries.some(({ line }) => line.kind === 'tax' && line.total?.rate?.eq(rate) === false);

/** An allowance that names no rate is shared among the rates of the lines, nobody says how. */
function isShared(lines: readonly Entry[], rates: readonly Decimal[]): boolean {
  const unknown = lines.some(({ line }) => line.settlement?.role === 'allowance' && line.rate === null);
  return unknown && (rates.length > 1 || rates.some((rate) => rate.isZero()));
}

const printedRate = ({ line }: Entry) => (line.kind === 'base' ? (line.total?.rate ?? null) : line.rate);

/** Taxes that no rate is printed for are Japanese ones at the rate in force where the words say so: 消費税, consumption tax. */
export const isConsumptionTax = (label: string) => /[^\x20-\x7e]|consumption tax|\bjct\b/i.test(label);

const nothingFollows = (entries: readonly Entry[], index: number) =>
  entries.slice(index + 1).every(({ line }) => line.kind !== 'total' || settlementOf(line.label) !== null);

/** A tax without a rate beside the bases of several rates is the tax on all of them. */
function taxOnBases({ line, figure }: Entry, bases: readonly Entry[]): TaxRelation[] {
  const inclusive = line.total?.inclusive === true;
  return [
    {
      kind: 'tax',
      target: figure,
      lines: bases.map((base) => base.figure),
      ...(inclusive ? { inclusive } : {}),
      rates: bases.map(printedRate),
      net: null,
      statedRate: null,
    },
  ];
}

/** The bases of the rates, where each rate has one. */
function basesByRate(entries: readonly Entry[]): readonly Entry[] {
  const bases = entries.filter(({ line }) => line.kind === 'base' && line.total?.rate);
  const distinct = new Set(bases.map(({ line }) => line.total?.rate?.toFixed()));
  return distinct.size === bases.length ? bases : [];
}

/** The base of a rate nearest to a tax line, be it above or below. */
function baseOf(entries: readonly Entry[], index: number, rate: Decimal): Entry | null {
  const isBase = ({ line }: Entry) => line.kind === 'base' && line.total?.rate?.eq(rate) === true;
  return entries[lastIndex(entries, index, isBase)] ?? entries.slice(index + 1).find(isBase) ?? null;
}

/** The details that are taxed where a tax line stands: those of the total above it, and what is charged or allowed below that. */
function taxedDetails(entries: readonly Entry[], index: number, total: number): readonly Entry[] {
  const settled = ({ line, belowTotal }: Entry) => belowTotal && isPayment(line.settlement?.role);
  const net = total < 0 ? undefined : entries[total];
  if (!net) return detailsOf(entries, index, 3).details.filter((entry) => !settled(entry));
  const between = entries.slice(total + 1, index).filter(({ line }) => line.kind === 'detail');
  const taxes = entries.slice(0, total).some(isExclusiveTax);
  const rank = net.line.total?.rank ?? 3;
  const { details } = detailsOf(entries, total, isWhole(entries, total) && !taxes ? 4 : rank);
  return [...details, ...between].filter((entry) => !settled(entry));
}

/** The rates that the details print, by their value; of charges and allowances, only whether they are taxed at all. */
function ratesOf(entries: readonly Entry[]): readonly Decimal[] {
  const rates: Decimal[] = [];
  for (const { line } of entries) {
    const own = line.kind === 'detail' && (line.settlement === null || line.rate?.isZero()) ? line.rate : null;
    if (own && !rates.some((rate) => own.eq(rate))) rates.push(own);
  }
  return rates;
}

/** Lines without a rate among lines that print one have the standard rate: the highest. */
function isOfRate(rate: Decimal | null, wanted: Decimal, rates: readonly Decimal[]): boolean {
  if (rate) return rate.eq(wanted);
  return rates.every((each) => each.lte(wanted));
}

/** The bases of the rates (10%対象) as sums of the lines of each rate, where marks or a column say the rates. */
export function baseRelations(entries: readonly Entry[]): SumRelation[] {
  const rates = ratesOf(entries);
  const details = entries.filter(
    ({ line, belowTotal }) => line.kind === 'detail' && !(belowTotal && isPayment(line.settlement?.role)),
  );
  const bases = entries.filter(({ line }) => line.kind === 'base' && line.total?.rate);
  if (rates.length === 0 || details.length === 0) return [];
  // An allowance that names no rate may have been shared among the rates.
  const shared = details.some(({ line }) => line.settlement !== null && line.rate === null);
  return bases.flatMap((base) => {
    const rate = base.line.total?.rate;
    const above = details.filter((entry) => entries.indexOf(entry) < entries.indexOf(base));
    const taxed = above.length > 0 ? above : details;
    const own = rate ? taxed.filter(({ line }) => isOfRate(line.rate, rate, rates)) : [];
    if (own.length === 0) return [];
    const terms = signedTerms(base.figure, own);
    return [sumRelation(base.figure, terms, 'rows', terms.sure && (terms.holds || !shared) ? 'certain' : 'possible')];
  });
}

const isPayment = (role: string | undefined) => role === 'paid' || role === 'withheld' || role === 'brought-forward';

/** A tax without a rate beside taxes of several rates is their total (EN 16931 BT-110); so are the rates' bases of their net. */
export function taxTotals(entries: readonly Entry[]): SumRelation[] {
  const taxes = entries.filter(({ line }) => line.kind === 'tax');
  const rated = taxes.filter(({ line }) => line.total?.rate);
  const whole = taxes.filter(({ line }) => !line.total?.rate);
  const distinct = new Set(rated.map(({ line }) => line.total?.rate?.toFixed()));
  const [total] = whole;
  const totals =
    total && whole.length === 1 && rated.length > 1 && distinct.size === rated.length
      ? [sumRelation(total.figure, { addends: rated.map(({ figure }) => figure) }, 'rows', 'certain')]
      : [];
  return [...totals, ...netOfBases(entries)];
}

/** The net total right before or after the bases of all rates, where they add up to one and no line says its rate. */
function netOfBases(entries: readonly Entry[]): SumRelation[] {
  const bases = basesByRate(entries);
  if (bases.length < 2 || ratesOf(entries).length > 0) return [];
  const figures = bases.map(({ figure }) => figure);
  const sum = figures.reduce((all, { value }) => all.plus(value), ZERO);
  const net = entries.find(({ line, figure }) => line.kind === 'total' && figure.value.eq(sum));
  return net ? [sumRelation(net.figure, { addends: figures }, 'rows', 'certain')] : [];
}

/** The income tax withheld below the totals, on the net total before consumption tax or on the one with it. */
export function withholdingRelations(entries: readonly Entry[]): WithholdingRelation[] {
  const totals = entries.filter(({ line }) => line.kind === 'total');
  return entries.flatMap(({ line, figure, belowTotal }, index) => {
    if (line.kind !== 'detail' || line.settlement?.role !== 'withheld' || !belowTotal || !/源泉/.test(line.label))
      return [];
    const tax = entries.findIndex(isExclusiveTax);
    const before = totals.filter((total) => entries.indexOf(total) < index);
    const totalled = before.filter((total) => tax < 0 || entries.indexOf(total) < tax).pop();
    const gross = before.filter((total) => tax >= 0 && entries.indexOf(total) > tax)[0] ?? null;
    const fees = entries.slice(0, tax < 0 ? index : tax).filter((entry) => entry.line.kind === 'detail');
    // A single fee needs no total.
    const net = totalled ?? (fees.length === 1 ? fees[0] : undefined);
    return net ? [{ kind: 'withholding', target: figure, net: net.figure, gross: gross?.figure ?? null }] : [];
  });
}
