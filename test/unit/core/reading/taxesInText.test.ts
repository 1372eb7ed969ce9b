import { taxesInText } from '../../../../src/core/reading/taxesInText';

const said = (text: string) =>
  taxesInText(text).map(
    ({ kind, rate, inclusive, figure }) =>
      `${kind} ${rate ? `${rate.toFixed()}%` : '–'} ${inclusive ? 'within' : 'added'} ${figure.value.toFixed()}`,
  );

test.each<[string, string[]]>([
  ['（内 10%対象 44,920円 消費税 4,083円）', ['base 10% within 44920', 'tax 10% within 4083']],
  ['うち消費税額 1,234円', ['tax – within 1234']],
  ['（うち消費税等相当額　４，３７６円）', ['tax – within 4376']],
  ['【消費税（10%）4,083円を含みます】', ['tax 10% within 4083']],
  ['10%対象 10,000円（消費税 1,000円）', ['base 10% added 10000', 'tax 10% added 1000']],
  ['軽減税率8%対象 1,080円（うち消費税 80円）', ['base 8% added 1080', 'tax 8% within 80']],
  ['10%：12,000円 消費税 1,200円', ['base 10% added 12000', 'tax 10% added 1200']],
  [
    '内訳：税率10%対象額 ￥45,000 消費税額 ￥4,500 / 税率8%対象額 ￥10,800 消費税額 ￥864',
    ['base 10% added 45000', 'tax 10% added 4500', 'base 8% added 10800', 'tax 8% added 864'],
  ],
  ['合計 54,000円（内消費税 4,909円）', ['total – added 54000', 'tax – within 4909']],
  ['(incl. VAT 20%: £12.00)', ['tax 20% within 12']],
  ['Total £72.00, of which VAT £12.00', ['total – added 72', 'tax – within 12']],
  ['We will credit the amount of €367.03 (incl. 19% VAT: €58.60) to your account.', ['tax 19% within 58.6']],
  // Nothing of taxes, no amount, or something else besides.
  ['合計 54,000円', []],
  ['（税込 ￥1,100）', []],
  ['消費税率10%', []],
  ['消費税は別途 1,000円', []],
  ['前回の消費税 1,000円は対象外', []],
  ['令和6年5月分 消費税 1,000円', []],
  ['登録番号 T1234567890123 消費税', []],
])('%s', (text, parts) => {
  expect(said(text)).toEqual(parts);
});

test('the words before a figure are kept as printed', () => {
  expect(taxesInText('Thank you (incl. 19% VAT: €58.60)').map(({ label }) => label)).toEqual(['incl. 19% VAT']);
});
