import fc from 'fast-check';
import { matchDate, NO_CONTEXT, readDate } from '../../../../../src/core/reading/readDate';
import type { DateReading } from '../../../../../src/core/reading/readings';
import { monthText, timeText, wordsOf } from '../../../../../src/core/report/words';
import {
  addDays,
  type CalendarDate,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  endOfMonth,
  isoDate,
  weekdayOf,
} from '../../../../../src/core/values/calendar';
import { page as english } from '../../../../../src/messages/en/page';
import { fill } from '../../../../../src/messages/fill';
import { page as japanese } from '../../../../../src/messages/ja/page';
import { renderDate } from '../../../../../src/messages/renderMessage';

const FIRST = dayNumber({ year: 1926, month: 12, day: 25 });
const LAST = dayNumber({ year: 2049, month: 12, day: 31 });
const days = fc.integer({ min: FIRST, max: LAST }).map(dateOfDayNumber);
const WEEKDAYS = '日月火水木金土';
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Print = (day: CalendarDate) => string;

const two = (number: number) => String(number).padStart(2, '0');
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const monthName = ({ month }: CalendarDate) => MONTHS[month - 1] ?? '';
const shortName = (day: CalendarDate) => monthName(day).slice(0, 3);

/** The era of a day since 1926 by its first days, said apart from the reader's own table. */
function era(day: CalendarDate): { readonly name: string; readonly sign: string; readonly year: number } {
  const iso = isoDate(day);
  if (iso >= '2019-05-01') return { name: '令和', sign: 'R', year: day.year - 2018 };
  if (iso >= '1989-01-08') return { name: '平成', sign: 'H', year: day.year - 1988 };
  return { name: '昭和', sign: 'S', year: day.year - 1925 };
}

