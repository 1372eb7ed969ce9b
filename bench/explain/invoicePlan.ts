import type { Random } from '../random';
import type { Mode } from './billing';
import type { Style } from './book';
import { chance, logBetween, oneOf, weighted } from './draws';

/** A line of an invoice as it is true. Money is in whole units of the currency's last place. */
export interface InvoiceLine {
  /** In units of its last printed place. */
  readonly quantity: number;
  readonly quantityPlaces: number;
  readonly price: number;
  readonly amount: number;
  readonly percent: number;
  readonly group: number;
}

export type RateShown = 'nowhere' | 'column' | 'marks';
export type TaxShown = 'none' | 'total' | 'rates' | 'breakdown';

/** What is added to or taken off the lines, with the rate that its label says, if it says one. */
export interface Adjustment {
  readonly value: number;
  readonly percent: number;
  readonly ratePrinted: boolean;
}

/** What an invoice prints and how it was made. */
export interface InvoicePlan {
  readonly style: Style;
  readonly places: number;
  readonly lines: readonly InvoiceLine[];
  readonly groups: number;
  readonly numbered: boolean;
  readonly unitColumn: boolean;
  readonly priced: boolean;
  /** How many units a price is for. */
  readonly per: number;
  readonly rateShown: RateShown;
  /** Rates that occur, the standard one first; 0 is exempt. */
  readonly rates: readonly number[];
  readonly taxShown: TaxShown;
  readonly taxMode: Mode;
  readonly inclusive: boolean;
  readonly ratePrinted: boolean;
  readonly allowance: Adjustment | null;
  readonly allowanceSigned: boolean;
  readonly charge: Adjustment | null;
  /** Charged after tax and not taxed. */
  readonly after: number | null;
  readonly paid: number | null;
  readonly withheld: boolean;
  readonly header: boolean;
  /** The head of a statement of account: what was billed before and what came in. Then no totals stand below the lines but one. */
  readonly statement: { readonly previous: number; readonly received: number } | null;
  readonly labelsBesideAmounts: boolean;
}

const SIZES = { least: 3, most: 200 };

export function drawInvoice(random: Random): InvoicePlan {
  const language = chance(random, 0.65) ? 'ja' : 'en';
  const japanese = language === 'ja';
  const places = japanese || chance(random, 0.15) ? 0 : 2;
  const count = logBetween(random, SIZES.least, SIZES.most);
  const standard = japanese ? 10 : oneOf(random, [20, 19, 21, 10, 5]);
  const reduced = japanese ? 8 : oneOf(random, [7, 8, 9]) % standard;
  const rates = weighted(random, [
    [[standard], 0.58],
    [[standard, reduced], 0.27],
    [[standard, 0], 0.08],
    [[standard, reduced, 0], 0.04],
    [[0], 0.03],
  ]);
  const mixed = rates.length > 1;
  const statement = count <= 60 && !rates.includes(0) && chance(random, 0.1);
  const inclusive = japanese && !statement && !rates.includes(0) && chance(random, 0.12);
  const rateShown: RateShown = mixed
    ? japanese && !rates.includes(0) && chance(random, 0.55)
      ? 'marks'
      : 'column'
    : chance(random, 0.15)
      ? 'column'
      : 'nowhere';
  const taxShown: TaxShown =
    statement || (rates[0] === 0 && (japanese || chance(random, 0.5)))
      ? 'none'
      : mixed
        ? weighted(random, [
            ['rates', 0.5],
            ['breakdown', 0.25],
            ['total', inclusive ? 0 : 0.25],
          ])
        : weighted(random, [
            ['total', 0.86],
            ['breakdown', inclusive || rateShown === 'nowhere' ? 0 : 0.14],
          ]);
  const priced = chance(random, 0.85);
  const per = priced && chance(random, 0.1) ? (japanese ? 1000 : 0) : 1;
  const groups = count >= 8 && chance(random, 0.15) ? 2 + random.below(3) : 1;
  const lines = drawLines(random, { count, places, priced, per: per === 0 ? 1000 : per, rates, groups, japanese });
  const sum = lines.reduce((all, { amount }) => all + amount, 0);
  // Where rates are mixed, an allowance says which of them it lessens, or none is given.
  const adjusts = !statement && !inclusive && sum > 2000 && (japanese || !mixed);
  const allowance = adjusts && chance(random, 0.35) ? drawAdjustment(random, sum, places, rates, japanese) : null;
  const charge =
    adjusts && chance(random, 0.35) ? drawAdjustment(random, Math.min(sum, 200_000), places, rates, japanese) : null;
  const taxed = taxShown !== 'none' && !inclusive;
  return {
    style: {
      language,
      numbers: weighted(random, [
        ['grouped', 0.65],
        ['plain', 0.25],
        ['text', japanese ? 0.07 : 0],
        ['wide-text', japanese ? 0.03 : 0],
      ]),
      dates: 'serial',
    },
    places,
    lines,
    groups,
    numbered: chance(random, 0.3),
    unitColumn: priced && chance(random, 0.35),
    priced,
    per: per === 0 ? 1000 : per,
    rateShown,
    rates,
    taxShown,
    taxMode:
      places > 0 || !japanese
        ? 'half-up'
        : weighted(random, [
            ['down', 0.75],
            ['half-up', 0.18],
            ['up', 0.07],
          ]),
    inclusive,
    ratePrinted: rates[0] === 0 || chance(random, japanese ? 0.6 : 0.9),
    allowance,
    allowanceSigned: chance(random, 0.6),
    charge,
    after: taxed && chance(random, 0.08) ? round(logBetween(random, 200, 20_000), places) : null,
    paid:
      !statement && sum > 0 && chance(random, 0.25)
        ? Math.max(1, round(Math.floor((sum * (1 + random.below(7))) / 10), places))
        : null,
    withheld:
      japanese &&
      taxed &&
      rates.length === 1 &&
      rates[0] === 10 &&
      sum > 0 &&
      taxShown === 'total' &&
      chance(random, 0.12),
    header: !statement && chance(random, 0.55),
    statement: statement ? drawBalance(random) : null,
    labelsBesideAmounts: chance(random, 0.4),
  };
}

