import type { Figure } from '../tables/document';
import { addDays, compareDates } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { Cause } from './finding';
import { message } from './message';
import type { RowPeriod } from './periods';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';

const NEIGHBOUR_BITS = 4.5;
const COPIED_DATE_BITS = 5;
const WRONG_PART_BITS = 7;
const OTHER_DATE_BITS = 11;

/**
 * What may be wrong where a day count fits no convention: a slip in the count, a count to another row's date, or a wrong date.
 *
 * @param periods All rows of the table that have periods.
 */
export function dayCountCauses(
  period: RowPeriod,
  days: Figure,
  computed: Decimal,
  periods: readonly RowPeriod[],
): Cause[] {
  const place = Math.log2(periods.length + 1);
  const causes: Cause[] = [];
  const slip = classifySlip(days.value, computed);
  if (slip) causes.push(numberCause(slip.kind, days.cell, days.value, computed, slip.bits + place));
  const off = days.value.minus(computed);
  const restored = period.row.restored;
  if (!restored || !off.isInteger() || off.abs().greaterThan(36_525)) return rankCauses(causes);
  const needed = addDays(period.end, off.toNumber());
  const other = periods.find((each) => each !== period && compareDates(each.end, needed) === 0);
  if (other?.row.restored) {
    causes.push({
      kind: 'other-date',
      cell: days.cell,
      stated: days.value,
      suggested: computed,
      cost: NEIGHBOUR_BITS + place,
      label: message('cause.other-date', {
        cell: days.cell,
        stated: days.value,
        suggested: computed,
        other: other.row.restored.cell,
      }),
    });
  }
  if (compareDates(needed, period.start) >= 0) {
    const same = (['year', 'month', 'day'] as const).filter((part) => needed[part] === period.end[part]).length;
    const bits = other ? COPIED_DATE_BITS : same === 2 ? WRONG_PART_BITS : OTHER_DATE_BITS;
    causes.push({
      kind: 'other-date',
      cell: restored.cell,
      stated: period.end,
      suggested: needed,
      cost: bits + place,
      label: message('cause.date-to-change', { cell: restored.cell, stated: period.end, suggested: needed }),
    });
  }
  return rankCauses(causes);
}
