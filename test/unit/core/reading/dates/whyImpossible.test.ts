import { whyImpossible } from '../../../../../src/core/reading/whyImpossible';
import { isoDate } from '../../../../../src/core/values/calendar';
import { shown } from './shown';

function why(text: string): string | null {
  const found = whyImpossible(text);
  switch (found?.kind) {
    case undefined:
      return null;
    case 'month':
      return 'no such month';
    case 'day':
      return found.last ? `until ${isoDate(found.last)}` : `month ${found.month} until ${found.days}`;
    case 'before-era':
      return `${found.era} from ${isoDate(found.first)}`;
    case 'after-era':
      return `${found.era} until ${isoDate(found.last)}`;
    case 'years':
      return `${found.era} ${found.eraYear} is ${found.year}`;
  }
}

test.each([
  ['2月30日', 'month 2 until 29'],
  ['4月31日', 'month 4 until 30'],
  ['2019年2月29日', 'until 2019-02-28'],
  ['2020/2/30', 'until 2020-02-29'],
  ['２０１９．４．３１', 'until 2019-04-30'],
  ['April 31, 2019', 'until 2019-04-30'],
  ['31 April 2019', 'until 2019-04-30'],
  ['令和2年2月30日', 'until 2020-02-29'],
  ['2019/12/0', 'until 2019-12-31'],
  ['2019-13-01', 'no such month'],
  ['2019/13', 'no such month'],
  ['令和元年4月', 'reiwa from 2019-05-01'],
  ['R1.4.30', 'reiwa from 2019-05-01'],
  ['平成元年1月7日', 'heisei from 1989-01-08'],
  ['平成31年5月1日', 'heisei until 2019-04-30'],
  ['H32.3.31', 'heisei until 2019-04-30'],
  ['平成32年', 'heisei until 2019-04-30'],
  ['昭和64年2月', 'showa until 1989-01-07'],
  ['大正15年12月25日', 'taisho until 1926-12-24'],
  ['明治45年7月30日', 'meiji until 1912-07-29'],
  ['令和2年(2019年)6月9日', 'reiwa 2 is 2020'],
  ['2019年（令和2年）6月9日', 'reiwa 2 is 2020'],
  ['2020年2月1日～2月30日', 'until 2020-02-29'],
  ['2020年2月1日～令和2年2月30日', 'until 2020-02-29'],
  ['令和元年5月1日から令和元年4月30日まで', 'reiwa from 2019-05-01'],
])('%s: %s', (text, expected) => {
  expect(shown(text)).toBe('impossible-date');
  expect(why(text)).toBe(expected);
});

test.each(['2019年12月4日（令和2年12月4日）', '31/4/2019'])('%s: not by its parts alone', (text) => {
  expect(shown(text)).toBe('impossible-date');
  expect(why(text)).toBeNull();
});

test.each(['2019年12月4日', '令和元年5月', '昭和64年1月', '2月29日', '未定'])('nothing speaks against %s', (text) => {
  expect(why(text)).toBeNull();
});
