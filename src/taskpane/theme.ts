import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';

/** A ramp about Excel's green, from near black to near white. */
const GREEN: BrandVariants = {
  10: '#02130a',
  20: '#062413',
  30: '#083a1e',
  40: '#0a4a26',
  50: '#0c5a2f',
  60: '#0e6b38',
  70: '#107c41',
  80: '#107c41',
  90: '#218d51',
  100: '#359b61',
  110: '#55b17e',
  120: '#6abd8f',
  130: '#85cca5',
  140: '#a0d8b9',
  150: '#bfe6d0',
  160: '#dff3e8',
};

/** Fonts with Japanese glyphs on every system that Excel runs on. */
const FONTS =
  '"Segoe UI", "Yu Gothic UI", Meiryo, "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans CJK JP", sans-serif';

const LIGHT: Theme = { ...createLightTheme(GREEN), fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };
const DARK: Theme = {
  ...createDarkTheme(GREEN),
  fontFamilyBase: FONTS,
  fontFamilyNumeric: FONTS,
  colorBrandForeground1: GREEN[120],
  colorBrandForeground2: GREEN[130],
  colorBrandForegroundLink: GREEN[120],
  colorBrandForegroundLinkHover: GREEN[130],
};
const HIGH_CONTRAST: Theme = { ...teamsHighContrastTheme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };

export type ThemeKind = 'light' | 'dark' | 'high-contrast';

export const THEMES: Readonly<Record<ThemeKind, Theme>> = { light: LIGHT, dark: DARK, 'high-contrast': HIGH_CONTRAST };

/** Light or dark by the pane's background colour as Office gives it (`#rrggbb`); light where it gives none. */
export function themeOfBackground(color: string | undefined): 'light' | 'dark' {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color ?? '');
  if (!match) return 'light';
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  // Rec. 601 luma: how bright the eye takes the colour to be.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}
