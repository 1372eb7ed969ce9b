/** The sides that a cell's line can lie on, named as Office.js names them. */
export const BORDER_SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'DiagonalDown', 'DiagonalUp'] as const;
export type BorderSide = (typeof BORDER_SIDES)[number];

export interface BorderLine {
  readonly style: 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  /** `#RRGGBB`. */
  readonly color: string;
}

/** How a cell looks. Immutable and shared by many cells; colours are `#RRGGBB`, sizes points. */
export interface CellLook {
  readonly numberFormat: string;
  /** Null for no fill. */
  readonly fill: string | null;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly fontColor: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

/** A new workbook's ordinary cell. A file brings its own (its first cell format). */
export const DEFAULT_LOOK: CellLook = {
  numberFormat: 'General',
  fill: null,
  fontName: 'Yu Gothic',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontColor: '#000000',
  horizontal: 'General',
  vertical: 'Center',
  wrap: false,
  indent: 0,
  borders: {},
};
