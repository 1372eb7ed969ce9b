import { type ComparisonRule, TAX_GROUPINGS } from '../../rules/comparisonRule';
import { type TaxGrouping, type TaxRule, taxRule } from '../../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode } from '../../rules/rounding';
import { exactTaxOn, shareByRemainder, sharePrinted, type TaxedAmount, taxTogether } from '../../rules/taxShares';
import { type Decimal, decimalText, sumOf, ZERO } from '../../values/decimal';
import { groupBy } from '../../values/grouping';
import type { Ledger, LedgerItem, LedgerLine, TaxDomain } from './ledger';

/** The tax of every item of a ledger under a rule; they add up to the tax. */
export interface Reckoning {
  readonly taxes: readonly Decimal[];
  /** The items as they are taxed. */
  readonly taxed: readonly TaxedAmount[];
  /** By part. */
  readonly parts: readonly PartReckoning[];
}

export interface PartReckoning {
  /** The rule by which the part is taxed; null where the printed tax is taken as it is, which no rule gives. */
  readonly rule: TaxRule | null;
  readonly rounding: RoundingMode;
  /** The amounts hold the tax. */
  readonly inclusive: boolean;
}

/** Which items are rounded together under a grouping: items with equal keys, within one part. */
export function groupKey(
  grouping: TaxGrouping,
  item: LedgerItem,
  line: Pick<LedgerLine, 'category'>,
  rate: Decimal,
): string {
  switch (grouping) {
    case 'whole':
      return 'all';
    case 'per-line':
      return String(item.line);
    case 'per-category':
      return String(line.category);
    case 'per-month':
      return String(item.month);
    case 'per-rate':
      return decimalText(rate);
  }
}

/** The tax under the rule that the document is compared with. */
export function reckonUnder(ledger: Ledger, rule: ComparisonRule): Reckoning {
  const { grouping, rounding } = rule;
  const own = itemsByPart(ledger);
  const sheet = new TaxSheet(ledger);
  const rateOf = ({ rate }: LedgerLine): Decimal => {
    if (rate === null) return rule.rate ?? ZERO;
    return rate.isZero() ? rate : (rule.rate ?? rate);
  };
  const parts = ledger.parts.map((part, index): PartReckoning => {
    const inclusive = rule.inclusive ?? part.inclusive;
    const items = own.get(index) ?? [];
    sheet.take(items, rateOf, inclusive);
    sheet.shareUnder(items, grouping, rounding, part.unit);
    return { rule: taxRule(grouping, rounding, inclusive), rounding, inclusive };
  });
  return { taxes: sheet.taxes, taxed: sheet.taxed, parts };
}

/** The tax under the document's own rule, part by part: the one that gives every tax that holds, or those taxes as printed. */
export function reckonOwn(ledger: Ledger, rounding: RoundingMode): Reckoning {
  const own = itemsByPart(ledger);
  const byLine = groupBy(ledger.items.keys(), (item) => ledger.items[item]?.line);
  const sheet = new TaxSheet(ledger);
  const rateOf = ({ rate }: LedgerLine): Decimal => rate ?? ZERO;
  const parts = ledger.parts.map(({ domains, inclusive, unit }, index): PartReckoning => {
    const items = own.get(index) ?? [];
    const taxes = domains.map(({ lines, tax }) => {
      return { tax, items: [...new Set(lines)].flatMap((line) => byLine.get(line) ?? []).sort((a, b) => a - b) };
    });
    for (const rule of ownCandidates(domains, ratesOfPart(ledger, index), inclusive, rounding)) {
      sheet.take(items, rateOf, rule.inclusive);
      sheet.shareUnder(items, rule.grouping, rule.rounding, unit);
      if (taxes.every((each) => sheet.taxOf(each.items).equals(each.tax))) {
        return { rule, rounding: rule.rounding, inclusive };
      }
    }
    sheet.take(items, rateOf, inclusive);
    sheet.shareAsPrinted(items, taxes, unit);
    return { rule: null, rounding, inclusive };
  });
  return { taxes: sheet.taxes, taxed: sheet.taxed, parts };
}

