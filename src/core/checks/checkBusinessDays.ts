import { countWeekdays } from '../rules/businessDays';
import { DAY_COUNT_RULES } from '../rules/dayCount';
import type { Figure } from '../tables/document';
import { compareDates } from '../values/calendar';
import { Decimal } from '../values/decimal';
import { comparison, draft, type DraftFinding, statedOnly } from './draft';
import type { Explanation } from './finding';
import { message } from './message';
import type { RowPeriod } from './periods';

/**
 * Days that a table says are business days, against the days from Monday to Friday. Which holidays are taken off is not known: fewer
 * days than those are not judged, more cannot be.
 */
export function checkBusinessDays({ start, end }: RowPeriod, days: Figure): DraftFinding {
  const explanations = DAY_COUNT_RULES.map((rule): Explanation => {
    const value = new Decimal(countWeekdays(start, end, rule));
    const label = message('rule.weekdays', { rule: message(`rule.day-count.${rule}`) });
    return { id: `day-count.weekdays.${rule}`, label, value, fits: value.equals(days.value) };
  });
  const most = new Decimal(countWeekdays(start, end, 'both-in'));
  const shared = { kind: 'day-count' as const, ...comparison(days, most) };
  const params = { start, end, stated: days.value, weekdays: most };
  const taken = explanations.find(({ fits }) => fits);
  if (compareDates(end, start) < 0) {
    const computed = message('rule.weekdays', { rule: message('rule.day-count.both-in') });
    return draft({
      ...shared,
      verdict: 'disagrees',
      message: message('day-count.before-start', { ...params, computed: most, plainRule: computed }),
    });
  }
  if (taken) {
    const { id, label, value } = taken;
    return draft({
      ...shared,
      ...comparison(days, value),
      verdict: 'explained',
      rule: { id, label },
      explanations: [taken, ...explanations.filter((each) => !each.fits)],
      message: message('day-count.weekdays', { ...params, rule: label }),
    });
  }
  if (days.value.lessThan(most)) {
    return draft({
      kind: 'day-count',
      ...statedOnly(days),
      verdict: 'not-checked',
      message: message('day-count.not-checked', { reason: message('reason.business-days', params) }),
    });
  }
  return draft({ ...shared, verdict: 'disagrees', message: message('day-count.more-than-weekdays', params) });
}
