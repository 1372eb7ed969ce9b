import type { Term } from '../../checks/terms';
import type { Verification } from '../../checks/verification';
import type { ComparisonRule } from '../../rules/comparisonRule';
import { taxTogether } from '../../rules/taxShares';
import { type Decimal, sumOf, ZERO } from '../../values/decimal';
import { groupBy } from '../../values/grouping';
import { type Ledger, ledgerOf } from './ledger';
import { type Reckoning, reckonOwn, reckonUnder } from './reckon';

/** Net, tax and gross; gross = net + tax. */
export interface TaxFigures {
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
}

/** The same amounts under the document's own rule and under the one that it is compared with. */
export interface ComparedFigures {
  readonly own: TaxFigures;
  readonly compared: TaxFigures;
  /** own − compared. */
  readonly difference: TaxFigures;
}

const VIEW_KINDS = ['part', 'category', 'month', 'line'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** What a document comes to by its lines, categories, service months or parts. The groups add up to the totals in all. */
export interface AdjustedView {
  readonly kind: ViewKind;
  /** `index` into the ledger's parts, categories, months or lines; null for what belongs to none. */
  readonly groups: readonly (ComparedFigures & { readonly index: number | null })[];
  /** What the tax in all is more than the groups' taxes rounded each by itself. */
  readonly residue: { readonly own: Decimal; readonly compared: Decimal };
}

/** Net, tax and gross of a document under its own rule of consumption tax and under another. */
export interface AdjustedTotals {
  readonly ledger: Ledger;
  readonly rule: Term<ComparisonRule>;
  readonly own: Reckoning;
  readonly compared: Reckoning;
  readonly all: ComparedFigures;
  /** The views that tell more than the totals in all: several parts, categories or months; always by line. */
  readonly kinds: readonly ViewKind[];
  /** Reckons one view; those that nobody looks at cost nothing. */
  readonly view: (kind: ViewKind) => AdjustedView;
}

/**
 * The tax-adjusted totals of a document: every line's tax is its share of the tax that is rounded together with it (by largest
 * remainder), so that lines, categories, months and parts all add up to the same tax. Null where nothing is taxed.
 */
export function adjustedTotals(verification: Verification): AdjustedTotals | null {
  const { comparison, taxRounding } = verification.terms;
  if (!comparison) return null;
  const ledger = ledgerOf(verification);
  if (ledger.lines.length === 0) return null;
  const own = reckonOwn(ledger, taxRounding?.value ?? 'down');
  const compared = reckonUnder(ledger, comparison.value);
  const every = ledger.items.map((_, index) => index);
  const all = figuresOf(ledger, own, compared, every);
  const kinds = VIEW_KINDS.filter((kind) => tellsMore(kind, ledger));
  const view = (kind: ViewKind) => viewOf(kind, ledger, own, compared, all);
  return { ledger, rule: comparison, own, compared, all, kinds, view };
}

/** Which group of a view an item belongs to; null: none of those that the document names. */
export function groupOf(kind: ViewKind, { items, lines }: Ledger, item: number): number | null {
  const own = items[item];
  const line = own && lines[own.line];
  if (!own || !line) return null;
  switch (kind) {
    case 'part':
      return line.part;
    case 'category':
      return line.category;
    case 'month':
      return own.month;
    case 'line':
      return own.line;
  }
}

function tellsMore(kind: ViewKind, ledger: Ledger): boolean {
  if (kind === 'line') return true;
  const groups = new Set(ledger.items.map((_, item) => groupOf(kind, ledger, item)));
  return groups.size > 1;
}

function viewOf(
  kind: ViewKind,
  ledger: Ledger,
  own: Reckoning,
  compared: Reckoning,
  all: ComparedFigures,
): AdjustedView {
  const members = groupBy(ledger.items.keys(), (item) => groupOf(kind, ledger, item));
  const last = Number.MAX_SAFE_INTEGER;
  const ordered = [...members].sort(([a], [b]) => (a ?? last) - (b ?? last));
  const groups = ordered.map(([index, items]) => ({ index, ...figuresOf(ledger, own, compared, items) }));
  const alone = (reckoning: Reckoning) => sumOf(ordered.map(([, items]) => taxAlone(ledger, reckoning, items)));
  const residue = {
    own: all.own.tax.minus(alone(own)),
    compared: all.compared.tax.minus(alone(compared)),
  };
  return { kind, groups, residue };
}

/** The tax of some items rounded by itself, part by part. */
function taxAlone(
  { items, lines, parts }: Ledger,
  { taxed, parts: rules }: Reckoning,
  own: readonly number[],
): Decimal {
  return sumOf(
    parts.map(({ unit }, part) => {
      const inPart = own.filter((item) => lines[items[item]?.line ?? -1]?.part === part);
      const amounts = inPart.flatMap((item) => taxed[item] ?? []);
      return taxTogether(amounts, unit, rules[part]?.rounding ?? 'down');
    }),
  );
}

function figuresOf(ledger: Ledger, own: Reckoning, compared: Reckoning, items: readonly number[]): ComparedFigures {
  const a = taxFigures(ledger, own, items);
  const b = taxFigures(ledger, compared, items);
  const difference = { net: a.net.minus(b.net), tax: a.tax.minus(b.tax), gross: a.gross.minus(b.gross) };
  return { own: a, compared: b, difference };
}

function taxFigures({ items, lines }: Ledger, { taxes, parts }: Reckoning, own: readonly number[]): TaxFigures {
  let [net, tax] = [ZERO, ZERO];
  for (const item of own) {
    const { amount = ZERO, line = -1 } = items[item] ?? {};
    const itsTax = taxes[item] ?? ZERO;
    const held = parts[lines[line]?.part ?? -1]?.inclusive === true;
    net = net.plus(held ? amount.minus(itsTax) : amount);
    tax = tax.plus(itsTax);
  }
  return { net, tax, gross: net.plus(tax) };
}
