import { areaName, cellName, qualifiedCell } from '../../core/sheets/address';
import type { PlannedCell, PlannedResult, SheetPlan } from '../../core/sheets/sheetPlan';
import { type DateSystem, serialOfDate } from '../../core/values/calendar';
import { Decimal, decimalText } from '../../core/values/decimal';
import type { Dialect } from './dialect';
import { fileFormula } from './fileFormula';
import { argb, type StyleTable } from './styleTable';
import { DECLARATION, escapeCellText, escapeXml } from './xmlText';

/** Width that Excel stores for a column of so many characters: with 5 pixels of padding (ECMA-376 part 1, 18.3.1.13). */
const COLUMN_PADDING = 0.7109375;
const A4 = 9;

/** A planned sheet as a worksheet part. `drawingId` is the relationship to its drawing part, where it has one. */
export function sheetXml(
  plan: SheetPlan,
  styles: StyleTable,
  dateSystem: DateSystem,
  dialect: Dialect,
  drawingId: string | null,
): string {
  return (
    `${DECLARATION}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
    `<sheetPr><tabColor rgb="${argb(plan.tabColor)}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    dimension(plan) +
    sheetViews(plan) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columns(plan) +
    sheetData(plan, styles, dateSystem) +
    list('mergeCells', plan.merges, (area) => `<mergeCell ref="${areaName(area)}"/>`) +
    highlights(plan, styles) +
    list('dataValidations', plan.choices, ({ cell, choices }) => {
      const source = `"${choices.join(',').replace(/"/g, '""')}"`;
      return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cellName(cell)}"><formula1>${escapeXml(source)}</formula1></dataValidation>`;
    }) +
    hyperlinks(plan) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${A4}" orientation="${plan.page.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    (drawingId === null ? '' : `<drawing r:id="${drawingId}"/>`) +
    '</worksheet>'
  );
}

function list<T>(name: string, items: readonly T[], item: (value: T) => string, count = true): string {
  if (items.length === 0) return '';
  return `<${name}${count ? ` count="${items.length}"` : ''}>${items.map(item).join('')}</${name}>`;
}

function dimension(plan: SheetPlan): string {
  const bottom = plan.cells.reduce((greatest, cell) => Math.max(greatest, cell.row), 0);
  const right = plan.cells.reduce((greatest, cell) => Math.max(greatest, cell.column), 0);
  return `<dimension ref="${areaName({ top: 0, left: 0, bottom, right })}"/>`;
}

function sheetViews(plan: SheetPlan): string {
  const { rows, columns } = plan.frozen;
  if (rows === 0 && columns === 0) return '<sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>';
  const pane = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const corner = cellName({ row: rows, column: columns });
  return `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

function columns(plan: SheetPlan): string {
  const item = (width: number, index: number) =>
    `<col min="${index + 1}" max="${index + 1}" width="${width + COLUMN_PADDING}" customWidth="1"/>`;
  return plan.columnWidths.length === 0 ? '' : `<cols>${plan.columnWidths.map(item).join('')}</cols>`;
}

function sheetData(plan: SheetPlan, styles: StyleTable, dateSystem: DateSystem): string {
  const rows = new Map<number, PlannedCell[]>();
  for (const row of plan.rowHeights.keys()) rows.set(row, []);
  for (const cell of plan.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const lines = [...rows.entries()].sort(([a], [b]) => a - b);
  const line = ([row, cells]: readonly [number, readonly PlannedCell[]]) => {
    const height = plan.rowHeights.get(row);
    const sorted = [...cells].sort((a, b) => a.column - b.column);
    return `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${sorted
      .map((cell) => cellXml(cell, styles.cellIndex(cell.style), dateSystem))
      .join('')}</row>`;
  };
  return `<sheetData>${lines.map(line).join('')}</sheetData>`;
}

function cellXml(cell: PlannedCell, style: number, dateSystem: DateSystem): string {
  const start = `<c r="${cellName(cell)}" s="${style}"`;
  const { content } = cell;
  switch (content.kind) {
    case 'text':
    case 'link':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(content.text)}</t></is></c>`;
    case 'number':
      return `${start}><v>${decimalText(content.value)}</v></c>`;
    case 'date':
      return `${start}><v>${serialOfDate(content.value, dateSystem)}</v></c>`;
    case 'boolean':
      return `${start} t="b"><v>${content.value ? 1 : 0}</v></c>`;
    case 'formula': {
      const [type, value] = cachedResult(content.result, dateSystem);
      return `${start}${type}><f>${escapeXml(fileFormula(content.formula))}</f><v>${value}</v></c>`;
    }
    case 'blank':
      return `${start}/>`;
  }
}

/** The type attribute and the value of a formula's cached result. */
export function cachedResult(result: PlannedResult, dateSystem: DateSystem): readonly [string, string] {
  if (typeof result === 'string') return [' t="str"', escapeCellText(result)];
  if (typeof result === 'boolean') return [' t="b"', result ? '1' : '0'];
  if (Decimal.isDecimal(result)) return ['', decimalText(result)];
  return ['', String(serialOfDate(result, dateSystem))];
}

function highlights(plan: SheetPlan, styles: StyleTable): string {
  return plan.highlights
    .map(({ area, formula, fill, color }, index) => {
      const rule = `<cfRule type="expression" dxfId="${styles.highlightIndex(fill, color)}" priority="${index + 1}"><formula>${escapeXml(fileFormula(formula))}</formula></cfRule>`;
      return `<conditionalFormatting sqref="${areaName(area)}">${rule}</conditionalFormatting>`;
    })
    .join('');
}

function hyperlinks(plan: SheetPlan): string {
  const links = plan.cells.flatMap((cell) => (cell.content.kind === 'link' ? [{ cell, content: cell.content }] : []));
  return list(
    'hyperlinks',
    links,
    ({ cell, content }) =>
      `<hyperlink ref="${cellName(cell)}" location="${escapeXml(qualifiedCell(content.target))}" display="${escapeXml(content.text)}"/>`,
    false,
  );
}
