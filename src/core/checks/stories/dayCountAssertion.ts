import { countDaysBy, DAY_COUNT_RULES, type DayCounting, dayCountOffset, isThirtyDays } from '../../rules/dayCount';
import type { CellAddress } from '../../sheets/address';
import type { DateCell, Figure } from '../../tables/document';
import { addDays, type CalendarDate, compareDates, dayNumber, daysBetween } from '../../values/calendar';
import { Decimal } from '../../values/decimal';
import { message } from '../message';
import { endDay, type RowPeriod, startDay } from '../periods';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { FOLLOWED_BITS } from './feeAssertion';
import { anyChange } from './figureChanges';
import type { Scenario } from './scenario';

/** Bits of a day count under a convention that is not the table's, and of one that all rows with the same end share. */
const OTHER_CONVENTION_BITS = 6;
const SHARED_CONVENTION_BITS = 1.5;
/** Bits of a count to another row's date, and of a date copied from another row, wrong in one part, or altogether. */
const NEIGHBOUR_BITS = 4.5;
const COPIED_DATE_BITS = 5;
const WRONG_PART_BITS = 7;
const OTHER_DATE_BITS = 11;
const FARTHEST_DAYS = 36_525;
const EXPLAINED_OFFSETS: readonly number[] = [...new Set(DAY_COUNT_RULES.map(dayCountOffset))];

/** What the rows of a table have in common for their day counts. */
export interface DayCountCustom {
  readonly rule: DayCounting;
  /** Days, by the day number of the end, that rows with that end commonly count more than end − start. */
  readonly sharedOffsets: ReadonlyMap<number, number>;
  /** The end cells of the rows, by the number of their day. */
  readonly ends: ReadonlyMap<number, readonly CellAddress[]>;
}

/** What the printed days of a table's rows have in common. */
export function dayCountCustom(periods: readonly RowPeriod[], rule: DayCounting): DayCountCustom {
  const ends = new Map<number, CellAddress[]>();
  const offsets = new Map<number, Map<number, number>>();
  for (const { row, start, end, days } of periods) {
    const key = dayNumber(end);
    if (row.restored) ends.set(key, [...(ends.get(key) ?? []), row.restored.cell]);
    const offset = days?.value.minus(daysBetween(start, end)).toNumber();
    if (offset === undefined || !EXPLAINED_OFFSETS.includes(offset)) continue;
    const counts = offsets.get(key) ?? new Map<number, number>();
    offsets.set(key, counts.set(offset, (counts.get(offset) ?? 0) + 1));
  }
  const shared = [...offsets].flatMap(([end, counts]) => {
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most && most[1] >= 2 && !isThirtyDays(rule) && most[0] !== dayCountOffset(rule)
      ? [[end, most[0]] as const]
      : [];
  });
  return { rule, sharedOffsets: new Map(shared), ends };
}

/** Printed days as what a convention counts from the row's dates. */
export class DayCountAssertion implements Assertion {
  readonly about: Figure;
  readonly order = 0;
  readonly fails: boolean;

  /** @param place Bits that it takes to name a figure of the table. */
  constructor(
    private readonly period: RowPeriod,
    days: Figure,
    private readonly custom: DayCountCustom,
    private readonly place: number,
    asPrinted: Scenario,
  ) {
    this.about = days;
    this.fails = this.bits(asPrinted) >= UNEXPLAINED_BITS;
  }

  get cells(): readonly CellAddress[] {
    const { restored, start } = this.period.row;
    return [this.about.cell, ...[restored, start].flatMap((date) => (date ? [date.cell] : []))];
  }

  bits(scenario: Scenario): number {
    const { start, end, days } = this.under(scenario);
    if (compareDates(end, start) < 0) return UNEXPLAINED_BITS;
    if (days.equals(countDaysBy(start, end, this.custom.rule))) return 0;
    const offset = days.minus(daysBetween(start, end)).toNumber();
    if (offset === this.custom.sharedOffsets.get(dayNumber(end))) return SHARED_CONVENTION_BITS;
    return EXPLAINED_OFFSETS.includes(offset) ? OTHER_CONVENTION_BITS : UNEXPLAINED_BITS;
  }

