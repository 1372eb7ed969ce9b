import type { CellAddress, CellArea, CellRange } from '../../core/sheets/address';

/** A link in a cell: to an address outside, or to a place in the workbook (`減額!D28`). */
export interface CellLink {
  readonly address: string | null;
  readonly documentReference: string | null;
  readonly screenTip: string | null;
}

/** A conditional format of the custom-formula kind. The formula is relative to the area's top left cell. */
export interface ConditionalFormatModel {
  readonly id: string;
  area: CellArea;
  formula: string;
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  stopIfTrue: boolean;
}

/** A list validation; `source` is the comma-separated choices, or a reference beginning with `=`. */
export interface ListValidationModel {
  readonly area: CellArea;
  readonly source: string;
  readonly inCellDropDown: boolean;
}

export interface ChartSeriesModel {
  name: string;
  values: CellRange | null;
  categories: CellRange | null;
  /** `#RRGGBB`; null where nothing is drawn; undefined where Excel chooses. */
  fill: string | null | undefined;
  gapWidth: number | null;
}

export interface ChartAxisModel {
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  numberFormat: string | null;
  /** Plotted in reverse order (first category on top). */
  reversed: boolean;
  /** Where the other axis crosses this one, as Office.js names it (`Minimum`, `Maximum`); absent where Excel chooses. */
  crossing?: string;
}

/** A chart on a sheet. `left`, `top`, `width` and `height` are points from the sheet's corner. */
export interface ChartModel {
  readonly id: string;
  name: string;
  /** As Office.js names it, such as `BarStacked`. */
  type: string;
  title: string | null;
  legendVisible: boolean;
  series: ChartSeriesModel[];
  valueAxis: ChartAxisModel;
  categoryAxis: ChartAxisModel;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PageModel {
  /** As Office.js names it, such as `A4`; null for the printer's own. */
  paperSize: string | null;
  orientation: 'Portrait' | 'Landscape';
  /** 0-based rows repeated on every printed page. */
  titleRows: { readonly first: number; readonly last: number } | null;
  /** Pages wide and tall that the sheet is fitted to; null where it is not fitted. */
  fitWide: number | null;
  fitTall: number | null;
  zoom: number | null;
}

/** A defined name. `formula` begins with `=`. */
export interface DefinedNameModel {
  readonly name: string;
  /** The sheet that it belongs to, or null for the workbook. */
  readonly sheetId: string | null;
  formula: string;
  visible: boolean;
  comment: string;
}

/** What is selected: always one sheet, the active one. */
export interface SelectionModel {
  readonly sheetId: string;
  readonly area: CellArea;
}

export type { CellAddress, CellArea, CellRange };
