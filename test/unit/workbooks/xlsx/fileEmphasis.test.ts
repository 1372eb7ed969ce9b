import { cellAt, type SheetSnapshot } from '../../../../src/core/sheets/snapshot';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { SAMPLE, workbookOf, workbookParts, zipOf } from './fixtures';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** A styles part with these cell formats behind the ordinary one. */
function styles(formats: readonly string[], parts: { fills?: string; borders?: string; main?: string } = {}): string {
  const fills = `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`;
  return (
    `<styleSheet xmlns="${parts.main ?? MAIN}"><fonts><font/><font><b/></font><font><b val="0"/></font></fonts>` +
    `<fills>${fills}${parts.fills ?? ''}</fills><borders><border/>${parts.borders ?? ''}</borders>` +
    `<cellXfs><xf/>${formats.join('')}</cellXfs></styleSheet>`
  );
}

const PLAIN = { bold: false, indent: 0, filled: false, top: 'none', bottom: 'none', left: 'none', right: 'none' };
const solid = (color: string) => `<fill><patternFill patternType="solid"><fgColor ${color}/></patternFill></fill>`;
const only = (bytes: Uint8Array): SheetSnapshot => {
  const [sheet] = readSnapshot(bytes, 'a.xlsx').sheets;
  if (!sheet) throw new Error('a sheet was expected');
  return sheet;
};
/** The emphases of cells A1, A2 …, one for each cell format behind the ordinary one. */
async function emphases(formats: readonly string[], parts: Parameters<typeof styles>[1] = {}) {
  const rows = formats.map(
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" s="${index + 1}"><v>1</v></c></row>`,
  );
  const main = parts.main === undefined ? {} : { main: parts.main };
  const sheet = only(await workbookOf({ sheetData: rows.join(''), styles: styles(formats, parts), ...main }));
  return sheet.rows.map(([cell]) => cell?.emphasis);
}

test('bold, indents and lines, whatever their weight', async () => {
  const borders =
    '<border><top style="medium"/><bottom style="double"/></border>' +
    '<border><left style="hair"/><right style="dashDot"/><top/><bottom style="none"/></border>';
  const formats = [
    '<xf fontId="1"/>',
    '<xf fontId="2"/>',
    '<xf><alignment indent="3"/></xf>',
    '<xf borderId="1"/>',
    '<xf borderId="2"/>',
  ];
  expect(await emphases(formats, { borders })).toEqual([
    { ...PLAIN, bold: true },
    null,
    { ...PLAIN, indent: 3 },
    { ...PLAIN, top: 'thin', bottom: 'double' },
    { ...PLAIN, left: 'thin', right: 'thin' },
  ]);
});

test('sides as the strict dialect names them', async () => {
  const borders = '<border><start style="thin"/><end style="double"/></border>';
  expect(await emphases(['<xf borderId="1"/>'], { borders, main: STRICT })).toEqual([
    { ...PLAIN, left: 'thin', right: 'double' },
  ]);
});

test.each([
  ['rgb="FFDDEBF7"', true],
  ['rgb="FFFFFFFF"', false],
  ['theme="4"', true],
  ['theme="0"', false],
  ['theme="0" tint="-0.15"', true],
  ['indexed="13"', true],
  ['indexed="9"', false],
  ['indexed="64"', false],
  ['auto="1"', false],
])('a fill with %s', async (color, filled) => {
  const [read] = await emphases(['<xf fillId="2"/>'], { fills: solid(color) });
  expect(read ?? null).toEqual(filled ? { ...PLAIN, filled } : null);
});

test('patterns are no fill', async () => {
  expect(await emphases(['<xf fillId="1"/>'])).toEqual([null]);
});

test('cells and rows without references, prefixes and single quotes', async () => {
  const sheetData =
    "<x:row><x:c><x:v>1</x:v></x:c><x:c s='1'><x:v>2</x:v></x:c></x:row>" +
    '<x:row r="4"><x:c r="B4" s="1"><x:v>3</x:v></x:c><x:c/><x:c s="1"><x:v>4</x:v></x:c></x:row>';
  const sheet = only(await workbookOf({ prefix: 'x:', sheetData, styles: styles(['<xf fontId="1"/>']) }));
  const bold = [0, 1, 3].flatMap((row) => [0, 1, 2, 3].filter((column) => cellAt(sheet, row, column)?.emphasis?.bold));
  expect(bold).toEqual([1, 1, 3]);
  expect(cellAt(sheet, 0, 1)?.emphasis).toBe(cellAt(sheet, 3, 3)?.emphasis);
});

test('equal formats of the sample are one object each', () => {
  const cells = readSnapshot(SAMPLE, 'a.xlsx').sheets.flatMap(({ rows }) => rows.flat());
  const found = new Set(cells.flatMap((cell) => cell?.emphasis ?? []));
  expect(found.size).toBe(new Set([...found].map((emphasis) => JSON.stringify(emphasis))).size);
  expect(found.size).toBeGreaterThan(1);
});

test('a workbook whose styles cannot be read is read without', async () => {
  const parts = workbookParts({
    sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>',
    styles: styles(['<xf fontId="1"/>']),
  });
  const broken = await zipOf({ ...parts, 'book/looks.xml': `<styleSheet xmlns="${MAIN}"><fonts>` });
  expect(only(broken).rows).toMatchObject([[{ value: 1, emphasis: null }]]);
});

test('outline levels of rows', async () => {
  const cell = (row: number) => `<c r="A${row}"><v>${row}</v></c>`;
  const sheetData =
    `<row r="1" outlineLevel="2">${cell(1)}</row><row r="2" outlineLevel="1">${cell(2)}</row>` +
    `<row r="3">${cell(3)}</row><row r="4" outlineLevel="0">${cell(4)}</row>`;
  expect(only(await workbookOf({ sheetData })).outlineLevels).toEqual(
    new Map([
      [0, 2],
      [1, 1],
    ]),
  );
});
