import {
  chanceOfSplit,
  exactTax,
  taxOver,
  type TaxRule,
  taxRule,
  taxRuleWeight,
  taxUnit,
} from '../rules/consumptionTax';
import { ROUNDING_MODES, roundingThatGives, type RoundingMode, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import { valueOfTerms } from '../tables/addsUp';
import type { Figure, Table, TaxRelation } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';
import { checkTaxPerRate } from './checkTaxPerRate';
import { comparison, draft, type DraftFinding, statedOnly } from './draft';
import type { Expression } from './expression';
import type { CausesOf, Explanation, Message } from './finding';
import { message } from './message';
import { differenceExpression } from './sumExpression';
import { type TaxGroups, taxGroups, type TaxTerms } from './taxGroups';
import type { ResolvedTerms, Term } from './terms';
import type { ProrationInference } from './verification';

const NEAR_MISSES = 3;
const HUNDRED = new Decimal(100);
/** Rates are whole, or in tenths, quarters or eighths of a percent (8.875 %), and nowhere higher. */
const RATE_STEPS = [1, 0.5, 0.25, 0.1, 0.125].map((step) => new Decimal(step));
const HIGHEST_RATE = new Decimal(30);

/** Every printed tax figure against the tax on its lines, by every grouping and rounding there is. */
export function checkTax(
  table: Table,
  terms: ResolvedTerms,
  proration: ProrationInference | null,
  ratesByDate: readonly Decimal[],
  causesOf: CausesOf,
): DraftFinding[] {
  return table.relations.flatMap((relation) =>
    relation.kind === 'tax' ? [checkRelation(relation, table, terms, proration, ratesByDate, causesOf)] : [],
  );
}

function checkRelation(
  relation: TaxRelation,
  table: Table,
  terms: ResolvedTerms,
  proration: ProrationInference | null,
  ratesByDate: readonly Decimal[],
  causesOf: CausesOf,
): DraftFinding {
  const { target, net } = relation;
  const lines = relation.lines.length > 0 ? relation.lines : net ? [net] : [];
  if (lines.length === 0 || !terms.taxRate) {
    return draft({
      kind: 'tax',
      ...statedOnly(target),
      verdict: 'not-checked',
      message: message('tax.not-checked', { reason: message('reason.nothing-to-add') }),
    });
  }
  const mode = terms.taxRounding?.value ?? 'down';
  const allowed = allowedRates(relation, terms.taxRate, ratesByDate);
  const [first = terms.taxRate.value] = allowed;
  const byUser = terms.taxRate.source.kind === 'user';
  const perRate = byUser ? null : checkTaxPerRate(relation, first, mode, causesOf);
  if (perRate) return perRate;
  for (const rate of allowed) {
    const agreeing = agreement({ ...relation, lines }, rate, mode);
    if (agreeing) return agreeing;
  }
  if (mayHaveAnyRate(relation, table) && !byUser) return atSomeRate({ ...relation, lines }, mode);
  return unlikePlain(
    { ...relation, lines },
    table,
    first,
    mode,
    taxGroups({ ...relation, lines }, table, proration),
    () => causesOf(relation),
  );
}

/** Whether a tax may be one of any country: fees that are reduced for days out of service are those of the Japanese tables. */
export function mayHaveAnyRate({ anyRate }: TaxRelation, { kind }: Table): boolean {
  return anyRate === true && kind !== 'reduction';
}

/** The rates that a tax may be reckoned with: the user's; else the printed one, or those that the dates of service allow. */
export function allowedRates(
  relation: TaxRelation,
  taxRate: Term<Decimal>,
  ratesByDate: readonly Decimal[],
): Decimal[] {
  const { statedRate } = relation;
  if (taxRate.source.kind === 'user') return [taxRate.value, ...(statedRate ? [statedRate] : [])];
  return statedRate ? [statedRate] : [onlyRate(relation) ?? taxRate.value, ...ratesByDate];
}

/** The rate that all lines print, where they have one in common. */
function onlyRate({ rates }: TaxRelation): Decimal | null {
  const [first] = rates;
  return first && rates.every((rate) => rate?.equals(first) === true) ? first : null;
}

/** The finding where the plain rule gives the printed tax, on the lines or on the printed net total; else null. */
function agreement(relation: TaxRelation, rate: Decimal, mode: RoundingMode): DraftFinding | null {
  const { target, net, lines, subtracted } = relation;
  const onLines: TaxTerms = relation;
  const onPrintedNet: TaxTerms[] = net && !net.value.equals(valueOfTerms(lines, subtracted)) ? [{ lines: [net] }] : [];
  for (const terms of [onLines, ...onPrintedNet]) {
    const base = valueOfTerms(terms.lines, terms.subtracted);
    const computed = roundTo(exactTax(base, rate, relation.inclusive === true), unitOf(target), mode);
    if (!computed.equals(target.value)) continue;
    const code = terms !== onLines ? 'tax.on-printed-net' : relation.inclusive ? 'tax.agrees-inclusive' : 'tax.agrees';
    return draft({
      kind: 'tax',
      ...comparison(target, computed),
      verdict: 'agrees',
      operands: operandsOf(terms),
      expression: taxExpression(terms, rate, mode, unitOf(target), relation.inclusive),
      ...(relation.inclusive ? takenRule(taxRule('whole', mode, true), rate, computed) : {}),
      message: message(code, { base, rate, rounding: message(`rounding.${mode}`) }),
    });
  }
  return null;
}

function takenRule(rule: TaxRule, rate: Decimal, value: Decimal): Pick<DraftFinding, 'rule' | 'explanations'> {
  const named = { id: rule.id, label: taxLabel(rule, rate) };
  return { rule: named, explanations: [{ ...named, value, fits: true }] };
}

const operandsOf = ({ lines, subtracted = [] }: TaxTerms) =>
  joinCells([...lines, ...subtracted].map(({ cell }) => cell));

/** A tax of which neither the rate nor the country is known: the roundest rate that gives it, if there is one. */
function atSomeRate(relation: TaxRelation, mode: RoundingMode): DraftFinding {
  const { target } = relation;
  const base = valueOfTerms(relation.lines, relation.subtracted);
  const unit = unitOf(target);
  const fits = (rate: Decimal) =>
    rate.gt(0) &&
    rate.lt(HIGHEST_RATE) &&
    [mode, 'half-up' as const].some((each) =>
      roundTo(exactTax(base, rate, relation.inclusive === true), unit, each).equals(target.value),
    );
  const share = base.isZero()
    ? ZERO
    : target.value.div(relation.inclusive ? base.minus(target.value) : base).times(100);
  const rate = RATE_STEPS.map((step) => share.div(step).round().times(step)).find(fits);
  if (!rate) {
    return draft({
      kind: 'tax',
      ...statedOnly(target),
      verdict: 'not-checked',
      message: message('tax.not-checked', { reason: message('reason.no-tax-rate') }),
    });
  }
  const found = roundTo(exactTax(base, rate, relation.inclusive === true), unit, mode).equals(target.value)
    ? mode
    : 'half-up';
  const rule = taxRule('whole', found, relation.inclusive === true);
  return draft({
    kind: 'tax',
    ...comparison(target, target.value),
    verdict: 'explained',
    operands: operandsOf(relation),
    expression: taxExpression(relation, rate, found, unit, relation.inclusive, true),
    ...takenRule(rule, rate, target.value),
    message: message('tax.explained-rate', { base, rate }),
  });
}

function unlikePlain(
  relation: TaxRelation,
  table: Table,
  rate: Decimal,
  mode: RoundingMode,
  groups: TaxGroups,
  causesOf: CausesOf,
): DraftFinding {
  const { target, lines, subtracted = [], inclusive } = relation;
  const base = valueOfTerms(lines, subtracted);
  const exact = exactTax(base, rate, relation.inclusive === true);
  const unit = unitOf(target);
  const computed = roundTo(exact, unit, mode);
  const explanations = explainTax(target.value, groups, rate, unit, inclusive === true ? [true] : [false, true]);
  const taken = explanations.find((explanation) => explanation.fits);
  const shared = {
    kind: 'tax' as const,
    ...comparison(target, computed),
    operands: operandsOf(relation),
    expression: taxExpression(relation, rate, mode, unit, inclusive),
    explanations,
  };
  const share = message(inclusive ? 'tax.of-gross' : 'tax.of-net', { base, rate });
  const params = { share, computed, plainRounding: message(`rounding.${mode}`) };
  const byGross = grossLessNet(relation, table);
  const grossIsPlain = byGross !== null && byGross.equals(computed);
  if (taken && !grossIsPlain) {
    const chance = chanceOf(taken, groups, exact, unit);
    return draft({
      ...shared,
      verdict: 'explained',
      rule: { id: taken.id, label: taken.label },
      message:
        chance === null
          ? message('tax.explained', { ...params, rule: taken.label })
          : message('tax.explained-with-chance', { ...params, rule: taken.label, chance }),
    });
  }
  const onNet = grossIsPlain ? null : onPrintedNet(relation, rate, mode);
  if (onNet) return onNet;
  const grossNeedsOther =
    byGross !== null &&
    !byGross.equals(target.value) &&
    (grossIsPlain || explainTax(byGross, groups, rate, unit).some((explanation) => explanation.fits));
  const causes = causesOf(relation);
  const count = lines.length + subtracted.length;
  const reach = unit.times(count);
  const within = count > 1 && target.value.minus(exact).abs().lessThan(reach);
  const certain = grossNeedsOther || causes.some(({ kind }) => kind === 'old-tax-rate');
  if (within && !certain) {
    const least = roundBelow(exact.minus(reach), unit).plus(unit);
    const greatest = roundBelow(exact.plus(reach).negated(), unit).negated().minus(unit);
    return draft({ ...shared, verdict: 'possible', message: message('tax.possible', { ...params, least, greatest }) });
  }
  return draft({ ...shared, verdict: 'disagrees', causes, message: message('tax.disagrees', params) });
}

/** The finding where another rounding of the tax on the printed net total gives the figure, although the lines add up to another. */
function onPrintedNet(relation: TaxRelation, rate: Decimal, mode: RoundingMode): DraftFinding | null {
  const { target, net, inclusive } = relation;
  if (!net) return null;
  const unit = unitOf(target);
  const exact = exactTax(net.value, rate, inclusive === true);
  const found = roundingThatGives(target.value, exact, unit);
  if (!found) return null;
  const rule = taxRule('whole', found, inclusive === true);
  const computed = roundTo(exact, unit, mode);
  return draft({
    kind: 'tax',
    ...comparison(target, computed),
    verdict: 'explained',
    operands: joinCells([net.cell]),
    expression: taxExpression({ lines: [net] }, rate, mode, unit, inclusive),
    ...takenRule(rule, rate, target.value),
    message: message('tax.explained-on-printed-net', {
      base: net.value,
      rate,
      computed,
      rule: taxLabel(rule, rate),
      plainRounding: message(`rounding.${mode}`),
    }),
  });
}

const unitOf = (target: Figure): Decimal => taxUnit([target.unit]);

/** The greatest multiple of a unit that is not above a value. */
const roundBelow = (value: Decimal, unit: Decimal): Decimal => value.div(unit).floor().times(unit);

/** What the printed gross leaves for the tax; null where no gross is printed. */
function grossLessNet({ target }: TaxRelation, table: Table): Decimal | null {
  const gross = table.relations.find((relation) => relation.kind === 'gross' && relation.tax.cell === target.cell);
  return gross?.kind === 'gross' ? gross.target.value.minus(gross.net.value) : null;
}

/** Every combination that gives the figure, the most ordinary first, then the nearest that do not. */
export function explainTax(
  stated: Decimal,
  groups: TaxGroups,
  rate: Decimal,
  unit: Decimal,
  kinds: readonly boolean[] = [false, true],
): Explanation[] {
  const all = groups
    .flatMap(({ grouping, amounts }) =>
      ROUNDING_MODES.flatMap((rounding) =>
        kinds.map((inclusive) => {
          const rule = taxRule(grouping, rounding, inclusive);
          const value = taxOver(amounts, rate, rule, unit);
          const explanation = { id: rule.id, label: taxLabel(rule, rate), value, fits: value.equals(stated) };
          return { explanation, weight: taxRuleWeight(rule), distance: value.minus(stated).abs() };
        }),
      ),
    )
    .sort((a, b) => a.distance.comparedTo(b.distance) || b.weight - a.weight);
  const fitting = all.filter(({ explanation }) => explanation.fits);
  const missing = all.filter(({ explanation }) => !explanation.fits).slice(0, NEAR_MISSES);
  return [...fitting, ...missing].map(({ explanation }) => explanation);
}

function taxLabel(rule: TaxRule, rate: Decimal): Message {
  return message(rule.inclusive ? 'rule.tax-inclusive' : 'rule.tax', {
    grouping: message(`grouping.${rule.grouping}`),
    rounding: message(`rounding.${rule.rounding}`),
    rate,
  });
}

/** How often an arbitrary split into as many groups would hit the figure too, in percent; null where that is not known. */
function chanceOf(taken: Explanation, groups: TaxGroups, exact: Decimal, unit: Decimal): number | null {
  for (const { grouping, amounts } of groups) {
    if (amounts.length < 2) continue;
    const down = roundBelow(exact, unit);
    const up = roundBelow(exact.negated(), unit).negated();
    const steps =
      taken.id === taxRule(grouping, 'down', false).id
        ? down.minus(taken.value)
        : taken.id === taxRule(grouping, 'up', false).id
          ? taken.value.minus(up)
          : null;
    if (steps) return roundPercent(chanceOfSplit(amounts.length, steps.div(unit).toNumber()));
  }
  return null;
}

function roundPercent(share: number): number {
  return roundTo(new Decimal(share).times(100), new Decimal(1), 'half-up').toNumber();
}

/** @param fixed the rate is not the one of the terms. */
function taxExpression(
  { lines, subtracted = [] }: TaxTerms,
  rate: Decimal,
  mode: RoundingMode,
  unit: Decimal,
  inclusive = false,
  fixed = false,
): Expression {
  const percent: Expression = fixed ? { kind: 'number', value: rate } : { kind: 'tax-rate', value: rate };
  const hundred: Expression = { kind: 'number', value: HUNDRED };
  const whole: Expression = inclusive ? { kind: 'sum', ranges: [], terms: [hundred, percent] } : hundred;
  return {
    kind: 'round',
    of: {
      kind: 'multiply',
      a: differenceExpression(lines, subtracted),
      b: { kind: 'divide', a: percent, b: whole },
    },
    mode,
    unit,
  };
}
