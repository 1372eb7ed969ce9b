import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { PlannedCell, PlannedContent, SheetPlan } from '../../../../src/core/sheets/sheetPlan';
import { Decimal } from '../../../../src/core/values/decimal';

export const SAMPLE = new Uint8Array(readFileSync(join(__dirname, '../../../../assets/sample/nakano-2020.xlsx')));

/** A package of parts as the bytes of a zip. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts)) zip.file(path, text, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The parts of a package as text, by path. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files)) if (!file.dir) parts.set(file.name, await file.async('binarystring'));
  return parts;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface FixtureOptions {
  /** Prefix of the main namespace with its colon, such as `x:`. */
  readonly prefix?: string;
  readonly workbookPr?: string;
  readonly afterSheets?: string;
  readonly sheetData?: string;
  readonly styles?: string | null;
  readonly main?: string;
  readonly relations?: string;
  readonly sheetName?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A workbook of one sheet in an unusual folder, with pieces of XML put in. */
export function workbookParts(options: FixtureOptions = {}): Record<string, string> {
  const { prefix = '', main = TRANSITIONAL, relations = RELATIONS, styles = null } = options;
  const ns = prefix ? `xmlns:${prefix.slice(0, -1)}="${main}"` : `xmlns="${main}"`;
  const tag = (name: string) => `${prefix}${name}`;
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/book/main.xml" ContentType="${office}.sheet.main+xml"/><Override PartName="/book/first.xml" ContentType="${office}.worksheet+xml"/>${styles === null ? '' : `<Override PartName="/book/looks.xml" ContentType="${office}.styles+xml"/>`}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${relations}/officeDocument" Target="/book/main.xml"/></Relationships>`,
    'book/main.xml': `<${tag('workbook')} ${ns} xmlns:rel="${relations}">${options.workbookPr ?? ''}<${tag('sheets')}><${tag('sheet')} name="${options.sheetName ?? 'Data'}" sheetId="7" rel:id="rId3"/></${tag('sheets')}>${options.afterSheets ?? ''}</${tag('workbook')}>`,
    'book/_rels/main.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId3" Type="${relations}/worksheet" Target="first.xml"/>${styles === null ? '' : `<Relationship Id="rId9" Type="${relations}/styles" Target="looks.xml"/>`}</Relationships>`,
    'book/first.xml': `<${tag('worksheet')} ${ns}><${tag('sheetData')}>${options.sheetData ?? ''}</${tag('sheetData')}></${tag('worksheet')}>`,
    ...(styles === null ? {} : { 'book/looks.xml': styles }),
    ...options.more,
  };
}

export const workbookOf = (options: FixtureOptions = {}): Promise<Uint8Array> => zipOf(workbookParts(options));

/** A plan with every kind of content, a chart, a highlight, a choice, a name and print titles. */
export function fullPlan(changes: Partial<SheetPlan> = {}): SheetPlan {
  const cell = (
    row: number,
    column: number,
    content: PlannedContent,
    style: PlannedCell['style'] = {},
  ): PlannedCell => {
    return { row, column, content, style };
  };
  const cells = [
    cell(0, 0, { kind: 'text', text: '検算結果' }, { bold: true, size: 16, color: '#123456' }),
    cell(1, 0, { kind: 'text', text: '=1+1' }),
    cell(1, 1, { kind: 'number', value: new Decimal('7133008') }, { numberFormat: '#,##0' }),
    cell(1, 2, { kind: 'date', value: { year: 2019, month: 12, day: 4 } }, { numberFormat: 'yyyy/m/d' }),
    cell(2, 0, { kind: 'text', text: 'A' }),
    cell(2, 1, { kind: 'formula', formula: '=SUM(B2,1)', result: new Decimal('7133009') }, { numberFormat: '#,##0' }),
    cell(2, 2, { kind: 'formula', formula: '=IF(B2>1,"x<y","z")', result: 'x<y' }, { fill: '#FFEEDD', wrap: true }),
    cell(2, 3, { kind: 'formula', formula: '=B2>1', result: true }),
    cell(3, 0, { kind: 'link', text: 'D28', target: { sheet: "O'Brien", row: 27, column: 3 } }),
    cell(3, 1, { kind: 'boolean', value: false }),
    cell(3, 2, { kind: 'blank' }, { border: { color: '#808080', sides: ['top', 'bottom'] } }),
  ];
  return {
    role: 'findings',
    name: '検算結果',
    cells,
    incompleteNotice: '未完成',
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    columnWidths: [20, 12],
    rowHeights: new Map([[0, 30]]),
    frozen: { rows: 1, columns: 1 },
    highlights: [
      { area: { top: 1, left: 1, bottom: 2, right: 1 }, formula: '=B2<0', fill: '#FFC7CE', color: '#9C0006' },
    ],
    choices: [{ cell: { row: 1, column: 3 }, choices: ['切捨て', '切上げ'] }],
    charts: [
      {
        title: '停止 & 復旧',
        categories: { top: 1, left: 0, bottom: 2, right: 0 },
        series: [
          { name: 'offset', values: { top: 1, left: 2, bottom: 2, right: 2 }, fill: null },
          { name: 'days', values: { top: 1, left: 1, bottom: 2, right: 1 }, fill: '#4472C4' },
        ],
        axis: { minimum: 43800, maximum: 43900, majorUnit: 31, numberFormat: 'm/d' },
        position: { top: 6, left: 0, bottom: 20, right: 5 },
      },
    ],
    names: [{ name: 'kenzan_rate', cell: { row: 1, column: 1 } }],
    tabColor: '#1F4E79',
    page: { orientation: 'landscape', titleRows: { first: 0, last: 1 } },
    ...changes,
  };
}
