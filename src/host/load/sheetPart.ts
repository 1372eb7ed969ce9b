import { type CellArea, parseArea } from '../../core/sheets/address';
import { childrenOf, type Element } from '../../workbooks/xlsx/xmlPart';
import type { SheetModel } from '../model/sheetModel';
import { colorOf } from './colors';
import type { FileLooks } from './looks';

/** A sheet's widths are stored as characters of seven pixels, padding included. */
const PIXELS_PER_CHARACTER = 7;
/** Columns beyond this take their width from a rule for "all the rest", which need not be kept one by one. */
const MOST_COLUMNS = 512;

/** Takes from a sheet's part what the snapshot does not hold: looks, sizes, frozen panes, links, formats, page. */
export function readSheetPart(
  sheet: SheetModel,
  part: Element,
  looks: FileLooks,
  theme: readonly string[],
  externalLinks: ReadonlyMap<string, string>,
): void {
  const first = (name: string) => childrenOf(part, name)[0];
  const properties = first('sheetPr');
  const tab = properties ? colorOf(childrenOf(properties, 'tabColor')[0], theme) : null;
  if (tab) sheet.setTabColor(tab);
  readFormat(sheet, first('sheetFormatPr'));
  for (const column of listOf(part, 'cols')) readColumn(sheet, column);
  for (const row of listOf(part, 'sheetData')) readRow(sheet, row, looks);
  readView(sheet, first('sheetViews'));
  sheet.protected = flag(first('sheetProtection'), 'sheet');
  for (const format of childrenOf(part, 'conditionalFormatting')) readConditional(sheet, format, looks);
  for (const rule of listOf(part, 'dataValidations')) readValidation(sheet, rule);
  for (const link of listOf(part, 'hyperlinks')) readLink(sheet, link, externalLinks);
  if (first('pageSetup')?.getAttribute('orientation') === 'landscape') sheet.page.orientation = 'Landscape';
}

function listOf(part: Element, name: string): Element[] {
  const parent = childrenOf(part, name)[0];
  return parent ? childrenOf(parent) : [];
}

function flag(element: Element | undefined, name: string): boolean {
  return ['1', 'true'].includes(element?.getAttribute(name) ?? '0');
}

function readFormat(sheet: SheetModel, format: Element | undefined): void {
  const height = Number(format?.getAttribute('defaultRowHeight') ?? NaN);
  if (Number.isFinite(height)) sheet.defaultRowHeight = height;
  const width = Number(format?.getAttribute('defaultColWidth') ?? NaN);
  if (Number.isFinite(width)) sheet.defaultColumnWidth = Math.round(width * PIXELS_PER_CHARACTER);
}

function readColumn(sheet: SheetModel, column: Element): void {
  const from = Number(column.getAttribute('min')) - 1;
  const to = Math.min(Number(column.getAttribute('max')) - 1, from + MOST_COLUMNS);
  const width = Number(column.getAttribute('width') ?? NaN);
  for (let index = from; index <= to; index += 1) {
    if (Number.isFinite(width)) sheet.setColumnWidth(index, Math.round(width * PIXELS_PER_CHARACTER));
    if (flag(column, 'hidden')) sheet.setColumnHidden(index, true);
  }
}

function readRow(sheet: SheetModel, row: Element, looks: FileLooks): void {
  const index = Number(row.getAttribute('r')) - 1;
  const height = Number(row.getAttribute('ht') ?? NaN);
  if (Number.isFinite(height) && height !== sheet.defaultRowHeight) sheet.setRowHeight(index, height);
  if (flag(row, 'hidden')) sheet.setRowHidden(index, true);
  for (const cell of childrenOf(row, 'c')) {
    const place = parseArea(cell.getAttribute('r') ?? '');
    const look = looks.cells[Number(cell.getAttribute('s') ?? 0)];
    if (place && look && look !== sheet.defaultLook) sheet.setLook(place.top, place.left, look);
  }
}

function readView(sheet: SheetModel, views: Element | undefined): void {
  const view = views ? childrenOf(views, 'sheetView')[0] : undefined;
  if (!view) return;
  sheet.showGridlines = (view.getAttribute('showGridLines') ?? '1') !== '0';
  const pane = childrenOf(view, 'pane')[0];
  if (pane?.getAttribute('state')?.startsWith('frozen')) {
    sheet.freeze(Number(pane.getAttribute('ySplit') ?? 0), Number(pane.getAttribute('xSplit') ?? 0));
  }
}

function areasOf(text: string | null): CellArea[] {
  return (text ?? '').split(/\s+/).flatMap((address) => parseArea(address) ?? []);
}

function readConditional(sheet: SheetModel, element: Element, looks: FileLooks): void {
  for (const rule of childrenOf(element, 'cfRule')) {
    const formula = childrenOf(rule, 'formula')[0]?.textContent;
    const difference = looks.differences[Number(rule.getAttribute('dxfId') ?? -1)];
    if (rule.getAttribute('type') !== 'expression' || !formula || !difference) continue;
    for (const area of areasOf(element.getAttribute('sqref'))) {
      sheet.conditionalFormats.push({
        id: `{F${sheet.conditionalFormats.length + 1}}`,
        area,
        formula: `=${formula}`,
        ...difference,
        stopIfTrue: flag(rule, 'stopIfTrue'),
      });
    }
  }
}

function readValidation(sheet: SheetModel, rule: Element): void {
  const formula = childrenOf(rule, 'formula1')[0]?.textContent;
  if (rule.getAttribute('type') !== 'list' || !formula) return;
  const quoted = /^"(.*)"$/s.exec(formula);
  const source = quoted?.[1] !== undefined ? quoted[1].replace(/""/g, '"') : `=${formula}`;
  for (const area of areasOf(rule.getAttribute('sqref'))) {
    // The attribute says the opposite of its name: set, it hides the arrow.
    sheet.validations.push({ area, source, inCellDropDown: !flag(rule, 'showDropDown') });
  }
}

function readLink(sheet: SheetModel, link: Element, externalLinks: ReadonlyMap<string, string>): void {
  const relationship = [...link.attributes].find((attribute) => attribute.localName === 'id')?.value;
  const address = relationship ? (externalLinks.get(relationship) ?? null) : null;
  for (const area of areasOf(link.getAttribute('ref'))) {
    sheet.setLink(area.top, area.left, {
      address,
      documentReference: link.getAttribute('location'),
      screenTip: link.getAttribute('tooltip'),
    });
  }
}