function itemsByPart({ items, lines }: Ledger): Map<number | undefined, number[]> {
  return groupBy(items.keys(), (item) => lines[items[item]?.line ?? -1]?.part);
}

/** The items of a ledger as they are taxed, and their taxes; filled part by part, and again where another rule is tried. */
class TaxSheet {
  readonly taxed: TaxedAmount[];
  readonly taxes: Decimal[];

  constructor(private readonly ledger: Ledger) {
    this.taxed = ledger.items.map(({ amount }) => ({ amount, rate: ZERO, inclusive: false }));
    this.taxes = ledger.items.map(() => ZERO);
  }

  take(items: readonly number[], rateOf: (line: LedgerLine) => Decimal, inclusive: boolean): void {
    for (const index of items) {
      const { amount = ZERO, line = -1 } = this.ledger.items[index] ?? {};
      const own = this.ledger.lines[line];
      this.taxed[index] = { amount, rate: own ? rateOf(own) : ZERO, inclusive };
    }
  }

  shareUnder(items: readonly number[], grouping: TaxGrouping, rounding: RoundingMode, unit: Decimal): void {
    const groups = groupBy(items, (index) => {
      const item = this.ledger.items[index];
      const line = item && this.ledger.lines[item.line];
      return item && line && groupKey(grouping, item, line, this.taxed[index]?.rate ?? ZERO);
    });
    for (const group of groups.values()) {
      const amounts = this.amountsOf(group);
      this.keep(group, shareByRemainder(taxTogether(amounts, unit, rounding), amounts.map(exactTaxOn), unit));
    }
  }

  /** Taxes as printed, each shared over the items that it is on; the others have none. */
  shareAsPrinted(
    items: readonly number[],
    printed: readonly { readonly tax: Decimal; readonly items: readonly number[] }[],
    unit: Decimal,
  ): void {
    this.keep(items, []);
    for (const { tax, items: own } of printed) this.keep(own, sharePrinted(tax, this.amountsOf(own), unit));
  }

  taxOf(items: readonly number[]): Decimal {
    return sumOf(items.map((index) => this.taxes[index] ?? ZERO));
  }

  private amountsOf(items: readonly number[]): TaxedAmount[] {
    return items.flatMap((index) => this.taxed[index] ?? []);
  }

  private keep(items: readonly number[], shares: readonly Decimal[]): void {
    items.forEach((index, position) => (this.taxes[index] = shares[position] ?? ZERO));
  }
}

/** The rates of a part's taxed lines, each once. */
function ratesOfPart({ lines }: Ledger, part: number): Decimal[] {
  const rates = new Map<string, Decimal>();
  for (const line of lines) {
    if (line.part === part && line.rate && !line.rate.isZero()) rates.set(decimalText(line.rate), line.rate);
  }
  return [...rates.values()];
}

/** The rate that all taxed lines of a part have; null where they have several or none. */
export function onlyRateOfPart(ledger: Ledger, part: number): Decimal | null {
  const [rate, ...more] = ratesOfPart(ledger, part);
  return rate && more.length === 0 ? rate : null;
}

/** Rules that may be the document's own: those that its checks name, then the plain ones. */
function ownCandidates(
  domains: readonly TaxDomain[],
  rates: readonly Decimal[],
  inclusive: boolean,
  mode: RoundingMode,
): TaxRule[] {
  if (domains.length === 0) return [];
  const plain = (['whole', 'per-line', 'per-rate'] as const).flatMap((grouping) =>
    [mode, ...ROUNDING_MODES.filter((each) => each !== mode)].map((each) => taxRule(grouping, each, inclusive)),
  );
  // Taxes of several rates are rounded once per rate before anything else.
  const ordered = rates.length > 1 ? [...plain.slice(2 * ROUNDING_MODES.length), ...plain] : plain;
  const named = [true, false].flatMap((held) =>
    TAX_GROUPINGS.flatMap((grouping) => ROUNDING_MODES.map((each) => taxRule(grouping, each, held))),
  );
  const ids = new Set(domains.flatMap(({ findings }) => findings.flatMap(({ rule }) => rule?.id ?? [])));
  return [...named.filter(({ id }) => ids.has(id)), ...ordered];
}
