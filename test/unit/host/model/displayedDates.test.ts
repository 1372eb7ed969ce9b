import fc from 'fast-check';
import { NO_CONTEXT, readDate } from '../../../../src/core/reading/readDate';
import { dateOfDayNumber, dayNumber, endOfMonth, serialOfDate } from '../../../../src/core/values/calendar';
import { displayText } from '../../../../src/host/model/displayText';

const FIRST = dayNumber({ year: 1950, month: 1, day: 1 });
const LAST = dayNumber({ year: 2049, month: 12, day: 31 });
const days = fc.integer({ min: FIRST, max: LAST }).map(dateOfDayNumber);

/** Excel's own formats of dates that show a year, in the Japanese and the English edition, and others that offices use. */
const DAY_FORMATS = [
  'yyyy/m/d',
  'yyyy/mm/dd',
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
  'yyyy"年"mm"月"dd"日"',
  'yyyy.m.d',
  '[$-411]ggge"年"m"月"d"日"',
  '[$-411]gge"年"m"月"d"日"',
  '[$-411]ge.m.d',
  '[$-411]gee.mm.dd',
  '[$-411]ge/m/d',
  'yyyy/m/d h:mm',
  'yyyy/m/d h:mm:ss',
  'yyyy-mm-dd"T"hh:mm:ss',
  'yyyy"年"m"月"d"日"(aaa)',
  'yyyy"年"m"月"d"日"（aaa）',
  'yyyy"年"m"月"d"日"aaaa',
  'yyyy/m/d(aaa)',
  '[$-409]d-mmm-yy',
  '[$-409]d-mmm-yyyy',
  '[$-409]mmmm d, yyyy',
  '[$-409]dddd, mmmm d, yyyy',
  '[$-409]d mmmm yyyy',
  '[$-409]ddd d mmm yyyy',
];

test.each(DAY_FORMATS)('a day shown as %s is read as that day', (format) => {
  fc.assert(
    fc.property(days, fc.constantFrom(1900, 1904), fc.boolean(), (day, system, withTime) => {
      const shown = displayText(serialOfDate(day, system) + (withTime ? 0.4 : 0), format, system);
      expect(readDate(shown, NO_CONTEXT)).toMatchObject({
        start: day,
        end: day,
        startPrecision: 'day',
        inferredYear: false,
        wrongWeekday: null,
        printed: shown,
      });
    }),
  );
});

test.each(['yyyy/m', 'yyyy"年"m"月"', '[$-411]ggge"年"m"月"', 'yyyy-mm', '[$-409]mmm yyyy', '[$-409]mmmm yyyy'])(
  'a day shown as %s is read as its month',
  (format) => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month } = day;
        expect(readDate(displayText(serialOfDate(day, 1900), format, 1900), NO_CONTEXT)).toMatchObject({
          start: { year, month, day: 1 },
          end: endOfMonth(year, month),
          startPrecision: 'month',
        });
      }),
    );
  },
);

test.each(['m"月"d"日"', 'm/d', 'm/d(aaa)', 'm"月"d"日"(aaa)', '[$-409]mmm d', '[$-409]d mmm'])(
  'a day shown as %s is read as that day under its year',
  (format) => {
    fc.assert(
      fc.property(days, (day) => {
        const shown = displayText(serialOfDate(day, 1900), format, 1900);
        expect(readDate(shown, { year: day.year, fiscal: false, previous: null })).toMatchObject({
          start: day,
          end: day,
          inferredYear: true,
          wrongWeekday: null,
        });
      }),
    );
  },
);

test('numbers in an order that is not told are never read as another day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('m/d/yyyy', 'd/m/yyyy', 'm/d/yy', 'yy/m/d'), (day, format) => {
      const reading = readDate(displayText(serialOfDate(day, 1900), format, 1900), NO_CONTEXT);
      if (reading !== 'ambiguous-date') expect(reading).toMatchObject({ start: day, end: day });
    }),
    { numRuns: 1000 },
  );
});
