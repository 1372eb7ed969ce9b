import { utils, write as writeBook } from '@e965/xlsx';
import { Decimal } from '../../src/core/values/decimal';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

/* What is taken off without a sign, and amounts that hold their tax, on 合計. */

type Rows = readonly (readonly (string | number)[])[];

const BOOKS: Readonly<Record<string, Rows>> = {
  allowance: [
    ['品名', '数量', '単価', '金額'],
    ['A', 1, 10005, 10005],
    ['B', 1, 20007, 20007],
    ['値引', '', '', 5000],
    ['小計', '', '', 25012],
    ['消費税（10%）', '', '', 2501],
    ['合計', '', '', 27513],
  ],
  claims: [
    ['費用種別', '内容', '請求額'],
    ['人件費', '残業', 30055],
    ['人件費', '休日', 20033],
    ['物品費', '用紙', 5001],
    ['既払額', '', 10000],
    ['損害賠償額合計', '', 45089],
  ],
  inclusive: [
    ['品目', '数量', '単価', '金額（税込）'],
    ['りんご', 3, 110, 330],
    ['みかん', 7, 57, 399],
    ['合計', '', '', 729],
    ['（内消費税10%）', '', '', 66],
  ],
};

const book = (rows: Rows): Uint8Array => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows as (string | number)[][]), '請求');
  return new Uint8Array(writeBook(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

const written = new Map<string, Written>();
let calculated: ReadonlyMap<string, CalculatedWorkbook>;

beforeAll(async () => {
  for (const [name, rows] of Object.entries(BOOKS)) written.set(name, await write(book(rows), 'ja'));
  calculated = recalculate(Object.fromEntries([...written].map(([name, { bytes }]) => [name, bytes])));
}, 240_000);

describe.each(Object.keys(BOOKS))('%s', (name) => {
  it('gives what the core computed', () => {
    const { count, mismatches } = compare(written.get(name)?.plans ?? [], calculated.get(name) ?? new Map());
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });

  it('gives the totals of the verification', () => {
    const sheet = new Sheet('合計', calculated.get(name) ?? new Map());
    const { totals } = written.get(name)?.verification ?? {};
    const labels = name === 'claims' ? ['損害賠償（不課税）'] : ['税抜合計', '消費税（上の条件による）', '税込合計'];
    const shown = labels.map((label) => new Decimal(Number(sheet.beside(label, 1))));
    expect(shown).toEqual(name === 'claims' ? [totals?.claims] : [totals?.net, totals?.tax, totals?.gross]);
  });
});

test('an allowance lessens the net, the tax and the gross', () => {
  const sheet = new Sheet('合計', calculated.get('allowance') ?? new Map());
  expect([1, 2, 3].map((column) => sheet.beside('値引', column))).toEqual([-5000, -500, -5500]);
});

test('amounts with tax are gross; net is what is left', () => {
  const sheet = new Sheet('合計', calculated.get('inclusive') ?? new Map());
  expect([1, 2, 3].map((column) => sheet.beside('みかん', column))).toEqual([363, 36, 399]);
  expect([1, 2, 3].map((column) => sheet.beside('税込合計', column))).toEqual([729, 729, 0]);
});
