import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { workbookParts, zipOf } from './fixtures';

/* A sheet is read from the part that the workbook's relationship leads to, wherever it lies and whatever lies elsewhere. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const cell = (value: number) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;
const sheet = (value: number) => `<worksheet xmlns="${MAIN}"><sheetData>${cell(value)}</sheetData></worksheet>`;

/** A workbook in a folder, whose sheet holds 7 and is named by a target; other parts hold other figures. */
async function valuesOf(folder: string, target: string, path: string, others: readonly string[] = []) {
  const parts = workbookParts({ sheetData: cell(7) });
  const moved = Object.entries(parts).map(([name, xml]): [string, string] => [
    name === 'book/first.xml' ? path : name.replace('book/', folder),
    xml
      .replace('Target="first.xml"', `Target="${target}"`)
      .replace('/book/first.xml', `/${path}`)
      .replace(/\/book\//g, `/${folder}`),
  ]);
  const decoys = others.map((name): [string, string] => [name, sheet(8)]);
  const { sheets } = readSnapshot(await zipOf(Object.fromEntries([...moved, ...decoys])), 'a.xlsx');
  return sheets.map(({ rows }) => rows[0]?.[0]?.value);
}

test.each([
  ['beside the workbook', 'book/', 'first.xml', 'book/first.xml', []],
  ['named from the root', 'book/', '/book/first.xml', 'book/first.xml', []],
  ['in another folder', 'xl/', '../elsewhere/first.xml', 'elsewhere/first.xml', []],
  ['in another folder, named from the root', 'xl/', '/elsewhere/first.xml', 'elsewhere/first.xml', []],
  ['up and down again', 'xl/', '../xl/./worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml', []],
  [
    'with one of the usual name',
    'book/',
    'worksheets/sheet1.xml',
    'book/worksheets/sheet1.xml',
    ['xl/worksheets/sheet1.xml'],
  ],
  ['in the root, with one in xl/', '', 'worksheets/sheet1.xml', 'worksheets/sheet1.xml', ['xl/worksheets/sheet1.xml']],
  [
    'in xl/, with one of the first number',
    'xl/',
    'worksheets/sheet9.xml',
    'xl/worksheets/sheet9.xml',
    ['xl/worksheets/sheet1.xml'],
  ],
])('%s', async (_, folder, target, path, others) => {
  expect(await valuesOf(folder, target, path, others)).toEqual([7]);
});

const twoSheets = (relationships: string) => {
  const parts = workbookParts({
    sheetData: cell(7),
    more: { 'book/second.xml': sheet(8), 'xl/worksheets/sheet1.xml': sheet(9) },
  });
  const second = '<sheet name="Second" sheetId="9" rel:id="rId4"/></sheets>';
  return zipOf({
    ...parts,
    'book/main.xml': (parts['book/main.xml'] ?? '').replace('</sheets>', second),
    'book/_rels/main.xml.rels': (parts['book/_rels/main.xml.rels'] ?? '').replace(
      '</Relationships>',
      `${relationships}</Relationships>`,
    ),
  });
};
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

test('each sheet has its own part', async () => {
  const bytes = await twoSheets(`<Relationship Id="rId4" Type="${RELATION}" Target="/book/second.xml"/>`);
  expect(readSnapshot(bytes, 'a.xlsx').sheets.map(({ rows }) => rows[0]?.[0]?.value)).toEqual([7, 8]);
});

test('a sheet without a part is refused and not read from one that happens to have its number', async () => {
  const bytes = await twoSheets('');
  expect(() => readSnapshot(bytes, 'a.xlsx')).toThrow(expect.objectContaining({ code: 'not-a-workbook' }));
});
