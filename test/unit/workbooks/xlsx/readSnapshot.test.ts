import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB, write, utils, type BookType, type WorkBook } from '@e965/xlsx';
import { cellAt, type SheetSnapshot } from '../../../../src/core/sheets/snapshot';
import { readSnapshot, readWorkbook } from '../../../../src/workbooks/xlsx/readSnapshot';
import { XlsxWorkbook } from '../../../../src/workbooks/xlsx/xlsxWorkbook';
import { SAMPLE, workbookOf, workbookParts, zipOf } from './fixtures';
import { replaced, withComment, withDirectoryField, withZip64Directory } from './zip/zips';

const only = (sheets: readonly SheetSnapshot[]): SheetSnapshot => {
  if (sheets.length !== 1 || !sheets[0]) throw new Error('one sheet was expected');
  return sheets[0];
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const named = (sheets: readonly SheetSnapshot[], name: string): SheetSnapshot =>
  only(sheets.filter((sheet) => sheet.name === name));

/** What the library does not declare of its writer of OLE files. */
const OLE_FILES = CFB as {
  utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Buffer): void };
  write(file: object, options: { type: 'buffer' }): Buffer;
};

describe('readSnapshot', () => {
  test('the sample: dates as serials with their format and text, amounts, merges', () => {
    const snapshot = readSnapshot(SAMPLE, 'nakano-2020.xlsx');
    expect(snapshot.workbookName).toBe('nakano-2020.xlsx');
    expect(snapshot.dateSystem).toBe(1900);
    expect(snapshot.sheets.map(({ name, role, visible }) => [name, role, visible])).toEqual([
      ['減額', null, true],
      ['損害賠償', null, true],
      ['経過', null, true],
    ]);
    const reduction = named(snapshot.sheets, '減額');
    expect(cellAt(reduction, 3, 1)).toEqual({
      value: 43825,
      text: '2019/12/26',
      numberFormat: 'yyyy/m/d',
      formula: null,
      emphasis: { bold: false, indent: 0, filled: false, top: 'thin', bottom: 'thin', left: 'thin', right: 'thin' },
    });
    expect(cellAt(reduction, 27, 3)).toMatchObject({ value: 7133008, text: '7,133,008', numberFormat: '#,##0' });
    expect(named(snapshot.sheets, '損害賠償').merges).toContainEqual({ top: 3, left: 0, bottom: 5, right: 0 });
    expect(cellAt(named(snapshot.sheets, '経過'), 7, 0)?.value).toBe('12月18日～2020年3月下旬');
  });

  test('types, formulas, errors, hidden rows; the used range begins at the first filled cell', async () => {
    const sheetData =
      '<row r="3" hidden="1"><c r="B3" t="inlineStr"><is><t>合計</t></is></c><c r="C3"><f>SUM(C1:C2)</f><v>12.5</v></c></row>' +
      '<row r="4"><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4" s="0"/></row>' +
      '<row r="5"><c r="C5" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>';
    const sheet = only(readSnapshot(await workbookOf({ sheetData }), 'a.xlsx').sheets);
    expect(sheet.origin).toEqual({ row: 2, column: 1 });
    expect(sheet.rows.map((row) => row.length)).toEqual([2, 2, 2]);
    expect([...sheet.hiddenRows]).toEqual([2]);
    expect(cellAt(sheet, 2, 2)).toMatchObject({ value: 12.5, formula: '=SUM(C1:C2)' });
    expect(cellAt(sheet, 3, 1)?.value).toBe(true);
    expect(cellAt(sheet, 3, 2)).toMatchObject({ value: { error: '#DIV/0!' }, text: '#DIV/0!', formula: '=1/0' });
    expect(cellAt(sheet, 4, 2)).toMatchObject({ value: 'ab', formula: '="a"&"b"' });
    expect(cellAt(sheet, 3, 3)).toBeNull();
  });

  test('the 1904 date system, hidden sheets and our mark', async () => {
    const marked = await workbookOf({
      workbookPr: '<workbookPr date1904="1"/>',
      afterSheets:
        '<definedNames><definedName name="_kenzan" localSheetId="0" hidden="1">"totals"</definedName></definedNames>',
    });
    const snapshot = readSnapshot(marked, 'a.xlsx');
    expect(snapshot.dateSystem).toBe(1904);
    expect(only(snapshot.sheets).role).toBe('totals');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), 'seen');
    utils.book_append_sheet(book, utils.aoa_to_sheet([[2]]), 'unseen');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    expect(readSnapshot(saved(book, 'xlsx'), 'a.xlsx').sheets.map(({ visible }) => visible)).toEqual([true, false]);
  });

  test('names of ranges, of the workbook and of a sheet; hidden names and names of anything else are left out', async () => {
    const name = (attributes: string, formula: string) => `<definedName ${attributes}>${formula}</definedName>`;
    const bytes = await workbookOf({
      sheetName: "O'Brien",
      afterSheets: `<definedNames>${[
        name('name="_kenzan" localSheetId="0" hidden="1"', '"totals"'),
        name('name="検算_減額"', "'O''Brien'!$A$3:$D$30"),
        name('name="Kenzan_2" localSheetId="0"', "'O''Brien'!$F$1"),
        name('name="裏" hidden="1"', "'O''Brien'!$A$1"),
        name('name="率"', '0.1'),
        name('name="飛び地"', "'O''Brien'!$A$1,'O''Brien'!$C$1"),
      ].join('')}</definedNames>`,
    });
    expect(readSnapshot(bytes, 'a.xlsx').names).toEqual([
      { name: '検算_減額', sheet: "O'Brien", area: { top: 2, left: 0, bottom: 29, right: 3 } },
      { name: 'Kenzan_2', sheet: "O'Brien", area: { top: 0, left: 5, bottom: 0, right: 5 } },
    ]);
  });

  test.each<BookType>(['xlsx', 'xlsb', 'ods'])('names of ranges in %s', (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 1]]), '減 額');
    book.Workbook = { Names: [{ Name: '検算_減額', Ref: "'減 額'!$A$1:$B$9" }] };
    expect(readSnapshot(saved(book, bookType), 'a').names).toEqual([
      { name: '検算_減額', sheet: '減 額', area: { top: 0, left: 0, bottom: 8, right: 1 } },
    ]);
  });

  test.each<BookType>(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'])('%s', (bookType) => {
    const book = utils.book_new();
    const rows = [['名称', '金額'], ['システム', 1234.5], [], ['計', 7]];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表');
    const sheet = only(readSnapshot(saved(book, bookType), 'a').sheets);
    expect(sheet.rows.map((row) => row.map((cell) => cell?.value ?? null))).toEqual([
      ['名称', '金額'],
      ['システム', 1234.5],
      [null, null],
      ['計', 7],
    ]);
  });

  test.each([
    ['UTF-8', bytesOf('名称,金額\n')],
    ['UTF-8 with a mark', bytesOf('\uFEFF名称,金額\n')],
    ['Shift_JIS', new Uint8Array([0x96, 0xbc, 0x8f, 0xcc, 0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x0a])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x0d, 0x54, 0xf0, 0x79, 0x2c, 0, 0xd1, 0x91, 0x4d, 0x98, 0x0a, 0])],
  ])('csv in %s', (_, bytes) => {
    const sheet = only(readSnapshot(bytes, 'a.CSV').sheets);
    expect(sheet.rows[0]?.map((cell) => cell?.value)).toEqual(['名称', '金額']);
  });

  test('csv: plain numbers are numbers; codes, dates and what looks like a formula stay text', () => {
    const csv = 'a,"2,288,868",-12.50,007,2019/12/26,=1+1,12月4日\n';
    const sheet = only(readSnapshot(bytesOf(csv), 'a.csv').sheets);
    expect(sheet.rows[0]?.map((cell) => [cell?.value, cell?.numberFormat, cell?.formula])).toEqual([
      ['a', 'General', null],
      [2288868, '#,##0', null],
      [-12.5, '0.00', null],
      ['007', 'General', null],
      ['2019/12/26', 'General', null],
      ['=1+1', 'General', null],
      ['12月4日', 'General', null],
    ]);
  });

  /** An OLE file with one stream. */
  const compound = (stream: string): Uint8Array => {
    const file = OLE_FILES.utils.cfb_new();
    OLE_FILES.utils.cfb_add(file, `/${stream}`, Buffer.alloc(5000, 1));
    return new Uint8Array(OLE_FILES.write(file, { type: 'buffer' }));
  };
  test.each([
    ['nothing', 'a.xlsx', new Uint8Array(), 'empty-file'],
    ['an encrypted workbook', 'a.xlsx', compound('EncryptedPackage'), 'encrypted'],
    ['an OLE file that is no workbook', 'a.xls', compound('WordDocument'), 'not-a-workbook'],
    ['a PDF', 'a.xlsx', bytesOf('%PDF-1.7\n%…'), 'not-a-workbook'],
    ['a PDF named csv', 'a.csv', bytesOf('%PDF-1.7\n'), 'not-a-workbook'],
    ['a picture named csv', 'a.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'not-a-workbook'],
    ['text', 'a.xlsx', bytesOf('hello'), 'not-a-workbook'],
    ['half a zip', 'a.xlsx', SAMPLE.subarray(0, SAMPLE.length / 2), 'not-a-workbook'],
  ])('refuses %s', (_, name, bytes, code) => {
    expect(() => readSnapshot(bytes, name)).toThrow(expect.objectContaining({ name: 'WorkbookError', code }));
  });

  test('nothing is said on the console of an OpenDocument workbook with conditions in its number formats', () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = readFileSync(join(__dirname, 'libreoffice.ods'));
    expect(only(readSnapshot(new Uint8Array(file), 'a.ods').sheets).rows).toHaveLength(4);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  test('an OpenDocument with a password', async () => {
    const manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    const bytes = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '\u0001\u0002',
      'META-INF/manifest.xml': manifest,
    });
    expect(() => readSnapshot(bytes, 'a.ods')).toThrow(expect.objectContaining({ code: 'encrypted' }));
  });

  test.each(['<html><table>', '\uFEFF<?xml version="1.0"?><Workbook/>', '\n <!DOCTYPE html>'])(
    '%j named .xls',
    (text) => {
      const markup = expect.objectContaining({ code: 'not-a-workbook', detail: 'markup' });
      expect(() => readSnapshot(bytesOf(text), 'a.xls')).toThrow(markup);
    },
  );

  test('a cell that names the stream of an encrypted workbook does not make one', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['EncryptedPackage と表示される', 1]]), '表');
    expect(cellAt(only(readSnapshot(saved(book, 'biff8'), 'a.xls').sheets), 0, 1)?.value).toBe(1);
  });

  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['zip64', withZip64Directory],
    ['with a comment', (bytes) => withComment(bytes, bytesOf('PK\u0005\u0006 archive'))],
  ])('a zip %s', (_, form) => {
    expect(readSnapshot(form(SAMPLE), 'a')).toEqual(readSnapshot(SAMPLE, 'a'));
  });

  test('refuses a workbook whose figures are not what was saved', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['金額', 713303]]), '表');
    for (const bookType of ['xlsx', 'xlsb', 'ods'] as const) {
      const bytes = new Uint8Array(write(book, { type: 'array', bookType, compression: false }) as ArrayBuffer);
      const changed =
        bookType === 'xlsb' ? withDirectoryField(bytes, 16, 1, /sheet1\.bin/) : replaced(bytes, '713303', '713308');
      expect(readSnapshot(bytes, 'a').sheets).toHaveLength(1);
      expect(() => readSnapshot(changed, 'a')).toThrow(expect.objectContaining({ code: 'damaged' }));
    }
  });

  test('refuses what would not fit into memory once unpacked, before unpacking it', async () => {
    const part = withDirectoryField(SAMPLE, 24, 0x7fffffff, /sheet1\.xml/);
    expect(() => readSnapshot(part, 'a.xlsx')).toThrow(expect.objectContaining({ code: 'too-large' }));
    const all = withDirectoryField(SAMPLE, 24, 400 * 2 ** 20);
    expect(() => readSnapshot(all, 'a.xlsx')).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  test.each(['chartsheet', 'dialogsheet', 'xlMacrosheet'])(
    'a %s that the library cannot read is left out',
    async (kind) => {
      const parts = workbookParts({ sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' });
      const [book, relationships] = [parts['book/main.xml'] ?? '', parts['book/_rels/main.xml.rels'] ?? ''];
      const other = `<Relationship Id="o" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="other.xml"/>`;
      const bytes = await zipOf({
        ...parts,
        'book/main.xml': book.replace('<sheets>', '<sheets><sheet name="図" sheetId="1" rel:id="o"/>'),
        'book/_rels/main.xml.rels': relationships.replace('</Relationships>', `${other}</Relationships>`),
        'book/other.xml': `<${kind} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
      });
      expect(readSnapshot(bytes, 'a').sheets.map(({ name }) => name)).toEqual(['Data']);
    },
  );

  test.each([
    ['without a value', '<c r="B2"><f>1+1</f></c>', true],
    ['with an empty value', '<c r="B2"><f>1+1</f><v></v></c>', true],
    ['with an empty value of a number', '<c r="B2" t="n"><f>1+1</f><v/></c>', true],
    ['whose result is nought', '<c r="B2"><f>1-1</f><v>0</v></c>', false],
    ['whose result is an empty text', '<c r="B2" t="str"><f>""</f><v></v></c>', false],
  ])('a formula %s', async (_, cell, uncalculated) => {
    const bytes = await workbookOf({ sheetName: '減 額', sheetData: `<row r="2">${cell}</row>` });
    const read = readWorkbook(bytes, 'a');
    expect(read.uncalculated).toEqual(uncalculated ? { sheet: '減 額', row: 1, column: 1 } : null);
    expect(cellAt(only(read.snapshot.sheets), 1, 1)?.formula).not.toBeNull();
    const opened = XlsxWorkbook.open(bytes, 'a');
    if (uncalculated) await expect(opened).rejects.toMatchObject({ code: 'not-calculated', detail: "'減 額'!B2" });
    else await expect(opened).resolves.toBeInstanceOf(XlsxWorkbook);
  });

  test('refuses a sheet whose cells are too far apart for a grid', async () => {
    const sheetData = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const bytes = await workbookOf({ sheetData });
    expect(() => readSnapshot(bytes, 'a.xlsx')).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

function saved(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}
