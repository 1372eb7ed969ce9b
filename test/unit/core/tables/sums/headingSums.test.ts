import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { headingSums } from '../../../../../src/core/tables/sums/headingSums';
import { drawn, gridOf, inShort } from './grids';

/** What headings side by side state about their columns: `C = A+B`, letters being columns. */
function statedBy(headings: readonly string[]): string[] {
  return headingSums(gridOf([headings]), 'columns').map(
    ({ target, addends }) => `${'ABCDEFGH'[target]} = ${addends.map((line) => 'ABCDEFGH'[line]).join('+')}`,
  );
}

describe('headings that state sums', () => {
  test.each([
    ['circled numbers', ['①', '②', '③＝①＋②'], ['C = A+B']],
    ['circled numbers after words', ['売上①', '雑収入②', '合計③＝①＋②'], ['C = A+B']],
    ['circled numbers in brackets', ['売上(①)', '雑収入(②)', '合計(③=①+②)'], ['C = A+B']],
    ['circled numbers past nine', ['⑩', '⑪', '⑫＝⑩＋⑪'], ['C = A+B']],
    ['numbers', ['1=2+11', '2', '3', '11'], ['A = B+D']],
    ['numbers in brackets', ['(1)', '(2)', '(3)', '(4)=(1)+(2)+(3)'], ['D = A+B+C']],
    ['letters', ['A', 'B', 'C = A + B'], ['C = A+B']],
    ['full-width letters', ['Ａ', 'Ｂ', 'Ｃ＝Ａ＋Ｂ'], ['C = A+B']],
    ['a formula without a mark of its own', ['A', 'B', 'A+B'], ['C = A+B']],
    ['a mark at the end of the words', ['Receipts (a)', 'Grants (b)', 'Total (a)+(b)'], ['C = A+B']],
    ['a difference, as the sum of what is left', ['A', 'B', 'C = A - B'], ['A = B+C']],
    ['a difference with the minus sign', ['①', '②', '③＝①−②'], ['A = B+C']],
    ['two sums', ['a', 'b', 'c=a+b', 'd', 'e=c+d'], ['C = A+B', 'E = C+D']],
    ['circled numbers before words', ['①収入', '②支出', '③差引＝①－②'], ['A = B+C']],
    ['circled numbers before words, the formula in brackets', ['①売上', '②雑収入', '③合計（①＋②）'], ['C = A+B']],
    ['words that are no mark before the formula', ['①収入', '②支出', '差引＝①－②'], ['A = B+C']],
    ['numbers in brackets before words', ['(1) 売上', '(2) 雑収入', '(3) 合計 = (1)+(2)'], ['C = A+B']],
    ['letters before words', ['a. Sales', 'b. Grants', 'c. Total = a + b'], ['C = A+B']],
    ['a mark that stands twice, the first time', ['a', 'b', 'a', 'c=a+b'], ['D = A+B']],
  ])('%s', (_, headings, expected) => {
    expect(statedBy(headings)).toEqual(expected);
  });

  test.each([
    ['financial years', ['2018-19', '2019-20', '2020-21']],
    ['numbers of forms', ['A-1', 'A-2', 'B-1']],
    ['telephone numbers', ['03-5253-2111', '06-6941-0351', '052-961-1111']],
    ['years and months', ['2020.1', '2020.2', '1月+2月']],
    ['dates', ['2020-01-01', '2020-02-01', '1-2-3']],
    ['ranges of ages', ['0-4', '5-9', '10-14', '65+']],
    ['marks that no line bears', ['A', 'B', 'C=D+E']],
    ['one addend', ['A', 'B=A']],
    ['an addend twice', ['A', 'B=A+A']],
    ['itself', ['A', 'B', 'C=A+C']],
    ['a difference of sums', ['a', 'b', 'c', 'd=a+b-c']],
    ['words with signs', ['income + costs', 'A + B の合計', 'plus/minus']],
    ['nothing', []],
  ])('%s state nothing', (_, headings) => {
    expect(statedBy(headings)).toEqual([]);
  });

  test('rows are stated by a column of marks, of which plain numbers may be some', () => {
    const column = gridOf([[1], [2], ['3=1+2']]);
    expect(headingSums(column, 'rows')).toEqual([{ target: 2, addends: [0, 1], shape: 'stated' }]);
    expect(headingSums(column, 'columns')).toEqual([]);
  });
});

describe('sums that are stated', () => {
  const figures = `
a | 3,523 | 15 | 1,215 | 2,308
b | 5,599 | 91 | 4,412 | 1,187`;

  test('are found where their figures alone would prove too little', () => {
    expect(inShort(findPrintedSums(drawn(` | B | x | A | C${figures}`)))).toEqual([]);
    expect(inShort(findPrintedSums(drawn(` | B | x | A | C=B-A${figures}`)))).toEqual(['B = D+E in 2 3']);
  });

  test('are not taken where most figures speak against them', () => {
    expect(inShort(findPrintedSums(drawn(` | B | x | A | C=A+B${figures}`)))).toEqual([]);
  });
});
