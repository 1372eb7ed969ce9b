import { utils, write as writeBySheetJs } from '@e965/xlsx';
import { recalculate } from '../support/libreOffice';
import { compare, write } from './writtenSheets';

/* What the user wrote stays text on our sheets, whatever a spreadsheet could take it for. */

const TEXTS = [
  ...[
    '=1+1',
    '+1+1',
    '-1-1',
    '@SUM(1,1)',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    "'=1+1",
    '"&A1&"',
    '")+1+("',
    '{=1}',
    '#REF!',
    'TRUE',
  ],
  ...[
    '=HYPERLINK("https://example.org","x")',
    "=cmd|' /C calc'!A0",
    '<b>&amp;</b>',

    '%s {0} ${x}',
    '１２３',
    '1E5',
    '2020/1/1',
  ],
];

/** A table whose rows have these names, one of them with a wrong amount, and texts like them in its headings and events. */
function workbook(): Uint8Array {
  const rows: (string | number)[][] = [['名称', '数量', '単価', '金額', '備考 =1+1']];
  TEXTS.forEach((text, index) => rows.push([text, index + 2, 100, (index + 2) * 100 + (index === 3 ? 7 : 0), text]));
  rows.push(['合計', '', '', TEXTS.reduce((sum, _, index) => sum + (index + 2) * 100, 0), '=9']);
  const events = [['年月日', '内容'], ...TEXTS.map((text, index) => [`2020年1月${index + 1}日`, `${text} 受領`])];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '=1+1');
  utils.book_append_sheet(book, utils.aoa_to_sheet(events), '経過');
  return new Uint8Array(writeBySheetJs(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer);
}

/** LibreOffice's own file format joins white space and drops some at the ends. */
const bare = (value: unknown): string => String(value ?? '').replace(/\s/g, '');

test.each(['ja', 'en'] as const)(
  'written in %s',
  async (language) => {
    const written = await write(workbook(), language);
    expect(written.verification.findings.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(10);
    expect(written.verification.findings.some(({ verdict }) => verdict === 'disagrees')).toBe(true);
    const calculated = recalculate({ written: written.bytes }).get('written') ?? new Map();
    const { count, mismatches } = compare(written.plans, calculated);
    const other = mismatches.filter(({ planned, calculated: found }) => bare(planned) !== bare(found));
    expect(other).toEqual([]);
    expect(count).toBeGreaterThan(TEXTS.length);

    const shown: string[] = [];
    for (const { name, cells } of written.plans) {
      for (const { row, column, content } of cells) {
        if (content.kind !== 'text' && content.kind !== 'link') continue;
        const cell = calculated.get(name)?.get(`${row},${column}`);
        expect([bare(content.text), null]).toEqual([bare(cell?.value), cell?.formula ?? null]);
        shown.push(content.text);
      }
    }
    const seen = shown.map(bare);
    expect(TEXTS.filter((text) => !seen.some((one) => one.includes(bare(text))))).toEqual([]);
  },
  120_000,
);
