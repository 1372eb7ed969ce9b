import { latticesOf } from '../../../../../src/core/tables/sums/lattice';
import { wordsOfLine } from '../../../../../src/core/tables/sums/lineWords';
import { drawn } from './grids';

test.each([
  ['合計', 'strong'],
  ['小計', 'strong'],
  ['計', 'strong'],
  ['東京都計', 'strong'],
  ['総額', 'strong'],
  ['total', 'strong'],
  ['sub-total', 'strong'],
  ['grand total', 'strong'],
  ['insgesamt', 'strong'],
  ['totale', 'strong'],
  ['累計', 'none'],
  ['一般会計', 'none'],
  ['統計', 'none'],
  ['計画', 'none'],
  ['計上額', 'none'],
  ['会計合計', 'strong'],
  ['計（千円）', 'strong'],
  ['計 c=a+b', 'strong'],
  ['totally', 'none'],
  ['summer', 'none'],
  ['全国', 'weak'],
  ['all persons', 'weak'],
  ['overalls', 'none'],
  ['人件費', 'none'],
])('%s names a total: %s', (text, total) => {
  expect(wordsOfLine([text]).total).toBe(total);
});

test('a word for a total outside of the last heading is weaker', () => {
  expect(wordsOfLine(['合計', '男']).total).toBe('weak');
  expect(wordsOfLine(['男', '合計']).total).toBe('strong');
});

test.each(['差引', '前年比較', '増減', 'net income', 'balance', 'surplus'])('%s is a difference', (text) => {
  expect(wordsOfLine([text])).toMatchObject({ net: true, percent: false });
});

test.each(['構成比', '平均', '%', '％', 'average', 'share of total', 'std. dev', 'ratio'])(
  '%s is never added up',
  (text) => {
    expect(wordsOfLine([text]).percent).toBe(true);
  },
);

test.each(['8%対象', '10 % 対象', 'companies held 50%'])('%s names a share, but its figures are none', (text) => {
  expect(wordsOfLine([text]).percent).toBe(false);
});

test.each(['operations', 'shareholders', 'generation', 'meaning', 'network'])('%s is only a word', (text) => {
  expect(wordsOfLine([text])).toEqual({ label: text, last: text, total: 'none', net: false, percent: false });
});

test('no heading says nothing', () => {
  expect(wordsOfLine([])).toEqual({ label: '', last: '', total: 'none', net: false, percent: false });
});

test('the heading of a line is what stands before its first figure, folded', () => {
  const { rows, columns } = latticesOf(drawn('Ｎｏ | 費目 | 金額\nA | 人件 費 | 120 | 注\nB | 通信費 | 38'));
  expect(rows.words.map(({ label }) => label)).toEqual(['no 費目 金額', 'a 人件費', 'b 通信費']);
  expect(columns.words.map(({ last }) => last)).toEqual(['b', '通信費', '金額', '注']);
});
