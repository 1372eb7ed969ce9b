import fc from 'fast-check';
import JSZip from 'jszip';

/* Workbooks of any make: dialect, prefixes, folders, ways to name parts and cells, parts of unknown kinds. */

const ECMA = 'http://schemas.openxmlformats.org';
const DIALECTS = [
  { main: `${ECMA}/spreadsheetml/2006/main`, relations: `${ECMA}/officeDocument/2006/relationships` },
  {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
] as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface DrawnWorkbook {
  readonly dialect: (typeof DIALECTS)[number];
  readonly prefix: string;
  readonly folder: string;
  readonly fromRoot: boolean;
  readonly preface: string;
  readonly sheets: readonly { readonly name: string; readonly cells: readonly (string | number | null)[][] }[];
  readonly styles: 'none' | 'bare' | 'rich';
  readonly names: readonly { readonly name: string; readonly sheet: number | null }[];
  readonly others: Readonly<Record<string, Uint8Array>>;
  readonly packed: boolean;
  /** Whether rows and cells say where they are; otherwise their order does. */
  readonly referenced: boolean;
}

/** Texts of any characters that XML can hold, in forms that a spreadsheet might take for something else. */
export const text = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', ' ', "'", '_x000D_'), fc.string({ unit: 'binary' }))
  .map(([start, rest]) => (start + rest).replace(/[\uFFFE\uFFFF]|\p{Cs}/gu, ''))
  .filter((value) => value !== '');

const sheetName = fc
  .tuple(fc.constantFrom('表', 'R1C1', 'A1', "O'Brien", '<&">', '合計'), fc.nat(99))
  .map(([name, number]) => `${name} ${number}`);

export const drawnWorkbook: fc.Arbitrary<DrawnWorkbook> = fc.record({
  dialect: fc.constantFrom(...DIALECTS),
  prefix: fc.constantFrom('', 'x:', 'ns0:'),
  folder: fc.constantFrom('xl/', 'book/', '', 'XL/Deep/er/'),
  fromRoot: fc.boolean(),
  preface: fc.constantFrom('', '\uFEFF', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<!-- by hand -->'),
  sheets: fc.uniqueArray(
    fc.record({
      name: sheetName,
      cells: fc.array(
        fc.array(
          fc.oneof(
            fc.string({ unit: fc.constantFrom('金', '額', '1', 'a', '&', '<', ' ') }),
            fc.integer(),
            fc.constant(null),
          ),
          {
            maxLength: 4,
          },
        ),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4, selector: ({ name }) => name },
  ),
  styles: fc.constantFrom('none', 'bare', 'rich'),
  names: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('税率', 'kenzan_rate', 'Rate', '_xlnm.Print_Area'),
      sheet: fc.option(fc.nat(0)),
    }),
    { maxLength: 3, selector: ({ name, sheet }) => `${name}${sheet}` },
  ),
  others: fc.dictionary(
    fc.constantFrom(
      ...[
        'customXml/item1.xml',
        'media/image1.png',
        'xl/media/圖%20.bin',
        'docProps/app.xml',
        'xl/worksheets/sheet1.xml',
      ],
      ...['xl/calcChain.xml', 'xl/drawings/Drawing1.xml', 'xl/charts/chart1.xml', 'xl/styles1.xml', '[trash]/0000.dat'],
    ),
    fc.uint8Array({ maxLength: 40 }),
  ),
  packed: fc.boolean(),
  referenced: fc.boolean(),
});

const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The stylesheet of a drawn workbook; lists without counts, or with a format of the user's. */
function stylesXml({ styles, prefix, dialect }: DrawnWorkbook): string {
  const rich =
    '<p:numFmts count="1"><p:numFmt numFmtId="170" formatCode="0.00&quot;円&quot;"/></p:numFmts><p:fonts count="1"><p:font><p:sz val="9"/></p:font></p:fonts><p:fills count="1"><p:fill><p:patternFill/></p:fill></p:fills><p:borders count="1"><p:border/></p:borders><p:cellXfs count="2"><p:xf/><p:xf numFmtId="170"/></p:cellXfs><p:dxfs/>';
  const bare = '<p:fonts><p:font/></p:fonts><p:cellXfs><p:xf/></p:cellXfs>';
  const body = `<p:styleSheet xmlns${prefix && ':'}${prefix.slice(0, -1)}="${dialect.main}">${styles === 'rich' ? rich : bare}</p:styleSheet>`;
  return body.replace(/(<\/?)p:/g, `$1${prefix}`);
}

export function packageOf(book: DrawnWorkbook): Promise<Uint8Array> {
  const { dialect, prefix, folder, sheets } = book;
  const space = `xmlns${prefix && ':'}${prefix.slice(0, -1)}="${dialect.main}" xmlns:rel="${dialect.relations}"`;
  const tags = (xml: string) => xml.replace(/(<\/?)p:/g, `$1${prefix}`);
  const target = (name: string) => (book.fromRoot ? `/${folder}${name}` : name);
  const cell = (value: string | number | null, row: number, column: number) => {
    const reference = book.referenced ? ` r="${'ABCD'[column]}${row + 1}"` : '';
    if (value === null) return book.referenced ? '' : '<p:c/>';
    return typeof value === 'number'
      ? `<p:c${reference}><p:v>${value}</p:v></p:c>`
      : `<p:c${reference} t="inlineStr"><p:is><p:t xml:space="preserve">${escaped(value)}</p:t></p:is></p:c>`;
  };
  const parts: Record<string, string | Uint8Array> = { ...book.others };
  const styled = book.styles !== 'none';
  parts['[Content_Types].xml'] =
    `<Types xmlns="${ECMA}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${folder}main.xml" ContentType="${OFFICE}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/${folder}s${index}.xml" ContentType="${OFFICE}.worksheet+xml"/>`).join('')}${styled ? `<Override PartName="/${folder}looks.xml" ContentType="${OFFICE}.styles+xml"/>` : ''}</Types>`;
  const relation = (id: string, kind: string, to: string) =>
    `<Relationship Id="${id}" Type="${dialect.relations}/${kind}" Target="${to}"/>`;
  const relations = (entries: string) =>
    `${book.preface}<Relationships xmlns="${ECMA}/package/2006/relationships">${entries}</Relationships>`;
  parts['_rels/.rels'] = relations(relation('r1', 'officeDocument', `${folder}main.xml`));
  parts[`${folder}_rels/main.xml.rels`] = relations(
    sheets.map((_, index) => relation(`rId${index + 2}`, 'worksheet', target(`s${index}.xml`))).join('') +
      (styled ? relation('looks', 'styles', target('looks.xml')) : ''),
  );
  const names = book.names.map(
    ({ name, sheet }) =>
      `<p:definedName name="${name}"${sheet === null ? '' : ` localSheetId="${sheet}"`}>'${escaped(sheets[0]?.name ?? '').replace(/'/g, "''")}'!$A$1</p:definedName>`,
  );
  parts[`${folder}main.xml`] =
    book.preface +
    tags(
      `<p:workbook ${space}><p:sheets>${sheets.map(({ name }, index) => `<p:sheet name="${escaped(name)}" sheetId="${index + 5}" rel:id="rId${index + 2}"/>`).join('')}</p:sheets>${names.length > 0 ? `<p:definedNames>${names.join('')}</p:definedNames>` : ''}</p:workbook>`,
    );
  if (styled) parts[`${folder}looks.xml`] = stylesXml(book);
  for (const [index, { cells }] of sheets.entries()) {
    const rows = cells.map(
      (line, row) =>
        `<p:row${book.referenced ? ` r="${row + 1}"` : ''}>${line.map((value, column) => cell(value, row, column)).join('')}</p:row>`,
    );
    parts[`${folder}s${index}.xml`] =
      book.preface + tags(`<p:worksheet ${space}><p:sheetData>${rows.join('')}</p:sheetData></p:worksheet>`);
  }
  const zip = new JSZip();
  for (const [path, content] of Object.entries(parts)) zip.file(path, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: book.packed ? 'DEFLATE' : 'STORE' });
}
