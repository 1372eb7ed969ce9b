import { type TaxRule, taxOver, taxRule, taxUnit } from '../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Figure, TaxRelation } from '../tables/document';
import { type Decimal, decimalText, sumOf } from '../values/decimal';
import { comparison, draft, type DraftFinding } from './draft';
import type { Expression } from './expression';
import type { CausesOf, Explanation } from './finding';
import { message } from './message';
import { differenceExpression } from './sumExpression';

interface RateGroup {
  readonly rate: Decimal;
  readonly lines: readonly Figure[];
  readonly subtracted: readonly Figure[];
}

/**
 * A printed tax on lines of several rates (8 % and 10 %) against the sum of each rate's tax, rounded once per rate as a
 * qualified invoice does (消費税法施行令 70条の10) or per line. Lines without a printed rate have the plain one. Null where all
 * lines have one rate.
 */
export function checkTaxPerRate(
  relation: TaxRelation,
  plainRate: Decimal,
  mode: RoundingMode,
  causesOf: CausesOf,
): DraftFinding | null {
  const { target, lines, subtracted = [], inclusive = false } = relation;
  const groups = groupsByRate(relation, plainRate);
  if (groups.length < 2) return null;
  const unit = taxUnit([target.unit]);
  const rules = (['per-rate', 'per-line'] as const).flatMap((grouping) =>
    [mode, ...ROUNDING_MODES.filter((each) => each !== mode)].map((each) => taxRule(grouping, each, inclusive)),
  );
  const explanations = rules.map((rule): Explanation => {
    const value = taxUnder(rule, groups, unit);
    return { id: rule.id, label: labelOf(rule, groups), value, fits: value.equals(target.value) };
  });
  const [plain] = explanations;
  if (!plain) return null;
  const taken = explanations.find(({ fits }) => fits);
  const shared = {
    kind: 'tax' as const,
    ...comparison(target, plain.value),
    operands: joinCells([...lines, ...subtracted].map(({ cell }) => cell)),
    expression: expressionOf(groups, mode, unit, inclusive),
    explanations: [...explanations.filter(({ fits }) => fits), ...explanations.filter(({ fits }) => !fits)],
  };
  const params = { computed: plain.value, plain: plain.label };
  if (taken === plain)
    return draft({ ...shared, verdict: 'agrees', message: message('tax.agrees-per-rate', { rule: plain.label }) });
  if (!taken && relation.shared)
    return draft({ ...shared, verdict: 'possible', message: message('tax.disagrees-per-rate', params) });
  if (!taken) {
    const causes = causesOf(relation);
    return draft({ ...shared, verdict: 'disagrees', causes, message: message('tax.disagrees-per-rate', params) });
  }
  return draft({
    ...shared,
    verdict: 'explained',
    rule: { id: taken.id, label: taken.label },
    message: message('tax.explained-per-rate', { ...params, rule: taken.label }),
  });
}

function groupsByRate(relation: TaxRelation, plain: Decimal): RateGroup[] {
  const { lines, rates, subtracted = [], subtractedRates = [] } = relation;
  const groups = new Map<string, { rate: Decimal; lines: Figure[]; subtracted: Figure[] }>();
  const groupOf = (rate: Decimal) => {
    const key = decimalText(rate);
    const known = groups.get(key) ?? { rate, lines: [], subtracted: [] };
    groups.set(key, known);
    return known;
  };
  lines.forEach((line, index) => groupOf(rates[index] ?? plain).lines.push(line));
  subtracted.forEach((line, index) => groupOf(subtractedRates[index] ?? plain).subtracted.push(line));
  return [...groups.values()];
}

function taxUnder(rule: TaxRule, groups: readonly RateGroup[], unit: Decimal): Decimal {
  return sumOf(
    groups.map(({ rate, lines, subtracted }) => {
      const amounts = [...lines.map(({ value }) => value), ...subtracted.map(({ value }) => value.negated())];
      return taxOver(rule.grouping === 'per-line' ? amounts : [sumOf(amounts)], rate, rule, unit);
    }),
  );
}

function labelOf(rule: TaxRule, groups: readonly RateGroup[]) {
  return message('rule.tax-rates', {
    grouping: message(`grouping.${rule.grouping}`),
    rounding: message(`rounding.${rule.rounding}`),
    rates: groups.map(({ rate }) => `${decimalText(rate)}%`),
  });
}

function expressionOf(groups: readonly RateGroup[], mode: RoundingMode, unit: Decimal, inclusive: boolean): Expression {
  const terms = groups.map(({ rate, lines, subtracted }): Expression => ({
    kind: 'round',
    of: { kind: 'multiply', a: differenceExpression(lines, subtracted), b: shareOf(rate, inclusive) },
    mode,
    unit,
  }));
  return { kind: 'sum', ranges: [], terms };
}

function shareOf(rate: Decimal, inclusive: boolean): Expression {
  if (!inclusive) return { kind: 'number', value: rate.div(100) };
  return { kind: 'divide', a: { kind: 'number', value: rate }, b: { kind: 'number', value: rate.plus(100) } };
}
