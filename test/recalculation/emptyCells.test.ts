import { utils, write as writeBook } from '@e965/xlsx';
import { NO_TERMS, type Terms } from '../../src/core/checks/terms';
import { PRORATION_RULES, prorationRuleOf } from '../../src/core/rules/prorationRules';
import { type CellEdit, editCells } from '../support/editXlsx';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

/* Forward mode: the formulas for empty cells, computed by LibreOffice under every kind of rule. */

const DATES = ['2019/12/9', '2019/12/26', '2020/3/27', '2020/1/1', '2020/2/29', '2020/3/31', '2020/12/4', '2021/12/31'];
const serial = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('/').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
};

/** Systems with fees and restored dates; days and amounts are empty but for printed days in two rows. */
function book(): Uint8Array {
  const rows = [
    ['2019年12月4日に発生した障害'],
    [],
    ['システム名', '月額(円)', '復旧日', '停止日数', '減額金額'],
    ...DATES.map((_, index) => [`システム${index + 1}`, 586_200 + index * 12_345, null, index === 1 ? 23 : null, null]),
    ['要支援者', 92_900, '令和2年3月27日', null, null],
    ['未定', 50_000, '2月下旬', null, null],
  ];
  const sheet = utils.aoa_to_sheet(rows);
  DATES.forEach((date, index) => {
    sheet[`C${index + 4}`] = { t: 'n', v: serial(date), z: 'yyyy/m/d' };
  });
  const invoice = utils.aoa_to_sheet([
    ['システム名', '月額(円)', '停止日', '復旧日', '減額金額'],
    ['甲', 31_000, null, null, null],
    ['乙', 45_678, null, null, null],
    ['小計', null, null, null, null],
    ['消費税(10%)', null, null, null, null],
    ['減額総合計', null, null, null, null],
  ]);
  ['C2', 'C3'].forEach((cell) => {
    invoice[cell] = { t: 'n', v: serial('2020/1/31'), z: 'yyyy/m/d' };
  });
  ['D2', 'D3'].forEach((cell, index) => {
    invoice[cell] = { t: 'n', v: serial(index === 0 ? '2020/2/29' : '2020/7/15'), z: 'yyyy/m/d' };
  });
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '減額');
  utils.book_append_sheet(workbook, invoice, '減額2');
  return new Uint8Array(writeBook(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const under = (id: string, dayCount: Terms['dayCount'] = null): Terms => {
  const rule = prorationRuleOf(id)?.rule;
  if (!rule) throw new Error(id);
  return { ...NO_TERMS, proration: rule, dayCount };
};

/** One rule of every kind, with the roundings and units spread over them. */
const RULES = [
  ...new Map(
    PRORATION_RULES.map(({ rule }, index) => [`${rule.family}.${rule.rounded}.${index % 5}`, rule.id] as const),
  ).values(),
];

let written: Record<string, Written>;
let calculated: ReadonlyMap<string, CalculatedWorkbook>;

beforeAll(async () => {
  const bytes = book();
  written = { plain: await write(bytes, 'ja'), english: await write(bytes, 'en') };
  for (const id of RULES) written[id] = await write(bytes, 'ja', under(id));
  for (const rule of ['start-out-end-in', 'both-in', 'both-out'] as const) {
    written[rule] = await write(bytes, 'ja', under('pro-rata.calendar-month.daily.down.1', rule));
  }
  calculated = recalculate(Object.fromEntries(Object.entries(written).map(([name, { bytes: own }]) => [name, own])));
}, 400_000);

describe('empty cells, computed by LibreOffice', () => {
  it('give what the core computed, under every kind of rule and every convention', () => {
    expect(RULES.length).toBeGreaterThan(60);
    for (const [name, { plans }] of Object.entries(written)) {
      const { count, mismatches } = compare(plans, calculated.get(name) ?? new Map());
      expect({ name, mismatches }).toEqual({ name, mismatches: [] });
      expect(count).toBeGreaterThan(100);
    }
  });

  it('follow the parameters that a user changes by hand', async () => {
    const { plain } = written;
    if (!plain) throw new Error('nothing written');
    const sheet = new Sheet('合計', calculated.get('plain') ?? new Map());
    const set = (label: string, value: number | string): CellEdit => ({
      sheet: '合計',
      cell: sheet.cellBeside(label, 1),
      value,
    });
    const changes: Record<string, readonly [CellEdit[], string]> = {
      'by hand 365': [
        [
          set('日割りの規則', '年額÷365×日数'),
          set('日割りで端数処理する額', '総額'),
          set('日割りの端数処理', '切上げ'),
        ],
        'pro-rata.annual-365.whole.up.1',
      ],
      'by hand own months': [
        [set('日割りの規則', '応当日（残り÷実日数）'), set('日割りの端数の単位（円）', 100)],
        'pro-rata.own-months-actual.daily.down.100',
      ],
      'by hand all by day': [
        [set('日割りの規則', '暦月（全月も日割り）'), set('日割りの端数処理', '四捨五入')],
        'pro-rata.calendar-month-all-by-day.daily.half-up.1',
      ],
    };
    const books: Record<string, Uint8Array> = {};
    for (const [name, [edits]] of Object.entries(changes)) books[name] = await editCells(plain.bytes, edits);
    const after = recalculate(books);
    for (const [name, [, id]] of Object.entries(changes)) {
      const amounts = (await write(book(), 'ja', under(id))).verification.computed.flatMap(({ rows }) =>
        rows.map(({ amount }) => amount?.toNumber() ?? null),
      );
      const totals = new Sheet('合計', after.get(name) ?? new Map());
      const header = totals.cellBeside('日割り額（円）', 0);
      expect({ name, amounts: totals.below(header, amounts.length) }).toEqual({ name, amounts });
    }
  }, 120_000);
});