  changes(scenario: Scenario): readonly Change[] {
    const { start, end, days } = this.under(scenario);
    const { rule, sharedOffsets } = this.custom;
    if (isThirtyDays(rule)) {
      const computed = new Decimal(countDaysBy(start, end, rule));
      return computed.isNegative() ? [] : this.daysChanges(computed, null, end);
    }
    const offsets = new Set([dayCountOffset(rule), ...sharedOffsets.values()]);
    return [...offsets].flatMap((offset) => {
      const away = days.minus(offset);
      const computed = new Decimal(daysBetween(start, end) + offset);
      const whole = away.isInteger() && away.abs().lessThan(FARTHEST_DAYS);
      return [
        ...(computed.isNegative()
          ? []
          : this.daysChanges(computed, whole ? addDays(start, away.toNumber()) : null, end)),
        ...(whole ? this.dateChanges(start, end, away.toNumber()) : []),
      ];
    });
  }

  private under(scenario: Scenario): { start: CalendarDate; end: CalendarDate; days: Decimal } {
    const row = scenario.row(this.period.row);
    const start = row.start && startDay(row.start.reading);
    const end = row.restored && endDay(row.restored.reading);
    return {
      start: start ?? this.period.start,
      end: end ?? this.period.end,
      days: row.days?.value ?? this.about.value,
    };
  }

  /** @param countedTo the end that the printed days were counted to. */
  private daysChanges(computed: Decimal, countedTo: CalendarDate | null, end: CalendarDate): Change[] {
    const { about: days, place } = this;
    const changes = [...anyChange(days, computed, place), ...anyChange(days, computed, place + FOLLOWED_BITS, true)];
    const [other] = (countedTo && this.custom.ends.get(dayNumber(countedTo))) ?? [];
    if (changes.length === 0 || !other || (countedTo && compareDates(countedTo, end) === 0)) return changes;
    const params = { cell: days.cell, stated: days.value, suggested: computed, other };
    const bits = NEIGHBOUR_BITS + Math.log2(this.custom.ends.size) + place;
    const label = message('cause.other-date', params);
    const { cell, value: stated } = days;
    const cause = { kind: 'other-date' as const, cell, stated, suggested: computed, label };
    return [...changes, { cause, effect: { kind: 'value', value: computed, followed: false }, bits }];
  }

  private dateChanges(start: CalendarDate, end: CalendarDate, days: number): Change[] {
    const { row } = this.period;
    const neededEnd = addDays(start, days);
    const neededStart = addDays(end, 0 - days);
    const copied = (this.custom.ends.get(dayNumber(end)) ?? []).length > 1;
    return [
      ...(days >= 0 ? this.dateChange(row.restored, end, neededEnd, copied) : []),
      ...(compareDates(neededStart, end) <= 0 ? this.dateChange(row.start, start, neededStart, false) : []),
    ];
  }

  private dateChange(date: DateCell | null, printed: CalendarDate, needed: CalendarDate, copied: boolean): Change[] {
    if (!date || compareDates(printed, needed) === 0) return [];
    const same = (['year', 'month', 'day'] as const).filter((part) => needed[part] === printed[part]).length;
    const bits = copied ? COPIED_DATE_BITS : same === 2 ? WRONG_PART_BITS : OTHER_DATE_BITS;
    const label = message('cause.date-to-change', { cell: date.cell, stated: printed, suggested: needed });
    const cause = { kind: 'other-date' as const, cell: date.cell, stated: printed, suggested: needed, label };
    return [{ cause, effect: { kind: 'date', date: needed }, bits: bits + this.place }];
  }
}
