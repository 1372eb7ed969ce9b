import { dayCountOffset } from '../../rules/dayCount';
import type { DateCell, InterestRow } from '../../tables/document';
import { type CalendarDate, compareDates } from '../../values/calendar';
import { Decimal } from '../../values/decimal';
import { termOf } from '../draft';
import type { Expression } from '../expression';
import type { ReckonedInterest, ReckonedTable } from './resolveInterest';

const number = (value: Decimal | number): Expression => ({ kind: 'number', value: new Decimal(value) });

/** The interest of a row as a formula over its cells: principal × rate × days ÷ 365. Null where nothing is computed. */
export function interestExpression(row: ReckonedInterest, { table, rule, dayCount }: ReckonedTable): Expression | null {
  const { principal } = row.interest;
  if (!principal || !row.rate || !row.share || !row.days) return null;
  const { principalUnit, unit, mode, least, year } = rule.value;
  // What falls below the least amount is a number of its own, not a formula.
  if (least && row.computed?.isZero()) return number(0);
  const base: Expression = principalUnit.equals(1)
    ? termOf(principal)
    : { kind: 'round', of: termOf(principal), mode: 'down', unit: principalUnit };
  const printed = row.interest.rate ?? table.interestRate ?? null;
  const live = printed?.live ?? null;
  const rate: Expression = printed && live ? { kind: 'cell', cell: printed.cell } : number(row.rate);
  const hundred = live === 'fraction' ? 1 : 100;
  const fixed = year === 'fixed-365' || year === 'fixed-360';
  const days = fixed ? daysExpression(row, dayCountOffset(dayCount.value)) : number(row.share.numerator);
  const of: Expression = {
    kind: 'divide',
    a: { kind: 'multiply', a: { kind: 'multiply', a: base, b: rate }, b: days },
    b: number(row.share.denominator * hundred),
  };
  return { kind: 'round', of, mode, unit };
}

function daysExpression({ interest, from, to, days }: ReckonedInterest, offset: number): Expression {
  if (interest.days) return termOf(interest.days);
  const value = number(days?.days ?? 0);
  if (!from || !to || compareDates(to, from) < 0) return value;
  const between: Expression = {
    kind: 'subtract',
    from: dateTerm(interest.to, to),
    what: dateTerm(interest.from, from),
  };
  return offset === 0 ? between : { kind: 'sum', ranges: [], terms: [between, number(offset)] };
}

function dateTerm(cell: InterestRow['from'], value: CalendarDate): Expression {
  return cell && isWholeDay(cell) ? { kind: 'cell', cell: cell.cell } : { kind: 'date', value };
}

/** A cell that holds exactly one day as a serial number. */
function isWholeDay({ textual, reading }: DateCell): boolean {
  return !textual && reading.end !== null && compareDates(reading.start, reading.end) === 0;
}
