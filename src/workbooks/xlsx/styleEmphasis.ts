import { type CellEmphasis, EmphasisPool, type SideLine } from '../../core/sheets/emphasis';
import { childrenOf, type Element } from './xmlPart';

/** Indexed colours that are white (ECMA-376 part 1, 18.8.27); from 64 on they are the system's own, which is no fill to see. */
const WHITE_INDEXES = [1, 9];
const SYSTEM_COLORS = 64;

/** What each cell format (`cellXfs`, by its index) of a styles part sets apart; null where it sets nothing apart. */
export function styleEmphases(styles: Element): (CellEmphasis | null)[] {
  const list = (name: string) => {
    const parent = childrenOf(styles, name)[0];
    return parent ? childrenOf(parent) : [];
  };
  const bold = list('fonts').map(isBold);
  const filled = list('fills').map(isFilled);
  const lines = list('borders').map((border) => ({
    top: lineOf(border, 'top'),
    bottom: lineOf(border, 'bottom'),
    left: lineOf(border, 'left', 'start'),
    right: lineOf(border, 'right', 'end'),
  }));
  const bare = { top: 'none', bottom: 'none', left: 'none', right: 'none' } as const;
  const pool = new EmphasisPool();
  return list('cellXfs').map((format) => {
    const at = (name: string) => Number(format.getAttribute(name) ?? 0);
    return pool.of({
      bold: bold[at('fontId')] ?? false,
      indent: Number(childrenOf(format, 'alignment')[0]?.getAttribute('indent') ?? 0),
      filled: filled[at('fillId')] ?? false,
      ...(lines[at('borderId')] ?? bare),
    });
  });
}

function isBold(font: Element): boolean {
  const element = childrenOf(font, 'b')[0];
  return element !== undefined && !['0', 'false', 'off'].includes(element.getAttribute('val') ?? '1');
}

/** Patterns other than a solid fill and gradients are decoration and do not count. */
function isFilled(fill: Element): boolean {
  const pattern = childrenOf(fill, 'patternFill')[0];
  if (pattern?.getAttribute('patternType') !== 'solid') return false;
  const color = childrenOf(pattern, 'fgColor')[0];
  const [rgb, theme, indexed] = ['rgb', 'theme', 'indexed'].map((name) => color?.getAttribute(name) ?? null);
  if (rgb) return !/ffffff$/i.test(rgb);
  // Theme colour 0 is the page's background; a negative tint makes a grey of it.
  if (theme) return Number(theme) !== 0 || Number(color?.getAttribute('tint') ?? 0) < 0;
  return Boolean(indexed) && Number(indexed) < SYSTEM_COLORS && !WHITE_INDEXES.includes(Number(indexed));
}

/** Left and right have other names in the strict dialect. */
function lineOf(border: Element, name: string, strictName = name): SideLine {
  const side = childrenOf(border, name)[0] ?? childrenOf(border, strictName)[0];
  const style = side?.getAttribute('style') ?? 'none';
  return style === 'none' || style === 'double' ? style : 'thin';
}
