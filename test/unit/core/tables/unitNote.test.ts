import { findDocument } from '../../../../src/core/tables/findDocument';
import { textSheet, snapshotOf } from '../../support/grid';

const TABLE = `費目 | 金額
人件費 | 3,752
通信費 | 508
交通費 | 5
合計 | 4,265`;

const noteOf = (text: string) => {
  const [table] = findDocument(snapshotOf(textSheet(text))).tables;
  if (!table) throw new Error('no table was found');
  return table.unitNote;
};

test.each([
  ['right above the table', `損害額の内訳\n | （単位：千円）\n${TABLE}`, '（単位：千円）'],
  ['at the top of the sheet', `単位：千円\n\n損害額の内訳\n\n${TABLE}`, '単位：千円'],
  ['without a colon', `(単位 百万円)\n${TABLE}`, '(単位 百万円)'],
  ['in English', `Consolidated statement (in thousands)\n${TABLE}`, 'Consolidated statement (in thousands)'],
  ['of dollars', `(Thousands of dollars)\n${TABLE}`, '(Thousands of dollars)'],
  ['with a currency', `£000\n${TABLE}`, '£000'],
  ['the nearer of two', `単位：千円\n\n（単位：円）\n${TABLE}`, '（単位：円）'],
  [
    'above a table that only its sums show',
    ` | | （単位：千円）\n地区 | 4月 | 5月 | 合計\n東 | 1,215 | 2,308 | 3,523\n西 | 4,412 | 1,187 | 5,599\n南 | 3,307 | 2,846 | 6,153`,
    '（単位：千円）',
  ],
  ['none', `損害額の内訳\n${TABLE}`, undefined],
  ['prose about thousands', `1,200 千円のうち、480 千円を執行した。\n${TABLE}`, undefined],
])('%s', (_, text, note) => {
  expect(noteOf(text)).toBe(note);
});
