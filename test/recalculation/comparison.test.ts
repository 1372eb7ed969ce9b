import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write as writeBook } from '@e965/xlsx';
import { NO_TERMS, type Terms } from '../../src/core/checks/terms';
import { adjustedTotals } from '../../src/core/report/adjusted/adjustedTotals';
import { comparisonRuleOf } from '../../src/core/rules/comparisonRule';
import { Decimal } from '../../src/core/values/decimal';
import { sheets as japanese } from '../../src/messages/ja/sheets';
import { type CellEdit, editCells } from '../support/editXlsx';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

/* The tax compared with another rule: one workbook of several tables, each taxed in a way of its own, and the sample with its months. */

type Row = readonly (string | number | null)[];

const SHEETS: Readonly<Record<string, readonly Row[]>> = {
  一括: [
    ['工事名称', '数量', '単価', '金額'],
    ['直接工事費', 1, 1_250_003, 1_250_003],
    ['共通仮設費', 1, 120_008, 120_008],
    ['現場管理費', 1, 86_006, 86_006],
    ['工事価格', null, null, 1_456_017],
    ['消費税等（10%）', null, null, 145_601],
    ['請負代金額', null, null, 1_601_618],
  ],
  内税: [
    ['品目', '数量', '単価', '金額（税込）'],
    ['りんご', 3, 110, 330],
    ['みかん', 7, 57, 399],
    ['合計', null, null, 729],
    ['（内消費税10%）', null, null, 66],
  ],
  二税率: [
    ['品名', '数量', '単価', '税率', '金額'],
    ['米', 1, 1_013, '8%', 1_013],
    ['酒', 1, 2_019, '10%', 2_019],
    ['茶', 1, 347, '8%', 347],
    ['切手', 1, 500, '0%', 500],
    ['小計', null, null, null, 3_879],
    ['消費税', null, null, null, 309],
    ['合計', null, null, null, 4_188],
  ],
  値引: [
    ['品名', '数量', '単価', '金額'],
    ['A', 1, 10_005, 10_005],
    ['B', 1, 20_007, 20_007],
    ['値引', null, null, 5_000],
    ['小計', null, null, 25_012],
    ['消費税（10%）', null, null, 2_501],
    ['合計', null, null, 27_513],
  ],
  行税: [
    ['品名', '数量', '単価', '金額', '消費税', '税込'],
    ['甲', 1, 1_015, 1_015, 101, 1_116],
    ['乙', 1, 1_025, 1_025, 103, 1_128],
    ['丙', 1, 2_000, 2_000, 200, 2_200],
    ['合計', null, null, 4_040, 404, 4_444],
  ],
  賠償: [
    ['費用種別', '損害内容', '請求額'],
    ['人件費', '残業', 30_055],
    ['人件費', '休日', 20_033],
    ['物品費', '用紙', 5_001],
    ['損害賠償額合計', null, 55_089],
  ],
};

function book(): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(SHEETS)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return new Uint8Array(writeBook(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const SAMPLE = new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx')));
const termsOf = (rule: string, rate: number | null = null): Terms => {
  return { ...NO_TERMS, comparison: comparisonRuleOf(rule, rate === null ? null : new Decimal(rate)) };
};
/** The rules that are put into the cells by hand. */
const CHANGES = [
  ['whole', 'up', null],
  ['per-rate', 'half-up', null],
  ['per-category', 'down', 5],
  ['per-month', 'up', 8],
] as const;

const written = new Map<string, Written>();
const edited = new Map<string, { readonly bytes: Uint8Array; readonly expected: Written }>();
let calculated: ReadonlyMap<string, CalculatedWorkbook>;

beforeAll(async () => {
  for (const [name, bytes] of [
    ['tables', book()],
    ['sample', SAMPLE],
  ] as const) {
    written.set(`${name} ja`, await write(bytes, 'ja', termsOf('per-line.down')));
    written.set(`${name} en`, await write(bytes, 'en', termsOf('per-line.down')));
  }
  const once = recalculate(Object.fromEntries([...written].map(([name, { bytes }]) => [name, bytes])));
  for (const [name, bytes] of [
    ['tables', book()],
    ['sample', SAMPLE],
  ] as const) {
    const sheet = new Sheet('合計', once.get(`${name} ja`) ?? new Map());
    const cell = (label: string) => sheet.cellBeside(label, 1);
    for (const [grouping, rounding, rate] of CHANGES) {
      const edits: CellEdit[] = [
        {
          sheet: '合計',
          cell: cell(japanese['totals.compare.rule-grouping']),
          value: japanese[`totals.compare.grouping.${grouping}`],
        },
        {
          sheet: '合計',
          cell: cell(japanese['totals.compare.rule-rounding']),
          value: japanese[`rounding.${rounding}`],
        },
        ...(rate === null ? [] : [{ sheet: '合計', cell: cell(japanese['totals.compare.rate']), value: rate }]),
      ];
      const plain = written.get(`${name} ja`)?.bytes ?? new Uint8Array();
      edited.set(`${name} ${grouping}`, {
        bytes: await editCells(plain, edits),
        expected: await write(bytes, 'ja', termsOf(`${grouping}.${rounding}`, rate)),
      });
    }
  }
  const again = recalculate(Object.fromEntries([...edited].map(([name, { bytes }]) => [name, bytes])));
  calculated = new Map([...once, ...again]);
}, 300_000);

describe('the tax compared with another rule, computed by LibreOffice', () => {
  it('has documents of every kind: taxed by a rule, within the amounts, and as printed by none', () => {
    const verification = written.get('tables ja')?.verification;
    const totals = verification && adjustedTotals(verification);
    expect(totals?.own.parts.map(({ rule }) => rule?.id ?? null)).toEqual([
      'tax.whole.down',
      'tax.whole.down.inclusive',
      'tax.per-rate.down',
      'tax.whole.down',
      null,
      null,
    ]);
  });

  it('gives what the core computed', () => {
    for (const [name, { plans }] of written) {
      const { count, mismatches } = compare(plans, calculated.get(name) ?? new Map());
      expect([name, mismatches]).toEqual([name, []]);
      expect(count).toBeGreaterThan(100);
    }
  });

  it('follows a rule that is changed by hand', () => {
    expect(edited.size).toBe(2 * CHANGES.length);
    for (const [name, { expected }] of edited) {
      const totals = expected.plans.filter((plan) => plan.name === '合計');
      const { mismatches } = compare(totals, calculated.get(name) ?? new Map());
      expect([name, mismatches]).toEqual([name, []]);
    }
  });
});
