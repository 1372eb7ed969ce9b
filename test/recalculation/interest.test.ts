import { utils, write as writeBook } from '@e965/xlsx';
import { editCells } from '../support/editXlsx';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

/* Tables of interest: the formulas of days, rates and interest, computed by LibreOffice under every kind of year. */

type Row = readonly [name: string, principal: number, from: string, to: string | null, interest: number | null];

const serial = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

const SHEETS: Readonly<Record<string, { readonly header: readonly string[]; readonly rows: readonly Row[] }>> = {
  法定: {
    header: ['件名', '元本', '支払期日', '支払日', '遅延損害金'],
    rows: [
      ['甲', 2_345_678, '2019-03-31', '2020-06-30', 146_845],
      ['乙', 120_000, '2020-03-31', '2020-12-31', 2_712],
      ['丙', 1_000_000, '2021-01-31', '2021-06-30', 12_328],
      ['丁', 987_654, '2021-01-31', '2024-03-15', null],
      ['戊', 500_000, '2024-01-31', null, null],
    ],
  },
  延滞金: {
    header: ['氏名', '税額', '納期限', '納付日', '延滞金（年14.6％）'],
    rows: [
      ['甲', 123_400, '2020-01-31', '2020-06-30', 7_400],
      ['乙', 88_900, '2020-03-31', '2020-08-31', 5_300],
      ['丙', 45_600, '2020-04-30', '2020-05-30', 0],
      ['丁', 45_600, '2020-04-30', '2020-11-30', null],
    ],
  },
  閏年: {
    header: ['件名', '元本', '支払期日', '支払日', '利息（年5%）'],
    rows: [
      ['甲', 1_000_000, '2019-12-01', '2020-01-31', 8_344],
      ['乙', 3_500_000, '2019-11-30', '2020-03-31', 58_373],
      ['丙', 7_654_321, '2018-02-28', '2024-02-29', null],
    ],
  },
  年単位: {
    header: ['件名', '元本', '起算日', '支払日', '利息（年5%）'],
    rows: [
      ['甲', 1_000_000, '2019-01-31', '2020-03-30', 58_219],
      ['乙', 3_500_000, '2018-12-01', '2020-12-31', 364_863],
      ['丙', 3_500_000, '2020-02-29', '2022-03-15', null],
    ],
  },
};

function book(): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, { header, rows }] of Object.entries(SHEETS)) {
    const sheet = utils.aoa_to_sheet([
      [...header],
      ...rows.map(([label, principal, , , interest]) => [label, principal, null, null, interest]),
    ]);
    rows.forEach(([, , from, to], index) => {
      sheet[`C${index + 2}`] = { t: 'n', v: serial(from), z: 'yyyy/m/d' };
      if (to !== null) sheet[`D${index + 2}`] = { t: 'n', v: serial(to), z: 'yyyy/m/d' };
    });
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(writeBook(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

let written: Record<'ja' | 'en', Written>;
let calculated: ReadonlyMap<string, CalculatedWorkbook>;

beforeAll(async () => {
  written = { ja: await write(book(), 'ja'), en: await write(book(), 'en') };
  const lowered = await editCells(written.ja.bytes, [
    {
      sheet: '合計',
      cell: new Sheet('合計', recalculate({ ja: written.ja.bytes }).get('ja') ?? new Map()).cellBeside(
        '法定利率（2020/4/1 から遅滞）',
        1,
      ),
      value: 5,
    },
  ]);
  calculated = recalculate({ ja: written.ja.bytes, en: written.en.bytes, lowered });
}, 200_000);

describe('interest, computed by LibreOffice', () => {
  it('reckons the years of each table as its printed figures show', () => {
    const years = written.ja.verification.interest.map(({ rule }) => rule.value.year);
    expect(years).toEqual(['fixed-365', 'fixed-365', 'leap-366', 'own-years']);
  });

  it('gives what the core computed', () => {
    for (const language of ['ja', 'en'] as const) {
      const { count, mismatches } = compare(written[language].plans, calculated.get(language) ?? new Map());
      expect(mismatches).toEqual([]);
      expect(count).toBeGreaterThan(80);
    }
  });

  it('follows a rate that is changed by hand', () => {
    const sheet = new Sheet('合計', calculated.get('lowered') ?? new Map());
    const header = sheet.cellBeside('利息（円）', 0);
    // 120,000 × 5 % × 275 ÷ 365 and 1,000,000 × 5 % × 150 ÷ 365.
    expect(sheet.below(header, 3)).toEqual([146_845, 4_520, 20_547]);
  });
});