function kanji(number: number): string {
  const digits = '〇一二三四五六七八九';
  const tens = Math.trunc(number / 10);
  const ones = number % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${ones === 0 ? '' : (digits[ones] ?? '')}`;
}

const PRINTS: Readonly<Record<string, Print>> = {
  'renderDate ja': (day) => renderDate(day, 'ja'),
  'renderDate en': (day) => renderDate(day, 'en'),
  isoDate,
  'sheets ja': wordsOf('ja').date,
  'sheets en': wordsOf('en').date,
  'time of the record ja': (date) => timeText(wordsOf('ja'), { date, hour: 9, minute: 5 }),
  'time of the record en': (date) => timeText(wordsOf('en'), { date, hour: 23, minute: 59 }),
  slashes: ({ year, month, day }) => `${year}/${month}/${day}`,
  points: ({ year, month, day }) => `${year}.${month}.${day}`,
  'slashes with noughts': ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
  kanji: ({ year, month, day }) => `${year}年${month}月${day}日`,
  blanks: ({ year, month, day }) => `${year} 年 ${month} 月 ${day} 日`,
  era: (day) => `${era(day).name}${era(day).year}年${day.month}月${day.day}日`,
  'first year': (day) => `${era(day).name}${era(day).year === 1 ? '元' : era(day).year}年${day.month}月${day.day}日`,
  'era in short': (day) => `${era(day).sign}${era(day).year}.${day.month}.${day.day}`,
  'era in short with slashes': (day) => `${era(day).sign}${era(day).year}/${day.month}/${day.day}`,
  'era in short with noughts': (day) => `${era(day).sign}${two(era(day).year)}.${two(day.month)}.${two(day.day)}`,
  numerals: (day) => `${era(day).name}${kanji(era(day).year)}年${kanji(day.month)}月${kanji(day.day)}日`,
  'both calendars': (day) => `${era(day).name}${era(day).year}年（${day.year}年）${day.month}月${day.day}日`,
  twice: (day) => `${isoDate(day)}（${era(day).name}${era(day).year}年${day.month}月${day.day}日）`,
  'ISO with a time': (day) => `${isoDate(day)}T10:23:00+09:00`,
  'month first': (day) => `${monthName(day)} ${day.day}, ${day.year}`,
  'day first': (day) => `${day.day} ${monthName(day)} ${day.year}`,
  'short month': (day) => `${shortName(day)}. ${day.day}, ${day.year}`,
  hyphens: (day) => `${two(day.day)}-${shortName(day)}-${day.year}`,
};

const MARKS: readonly ((weekday: string) => string)[] = [
  () => '',
  (weekday) => `（${weekday}）`,
  (weekday) => ` (${weekday})`,
  (weekday) => `〔${weekday}〕`,
  (weekday) => `${weekday}曜日`,
  (weekday) => `（${weekday}曜日）`,
  (weekday) => `（${weekday}・祝）`,
  (weekday) => `（${weekday}） 10:23`,
  (weekday) => `（${weekday}）午前9時30分頃`,
];

const single = (reading: ReturnType<typeof readDate>): DateReading => {
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
};

describe('parse ∘ print = identity', () => {
  test.each(Object.entries(PRINTS))('%s', (_, print) => {
    fc.assert(
      fc.property(days, fc.boolean(), (day, inWide) => {
        const text = inWide ? wide(print(day)) : print(day);
        const reading = single(readDate(text, NO_CONTEXT));
        expect(reading).toMatchObject({ start: day, end: day, startPrecision: 'day', inferredYear: false });
        expect(reading.printed).toBe(text);
      }),
    );
  });

  test('Japanese forms with a weekday in any brackets; a wrong one is noticed', () => {
    const plain = fc.constantFrom<Print>(
      ...['kanji', 'era', 'slashes', 'era in short', 'numerals'].flatMap((name) => PRINTS[name] ?? []),
    );
    fc.assert(
      fc.property(days, plain, fc.constantFrom(...MARKS), fc.nat({ max: 6 }), (day, print, mark, off) => {
        const weekday = (weekdayOf(day) + off) % 7;
        const text = `${print(day)}${mark(WEEKDAYS[weekday] ?? '')}`;
        const told = mark('水') !== '';
        expect(readDate(text, NO_CONTEXT)).toMatchObject({
          start: day,
          end: day,
          startPrecision: 'day',
          wrongWeekday: told && off !== 0 ? weekday : null,
        });
      }),
    );
  });

  test.each(['ja', 'en'] as const)('months as the sheets print them: %s', (language) => {
    fc.assert(
      fc.property(days, ({ year, month }) => {
        expect(readDate(monthText(wordsOf(language), year, month), NO_CONTEXT)).toMatchObject({
          start: { year, month, day: 1 },
          end: endOfMonth(year, month),
          startPrecision: 'month',
        });
      }),
    );
  });

  test('vague dates are read again from what the reading says was printed', () => {
    const suffix = fc.constantFrom(
      '上旬',
      '中旬',
      '下旬',
      '初め',
      '末',
      '前半',
      '後半',
      '',
      '頃',
      '以降',
      'まで',
      '中',
    );
    const year = fc.constantFrom<Print>(
      (day) => `${day.year}年`,
      (day) => `${era(endOf(day)).name}${era(endOf(day)).year}年`,
    );
    fc.assert(
      fc.property(days, year, suffix, (day, print, part) => {
        const text = `${print(day)}${day.month}月${part}`;
        const reading = readDate(text, NO_CONTEXT);
        // The month in which an era ends may have no day of it left in its last part.
        if (reading === 'impossible-date') return;
        expect(single(reading).printed).toBe(text);
        expect(single(reading).start).toMatchObject({ year: day.year, month: day.month });
        expect(readDate(single(reading).printed, NO_CONTEXT)).toEqual(reading);
        expect(matchDate(`${text}、調査`, NO_CONTEXT)).toMatchObject({ length: text.length, reading });
      }),
    );
  });
});

const endOf = ({ year, month }: CalendarDate) => endOfMonth(year, month);

describe('ranges', () => {
  const ranges = fc
    .tuple(days, fc.integer({ min: 1, max: 700 }))
    .map(([from, count]) => ({ from, to: addDays(from, count) }));
  const JOINED: readonly ((from: string, to: string) => string)[] = [
    (from, to) => `${from}～${to}`,
    (from, to) => `${from}〜${to}`,
    (from, to) => `${from} ～ ${to}`,
    (from, to) => `${from}－${to}`,
    (from, to) => `${from} – ${to}`,
    (from, to) => `${from} — ${to}`,
    (from, to) => `${from}から${to}まで`,
    (from, to) => `自${from}至${to}`,
    (from, to) => `${from}ないし${to}`,
    (from, to) => `${from} to ${to}`,
    (from, to) => `from ${from} through ${to}`,
    (from, to) => fill(japanese['timeline.range'], { start: from, end: to }),
    (from, to) => fill(english['timeline.range'], { start: from, end: to }),
  ];
  const prints = fc.constantFrom(...Object.values(PRINTS));

  test('of any two dates in any style are read back', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom(...JOINED), prints, prints, ({ from, to }, join, first, second) => {
        const text = join(first(from), second(to));
        expect(readDate(text, NO_CONTEXT)).toMatchObject({
          start: from,
          end: to,
          startPrecision: 'day',
          endPrecision: 'day',
          printed: text,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('that end before they begin are never read', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom(...JOINED), prints, ({ from, to }, join, print) => {
        expect(readDate(join(print(to), print(from)), NO_CONTEXT)).toBe('reversed-range');
      }),
      { numRuns: 500 },
    );
  });

  test('within a year take it from their start, those over its end the next one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 300 }), fc.nat({ max: 2 }), (from, count, form) => {
        const to = addDays(from, count);
        const ends = [`${to.month}月${to.day}日`, `${to.month}月${to.day}日（${WEEKDAYS[weekdayOf(to)] ?? ''}）`];
        if (compareDates(endOf(from), to) >= 0) ends.push(`${to.day}日`);
        const text = `${from.year}年${from.month}月${from.day}日～${ends[form % ends.length] ?? ''}`;
        expect(readDate(text, NO_CONTEXT)).toMatchObject({ start: from, end: to, wrongWeekday: null });
      }),
    );
  });

  test('open ones are read from both languages of the page', () => {
    fc.assert(
      fc.property(days, (day) => {
        const open = { start: day, startPrecision: 'from', end: null };
        const print = (template: string, text: string) => readDate(fill(template, { start: text }), NO_CONTEXT);
        expect(print(japanese['timeline.open'], wordsOf('ja').date(day))).toMatchObject(open);
        expect(print(english['timeline.open'], wordsOf('en').date(day))).toMatchObject(open);
      }),
    );
  });
});

describe('impossible dates are never read', () => {
  const forms: readonly ((year: number, month: number, day: number) => string)[] = [
    (year, month, day) => `${year}年${month}月${day}日`,
    (year, month, day) => `${year}/${month}/${day}`,
    (year, month, day) => `${year}-${two(month)}-${two(day)}`,
    (year, month, day) => `${year}.${month}.${day}`,
    (year, month, day) => `令和${year - 2018}年${month}月${day}日`,
    (year, month, day) => `R${year - 2018}.${month}.${day}`,
    (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
    (year, month, day) => `${MONTHS[month - 1] ?? ''} ${day}, ${year}`,
  ];

  test('days behind the last of a month', () => {
    const beyond = fc
      .record({ year: fc.integer({ min: 2020, max: 2049 }), month: fc.integer({ min: 1, max: 12 }) })
      .chain(({ year, month }) =>
        fc.record({
          year: fc.constant(year),
          month: fc.constant(month),
          day: fc.integer({ min: daysInMonth(year, month) + 1, max: 39 }),
        }),
      );
    fc.assert(
      fc.property(beyond, fc.constantFrom(...forms), ({ year, month, day }, print) => {
        expect(readDate(print(year, month, day), NO_CONTEXT)).toBe('impossible-date');
      }),
    );
  });

  test('days of an era before it began or after it ended', () => {
    const reigns = [
      { name: '令和', sign: 'R', first: '2019-05-01', last: '9999-12-31', zero: 2018 },
      { name: '平成', sign: 'H', first: '1989-01-08', last: '2019-04-30', zero: 1988 },
      { name: '昭和', sign: 'S', first: '1926-12-25', last: '1989-01-07', zero: 1925 },
      { name: '大正', sign: 'T', first: '1912-07-30', last: '1926-12-24', zero: 1911 },
    ] as const;
    const wider = fc.integer({ min: dayNumber({ year: 1912, month: 1, day: 1 }), max: LAST }).map(dateOfDayNumber);
    fc.assert(
      fc.property(wider, fc.constantFrom(...reigns), fc.boolean(), (day, { name, sign, first, last, zero }, short) => {
        const year = day.year - zero;
        if (year < 1 || year > 99) return;
        const text = short ? `${sign}${year}.${day.month}.${day.day}` : `${name}${year}年${day.month}月${day.day}日`;
        const within = isoDate(day) >= first && isoDate(day) <= last;
        const reading = readDate(text, NO_CONTEXT);
        if (within) expect(reading).toMatchObject({ start: day, end: day });
        else expect(reading).toBe('impossible-date');
      }),
      { numRuns: 1000 },
    );
  });
});
