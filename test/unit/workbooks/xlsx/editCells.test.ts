import { cellAt, type SheetSnapshot } from '../../../../src/core/sheets/snapshot';
import { type CellEdit, editCells } from '../../../../src/workbooks/xlsx/editCells';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { shiftFormula } from '../../../../src/workbooks/xlsx/shiftFormula';
import { partsOf, SAMPLE, workbookOf, workbookParts, zipOf } from './fixtures';

type Content = Extract<CellEdit, { kind: 'content' }>;

const edit = (row: number, column: number, value: Content['value'], more: Partial<Content> = {}): CellEdit => {
  return { sheet: 'Data', row, column, kind: 'content', value, formula: null, numberFormat: null, ...more };
};

function sheetOf(bytes: Uint8Array, name = 'Data'): SheetSnapshot {
  const sheet = readSnapshot(bytes, 'a.xlsx').sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
}

const SHARED =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"A1"</f><v>1</v></c></row>' +
  '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
  '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';

describe('editing cells', () => {
  test('changes the sheet and the workbook part, and no other byte', async () => {
    const place = { sheet: '減額', row: 3, column: 3 };
    const written = await editCells(SAMPLE, [{ ...edit(3, 3, 12345), ...place }]);
    const [before, after] = [await partsOf(SAMPLE), await partsOf(written)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path);
    expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(after.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    const [old, now] = [sheetOf(SAMPLE, '減額'), sheetOf(written, '減額')];
    expect(cellAt(now, 3, 3)).toEqual({ ...cellAt(old, 3, 3), value: 12345, text: '12,345' });
    const others = (sheet: SheetSnapshot) => sheet.rows.flat().filter((_, index) => index !== 3 * 4 + 3);
    expect(now.rows.length).toBe(old.rows.length);
    expect(others(now)).toEqual(others(old));
  });

  test('nothing to change gives the bytes as they are', async () => {
    expect(await editCells(SAMPLE, [])).toBe(SAMPLE);
  });

  test('every kind of content, in cells that are there and in new rows and columns, in order', async () => {
    const sheetData =
      '<row r="2" spans="2:2"><c r="B2" t="s" cm="1"><v>0</v></c><c r="D2"/></row><row><c><v>5</v></c></row>';
    const bytes = await workbookOf({ sheetData });
    const written = await editCells(bytes, [
      edit(1, 1, '=1+1 _x0041_\u000B <b>&\n'),
      edit(1, 2, true),
      edit(1, 0, { error: '#N/A' }),
      edit(0, 3, 0.1),
      edit(9, 0, 'x', { formula: '=IF(A3>1,"x","<y>")' }),
      edit(2, 0, null),
      edit(5, 5, null),
      edit(4, 0, 43803, { numberFormat: 'yyyy/m/d' }),
    ]);
    const sheet = sheetOf(written);
    expect(cellAt(sheet, 1, 1)).toMatchObject({ value: '=1+1 _x0041_\u000B <b>&\n', formula: null });
    expect(cellAt(sheet, 1, 2)?.value).toBe(true);
    expect(cellAt(sheet, 1, 0)?.value).toEqual({ error: '#N/A' });
    expect(cellAt(sheet, 0, 3)?.value).toBe(0.1);
    expect(cellAt(sheet, 9, 0)).toMatchObject({ value: 'x', formula: '=IF(A3>1,"x","<y>")' });
    expect(cellAt(sheet, 2, 0)).toBeNull();
    expect(cellAt(sheet, 4, 0)).toMatchObject({ value: 43803, numberFormat: 'yyyy/m/d' });
    const xml = (await partsOf(written)).get('book/first.xml') ?? '';
    expect([...xml.matchAll(/ r="([A-Z]*\d+)"/g)].map(([, name]) => name)).toEqual([
      '1',
      'D1',
      '2',
      'A2',
      'B2',
      'C2',
      'D2',
      '3',
      'A3',
      '5',
      'A5',
      '10',
      'A10',
    ]);
    expect(xml).not.toMatch(/spans|cm=/);
  });

  test('cells keep their formats; a new number format changes nothing else of them', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const styles = `<styleSheet xmlns="${main}"><fonts><font/><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" fontId="1" applyFont="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`;
    const bytes = await workbookOf({
      styles,
      sheetData: '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c></row>',
    });
    const format = { numberFormat: 'yyyy/m/d' };
    const parts = await partsOf(
      await editCells(bytes, [edit(0, 0, 2), edit(0, 1, 3), edit(0, 2, 4, format), edit(0, 3, 5, format)]),
    );
    expect([...(parts.get('book/first.xml') ?? '').matchAll(/<c [^>]*s="(\d)"/g)].map(([, s]) => s)).toEqual([
      '1',
      '1',
      '2',
      '2',
    ]);
    expect(parts.get('book/looks.xml')).toContain(
      '<xf numFmtId="164" fontId="1" applyFont="1" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>',
    );
    expect(parts.get('book/looks.xml')).toContain('<cellXfs count="3">');
  });

  test('a cell that shares its formula leaves it to the others, also the one that holds it', async () => {
    const bytes = await workbookOf({ sheetData: SHARED });
    const formulas = (written: Uint8Array) => [0, 1, 2].map((row) => cellAt(sheetOf(written), row, 1)?.formula ?? null);
    const third = '=A3*$A$1&"A1"';
    expect(formulas(await editCells(bytes, [edit(0, 1, 7)]))).toEqual([null, '=A2*$A$1&"A1"', third]);
    expect(formulas(await editCells(bytes, [edit(1, 1, 7), edit(0, 1, 8)]))).toEqual([null, null, third]);
    const xml = (await partsOf(await editCells(bytes, [edit(1, 1, 7)]))).get('book/first.xml');
    expect(xml).toContain('<f t="shared" si="0"/><v>3</v>');
  });

  test('a new result leaves the formula as it is', async () => {
    const result: CellEdit = { sheet: 'Data', row: 1, column: 1, kind: 'result', value: 'new' };
    const parts = await partsOf(await editCells(await workbookOf({ sheetData: SHARED }), [result]));
    expect(parts.get('book/first.xml')).toContain('<c r="B2" t="str"><f t="shared" si="0"/><v>new</v></c>');
  });

  test('the order of calculation goes when a formula does, and stays otherwise', async () => {
    const parts = workbookParts({ sheetData: SHARED, more: { 'book/calcChain.xml': '<calcChain/>' } });
    const relation =
      '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>';
    const path = 'book/_rels/main.xml.rels';
    const bytes = await zipOf({
      ...parts,
      [path]: (parts[path] ?? '').replace('</Relationships>', `${relation}</Relationships>`),
    });
    const kept = await partsOf(await editCells(bytes, [edit(0, 0, 9)]));
    expect(kept.get('book/calcChain.xml')).toBe('<calcChain/>');
    const gone = await partsOf(await editCells(bytes, [edit(1, 1, 9)]));
    expect(gone.has('book/calcChain.xml')).toBe(false);
    expect(gone.get(path)).not.toContain('calcChain');
  });

  const table = (type: string) =>
    `<row r="1"><c r="A1"><f t="${type}" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`;
  test.each(['array', 'dataTable'])('refuses a cell of an %s of several, not beside it', async (type) => {
    const bytes = await workbookOf({ sheetData: table(type) });
    await expect(editCells(bytes, [edit(1, 0, 1)])).rejects.toMatchObject({
      code: 'cannot-write-format',
      detail: 'array',
    });
    expect(cellAt(sheetOf(await editCells(bytes, [edit(1, 1, 1)])), 1, 1)?.value).toBe(1);
  });

  test('refuses a covered cell of a merged area and the heading of a table', async () => {
    const parts = workbookParts({
      sheetData: '<row r="1"><c r="A1"/></row>',
      more: {
        'book/_rels/first.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/table" Target="table.xml"/></Relationships>',
        'book/table.xml':
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="D1:E3" totalsRowCount="1"/>',
      },
    });
    const sheet = (parts['book/first.xml'] ?? '').replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    );
    const bytes = await zipOf({ ...parts, 'book/first.xml': sheet });
    const refused = (row: number, column: number) => expect(editCells(bytes, [edit(row, column, 1)])).rejects;
    await refused(1, 1).toMatchObject({ detail: 'merge' });
    await refused(0, 4).toMatchObject({ detail: 'table' });
    await refused(2, 3).toMatchObject({ detail: 'table' });
    const written = sheetOf(await editCells(bytes, [edit(0, 0, 1), edit(1, 3, 2)]));
    expect([cellAt(written, 0, 0)?.value, cellAt(written, 1, 3)?.value]).toEqual([1, 2]);
  });

  test('refuses other kinds of file', async () => {
    const csv = new TextEncoder().encode('a,b');
    await expect(editCells(csv, [edit(0, 0, 1)])).rejects.toMatchObject({
      code: 'cannot-write-format',
      detail: 'format',
    });
  });
});

test.each([
  ['A1+$B$2+C$3+$D4', 'B3+$B$2+D$3+$D6'],
  ['SUM(A1:B2,A:A,$1:2)', 'SUM(B3:C4,B:B,$1:4)'],
  [`'A1 x'!A1&"A1"&Sheet1!A1`, `'A1 x'!B3&"A1"&Sheet1!B3`],
  ['LOG10(A1)+Table1[A1]+名A1+XFE1', 'LOG10(B3)+Table1[A1]+名A1+XFE1'],
  ['XFD1', '#REF!'],
])('%s read two rows down and one column right is %s', (formula, expected) => {
  expect(shiftFormula(formula, 2, 1)).toBe(expected);
});
