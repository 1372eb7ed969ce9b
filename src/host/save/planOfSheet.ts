import { parseArea } from '../../core/sheets/address';
import type {
  CellStyle,
  PlannedBarChart,
  PlannedCell,
  PlannedContent,
  PlannedName,
  PlannedResult,
  SheetPlan,
  SheetRole,
} from '../../core/sheets/sheetPlan';
import { type CellValue, isCellError } from '../../core/sheets/snapshot';
import { dateOfSerial } from '../../core/values/calendar';
import { Decimal } from '../../core/values/decimal';
import { isDateFormat } from '../model/displayText';
import type { ChartModel } from '../model/features';
import type { ModelCell, SheetModel } from '../model/sheetModel';
import { columnPoints, rowPoints } from '../model/sizes';
import type { BorderSide, CellLook } from '../model/style';
import type { WorkbookModel } from '../model/workbookModel';

/** Pixels of a character, and of the padding beside a column's characters, in the default font at 100 %. */
const PIXELS_PER_CHARACTER = 7;
const PADDING = 5;

/** A sheet of the workbook in memory as a plan, so that the writer of files can add it. */
export function planOfSheet(model: WorkbookModel, sheet: SheetModel, role: SheetRole): SheetPlan {
  const styles = new Map<CellLook, CellStyle>();
  const cells: PlannedCell[] = [];
  for (const { row, column, cell } of sheet.cells()) {
    const style = styles.get(cell.look) ?? styleOf(cell.look, sheet.defaultLook);
    styles.set(cell.look, style);
    cells.push({ row, column, content: contentOf(model, sheet, row, column, cell), style });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const last = Math.max(-1, ...sheet.columnWidths.keys());
  return {
    role,
    name: sheet.name,
    cells,
    incompleteNotice: '',
    merges: sheet.merges,
    columnWidths: Array.from({ length: last + 1 }, (_, column) => {
      const pixels = sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth;
      return (pixels - PADDING) / PIXELS_PER_CHARACTER;
    }),
    rowHeights: sheet.rowHeights,
    frozen: sheet.frozen,
    highlights: sheet.conditionalFormats.flatMap(({ area, formula, fill, fontColor }) =>
      fill === null ? [] : [{ area, formula, fill, color: fontColor }],
    ),
    choices: sheet.validations.map(({ area, source }) => ({
      cell: { row: area.top, column: area.left },
      choices: source.split(','),
    })),
    charts: sheet.charts.map((chart) => chartOf(sheet, chart)),
    names: namesOf(model, sheet),
    tabColor: sheet.tabColor ?? '#000000',
    page: {
      orientation: sheet.page.orientation === 'Landscape' ? 'landscape' : 'portrait',
      titleRows: sheet.page.titleRows,
    },
  };
}

function contentOf(
  model: WorkbookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  cell: ModelCell,
): PlannedContent {
  const { value, formula, look } = cell;
  const link = sheet.link(row, column)?.documentReference;
  const target = link ? cellOf(model, link) : null;
  if (formula !== null) return { kind: 'formula', formula, result: resultOf(model, value, look) };
  if (value === null) return { kind: 'blank' };
  if (isCellError(value)) return { kind: 'text', text: value.error };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return target ? { kind: 'link', text: value, target } : { kind: 'text', text: value };
  return { kind: 'number', value: new Decimal(value) };
}

function resultOf(model: WorkbookModel, value: CellValue | null, look: CellLook): PlannedResult {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'number') return value;
  const date =
    isDateFormat(look.numberFormat) && Number.isInteger(value) ? dateOfSerial(value, model.dateSystem) : null;
  return date ?? new Decimal(value);
}

/** The cell that a reference such as `'減額'!D28` names; null for anything else. */
function cellOf(model: WorkbookModel, reference: string): { sheet: string; row: number; column: number } | null {
  const split = reference.lastIndexOf('!');
  const name = reference
    .slice(0, split)
    .replace(/^=/, '')
    .replace(/^'(.*)'$/s, '$1')
    .replace(/''/g, "'");
  const area = split > 0 ? parseArea(reference.slice(split + 1)) : null;
  const sheet = model.sheet(name);
  return area && sheet ? { sheet: sheet.name, row: area.top, column: area.left } : null;
}

const SIDES: readonly [BorderSide, 'top' | 'bottom' | 'left' | 'right'][] = [
  ['EdgeTop', 'top'],
  ['EdgeBottom', 'bottom'],
  ['EdgeLeft', 'left'],
  ['EdgeRight', 'right'],
];

function styleOf(look: CellLook, plain: CellLook): CellStyle {
  const lines = SIDES.filter(([side]) => look.borders[side]);
  const color = lines[0] ? look.borders[lines[0][0]]?.color : undefined;
  const horizontal = (['left', 'center', 'right'] as const).find((word) => word === look.horizontal.toLowerCase());
  const vertical = (['top', 'center', 'bottom'] as const).find((word) => word === look.vertical.toLowerCase());
  return {
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.fontColor !== plain.fontColor ? { color: look.fontColor } : {}),
    ...(look.fontSize !== plain.fontSize ? { size: look.fontSize } : {}),
    ...(look.fill !== null ? { fill: look.fill } : {}),
    ...(look.numberFormat !== 'General' ? { numberFormat: look.numberFormat } : {}),
    ...(look.wrap ? { wrap: true } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(look.indent > 0 ? { indent: look.indent } : {}),
    ...(color ? { border: { color, sides: lines.map(([, side]) => side) } } : {}),
  };
}

/** The sheet's own names of its cells. Names of the workbook are the user's, and the file keeps them. */
function namesOf(model: WorkbookModel, sheet: SheetModel): PlannedName[] {
  return model.names.of(sheet.id).flatMap(({ name, formula }) => {
    const target = cellOf(model, formula);
    return target?.sheet === sheet.name ? [{ name, cell: { row: target.row, column: target.column } }] : [];
  });
}

function chartOf(sheet: SheetModel, chart: ChartModel): PlannedBarChart {
  const nowhere = { top: 0, left: 0, bottom: 0, right: 0 };
  const { minimum, maximum, majorUnit, numberFormat } = chart.valueAxis;
  return {
    title: chart.title ?? '',
    categories: chart.series.find(({ categories }) => categories)?.categories ?? nowhere,
    series: chart.series.map(({ name, values, fill }) => ({ name, values: values ?? nowhere, fill: fill ?? null })),
    axis: {
      minimum: minimum ?? 0,
      maximum: maximum ?? 1,
      majorUnit: majorUnit ?? 1,
      numberFormat: numberFormat ?? 'General',
    },
    position: {
      left: indexAt(chart.left, (column) => columnPoints(sheet, column)),
      right: indexAt(chart.left + chart.width - 1, (column) => columnPoints(sheet, column)),
      top: indexAt(chart.top, (row) => rowPoints(sheet, row)),
      bottom: indexAt(chart.top + chart.height - 1, (row) => rowPoints(sheet, row)),
    },
  };
}

/** The row or column in which a distance from the sheet's corner ends. */
function indexAt(points: number, sizeOf: (index: number) => number): number {
  let index = 0;
  for (let rest = points; rest >= sizeOf(index); index += 1) rest -= sizeOf(index);
  return index;
}