/** To a hundred of the currency's units, as allowances and deposits are. */
function round(value: number, places: number): number {
  const step = 10 ** (places + (value > 10 ** (places + 4) ? 2 : 0));
  return Math.max(step, value - (value % step));
}

function drawAdjustment(
  random: Random,
  sum: number,
  places: number,
  rates: readonly number[],
  japanese: boolean,
): Adjustment {
  const value = round(Math.floor((sum * (1 + random.below(12))) / 100), places);
  const percent = rates[0] ?? 0;
  return { value, percent, ratePrinted: japanese && rates.length > 1 };
}

/** Most customers pay the whole of what was billed before. */
function drawBalance(random: Random): { previous: number; received: number } {
  const previous = logBetween(random, 5_000, 900_000);
  return { previous, received: chance(random, 0.6) ? previous : previous - (previous % 1000) };
}

interface LineTerms {
  readonly count: number;
  readonly places: number;
  readonly priced: boolean;
  readonly per: number;
  readonly rates: readonly number[];
  readonly groups: number;
  readonly japanese: boolean;
}

function drawLines(random: Random, terms: LineTerms): InvoiceLine[] {
  const { count, places, priced, per, rates, groups } = terms;
  const byHour = priced && per === 1 && chance(random, 0.15);
  const returns = chance(random, 0.15);
  return Array.from({ length: count }, (_, index) => {
    const back = returns && index > 0 && chance(random, 0.08) ? -1 : 1;
    const quantityPlaces = byHour ? 1 : 0;
    const quantity =
      back *
      (byHour ? 5 * (1 + random.below(40)) : per > 1 ? 500 * (1 + random.below(60)) : logBetween(random, 1, 120));
    const price = drawPrice(random, places, per);
    const product = (Math.abs(quantity) * price) / (per * 10 ** quantityPlaces);
    // Vendors choose prices and quantities so that lines are whole, or round down.
    const amount = priced ? back * Math.floor(product + (places > 0 ? 0.5 : 0)) : back * drawPrice(random, places, 1);
    const percent = index < rates.length ? (rates[index] ?? 0) : oneOf(random, rates);
    const group = (index * groups - ((index * groups) % count)) / count;
    return { quantity, quantityPlaces, price, amount, percent, group };
  });
}

function drawPrice(random: Random, places: number, per: number): number {
  const value = logBetween(random, per > 1 ? 800 : 50, 150_000);
  const step =
    places > 0
      ? oneOf(random, [1, 5, 10, 100])
      : value > 10_000
        ? oneOf(random, [100, 500, 1000])
        : oneOf(random, [1, 5, 10, 10, 50]);
  const rounded = value - (value % step);
  return Math.max(step, places > 0 && chance(random, 0.5) ? rounded * 10 : rounded);
}
