import { readDate } from '../../../../../src/core/reading/readDate';
import { barsOf } from '../../../../../src/core/report/page/timelineChart';
import { isoDate, parseIsoDate } from '../../../../../src/core/values/calendar';

const CONTEXT = { year: null, fiscal: false, previous: parseIsoDate('2019-12-04') };

/** `2019-12-18..2020-03-20` for certain days, with a ~ before vague ones. */
function bars(printed: string): string[] {
  const reading = readDate(printed, CONTEXT);
  if (typeof reading === 'string') throw new Error(reading);
  return barsOf(reading).map(({ from, to, vague }) => {
    const span = to && isoDate(from) === isoDate(to) ? isoDate(from) : `${isoDate(from)}..${to ? isoDate(to) : ''}`;
    return `${vague ? '~' : ''}${span}`;
  });
}

test.each([
  ['2020年1月7日', ['2020-01-07']],
  ['2020年1月7日～9日', ['2020-01-07..2020-01-09']],
  ['2020年2月下旬', ['~2020-02-21..2020-02-29']],
  ['2020年2月上旬', ['~2020-02-01..2020-02-10']],
  ['2020年1月', ['~2020-01-01..2020-01-31']],
  ['2019年度', ['~2019-04-01..2020-03-31']],
  ['2020年1月7日頃', ['~2020-01-07']],
  ['2020年1月7日以降', ['2020-01-07', '~2020-01-08..']],
  ['12月18日～2020年3月下旬', ['2019-12-18..2020-03-20', '~2020-03-21..2020-03-31']],
  ['12月18日～2020年3月中旬', ['2019-12-18..2020-03-10', '~2020-03-11..2020-03-20']],
  ['12月18日～2020年3月', ['2019-12-18..2020-02-29', '~2020-03-01..2020-03-31']],
  ['12月中旬～2020年1月7日', ['~2019-12-11..2019-12-20', '2019-12-21..2020-01-07']],
  ['2020年1月上旬～2月下旬', ['~2020-01-01..2020-01-10', '2020-01-11..2020-02-20', '~2020-02-21..2020-02-29']],
])('%s', (printed, expected) => {
  expect(bars(printed)).toEqual(expected);
});
