import { utils, write as writeBySheetJs } from '@e965/xlsx';
import { DOMParser } from '@xmldom/xmldom';
import { readSnapshot } from '../../src/workbooks/xlsx/readSnapshot';
import { recalculate } from '../support/libreOffice';
import { partsOf } from '../unit/workbooks/xlsx/fixtures';
import { compare, write } from './writtenSheets';

/* Our formulas and links lead to the right cell whatever the user's sheets are called. */

const NAMES = [
  ...[
    "O'Brien",
    "it's 'x' y",
    '"q"',
    '&<>',
    'a b',
    ' 前後 ',
    'a.b',
    'a-b',
    'a!b',
    'a;b',
    'a,b',
    '{1}',
    '#REF',
    '%',
    '~',
  ],
  ...[
    'A1',
    '$A$1',
    'XFD1048576',
    'ABC123',
    'Ａ１',
    'R1C1',
    'C1R1',
    'R',
    'C',
    'RC',
    'R1',
    'RC1',
    'R2減額',
    'C3表',
    'TRUE',
    'Ｒ３',
  ],
  ...['=1+1', '+x', '-y', '@x', '１月', '1月', '2019', '合計①', '第Ⅱ期', 'ｶﾅ', 'カナ', 'Data', 'ＤＡＴＡ', 'äö2', '㈱'],
  ...['減額😀', '𠮷野家', 'あ'.repeat(31), `${'😀'.repeat(15)}a`, '合計', '検算結果', '時系列', 'Totals', '合計 (2)'],
];

const ROWS = [
  ['名称', '開始日', '復旧日', '日数', '金額'],
  ['甲', 43803, 43825, 22, 1200],
  ['乙', 43803, 43830, 27, 3400],
  ['合計', null, null, null, 4600],
];

function workbook(): Uint8Array {
  const book = utils.book_new();
  for (const name of NAMES) {
    const sheet = utils.aoa_to_sheet(ROWS);
    for (const cell of ['B2', 'C2', 'B3', 'C3']) sheet[cell].z = 'yyyy/m/d';
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(writeBySheetJs(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** The sheet that a link of ours leads to, as spreadsheets read `'O''Brien'!A1`; null where there is no such link. */
function sheetOf(location: string): string | null {
  const [, quoted, plain] = /^(?:'((?:[^']|'')+)'|([^'!]+))![A-Z]+\d+$/.exec(location) ?? [];
  return quoted?.replace(/''/g, "'") ?? plain ?? null;
}

test.each([
  ['ja', ['検算結果 (2)', '合計 (3)', '時系列 (2)']],
  ['en', ['Checked results', 'Totals (2)', 'Timeline']],
] as const)(
  'written in %s',
  async (language, ownNames) => {
    const bytes = workbook();
    expect(readSnapshot(bytes, 'a.xlsx').sheets.map(({ name }) => name)).toEqual(NAMES);
    const written = await write(bytes, language);
    const { findings } = written.verification;
    const agreeing = NAMES.map(
      (name) => findings.filter(({ verdict, cell }) => verdict === 'agrees' && cell.sheet === name).length,
    );
    expect(new Set(agreeing)).toEqual(new Set([3]));

    const calculated = recalculate({ written: written.bytes }).get('written') ?? new Map();
    const own = written.plans.map(({ name }) => name);
    // Behind the sheets stands the table of a chart.
    expect([...calculated.keys()].slice(0, NAMES.length + own.length)).toEqual([...NAMES, ...own]);
    expect(own).toEqual(ownNames);
    const { count, mismatches } = compare(written.plans, calculated);
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(NAMES.length * 3);

    const links: string[] = [];
    for (const [path, xml] of await partsOf(written.bytes)) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      const part = new DOMParser().parseFromString(Buffer.from(xml, 'latin1').toString('utf8'), 'text/xml');
      for (const link of Array.from(part.getElementsByTagName('hyperlink')))
        links.push(link.getAttribute('location') ?? '');
    }
    expect(links.filter((location) => !NAMES.includes(sheetOf(location) ?? ''))).toEqual([]);
    expect(new Set(links.map(sheetOf))).toEqual(new Set(NAMES));
  },
  120_000,
);
