/**
 * Packs sheets of styled cells into the bytes of an .xlsx file: the few parts that a plain workbook needs, with fixed
 * dates in the zip, so that the same sheets give the same bytes.
 */
import JSZip from 'jszip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FONT = '游ゴシック';
const MADE = new Date(Date.UTC(2020, 5, 9));
const MADE_TEXT = '2020-06-09T00:00:00Z';

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** Gives every different piece of XML a number, in the order in which it first comes. */
class Numbered {
  constructor(first = []) {
    this.items = [...first];
  }
  indexOf(xml) {
    const found = this.items.indexOf(xml);
    return found >= 0 ? found : this.items.push(xml) - 1;
  }
  element(name) {
    return `<${name} count="${this.items.length}">${this.items.join('')}</${name}>`;
  }
}

class Styles {
  formats = new Numbered();
  fonts = new Numbered([this.font({})]);
  fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  borders = new Numbered(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  cells = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);

  font({ bold, size }) {
    return `<font>${bold ? '<b/>' : ''}<sz val="${size ?? 11}"/><color rgb="FF000000"/><name val="${FONT}"/><family val="3"/><charset val="128"/></font>`;
  }

  format(code) {
    if (code === undefined) return 0;
    if (code === '#,##0') return 3;
    return 176 + this.formats.indexOf(code);
  }

  indexOf(style) {
    const line = (side) => `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>`;
    const fill = style.fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`
      : this.fills.items[0];
    const border = style.border
      ? `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`
      : this.borders.items[0];
    const alignment = ['horizontal', 'vertical']
      .filter((name) => style[name])
      .map((name) => ` ${name}="${style[name]}"`)
      .join('');
    return this.cells.indexOf(
      `<xf numFmtId="${this.format(style.format)}" fontId="${this.fonts.indexOf(this.font(style))}" fillId="${this.fills.indexOf(fill)}" borderId="${this.borders.indexOf(border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${alignment}${style.wrap ? ' wrapText="1"' : ''}/></xf>`,
    );
  }

  xml() {
    const formats = this.formats.items.map((code, i) => `<numFmt numFmtId="${176 + i}" formatCode="${escape(code)}"/>`);
    return `${DECLARATION}<styleSheet xmlns="${MAIN}">${formats.length ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''}${this.fonts.element('fonts')}${this.fills.element('fills')}${this.borders.element('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.cells.element('cellXfs')}<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;
  }
}

function sheetXml(sheet, isFirst, styles, strings) {
  const columnName = (column) => String.fromCharCode(65 + column);
  const cellXml = (cell, row, column) => {
    const start = `<c r="${columnName(column)}${row + 1}" s="${styles.indexOf(cell.style)}"`;
    if (cell.text !== undefined) {
      return `${start} t="s"><v>${strings.indexOf(`<si><t xml:space="preserve">${escape(cell.text)}</t></si>`)}</v></c>`;
    }
    return cell.number === undefined ? `${start}/>` : `${start}><v>${cell.number}</v></c>`;
  };
  const rows = sheet.rows.map(
    ({ cells, height }, row) =>
      `<row r="${row + 1}" ht="${height}" customHeight="1">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
  );
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = `${columnName(sheet.widths.length - 1)}${sheet.rows.length}`;
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18.75"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/></worksheet>`;
}

/** `{title, sheets: [{name, widths, rows: [{cells: [{text|number, style}], height}], merges}]}` as the bytes of a workbook. */
export async function packWorkbook({ title, sheets }) {
  const styles = new Styles();
  const strings = new Numbered();
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map((sheet, i) => ({
    path: `xl/worksheets/sheet${i + 1}.xml`,
    xml: sheetXml(sheet, i === 0, styles, strings),
  }));
  const relation = (id, type, target) =>
    `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const override = (path, type) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${office}.sheet.main+xml`)}${parts.map(({ path }) => override(path, `${office}.worksheet+xml`)).join('')}${override('xl/styles.xml', `${office}.styles+xml`)}${override('xl/sharedStrings.xml', `${office}.sharedStrings+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${MADE_TEXT}</dcterms:created></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${parts.map(({ path }, i) => relation(i + 1, 'worksheet', path.slice(3))).join('')}${relation(parts.length + 1, 'styles', 'styles.xml')}${relation(parts.length + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(parts.map(({ path, xml }) => [path, xml])),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" uniqueCount="${strings.items.length}">${strings.items.join('')}</sst>`,
  };
  const zip = new JSZip();
  for (const [path, xml] of Object.entries(files)) {
    zip.file(path, xml.startsWith('<?xml') ? xml : DECLARATION + xml, { date: MADE, createFolders: false });
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}
