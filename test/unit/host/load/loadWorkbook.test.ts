import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import JSZip from 'jszip';
import { loadWorkbook } from '../../../../src/host/load/loadWorkbook';
import { WorkbookError } from '../../../../src/core/sheets/workbook';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { ironCalcInNode } from '../../../support/ironCalcInNode';

const SAMPLE = readFileSync(join(__dirname, '../../../../assets/sample/nakano-2020.xlsx'));

/** A workbook of one sheet from the parts that matter to a test. */
async function file(sheet: string, options: { styles?: string; workbook?: string } = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>${options.workbook ?? ''}</workbook>`,
  );
  zip.file('xl/styles.xml', `<styleSheet xmlns="${main}">${options.styles ?? ''}</styleSheet>`);
  zip.file('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}" xmlns:r="${office}">${sheet}</worksheet>`);
  return zip.generateAsync({ type: 'uint8array' });
}

const STYLES =
  '<fonts><font><sz val="11"/><name val="Meiryo"/></font><font><b/><u/><sz val="14"/><color theme="4" tint="-0.5"/><name val="Meiryo"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
  '<borders><border/><border><left/><bottom style="medium"><color rgb="FF7F7F7F"/></bottom></border></borders>' +
  '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="58" fontId="1" fillId="2" borderId="1"><alignment horizontal="centerContinuous" wrapText="1" indent="2"/></xf></cellXfs>' +
  '<dxfs><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';

