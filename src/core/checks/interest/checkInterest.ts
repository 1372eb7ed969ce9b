import { interestRules, statutoryRate } from '../../rules/interest';
import { type CellRange, joinCells, rangeOfCell } from '../../sheets/address';
import type { Table } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import { checkDayCounts } from '../checkDayCounts';
import { comparison, draft, type DraftFinding, statedOnly } from '../draft';
import type { Explanation, Message } from '../finding';
import { message } from '../message';
import type { ResolvedTerms } from '../terms';
import { daysCauses, interestCauses } from './interestCauses';
import { interestExpression } from './interestExpression';
import { interestLabel } from './interestLabel';
import { conventionsFor, firstDayOfDelay } from './interestPeriods';
import { fits, type ReckonedInterest, type ReckonedTable, reckonRow } from './resolveInterest';

/** The days and the interest of every row of a table of interest, against the rule that most rows follow (民法404条; the printed rate). */
export function checkInterest(reckoned: ReckonedTable, terms: ResolvedTerms): DraftFinding[] {
  return [
    ...checkDays(reckoned, terms),
    ...reckoned.rows.flatMap((row) => (row.interest.interest ? [checkRow(row, reckoned)] : [])),
  ];
}

/** Days of interest are counted like others, from their own dates. */
function checkDays(reckoned: ReckonedTable, terms: ResolvedTerms): DraftFinding[] {
  const rows = reckoned.rows.map(({ row, interest }) => {
    return { ...row, start: interest.from, restored: interest.to, days: interest.days };
  });
  const asPeriods: Table = { ...reckoned.table, rows };
  const own = { ...terms, incidentDate: null, dayCount: reckoned.dayCount };
  return checkDayCounts(asPeriods, own, () => null, daysCauses(reckoned));
}

function checkRow(row: ReckonedInterest, reckoned: ReckonedTable): DraftFinding {
  const { rateOrigin, certain } = reckoned;
  const { interest: figure, principal } = row.interest;
  const { computed, rate, days } = row;
  if (!figure) throw new RangeError('A row without interest is not checked.');
  const operands = operandsOf(row, reckoned);
  const notChecked = (reason: Message) =>
    draft({
      kind: 'interest',
      ...statedOnly(figure),
      verdict: 'not-checked',
      operands,
      message: message('interest.not-checked', { reason }),
    });
  if (!computed || !rate || !days || !principal) return notChecked(row.reason ?? message('reason.no-known-rule'));
  const rule = { id: reckoned.rule.value.id, label: interestLabel(reckoned.rule.value) };
  const shared = {
    kind: 'interest' as const,
    ...comparison(figure, computed),
    operands,
    expression: interestExpression(row, reckoned),
  };
  const params = {
    principal: principal.value,
    rate,
    days: days.days,
    rule: rule.label,
    stated: figure.value,
    computed,
    difference: figure.value.minus(computed).abs(),
  };
  if (fits(row)) {
    const named = { id: ruleId(rule.id, reckoned), label: rule.label };
    if (rateOrigin === 'printed')
      return draft({ ...shared, verdict: 'agrees', message: message('interest.agrees', params) });
    const said = message('interest.explained-rate', { ...params, origin: originOf(row, reckoned) });
    // Without an agreed rate the statutory one applies (民法404条1項): that is the plain rule, not one that happens to fit.
    if (rateOrigin !== 'inferred') return draft({ ...shared, verdict: 'agrees', rule: named, message: said });
    return draft({
      ...shared,
      computed: null,
      difference: null,
      expression: null,
      verdict: certain ? 'explained' : 'possible',
      rule: named,
      explanations: [{ ...named, value: computed, fits: true }],
      message: said,
    });
  }
  const other = otherRule(row, reckoned);
  if (other) {
    return draft({
      ...shared,
      verdict: 'explained',
      rule: { id: other.id, label: other.label },
      explanations: [other, { ...rule, value: computed, fits: false }],
      message: message('interest.explained', { ...params, other: other.label }),
    });
  }
  const rates = otherRate(row, reckoned);
  if (!certain && reckoned.rule.source.kind === 'default') return notChecked(message('reason.no-known-rule'));
  const verdict = certain ? 'disagrees' : 'possible';
  return draft({
    ...shared,
    verdict,
    causes: certain ? interestCauses(row, reckoned) : [],
    message: rates
      ? message(`interest.other-rate`, { ...params, other: rates })
      : message(`interest.${verdict}`, params),
  });
}

const ruleId = (id: string, { rateOrigin }: ReckonedTable): string =>
  id.replace(/^interest\./, `interest.${rateOrigin}.`);

function originOf(row: ReckonedInterest, { rateOrigin, rule }: ReckonedTable): Message {
  const first = firstDayOfDelay(row);
  if (rateOrigin !== 'inferred' && rateOrigin !== 'printed' && first && row.rate) {
    return message(`interest-rate.${rateOrigin}`, { date: first, rate: row.rate });
  }
  const { source } = rule;
  const supporting = source.kind === 'inferred' ? source.supporting : 0;
  return message('interest-rate.inferred', { rate: row.rate ?? new Decimal(0), supporting });
}

/** Another rule at the same rate that gives the printed interest: rounding, the year's days; without printed days, another convention. */
function otherRule(row: ReckonedInterest, { step, dayCount, rule }: ReckonedTable): Explanation | null {
  const conventions = row.interest.days ? [dayCount.value] : conventionsFor(row.interest.fromIs);
  for (const convention of conventions) {
    for (const candidate of interestRules(step)) {
      const odd = candidate.unit.greaterThan(rule.value.unit) || candidate.least !== null;
      // Coarser rounding says little of one row: any figure fits some.
      if (odd || !candidate.principalUnit.equals(rule.value.principalUnit)) continue;
      const again = reckonRow(row, { rateOf: () => row.rate }, candidate, convention);
      if (!fits(again) || !again.computed) continue;
      const label = interestLabel(candidate);
      const named =
        convention === dayCount.value
          ? label
          : message('rule.interest-days', { rule: label, dayCount: message(`rule.day-count.${convention}`) });
      return { id: candidate.id, label: named, value: again.computed, fits: true };
    }
  }
  return null;
}

/** The statutory rate that the printed interest was computed at, where it is not the one that applies. */
function otherRate(row: ReckonedInterest, { rule, dayCount }: ReckonedTable): Decimal | null {
  const before = { year: 2020, month: 3, day: 31 };
  const after = { year: 2020, month: 4, day: 1 };
  const rates = [statutoryRate('civil', before), statutoryRate('civil', after), statutoryRate('commercial', before)];
  return (
    rates.find(
      (rate) => !row.rate?.equals(rate) && fits(reckonRow(row, { rateOf: () => rate }, rule.value, dayCount.value)),
    ) ?? null
  );
}

function operandsOf({ interest }: ReckonedInterest, { table }: ReckonedTable): CellRange[] {
  const { principal, days, from, to, rate } = interest;
  const dates = days ? [days.cell] : [from?.cell ?? null, to?.cell ?? null];
  const cells = [principal?.cell ?? null, ...dates, rate?.cell ?? null].flatMap((cell) => cell ?? []);
  const shared = rate === null && table.interestRate ? [rangeOfCell(table.interestRate.cell)] : [];
  return [...joinCells(cells), ...shared];
}
