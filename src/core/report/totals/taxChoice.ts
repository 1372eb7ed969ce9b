import type { Verification } from '../../checks/verification';
import { taxOver, taxRule, type TaxGrouping as RuleGrouping } from '../../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode } from '../../rules/rounding';
import { Decimal, sumOf, ZERO } from '../../values/decimal';
import type { WordKey } from '../words';
import type { TotalsModel } from './totalsModel';

/** What the tax is computed on; `printed` takes the printed figure as it is. */
export type TaxGrouping = 'printed' | Extract<RuleGrouping, 'whole' | 'per-line' | 'per-month'>;

/** The tax that the totals start from, and why. */
export interface TaxChoice {
  readonly grouping: TaxGrouping;
  readonly rounding: RoundingMode;
  readonly tax: Decimal;
  readonly source: WordKey;
}

/** Net by service month, with what could not be split as a last part of its own. */
export function monthlyNets(model: TotalsModel): Decimal[] {
  const nets = model.months.map(({ year, month }) =>
    sumOf(
      model.lines.flatMap((line) =>
        (line.inferred?.months ?? [])
          .filter((share) => share.year === year && share.month === month)
          .map((share) => share.amount),
      ),
    ),
  );
  return [...nets, sumOf(model.lines.map((line) => line.value)).minus(sumOf(nets))];
}

/** The tax under one grouping and rounding. */
export function taxUnder(
  model: TotalsModel,
  grouping: Exclude<TaxGrouping, 'printed'>,
  rate: Decimal,
  mode: RoundingMode,
): Decimal {
  const amounts = model.lines.map((line) => line.value);
  const nets = {
    whole: () => model.groups.map(({ first, count }) => sumOf(amounts.slice(first, first + count))),
    'per-line': () => amounts,
    'per-month': () => monthlyNets(model),
  }[grouping]();
  return taxOver(nets, rate, { rounding: mode, inclusive: model.inclusive });
}

/** The groupings that this document allows, in the order of the choice list. */
export function groupingsOf(model: TotalsModel): Exclude<TaxGrouping, 'printed'>[] {
  return model.months.length > 0 ? ['whole', 'per-line', 'per-month'] : ['whole', 'per-line'];
}

/**
 * The combination to start from: the one that explains the printed tax, or the printed tax itself where it holds by another
 * rule, or the tax on the whole under the terms. The totals of the verification say which tax holds.
 */
export function chooseTax(verification: Verification, model: TotalsModel, rate: Decimal): TaxChoice {
  const rounding = verification.terms.taxRounding?.value ?? 'down';
  const explained = explainedChoice(verification, model, rate);
  const printed = model.printed.tax && sumOf(model.printed.tax.map((figure) => figure.value));
  const whole = taxUnder(model, 'whole', rate, rounding);
  const candidates: TaxChoice[] = [
    ...(explained ? [explained] : []),
    { grouping: 'whole', rounding, tax: whole, source: 'totals.source.default' },
    ...(printed ? [{ grouping: 'printed', rounding, tax: printed, source: 'totals.source.printed' } as const] : []),
    ...groupingsOf(model).flatMap((grouping) =>
      ROUNDING_MODES.map((mode): TaxChoice => {
        const tax = taxUnder(model, grouping, rate, mode);
        return { grouping, rounding: mode, tax, source: 'totals.source.explained' };
      }),
    ),
  ];
  const holds = verification.totals.tax;
  const fallback = { grouping: 'whole', rounding, tax: whole, source: 'totals.source.default' } as const;
  return candidates.find((one) => holds !== null && one.tax.equals(holds)) ?? fallback;
}

function explainedChoice(verification: Verification, model: TotalsModel, rate: Decimal): TaxChoice | null {
  const ids = new Set(
    verification.findings
      .filter(({ kind, verdict }) => kind === 'tax' && (verdict === 'explained' || verdict === 'agrees'))
      .map((finding) => finding.rule?.id ?? ''),
  );
  const [only] = [...ids];
  if (ids.size !== 1 || only === undefined) return null;
  const grouping = groupingsOf(model).find((one) => only.startsWith(`tax.${one}.`));
  const rounding = ROUNDING_MODES.find((mode) => grouping && only === taxRule(grouping, mode, model.inclusive).id);
  if (!grouping || !rounding) return null;
  return { grouping, rounding, tax: taxUnder(model, grouping, rate, rounding), source: 'totals.source.explained' };
}

/** Decimals of a line's exact share that are compared; a difference below them counts as a tie, which the earlier line wins. */
export const SHARE_DECIMALS = 4;

export interface TaxShare {
  readonly share: Decimal;
  /** What the exact share has beyond its whole yen. */
  readonly remainder: Decimal;
}

/**
 * A tax shared over lines by largest remainder: every line gets the whole yen of its exact share, and the yen left over go
 * to the largest remainders. The shares of whole-yen taxes add up to the tax.
 */
export function shareTax(amounts: readonly Decimal[], tax: Decimal): { shares: TaxShare[]; leftOver: Decimal } {
  const net = sumOf(amounts);
  const exact = amounts.map((amount) =>
    net.isZero() ? ZERO : amount.times(tax).div(net).toDecimalPlaces(SHARE_DECIMALS, Decimal.ROUND_HALF_UP),
  );
  const floors = exact.map((share) => share.floor());
  const remainders = exact.map((share, index) => share.minus(floors[index] ?? ZERO));
  const leftOver = net.isZero() ? ZERO : tax.minus(sumOf(floors));
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.filter((_, rank) => leftOver.greaterThan(rank)).map(({ index }) => index));
  const shares = floors.map((floor, index) => ({
    share: raised.has(index) ? floor.plus(1) : floor,
    remainder: remainders[index] ?? ZERO,
  }));
  return { shares, leftOver };
}
