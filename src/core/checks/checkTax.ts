import { chanceOfSplit, taxOver, type TaxRule, taxRule, taxRuleWeight, taxUnit } from '../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Figure, Table, TaxRelation } from '../tables/document';
import { Decimal, sumOf } from '../values/decimal';
import { checkTaxPerRate } from './checkTaxPerRate';
import { comparison, draft, type DraftFinding } from './draft';
import type { Expression } from './expression';
import type { Explanation, Message } from './finding';
import { message } from './message';
import { sumExpression } from './sumExpression';
import { taxCauses } from './taxCauses';
import { type TaxGroups, taxGroups } from './taxGroups';
import type { ResolvedTerms } from './terms';
import type { ProrationInference } from './verification';

const NEAR_MISSES = 3;

/** Every printed tax figure against the tax on its lines, by every grouping and rounding there is. */
export function checkTax(
  table: Table,
  terms: ResolvedTerms,
  proration: ProrationInference | null,
  ratesByDate: readonly Decimal[],
): DraftFinding[] {
  return table.relations.flatMap((relation) =>
    relation.kind === 'tax' ? [checkRelation(relation, table, terms, proration, ratesByDate)] : [],
  );
}

function checkRelation(
  relation: TaxRelation,
  table: Table,
  terms: ResolvedTerms,
  proration: ProrationInference | null,
  ratesByDate: readonly Decimal[],
): DraftFinding {
  const { target, net } = relation;
  const lines = relation.lines.length > 0 ? relation.lines : net ? [net] : [];
  if (lines.length === 0 || !terms.taxRate) {
    return draft({
      kind: 'tax',
      cell: target.cell,
      textual: target.textual,
      stated: target.value,
      verdict: 'not-checked',
      message: message('tax.not-checked', { reason: message('reason.nothing-to-add') }),
    });
  }
  const mode = terms.taxRounding?.value ?? 'down';
  const byUser = terms.taxRate.source.kind === 'user';
  const first = byUser ? terms.taxRate.value : (relation.statedRate ?? terms.taxRate.value);
  const perRate = byUser ? null : checkTaxPerRate(relation, first, mode);
  if (perRate) return perRate;
  const allowed = [first, ...(relation.statedRate ? [relation.statedRate] : byUser ? [] : ratesByDate)];
  for (const rate of allowed) {
    const agreeing = agreement(target, lines, net, rate, mode);
    if (agreeing) return agreeing;
  }
  return unlikePlain(relation, lines, table, first, allowed, mode, taxGroups(lines, table, proration));
}

/** The finding where the plain rule gives the printed tax, on the lines or on the printed net total; else null. */
function agreement(
  target: Figure,
  lines: readonly Figure[],
  net: Figure | null,
  rate: Decimal,
  mode: RoundingMode,
): DraftFinding | null {
  const onPrintedNet = net && !net.value.equals(sumOf(lines.map((line) => line.value))) ? [net] : null;
  for (const figures of [lines, ...(onPrintedNet ? [onPrintedNet] : [])]) {
    const base = sumOf(figures.map((figure) => figure.value));
    const computed = roundTo(base.times(rate).div(100), unitOf(target), mode);
    if (!computed.equals(target.value)) continue;
    return draft({
      kind: 'tax',
      ...comparison(target, computed),
      verdict: 'agrees',
      operands: joinCells(figures.map((figure) => figure.cell)),
      expression: taxExpression(figures, rate, mode, unitOf(target)),
      message: message(figures === lines ? 'tax.agrees' : 'tax.on-printed-net', {
        base,
        rate,
        rounding: message(`rounding.${mode}`),
      }),
    });
  }
  return null;
}

function unlikePlain(
  relation: TaxRelation,
  lines: readonly Figure[],
  table: Table,
  rate: Decimal,
  allowed: readonly Decimal[],
  mode: RoundingMode,
  groups: TaxGroups,
): DraftFinding {
  const { target } = relation;
  const base = sumOf(lines.map((line) => line.value));
  const exact = base.times(rate).div(100);
  const unit = unitOf(target);
  const computed = roundTo(exact, unit, mode);
  const explanations = explainTax(target.value, groups, rate, unit);
  const taken = explanations.find((explanation) => explanation.fits);
  const shared = {
    kind: 'tax' as const,
    ...comparison(target, computed),
    operands: joinCells(lines.map((line) => line.cell)),
    expression: taxExpression(lines, rate, mode, unit),
    explanations,
  };
  const params = { rate, computed, plainRounding: message(`rounding.${mode}`) };
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
  const grossNeedsOther =
    byGross !== null &&
    !byGross.equals(target.value) &&
    (grossIsPlain || explainTax(byGross, groups, rate, unit).some((explanation) => explanation.fits));
  const causes = taxCauses(target, base, computed, grossNeedsOther ? byGross : computed, allowed, mode);
  const reach = unit.times(lines.length);
  const within = lines.length > 1 && target.value.minus(exact).abs().lessThan(reach);
  const certain = grossNeedsOther || causes.some((cause) => cause.kind === 'old-tax-rate');
  if (within && !certain) {
    const least = roundBelow(exact.minus(reach), unit).plus(unit);
    const greatest = roundBelow(exact.plus(reach).negated(), unit).negated().minus(unit);
    return draft({ ...shared, verdict: 'possible', message: message('tax.possible', { ...params, least, greatest }) });
  }
  return draft({ ...shared, verdict: 'disagrees', causes, message: message('tax.disagrees', params) });
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
export function explainTax(stated: Decimal, groups: TaxGroups, rate: Decimal, unit: Decimal): Explanation[] {
  const all = groups
    .flatMap(({ grouping, amounts }) =>
      ROUNDING_MODES.flatMap((rounding) =>
        [false, true].map((inclusive) => {
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

function taxExpression(lines: readonly Figure[], rate: Decimal, mode: RoundingMode, unit: Decimal): Expression {
  return {
    kind: 'round',
    of: {
      kind: 'multiply',
      a: sumExpression(lines),
      b: { kind: 'divide', a: { kind: 'tax-rate', value: rate }, b: { kind: 'number', value: new Decimal(100) } },
    },
    mode,
    unit,
  };
}