describe('loading a file', () => {
  it('shows every cell of the sample as the reader of files reads it', async () => {
    const snapshot = readSnapshot(SAMPLE, 'nakano-2020.xlsx');
    const model = await loadWorkbook(SAMPLE, 'nakano-2020.xlsx', ironCalcInNode());
    expect(model.sheets.map((sheet) => sheet.name)).toEqual(snapshot.sheets.map((sheet) => sheet.name));
    for (const source of snapshot.sheets) {
      const sheet = model.sheet(source.name);
      const shown = source.rows.map((line, r) =>
        line.map((_, c) => {
          const cell = sheet?.cell(source.origin.row + r, source.origin.column + c) ?? null;
          return cell?.value === null || !cell ? null : [cell.value, model.text(cell), cell.look.numberFormat];
        }),
      );
      expect(shown).toEqual(
        source.rows.map((line) => line.map((cell) => cell && [cell.value, cell.text, cell.numberFormat])),
      );
      expect(sheet?.merges).toEqual(source.merges);
    }
  });

  it('takes the looks of the sample: widths, heights, fills and lines', async () => {
    const sheet = (await loadWorkbook(SAMPLE, 'nakano-2020.xlsx', null)).sheets[0];
    expect(sheet?.columnWidths.get(0)).toBe(58 * 7);
    expect(sheet?.rowHeights.get(0)).toBe(40);
    expect(sheet?.lookAt(2, 0)).toMatchObject({
      fill: '#D9E1F2',
      bold: true,
      horizontal: 'Center',
      fontName: '游ゴシック',
    });
    expect(sheet?.lookAt(2, 0).borders.EdgeTop).toEqual({ style: 'Continuous', weight: 'Thin', color: '#7F7F7F' });
  });

  it('reads theme and indexed colours, built-in formats and alignment', async () => {
    const bytes = await file('<sheetData><row r="1"><c r="B1" s="1"><v>43800</v></c></row></sheetData>', {
      styles: STYLES,
    });
    const model = await loadWorkbook(bytes, 'a.xlsx', null);
    const look = model.sheets[0]?.lookAt(0, 1);
    expect(look).toMatchObject({
      fontName: 'Meiryo',
      fontSize: 14,
      bold: true,
      underline: true,
      fontColor: '#223962',
      fill: '#FFFF00',
      horizontal: 'CenterAcrossSelection',
      vertical: 'Bottom',
      wrap: true,
      indent: 2,
    });
    expect(look?.borders).toEqual({ EdgeBottom: { style: 'Continuous', weight: 'Medium', color: '#7F7F7F' } });
  });

  it('reads panes, hidden rows, conditional formats, choices, names and protection', async () => {
    const bytes = await file(
      '<sheetPr><tabColor rgb="FF00B050"/></sheetPr>' +
        '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews>' +
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>' +
        '<sheetProtection sheet="1"/>' +
        '<conditionalFormatting sqref="A1:A2 C1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>' +
        '<dataValidations><dataValidation type="list" sqref="B1"><formula1>"あ,い"</formula1></dataValidation></dataValidations>' +
        '<hyperlinks><hyperlink ref="A1" location="表!A2" tooltip="there"/></hyperlinks>' +
        '<pageSetup orientation="landscape"/>',
      {
        styles: STYLES,
        workbook:
          '<definedNames><definedName name="_kenzan" localSheetId="0" hidden="1">"totals"</definedName>' +
          '<definedName name="_xlnm.Print_Titles" localSheetId="0">表!$1:$2</definedName><definedName name="率">表!$A$1</definedName></definedNames>',
      },
    );
    const model = await loadWorkbook(bytes, 'a.xlsx', null);
    const sheet = model.sheets[0];
    expect(sheet).toMatchObject({
      tabColor: '#00B050',
      frozen: { rows: 2, columns: 1 },
      showGridlines: false,
      protected: true,
    });
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1]);
    expect(sheet?.conditionalFormats).toMatchObject([
      { formula: '=A1>1', fill: '#FFC7CE', fontColor: '#9C0006', bold: true, area: { top: 0, bottom: 1 } },
      { area: { left: 2, right: 2 } },
    ]);
    expect(sheet?.validations).toMatchObject([{ source: 'あ,い', inCellDropDown: true }]);
    expect(sheet?.link(0, 0)).toMatchObject({ documentReference: '表!A2', screenTip: 'there' });
    expect(sheet?.page).toMatchObject({ orientation: 'Landscape', titleRows: { first: 0, last: 1 } });
    expect(model.names.all).toMatchObject([
      { name: '_kenzan', sheetId: sheet?.id, formula: '="totals"', visible: false },
      { name: '率', sheetId: null, formula: '=表!$A$1', visible: true },
    ]);
  });

  it('calculates a formula that the file holds no result for', async () => {
    const cells = '<c r="A1"><v>40</v></c><c r="B1"><f>A1+2</f></c><c r="C1"><f>A1+2</f><v>7</v></c>';
    const bytes = await file(`<sheetData><row r="1">${cells}</row></sheetData>`);
    const sheet = (await loadWorkbook(bytes, 'a.xlsx', ironCalcInNode())).sheets[0];
    expect(sheet?.cell(0, 1)).toMatchObject({ formula: '=A1+2', value: 42 });
    expect(sheet?.cell(0, 2)).toMatchObject({ value: 7 });
  });

  it('calculates where a program that does not calculate wrote 0 for every formula', async () => {
    const cells = '<c r="A1"><v>40</v></c><c r="B1"><f>A1+A1</f><v>0</v></c><c r="C1"><f>B1-A1</f><v>0</v></c>';
    const bytes = await file(`<sheetData><row r="1">${cells}</row></sheetData>`);
    const sheet = (await loadWorkbook(bytes, 'a.xlsx', ironCalcInNode())).sheets[0];
    expect([1, 2].map((column) => sheet?.cell(0, column)?.value)).toEqual([80, 40]);
  });

  it.each(['xlsb', 'ods'] as const)('has the names of ranges of %s', async (type) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 1]]), '表');
    book.Workbook = { Names: [{ Name: '検算_表', Ref: '表!$A$1:$B$1' }] };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer);
    const model = await loadWorkbook(bytes, `a.${type}`, null);
    expect(model.names.find('検算_表', null)?.formula).toBe('=表!$A$1:$B$1');
  });

  it('refuses what is no workbook', async () => {
    await expect(loadWorkbook(new Uint8Array(), 'a.xlsx', null)).rejects.toMatchObject({ code: 'empty-file' });
    await expect(loadWorkbook(new TextEncoder().encode('%PDF-1.7 …'), 'a.xlsx', null)).rejects.toBeInstanceOf(
      WorkbookError,
    );
  });
});
