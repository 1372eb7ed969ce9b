import type { ComparisonRule } from '../../rules/comparisonRule';
import { type TaxGrouping, type TaxRule, taxRule } from '../../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode } from '../../rules/rounding';
import { exactTaxOn, shareByRemainder, sharePrinted, type TaxedAmount, taxTogether } from '../../rules/taxShares';
import { type Decimal, decimalText, sumOf, ZERO } from '../../values/decimal';
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
export function groupKey(grouping: TaxGrouping, item: LedgerItem, line: LedgerLine, rate: Decimal): string {
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
  const parts = ledger.parts.map(({ inclusive: own }): PartReckoning => {
    const inclusive = rule.inclusive ?? own;
    return { rule: taxRule(rule.grouping, rule.rounding, inclusive), rounding: rule.rounding, inclusive };
  });
  const rateOf = ({ rate }: LedgerLine): Decimal => {
    if (rate === null) return rule.rate ?? ZERO;
    return rate.isZero() ? rate : (rule.rate ?? rate);
  };
  const taxed = ledger.items.map((item) => taxedItem(ledger, item, rateOf, parts));
  const taxes = Array<Decimal>(ledger.items.length).fill(ZERO);
  parts.forEach((_, part) => shareUnder(ledger, part, rule.grouping, rule.rounding, taxed, taxes));
  return { taxes, taxed, parts };
}

/** The tax under the document's own rule, part by part: the one that gives every tax that holds, or those taxes as printed. */
export function reckonOwn(ledger: Ledger, rounding: RoundingMode): Reckoning {
  const taxes = Array<Decimal>(ledger.items.length).fill(ZERO);
  const rateOf = ({ rate }: LedgerLine): Decimal => rate ?? ZERO;
  const rules = ledger.parts.map((part, index): PartReckoning & { readonly within: boolean } => {
    for (const rule of ownCandidates(part.domains, ratesOfPart(ledger, index), part.inclusive, rounding)) {
      const within = { rule, rounding: rule.rounding, inclusive: part.inclusive, within: rule.inclusive };
      const tried = ledger.items.map((item) => taxedWithin(ledger, item, rateOf, rule.inclusive));
      shareUnder(ledger, index, rule.grouping, rule.rounding, tried, taxes);
      if (part.domains.every((domain) => taxOfDomain(ledger, domain, taxes).equals(domain.tax))) return within;
    }
    const tried = ledger.items.map((item) => taxedWithin(ledger, item, rateOf, part.inclusive));
    sharePrintedTaxes(ledger, index, tried, taxes);
    return { rule: null, rounding, inclusive: part.inclusive, within: part.inclusive };
  });
  const taxed = ledger.items.map((item) => {
    const part = ledger.lines[item.line]?.part ?? 0;
    return taxedWithin(ledger, item, rateOf, rules[part]?.within ?? false);
  });
  return {
    taxes,
    taxed,
    parts: rules.map(({ rule, rounding: mode, inclusive }) => ({ rule, rounding: mode, inclusive })),
  };
}

function taxedItem(
  ledger: Ledger,
  item: LedgerItem,
  rateOf: (line: LedgerLine) => Decimal,
  parts: readonly PartReckoning[],
): TaxedAmount {
  const part = ledger.lines[item.line]?.part ?? 0;
  return taxedWithin(ledger, item, rateOf, parts[part]?.inclusive ?? false);
}

function taxedWithin(
  { lines }: Ledger,
  { line, amount }: LedgerItem,
  rateOf: (line: LedgerLine) => Decimal,
  inclusive: boolean,
): TaxedAmount {
  const own = lines[line];
  return { amount, rate: own ? rateOf(own) : ZERO, inclusive };
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
    (['whole', 'per-line', 'per-category', 'per-month', 'per-rate'] as const).flatMap((grouping) =>
      ROUNDING_MODES.map((each) => taxRule(grouping, each, held)),
    ),
  );
  const ids = new Set(domains.flatMap(({ findings }) => findings.flatMap(({ rule }) => rule?.id ?? [])));
  return [...named.filter(({ id }) => ids.has(id)), ...ordered];
}

function shareUnder(
  ledger: Ledger,
  part: number,
  grouping: TaxGrouping,
  rounding: RoundingMode,
  taxed: readonly TaxedAmount[],
  taxes: Decimal[],
): void {
  const unit = ledger.parts[part]?.unit;
  if (!unit) return;
  const groups = new Map<string, number[]>();
  ledger.items.forEach((item, index) => {
    const line = ledger.lines[item.line];
    const own = taxed[index];
    if (line?.part !== part || !own) return;
    const key = groupKey(grouping, item, line, own.rate);
    const known = groups.get(key);
    if (known) known.push(index);
    else groups.set(key, [index]);
  });
  for (const indexes of groups.values()) {
    const own = indexes.flatMap((index) => taxed[index] ?? []);
    const shares = shareByRemainder(taxTogether(own, unit, rounding), own.map(exactTaxOn), unit);
    indexes.forEach((index, position) => (taxes[index] = shares[position] ?? ZERO));
  }
}

function sharePrintedTaxes(ledger: Ledger, part: number, taxed: readonly TaxedAmount[], taxes: Decimal[]): void {
  ledger.items.forEach(({ line }, index) => {
    if (ledger.lines[line]?.part === part) taxes[index] = ZERO;
  });
  for (const domain of ledger.parts[part]?.domains ?? []) {
    const indexes = itemsOfDomain(ledger, domain);
    const shares = sharePrinted(
      domain.tax,
      indexes.flatMap((index) => taxed[index] ?? []),
      ledger.parts[part]?.unit ?? ZERO,
    );
    indexes.forEach((index, position) => (taxes[index] = shares[position] ?? ZERO));
  }
}

/** Indexes of the items of a domain's lines. */
export function itemsOfDomain({ items }: Ledger, { lines }: TaxDomain): number[] {
  const own = new Set(lines);
  return items.flatMap(({ line }, index) => (own.has(line) ? [index] : []));
}

function taxOfDomain(ledger: Ledger, domain: TaxDomain, taxes: readonly Decimal[]): Decimal {
  return sumOf(itemsOfDomain(ledger, domain).map((index) => taxes[index] ?? ZERO));
}
