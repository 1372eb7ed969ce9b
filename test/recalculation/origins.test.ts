import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write as writeBySheetJs } from '@e965/xlsx';
import { readSnapshot } from '../../src/workbooks/xlsx/readSnapshot';
import { convert, recalculate, withFolder } from '../support/libreOffice';
import { errorsOf } from '../support/ooxmlValidator';
import { holdsAllOf, rootOf } from '../support/xmlParts';
import { type FixtureOptions, partsOf, workbookParts, zipOf } from '../unit/workbooks/xlsx/fixtures';
import { withComment, withZip64Directory } from '../unit/workbooks/xlsx/zip/zips';
import { compare, write } from './writtenSheets';

/*
 * Workbooks as other programs write them: read with the right values, written with every part kept, opened by LibreOffice and by
 * Microsoft's validator. origins/ holds what openpyxl (a chart, a note, ISO dates) and XlsxWriter (a table, charts, a sparkline, a data
 * bar, an array formula, a hidden sheet) wrote; LibreOffice and SheetJS write theirs here; the rest is put together part by part.
 */

const VALUES = [
  ['名称', '開始日', '復旧日', '日数', '金額'],
  ['甲', 43803, 43825, 22, 1200],
  ['乙', 43803, 43830, 27, 3400],
  ['合計', null, null, null, 4600],
];
const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

const stored = (name: string) => new Uint8Array(readFileSync(join(__dirname, 'origins', name)));

type Cell = string | number | null;

/** A cell in XML: its reference, value, and the attribute of its style (columns of dates have one). */
type Writer = (reference: string, value: string | number, style: string) => string;

const inline: Writer = (reference, value, style) =>
  typeof value === 'string'
    ? `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
    : `<c r="${reference}"${style}><v>${value}</v></c>`;

/** The rows of {@link VALUES}, with cells written in a way of one's own. */
function rows(cell: Writer = inline, empty = ''): string {
  const one = (value: Cell, row: number, column: number) =>
    value === null ? empty : cell(`${'ABCDE'[column]}${row + 1}`, value, column === 1 || column === 2 ? ' s="1"' : '');
  const line = (values: readonly Cell[], row: number) =>
    values.map((value, column) => one(value, row, column)).join('');
  return VALUES.map((values, row) => `<row r="${row + 1}">${line(values, row)}</row>`).join('');
}

/** Styles with a second cell format: a date. */
const styles = (main: string) =>
  `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const parts = (options: FixtureOptions = {}) =>
  workbookParts({ sheetName: '表', sheetData: rows(), styles: styles(options.main ?? TRANSITIONAL), ...options });
const plain = (options: FixtureOptions = {}) => zipOf(parts(options));

const withReadings: Writer = (reference, value, style) =>
  typeof value === 'string'
    ? `<c r="${reference}" t="inlineStr"><is><r><t xml:space="preserve">${value}</t></r><rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="0"/></is></c>`
    : inline(reference, value, style);

const withIsoDates: Writer = (reference, value, style) =>
  typeof value === 'number' && style !== ''
    ? `<c r="${reference}"${style} t="d"><v>${isoDate(value)}</v></c>`
    : inline(reference, value, style);

const isoDate = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

/** As a streaming writer may leave them out: the places of rows and cells follow from their order. */
const withoutReferences = () => rows((_, value, style) => inline('', value, style), '<c/>').replace(/ r="\d*"/g, '');

/** UTF-16, as some libraries of Windows write every part. */
function utf16(): Promise<Uint8Array> {
  const wide = (xml: string) => Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
  return zipOf(Object.fromEntries(Object.entries(parts()).map(([path, xml]) => [path, new Uint8Array(wide(xml))])));
}

function bySheetJs(): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(VALUES);
  for (const cell of ['B2', 'C2', 'B3', 'C3']) sheet[cell].z = 'yyyy/m/d';
  utils.book_append_sheet(book, sheet, '表');
  return new Uint8Array(writeBySheetJs(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function byLibreOffice(): Uint8Array {
  return withFolder((folder) => {
    const file = join(folder, 'xlsxwriter.xlsx');
    writeFileSync(file, stored('xlsxwriter.xlsx'));
    const [saved = ''] = convert([file], 'xlsx:Calc MS Excel 2007 XML', folder);
    return new Uint8Array(readFileSync(saved));
  });
}

const macros = () => {
  const all = parts({ more: { 'book/vbaProject.bin': 'macros' } });
  const [types = '', relations = ''] = [all['[Content_Types].xml'], all['book/_rels/main.xml.rels']];
  const project =
    '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';
  return zipOf({
    ...all,
    '[Content_Types].xml': types
      .replace(/[\w./-]+sheet\.main\+xml/, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace('<Override', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'),
    'book/_rels/main.xml.rels': relations.replace('</Relationships>', `${project}</Relationships>`),
  });
};

const ORIGINS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  openpyxl: () => stored('openpyxl.xlsx'),
  XlsxWriter: () => stored('xlsxwriter.xlsx'),
  LibreOffice: byLibreOffice,
  SheetJS: bySheetJs,
  'prefixed elements': () => plain({ prefix: 'x:', sheetData: rows().replace(/<(\/?)/g, '<$1x:') }),
  'the Strict variant with ISO dates': () => plain({ ...STRICT, sheetData: rows(withIsoDates) }),
  'texts with their reading': () => plain({ sheetData: rows(withReadings) }),
  'cells without references': () => plain({ sheetData: withoutReferences() }),
  'shared formulas': () =>
    plain({
      sheetData: rows()
        .replace('<c r="D2">', '<c r="D2"><f t="shared" ref="D2:D3" si="0">C2-B2</f>')
        .replace('<c r="D3">', '<c r="D3"><f t="shared" si="0"/>'),
    }),
  'UTF-16': utf16,
  'a macro workbook': macros,
  'a zip64 directory': async () => withZip64Directory(await plain()),
  'a zip with a comment': async () => withComment(await plain(), new Uint8Array([0x61])),
};

/** The parts that adding a sheet has to touch. */
const TOUCHED = /^\[Content_Types\]\.xml$|\/_rels\/(workbook|main)\.xml\.rels$|\/(workbook|main|styles1?|looks)\.xml$/;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-origins-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function errorsIn(bytes: Uint8Array, name: string): string[] {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return errorsOf(file);
}

test.each(Object.entries(ORIGINS))(
  '%s',
  async (_, make) => {
    const bytes = await make();
    const sheet = readSnapshot(bytes, 'a.xlsx').sheets.find(({ name }) => name === '表');
    const cells = VALUES.map((line, row) => line.map((__, column) => sheet?.rows[row]?.[column]?.value ?? null));
    expect(cells).toEqual(VALUES);

    const written = await write(bytes, 'ja');
    expect(written.verification.findings.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThanOrEqual(
      3,
    );
    const [before, after] = [await partsOf(bytes), await partsOf(written.bytes)];
    const [touched, kept] = [[...before.keys()].filter((path) => TOUCHED.test(path)), new Map(before)];
    for (const path of touched) kept.delete(path);
    expect(new Map([...kept.keys()].map((path) => [path, after.get(path)]))).toEqual(kept);
    expect(touched.filter((path) => !holdsAllOf(rootOf(after.get(path)), rootOf(before.get(path))))).toEqual([]);

    const known = errorsIn(bytes, 'before.xlsx');
    expect(errorsIn(written.bytes, 'after.xlsx').filter((error) => !known.includes(error))).toEqual([]);

    const { count, mismatches } = compare(
      written.plans,
      recalculate({ written: written.bytes }).get('written') ?? new Map(),
    );
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(5);
  },
  120_000,
);
