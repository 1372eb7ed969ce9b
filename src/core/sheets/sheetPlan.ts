import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { CellAddress, CellArea } from './address';

/** Which of our three sheets: 検算結果 (findings), 合計 (totals), 時系列 (timeline). The mark carries it. */
export type SheetRole = 'findings' | 'totals' | 'timeline';

export const SHEET_ROLES: readonly SheetRole[] = ['findings', 'totals', 'timeline'];

/**
 * Name of the hidden, sheet-scoped defined name that marks a sheet as ours. It refers to the role as a text constant
 * (`="findings"`), survives a rename, and is the same through Office.js and in files.
 */
export const MARK_NAME = '_kenzan';

/** Most characters that a cell holds. */
export const LONGEST_TEXT = 32_767;

/** Space between the bars of a chart in percent of their width. */
export const BAR_GAP = 40;

/** Width of a digit and padding of a column in pixels at 100 % (ECMA-376 part 1, 18.3.1.13 gives the rule), in Yu Gothic 11 points. */
const DIGIT_PIXELS = 8;
const PADDING_PIXELS = 5;

/** The width of a column of so many characters in pixels at 100 %. */
export function columnPixels(characters: number): number {
  return characters * DIGIT_PIXELS + PADDING_PIXELS;
}

/** What a formula gave when the core computed it: the cached value in files. */
export type PlannedResult = Decimal | CalendarDate | string | boolean;

export type PlannedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'date'; readonly value: CalendarDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `formula` begins with `=`, uses built-in functions of Excel 2016 and LibreOffice 7.4, English names, A1 references. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: PlannedResult }
  /** A link to a cell of the workbook, shown as `text`. */
  | { readonly kind: 'link'; readonly text: string; readonly target: CellAddress }
  /** Nothing but the style. */
  | { readonly kind: 'blank' };

/** Colours are `#RRGGBB`; sizes are points. A plan's styles are few objects shared by many cells. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly indent?: number;
  /** Thin lines in this colour on the named sides. */
  readonly border?: { readonly color: string; readonly sides: readonly ('top' | 'bottom' | 'left' | 'right')[] };
}

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly content: PlannedContent;
  readonly style: CellStyle;
}

/** A custom-formula conditional format; the formula is relative to the area's top left cell. */
export interface PlannedHighlight {
  readonly area: CellArea;
  readonly formula: string;
  readonly fill: string;
  readonly color: string | null;
}

/** A list validation: the cell takes one of the choices. */
export interface PlannedChoice {
  readonly cell: { readonly row: number; readonly column: number };
  readonly choices: readonly string[];
}

/** A horizontal stacked bar chart: the first series unfilled (the offset), the others drawn. All areas lie on the same sheet. */
export interface PlannedBarChart {
  readonly title: string;
  readonly categories: CellArea;
  readonly series: readonly { readonly name: string; readonly values: CellArea; readonly fill: string | null }[];
  /** The value axis: date serials in the workbook's date system with a date format, or plain numbers. */
  readonly axis: {
    readonly minimum: number;
    readonly maximum: number;
    readonly majorUnit: number;
    readonly numberFormat: string;
  };
  /** Cells that the chart covers. */
  readonly position: CellArea;
}

/**
 * A name for a cell of the plan’s sheet, scoped to that sheet: it can never stand in the way of a name of the user’s. Formulas
 * of the sheet itself use the name alone (it comes before one of the workbook), those of other sheets with the sheet before
 * it: `=合計!税率`.
 */
export interface PlannedName {
  readonly name: string;
  readonly cell: { readonly row: number; readonly column: number };
}

/**
 * Everything that one of our sheets is to hold, as plain data. Row and column numbers are 0-based. The same plan is
 * written through Office.js and into files.
 */
export interface SheetPlan {
  readonly role: SheetRole;
  /** Free in the workbook, or the present name of our sheet of this role. At most 31 characters. */
  readonly name: string;
  /** Cell (0,0) is the title; the text that stands there while the sheet is being written is `incompleteNotice`. */
  readonly cells: readonly PlannedCell[];
  readonly incompleteNotice: string;
  readonly merges: readonly CellArea[];
  /** Width by column in characters of the default font; columns beyond keep the default. */
  readonly columnWidths: readonly number[];
  /** Heights in points for rows that need another than the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly highlights: readonly PlannedHighlight[];
  readonly choices: readonly PlannedChoice[];
  readonly charts: readonly PlannedBarChart[];
  readonly names: readonly PlannedName[];
  readonly tabColor: string;
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    /** 0-based rows repeated on every printed page, or null. */
    readonly titleRows: { readonly first: number; readonly last: number } | null;
  };
}
