import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { BorderLine, BorderSide, CellLook } from '../../host/model/style';

/** Fonts for a machine that lacks the workbook's: what Windows, macOS and Linux have of Japanese sans serif. */
const SUBSTITUTES = 'Yu Gothic UI, Meiryo, Hiragino Sans, Noto Sans CJK JP, Noto Sans JP, IPAexGothic, sans-serif';

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const LINES: Readonly<Record<BorderLine['style'], BorderStyleTypes>> = {
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};

const SIDES: Readonly<Record<BorderSide, 't' | 'b' | 'l' | 'r' | 'tl_br' | 'bl_tr'>> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
  DiagonalDown: 'tl_br',
  DiagonalUp: 'bl_tr',
};

const INDENT_PIXELS = 9;
const PADDING_PIXELS = 2;

function lineOf(line: BorderLine) {
  const heavy = { Hairline: BorderStyleTypes.HAIR, Medium: BorderStyleTypes.MEDIUM, Thick: BorderStyleTypes.THICK };
  const style = line.style === 'Continuous' && line.weight !== 'Thin' ? heavy[line.weight] : LINES[line.style];
  return { s: style, cl: { rgb: line.color } };
}

function bordersOf(look: CellLook): IStyleData['bd'] {
  const borders: NonNullable<IStyleData['bd']> = {};
  for (const [side, line] of Object.entries(look.borders) as [BorderSide, BorderLine][])
    borders[SIDES[side]] = lineOf(line);
  return borders;
}

/**
 * A cell's look as the grid draws it. The number format is left out on purpose: the grid shows the text that the host
 * gives, and never makes one of its own.
 */
export function gridStyle(look: CellLook): IStyleData {
  const horizontal = HORIZONTAL[look.horizontal];
  const indent = look.indent * INDENT_PIXELS + PADDING_PIXELS;
  return {
    ff: `${look.fontName}, ${SUBSTITUTES}`,
    fs: look.fontSize,
    bl: look.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: look.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ...(look.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(look.strikethrough ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(look.fill ? { bg: { rgb: look.fill } } : {}),
    cl: { rgb: look.fontColor },
    bd: bordersOf(look),
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    vt: VERTICAL[look.vertical] ?? VerticalAlign.BOTTOM,
    tb: look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: {
      t: 0,
      b: 1,
      l: look.horizontal === 'Right' ? PADDING_PIXELS : indent,
      r: look.horizontal === 'Right' ? indent : PADDING_PIXELS,
    },
  };
}

/** Styles by id, each look once: a sheet has thousands of cells and a handful of looks. */
export class StyleTable {
  private readonly ids = new Map<CellLook, string>();
  readonly styles: Record<string, IStyleData> = {};

  idOf(look: CellLook): string {
    const known = this.ids.get(look);
    if (known !== undefined) return known;
    const id = `s${this.ids.size}`;
    this.ids.set(look, id);
    this.styles[id] = gridStyle(look);
    return id;
  }
}
