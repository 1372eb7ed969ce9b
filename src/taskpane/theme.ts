import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import type { ThemeKind } from './themeKind';

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

export const THEMES: Readonly<Record<ThemeKind, Theme>> = { light: LIGHT, dark: DARK, 'high-contrast': HIGH_CONTRAST };
