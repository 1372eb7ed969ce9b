import fc from 'fast-check';
import { countWeekdays } from '../../../../src/core/rules/businessDays';
import { DAY_COUNT_RULES } from '../../../../src/core/rules/dayCount';
import { addDays, type CalendarDate, dateOfDayNumber, weekdayOf } from '../../../../src/core/values/calendar';

const MONDAY: CalendarDate = { year: 2024, month: 4, day: 1 };

test.each([
  ['a week from Monday to Monday', 7, 'start-in-end-out', 5],
  ['with both Mondays', 7, 'both-in', 6],
  ['without either', 7, 'both-out', 4],
  ['Monday to Saturday', 5, 'both-in', 5],
  ['one day', 0, 'both-in', 1],
  ['no day', 0, 'start-in-end-out', 0],
  ['no day at all between', 0, 'both-out', 0],
] as const)('%s', (_, days, rule, expected) => {
  expect(countWeekdays(MONDAY, addDays(MONDAY, days), rule)).toBe(expected);
});

test('it counts the weekdays one by one', () => {
  const isWeekday = (date: CalendarDate) => weekdayOf(date) !== 0 && weekdayOf(date) !== 6;
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 40_000 }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom(...DAY_COUNT_RULES),
      (from, length, rule) => {
        const start = dateOfDayNumber(from);
        const first = rule === 'start-in-end-out' || rule === 'both-in' ? 0 : 1;
        const last = rule === 'start-out-end-in' || rule === 'both-in' ? length : length - 1;
        let expected = 0;
        for (let day = first; day <= last; day += 1) if (isWeekday(addDays(start, day))) expected += 1;
        expect(countWeekdays(start, addDays(start, length), rule)).toBe(expected);
      },
    ),
  );
});
