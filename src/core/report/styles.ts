import type { CellStyle } from '../sheets/sheetPlan';

const ACCENT = '#1F4E5F';
const LINE = '#B7C4CB';
const MUTED = '#5B6770';

export const BAR_EXACT = '#2F7F9E';
export const BAR_VAGUE = '#B9DCE8';
export const BAR_OUTAGE = '#D98A3D';
export const MATCH_FILL = '#E3F1E3';
export const MATCH_COLOR = '#1E5B2A';

const below = { color: LINE, sides: ['bottom'] } as const;
const around = { color: LINE, sides: ['top', 'bottom', 'left', 'right'] } as const;

/** The few looks that all three sheets share: one accent colour, light header fill, thin lines. */
export const STYLES = {
  plain: {},
  title: { bold: true, size: 16, color: ACCENT, vertical: 'center' },
  subtitle: { color: MUTED, size: 10, vertical: 'center' },
  section: { bold: true, size: 12, color: ACCENT, vertical: 'center' },
  note: { color: MUTED, size: 10, vertical: 'center' },
  label: { color: MUTED, vertical: 'center' },
  header: {
    bold: true,
    color: ACCENT,
    fill: '#E6EFF3',
    wrap: true,
    horizontal: 'center',
    vertical: 'center',
    border: around,
  },
  text: { wrap: true, vertical: 'center', border: below },
  centred: { horizontal: 'center', vertical: 'center', border: below },
  cell: { vertical: 'center', border: below },
  strong: { bold: true, wrap: true, vertical: 'center', fill: '#F3F7F9', border: below },
  group: { bold: true, color: ACCENT, wrap: true, vertical: 'center', fill: '#F3F7F9', border: below },
  input: {
    fill: '#FFF6D6',
    horizontal: 'right',
    indent: 1,
    vertical: 'center',
    border: { ...around, color: '#C9A227' },
  },
  result: { bold: true, vertical: 'center', fill: '#EAF5EE', border: below },
  muted: { color: MUTED, vertical: 'center', border: below },
} as const satisfies Record<string, CellStyle>;

const numericStyles = new WeakMap<CellStyle, Map<string, CellStyle>>();

/**
 * The same looks with a number format and right alignment, a little off the next column's text. The same arguments give
 * the same object: a plan's styles are few, however many cells share them.
 */
export function numeric(style: CellStyle, numberFormat: string): CellStyle {
  const byFormat = numericStyles.get(style) ?? new Map<string, CellStyle>();
  numericStyles.set(style, byFormat);
  const known = byFormat.get(numberFormat);
  if (known) return known;
  const made: CellStyle = { ...style, wrap: false, horizontal: 'right', indent: 1, numberFormat };
  byFormat.set(numberFormat, made);
  return made;
}

export const TAB_COLORS = { findings: '#2F7F9E', totals: '#3C8D5A', timeline: '#C77F2E' } as const;
