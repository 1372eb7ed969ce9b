import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { isoDate } from '../../../../src/core/values/calendar';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { eventTexts, relationsOf, tableText } from '../../support/describeDocument';

const path = join(__dirname, '../../../../assets/sample/nakano-2020.xlsx');
const document = findDocument(readSnapshot(new Uint8Array(readFileSync(path)), 'nakano-2020.xlsx'));
const [reduction, claims, course] = document.tables;

test('three tables with their roles', () => {
  expect(document.tables.map(tableText)).toEqual([
    'reduction A3:D30 name@A restored@B days@C amount@D',
    'claims A3:C17 category@A description@B amount@C',
    'timeline A3:B18 date@A text@B',
  ]);
});

test('22 rows in two blocks under a repeated header', () => {
  expect(reduction?.rows).toHaveLength(22);
  expect(reduction?.rows.filter(({ block }) => block === 0)).toHaveLength(14);
  expect(reduction?.rows[0]?.days?.value.toFixed()).toBe('23');
  expect(reduction?.rows[0]?.restored?.reading.start).toEqual({ year: 2019, month: 12, day: 26 });
  expect(reduction?.rows[0]?.restored?.textual).toBe(false);
  expect(reduction?.unreadable).toEqual([]);
});

test('what the printed totals assert', () => {
  expect(relationsOf(document)).toEqual([
    'sum D28=D4:D17+D20:D27',
    'tax D29 of D4:D17+D20:D27 net D28',
    'gross D30=D28+D29',
    'sum A4=C4:C6',
    'sum A9=C9:C16',
    'sum C17=C4:C6+C9:C16',
  ]);
  expect(reduction?.totals.map(({ kind }) => kind)).toEqual(['total', 'tax', 'gross']);
});

test('categories with their subtotals inside the labels', () => {
  expect(
    claims?.categories.map(({ label, rows, subtotal }) => [
      label,
      rows.length,
      subtotal?.value.toFixed(),
      subtotal?.textual,
    ]),
  ).toEqual([
    ['障害対応に伴い発生した費用', 3, '4264579', true],
    ['システム復旧等に伴い発生した費用', 8, '65555407', true],
  ]);
  expect(claims?.rows[0]?.name).toBe('障害対応にかかった人件費 (時間外勤務時間延べ 1,218 時間)');
});

test('the course of events, with years from the headings', () => {
  expect(course?.rows).toEqual([]);
  const events = eventTexts(document).map((text) => text.slice(0, text.indexOf(':')));
  expect(events).toEqual([
    'A5 2019-12-04(day) y',
    'A6 2019-12-09(day) y',
    'A7 2019-12-12(day) y',
    'A8 2019-12-18…2020-03-31(day,third) y',
    'A10 2020-01-07(day) y',
    'A11 2020-01-14(day) y',
    'A12 2020-01-22(day) y',
    'A13 2020-02-21…2020-02-29(third) y',
    'A14 2020-03-06(day) y',
    'A15 2020-03-24(day) y',
    'A16 2020-03-31(day) y',
    'A17 2020-05-08(day) y',
    'A18 2020-05-19(day) y',
  ]);
  expect(document.unreadableDates).toEqual([]);
});

test('the incident', () => {
  const [first] = document.incidentCandidates;
  expect(first && isoDate(first.date)).toBe('2019-12-04');
  expect(first?.cell).toEqual({ sheet: '減額', row: 0, column: 0 });
});
