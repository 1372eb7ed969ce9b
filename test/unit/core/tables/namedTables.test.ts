import { findDocument } from '../../../../src/core/tables/findDocument';
import { eventTexts, relationsOf, tableText } from '../../support/describeDocument';
import { type GridSheet, snapshotOf, textSheet } from '../../support/grid';

const find = (text: string, names: Readonly<Record<string, string>> = {}, more: Partial<GridSheet> = {}) =>
  findDocument(snapshotOf(textSheet(text, { ...more, names })));

const tablesOf = (...args: Parameters<typeof find>) => find(...args).tables.map(tableText);

const UNKNOWN_WORDS = `
令和2年度の概算 | | | ※千円未満なし
あいうえ | かきく | さしす | たちつ
甲 | 3 | 1,200 | 1001
乙 | 5 | 3,400 | 1002
丙 | 8 | 560 | 1003
要確認の行を含む
合計 | | 5,160 |
別の表ではない覚え書き`;

test('a range without any known word is a table: title, header, details, total; running numbers are no amounts', () => {
  const document = find(UNKNOWN_WORDS, { 検算_概算: 'A1:D8' });
  expect(document.tables.map(tableText)).toEqual(['amounts A1:D8 name@A amount@B amount@C other@D']);
  expect(document.tables[0]?.columns.map(({ header }) => header)).toEqual(['あいうえ', 'かきく', 'さしす', 'たちつ']);
  expect(document.tables[0]?.rows.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  expect(relationsOf(document)).toEqual(['sum C7=C3:C5']);
});

const TWO_TABLES = `
品名 | 金額
A | 100
B | 200
合計 | 300
C | 40
D | 60
合計 | 100`;

test('nothing outside of the range belongs to the table, and the rest of the sheet is read as ever', () => {
  expect(tablesOf(TWO_TABLES)).toEqual(['amounts A1:B7 name@A amount@B']);
  const document = find(TWO_TABLES, { Kenzan_rest: 'A5:B7' });
  expect(document.tables.map(tableText)).toEqual(['amounts A1:B4 name@A amount@B', 'amounts A5:B7 name@A amount@B']);
  expect(relationsOf(document)).toEqual(['sum B4=B2:B3', 'sum B7=B5:B6']);
});

test('a range shorter than the table that is found there takes its place', () => {
  const document = find(TWO_TABLES, { KENZAN: 'A1:B3' });
  expect(document.tables.map(tableText)).toEqual(['amounts A1:B3 name@A amount@B', 'amounts A5:B7 name@A amount@B']);
  expect(relationsOf(document)).toEqual(['sum B7=B5:B6']);
});

test('a table without any total is taken as it is named', () => {
  const grid = `
項目 | 数
A | 1,000
B | 2,500`;
  expect(tablesOf(grid)).toEqual([]);
  expect(tablesOf(grid, { 検算: 'A1:B3' })).toEqual(['amounts A1:B3 name@A amount@B']);
});

test('whole columns are named, too, and clipped to what holds something', () => {
  expect(tablesOf('x | A | 1,000\n | B | 2,500\n | 計 | 3,500', { 検算: 'B1:C1048576' })).toEqual([
    'amounts B1:C3 name@B amount@C',
  ]);
});

test('without a header the first row is a detail', () => {
  const document = find('甲 | 1,200\n乙 | 3,400\n小計 | 4,600', { 検算: 'A1:B3' });
  expect(document.tables[0]?.rows.map(({ row, name }) => [row, name])).toEqual([
    [0, '甲'],
    [1, '乙'],
  ]);
  expect(document.tables[0]?.columns.map(({ headerCell }) => headerCell.row)).toEqual([0, 0]);
  expect(relationsOf(document)).toEqual(['sum B3=B1:B2']);
});

test('a header that the range repeats begins a block, and totals take in both', () => {
  const document = find(
    `
かな | いろ
A | 100
B | 200
第二の部
かな | いろ
C | 40
総計 | 340`,
    { 検算: 'A1:B7' },
  );
  expect(document.tables[0]?.rows.map(({ name, block }) => [name, block])).toEqual([
    ['A', 0],
    ['B', 0],
    ['C', 1],
  ]);
  expect(document.tables[0]?.unreadable).toEqual([]);
  expect(relationsOf(document)).toEqual(['sum B7=B2:B3+B6']);
});

test('a header of two rows, merged or not, gives both words', () => {
  const grid = `
題名 | | 単位：円
ほげ | ふが | | ぴよ
 | 一 | 二 |
A | 100 | 20 | 7,000
B | 200 | 30 | 8,000
合計 | 300 | 50 | 15,000`;
  const headings = (more: Partial<GridSheet>) =>
    find(grid, { 検算: 'A1:D6' }, more).tables[0]?.columns.map(({ header }) => header);
  expect(headings({ merges: ['A2:A3', 'B2:C2', 'D2:D3'] })).toEqual(['ほげ', 'ふが 一', 'ふが 二', 'ぴよ']);
  expect(headings({})).toEqual(['ほげ', 'ふが 一', '二', 'ぴよ']);
});

test('years, percents and codes are no amounts; figures under words for names are', () => {
  const code = (value: number) => ({ value, text: `00${value}`, numberFormat: '0000' });
  const document = findDocument(
    snapshotOf({
      rows: [
        ['Item', 'Service A', 'Zzz', 'Yyy', 'Www'],
        ['a', 1200, 2019, { value: 0.1, text: '10%', numberFormat: '0%' }, code(71)],
        ['b', 3400, 2020, { value: 0.2, text: '20%', numberFormat: '0%' }, code(15)],
        ['Total', 4600, null, null, null],
      ],
      names: { Kenzan_1: 'A1:E4' },
    }),
  );
  expect(document.tables.map(tableText)).toEqual(['amounts A1:E4 name@A amount@B other@C other@D other@E']);
  expect(relationsOf(document)).toEqual(['sum B4=B2:B3']);
});

test('years in a row are headings', () => {
  const document = find('区 | 2019 | 2020\nA | 10 | 20\nB | 30 | 40\n計 | 40 | 60', { 検算: 'A1:C4' });
  expect(document.tables[0]?.columns.map(({ header }) => header)).toEqual(['区', '2019', '2020']);
  expect(relationsOf(document)).toEqual(['sum B4=B2:B3', 'sum C4=C2:C3']);
});

test('a range without a figure is no table', () => {
  expect(tablesOf('品名 | 備考\nA | 済\nB | 未', { 検算: 'A1:B3' })).toEqual([]);
  expect(tablesOf('品名 | 金額\nA | 1\nB | 2\n計 | 3', { 検算: 'F1:H9' })).toEqual(['amounts A1:B4 name@A amount@B']);
});

test('a named course of events stays one', () => {
  const grid = '日付 | 経過\nd:2019-12-04 | 停止\nd:2019-12-05 | 連絡\nd:2019-12-09 | 復旧';
  expect(eventTexts(find(grid, { 検算_経過: 'A1:B4' }))).toEqual(eventTexts(find(grid)));
  expect(eventTexts(find(grid))).toHaveLength(3);
});

test('of overlapping names the upper one counts; names of other sheets and other names do not', () => {
  const grid = 'かな | いろ\nA | 1,000\nB | 2,500';
  expect(tablesOf(grid, { 検算_2: 'A2:B3', 検算_1: 'A1:B3' })).toEqual(['amounts A1:B3 name@A amount@B']);
  expect(tablesOf(grid, { 単価: 'A1:B3', _kenzan: 'A1:B3' })).toEqual([]);
  const snapshot = snapshotOf(textSheet(grid), textSheet('x', { names: { 検算: 'A1:B3' } }));
  expect(findDocument(snapshot).tables).toEqual([]);
});
