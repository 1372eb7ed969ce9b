import { utils, write as writeBook } from '@e965/xlsx';
import { Decimal } from '../../src/core/values/decimal';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

/** An invoice with text numbers, fractions and a name that begins like a formula; a reduction with text dates; plain amounts on a sheet that has the name of ours. */
const SHEETS: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  請求: [
    ['請求書'],
    ['品目', '数量', '単価', '金額'],
    ['保守', '2', '1,500', '3,000'],
    ['=作業', 3, 333, 999],
    ['部品', 7, 1234.5, 8641.5],
    ['小計', '', '', 12640.5],
    ['消費税(10%)', '', '', 1264],
    ['合計', '', '', 13904.5],
  ],
  "It's 減額": [
    ['障害発生日', '2019年12月4日'],
    [],
    ['システム', '復旧日', '停止日数', '金額'],
    ['A', '令和元年12月9日', '5日', '￥94,545'],
    ['B', '12/26', 22, 100],
    ['合計', '', '', 94650],
  ],
  合計: [
    ['品目', '4月(千円)', '5月(千円)', '計'],
    ['a', 10, 20, 30],
    ['b', 5, 6, 12],
    ['計', 15, 26, 42],
  ],
};

function book(dateSystem1904: boolean): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(SHEETS)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows as (string | number)[][]), name);
  }
  if (dateSystem1904) workbook.Workbook = { ...workbook.Workbook, WBProps: { date1904: true } };
  return new Uint8Array(writeBook(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

let written: Record<string, Written>;
let calculated: ReadonlyMap<string, CalculatedWorkbook>;

beforeAll(async () => {
  written = {
    ja: await write(book(false), 'ja'),
    en: await write(book(false), 'en'),
    1904: await write(book(true), 'ja'),
    'without tables': await write(
      new Uint8Array(
        writeBook(
          { SheetNames: ['メモ'], Sheets: { メモ: utils.aoa_to_sheet([['何もない']]) } },
          { type: 'array', bookType: 'xlsx' },
        ) as ArrayBuffer,
      ),
      'ja',
    ),
  };
  calculated = recalculate(Object.fromEntries(Object.entries(written).map(([name, { bytes }]) => [name, bytes])));
}, 240_000);

describe('sheets written into a mixed workbook, computed by LibreOffice', () => {
  it.each(['ja', 'en', '1904', 'without tables'])('give what the core computed (%s)', (name) => {
    const { plans = [] } = written[name] ?? {};
    const { count, mismatches } = compare(plans, calculated.get(name) ?? new Map());
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(name === 'without tables' ? 5 : 60);
  });

  it('give the totals of the verification', () => {
    const sheet = new Sheet('合計 (2)', calculated.get('ja') ?? new Map());
    const { totals } = written['ja']?.verification ?? {};
    expect(
      ['税抜合計', '消費税（上の条件による）', '税込合計'].map((label) => new Decimal(Number(sheet.beside(label, 1)))),
    ).toEqual([totals?.net, totals?.tax, totals?.gross]);
  });

  it('find the sum that is five yen off', () => {
    const sheet = new Sheet('検算結果', calculated.get('ja') ?? new Map());
    expect(sheet.beside("'It''s 減額'!D6", 5)).toBe(5);
    expect(sheet.beside("'It''s 減額'!D6", 6)).toBe('× 不一致');
  });
});
