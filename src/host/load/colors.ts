import { childrenOf, type Element } from '../../workbooks/xlsx/xmlPart';

/** Indexed colours 0–63 of the format (ECMA-376 part 1, 18.8.27), in order; the first eight are repeated. */
const INDEXED = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF' +
  '00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696' +
  '003366339966003300333300993300993366333399333333'
).match(/.{6}/g) as readonly string[];

/** Office's own theme since 2013, for files that bring none: light 1, dark 1, light 2, dark 2, six accents, two links. */
const OFFICE_THEME = 'FFFFFF000000E7E6E644546A4472C4ED7D31A5A5A5FFC0005B9BD570AD470563C1954F72'.match(
  /.{6}/g,
) as readonly string[];

const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The theme's colours in the order that cells number them. */
export function themeColors(theme: Element | null): readonly string[] {
  const elements = theme ? childrenOf(theme, 'themeElements')[0] : undefined;
  const scheme = elements ? childrenOf(elements, 'clrScheme')[0] : undefined;
  if (!scheme) return OFFICE_THEME;
  return THEME_ORDER.map((name, index) => {
    const entry = childrenOf(scheme, name)[0];
    const color = entry ? childrenOf(entry)[0] : undefined;
    return color?.getAttribute('lastClr') ?? color?.getAttribute('val') ?? OFFICE_THEME[index] ?? '000000';
  });
}

/** `#RRGGBB` of a colour element (rgb, theme with tint, or indexed); null where it is automatic or absent. */
export function colorOf(element: Element | undefined, theme: readonly string[]): string | null {
  if (!element) return null;
  const base = baseOf(element, theme);
  if (!base) return null;
  const tint = Number(element.getAttribute('tint') ?? 0);
  return `#${(tint === 0 ? base : tinted(base, tint)).toUpperCase()}`;
}

function baseOf(element: Element, theme: readonly string[]): string | null {
  const rgb = element.getAttribute('rgb');
  if (rgb) return rgb.slice(-6);
  const themed = element.getAttribute('theme');
  if (themed) return theme[Number(themed)] ?? null;
  const indexed = element.getAttribute('indexed');
  return indexed ? (INDEXED[Number(indexed)] ?? null) : null;
}

/** Lightens (towards white) or darkens each part of the colour, as the format's tint says (18.8.19). */
function tinted(rgb: string, tint: number): string {
  return (rgb.match(/../g) ?? [])
    .map((part) => {
      const value = parseInt(part, 16);
      const shifted = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
      return Math.round(Math.min(255, Math.max(0, shifted)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
