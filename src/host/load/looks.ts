import { childrenOf, type Element } from '../../workbooks/xlsx/xmlPart';
import { type BorderLine, type BorderSide, type CellLook, DEFAULT_LOOK } from '../model/style';
import { colorOf } from './colors';

/** The looks of a workbook's styles part: one for every cell format, and what its conditional formats change. */
export interface FileLooks {
  readonly cells: readonly CellLook[];
  readonly differences: readonly {
    readonly fill: string | null;
    readonly fontColor: string | null;
    readonly bold: boolean | null;
  }[];
}

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30, with the Japanese ones). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  36: '[$-411]ge.m.d',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
};

const SIDES: readonly [string, BorderSide][] = [
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
];

const LINES: Readonly<Record<string, Omit<BorderLine, 'color'>>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' },
  dotted: { style: 'Dot', weight: 'Thin' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
};

/** Reads the styles part. */
export function fileLooks(styles: Element, theme: readonly string[]): FileLooks {
  const list = (name: string) => {
    const parent = childrenOf(styles, name)[0];
    return parent ? childrenOf(parent) : [];
  };
  const formats = new Map(
    list('numFmts').map((entry) => [
      Number(entry.getAttribute('numFmtId')),
      entry.getAttribute('formatCode') ?? 'General',
    ]),
  );
  const fonts = list('fonts').map((font) => fontOf(font, theme));
  const fills = list('fills').map((fill) => fillOf(fill, theme));
  const borders = list('borders').map((border) => bordersOf(border, theme));
  const cells = list('cellXfs').map((format): CellLook => {
    const at = (name: string) => Number(format.getAttribute(name) ?? 0);
    const number = at('numFmtId');
    return {
      ...DEFAULT_LOOK,
      numberFormat: formats.get(number) ?? BUILT_IN[number] ?? 'General',
      ...fonts[at('fontId')],
      fill: fills[at('fillId')] ?? null,
      borders: borders[at('borderId')] ?? {},
      ...alignmentOf(childrenOf(format, 'alignment')[0]),
    };
  });
  const differences = list('dxfs').map((entry) => ({
    fill: differenceFill(childrenOf(entry, 'fill')[0], theme),
    fontColor: differenceColor(childrenOf(entry, 'font')[0], theme),
    bold: differenceBold(childrenOf(entry, 'font')[0]),
  }));
  return { cells, differences };
}

function on(parent: Element, name: string): boolean {
  const element = childrenOf(parent, name)[0];
  return element !== undefined && !['0', 'false'].includes(element.getAttribute('val') ?? '1');
}

function fontOf(font: Element, theme: readonly string[]): Partial<CellLook> {
  const underline = childrenOf(font, 'u')[0];
  return {
    fontName: childrenOf(font, 'name')[0]?.getAttribute('val') ?? DEFAULT_LOOK.fontName,
    fontSize: Number(childrenOf(font, 'sz')[0]?.getAttribute('val') ?? DEFAULT_LOOK.fontSize),
    bold: on(font, 'b'),
    italic: on(font, 'i'),
    underline: underline !== undefined && underline.getAttribute('val') !== 'none',
    strikethrough: on(font, 'strike'),
    fontColor: colorOf(childrenOf(font, 'color')[0], theme) ?? DEFAULT_LOOK.fontColor,
  };
}

function fillOf(fill: Element, theme: readonly string[]): string | null {
  const pattern = childrenOf(fill, 'patternFill')[0];
  if (pattern?.getAttribute('patternType') !== 'solid') return null;
  return colorOf(childrenOf(pattern, 'fgColor')[0], theme);
}

function bordersOf(border: Element, theme: readonly string[]): CellLook['borders'] {
  const lines: Partial<Record<BorderSide, BorderLine>> = {};
  for (const [name, side] of SIDES) {
    const element = childrenOf(border, name)[0];
    const line = LINES[element?.getAttribute('style') ?? 'none'];
    if (element && line) lines[side] = { ...line, color: colorOf(childrenOf(element, 'color')[0], theme) ?? '#000000' };
  }
  return lines;
}

function alignmentOf(alignment: Element | undefined): Partial<CellLook> {
  // A file that names no vertical alignment means the bottom.
  if (!alignment) return { vertical: 'Bottom' };
  const word = (value: string | null, fallback: string) =>
    value ? value.charAt(0).toUpperCase() + value.slice(1) : fallback;
  const horizontal = word(alignment.getAttribute('horizontal'), 'General');
  return {
    horizontal: horizontal === 'CenterContinuous' ? 'CenterAcrossSelection' : horizontal,
    vertical: word(alignment.getAttribute('vertical'), 'Bottom'),
    wrap: ['1', 'true'].includes(alignment.getAttribute('wrapText') ?? '0'),
    indent: Number(alignment.getAttribute('indent') ?? 0),
  };
}

/** Conditional formats keep a solid fill's colour in the background's place. */
function differenceFill(fill: Element | undefined, theme: readonly string[]): string | null {
  const pattern = fill ? childrenOf(fill, 'patternFill')[0] : undefined;
  if (!pattern) return null;
  return colorOf(childrenOf(pattern, 'bgColor')[0] ?? childrenOf(pattern, 'fgColor')[0], theme);
}

function differenceColor(font: Element | undefined, theme: readonly string[]): string | null {
  return font ? colorOf(childrenOf(font, 'color')[0], theme) : null;
}

function differenceBold(font: Element | undefined): boolean | null {
  return font && childrenOf(font, 'b').length > 0 ? on(font, 'b') : null;
}
