import { countDays } from '../../rules/dayCount';
import type { Figure, Table } from '../../tables/document';
import { addsUp } from '../../tables/addsUp';
import { sameCell } from '../../sheets/address';
import { Decimal } from '../../values/decimal';
import type { Cause, CausesOf } from '../finding';
import { numberCause, rankCauses } from '../rankCauses';
import { classifySlip } from '../slips';
import { fits, type ReckonedInterest, type ReckonedTable, reckonRow } from './resolveInterest';

/** Bits that a change of a figure costs for each sum that holds with the printed one. */
const SUM_BITS = 20;
const CHANGED_BITS = 2;

/** What is probably wrong with a row whose interest does not come out: the interest, or the principal, days or rate behind it. */
export function interestCauses(row: ReckonedInterest, reckoned: ReckonedTable): Cause[] {
  const { principal, interest, days } = row.interest;
  if (!interest || !principal || !row.computed) return [];
  const of = (figure: Figure, needed: Decimal): Cause[] => {
    const slip = classifySlip(figure.value, needed);
    const bits = CHANGED_BITS + SUM_BITS * sumsThatHold(reckoned.table, figure);
    return slip ? [numberCause(slip.kind, figure.cell, figure.value, needed, slip.bits + bits)] : [];
  };
  const fitsWith = (changed: Partial<ReckonedInterest['interest']>) => {
    const { rule, dayCount } = reckoned;
    const rateOf = () => row.rate;
    return fits(
      reckonRow({ ...row, interest: { ...row.interest, ...changed } }, { rateOf }, rule.value, dayCount.value),
    );
  };
  const withValue = (figure: Figure, value: Decimal): Figure => ({ ...figure, value });
  const principals = oneDigitOff(principal.value).filter((value) =>
    fitsWith({ principal: withValue(principal, value) }),
  );
  const counts = days ? oneDigitOff(days.value).filter((value) => fitsWith({ days: withValue(days, value) })) : [];
  return rankCauses([
    ...of(interest, row.computed),
    ...principals.flatMap((value) => of(principal, value)),
    ...(days ? counts.flatMap((value) => of(days, value)) : []),
    ...otherDayCount(row, reckoned),
  ]);
}

/** The days that the dates give under the table's convention, where the printed interest is for those. */
function otherDayCount(row: ReckonedInterest, { rule, dayCount }: ReckonedTable): Cause[] {
  const { from, to, rate, interest } = row;
  const { principal, days } = interest;
  if (!from || !to || !days || !rate || !principal || !interest.interest) return [];
  const meant = countDays(from, to, dayCount.value);
  if (meant < 0 || days.value.equals(meant)) return [];
  const again = reckonRow(
    { ...row, interest: { ...interest, days: null } },
    { rateOf: () => rate },
    rule.value,
    dayCount.value,
  );
  return again.computed?.equals(interest.interest.value)
    ? [numberCause('other-day-count', days.cell, days.value, new Decimal(meant), 1)]
    : [];
}

/** What days that no convention gives may be: those that the dates give, where a slip leads from one to the other. */
export function daysCauses(reckoned: ReckonedTable): CausesOf {
  return (about) => {
    const row = reckoned.rows.find(({ interest }) => interest.days === about);
    const days = row?.interest.days;
    if (!row?.from || !row.to || !days) return [];
    const meant = new Decimal(countDays(row.from, row.to, reckoned.dayCount.value));
    const slip = classifySlip(days.value, meant);
    return slip ? [numberCause(slip.kind, days.cell, days.value, meant, slip.bits)] : [];
  };
}

function sumsThatHold({ relations }: Table, { cell }: Figure): number {
  return relations.filter(
    (relation) =>
      relation.kind === 'sum' &&
      relation.addends.length > 1 &&
      relation.addends.some((addend) => sameCell(addend.cell, cell)) &&
      addsUp(relation.target, relation.addends, relation.subtracted),
  ).length;
}

/** All values that one other digit or two neighbours swapped make of a value. */
function oneDigitOff(value: Decimal): Decimal[] {
  const text = value.abs().toFixed();
  const found = new Set<string>();
  [...text].forEach((digit, index) => {
    if (digit === '.') return;
    for (let other = 0; other <= 9; other += 1) {
      found.add(text.slice(0, index) + String(other) + text.slice(index + 1));
    }
    const next = text[index + 1];
    if (next !== undefined && next !== '.') found.add(text.slice(0, index) + next + digit + text.slice(index + 2));
  });
  found.delete(text);
  return [...found].map((digits) => new Decimal(digits).times(value.isNegative() ? -1 : 1));
}
