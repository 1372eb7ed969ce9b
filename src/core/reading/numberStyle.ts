import { fold } from './fold';

/** How the figures that stand in texts are printed: what parts the thousands, and what stands before the decimals. */
export interface NumberStyle {
  readonly group: ',' | ' ' | '.' | '';
  readonly decimal: '.' | ',';
}

/** 1,234.5: of Japan and the English-speaking countries, and what is taken where texts do not say otherwise. */
export const COMMA_POINT: NumberStyle = { group: ',', decimal: '.' };

/** A single text such as 1,2 may be a list; so many figures are a style. */
const FEWEST_VOTES = 3;

const FIGURE = /^[^\d]{0,4}(\d[\d ,.]*)[^\d]{0,4}$/;
const FIRST_SIGN = /^[-+(¥$€£<>~約]*$/;
const LAST_SIGN = /^[-)%*†¥$€£a-z]*$/;

/**
 * The style of the figures in texts, by vote: 1 234 and 1 234,5 · 1 234.5 · 1.234,5 · 1234,5 · 1,234.5. What could be
 * several of them, such as 1,234 beside decimal commas, tells nothing.
 */
export function numberStyleOf(texts: Iterable<string>): NumberStyle {
  const votes = { comma: 0, space: 0, point: 0, decimalComma: 0, decimalPoint: 0 };
  for (const text of texts) {
    const digits = figureIn(text);
    if (digits === null) continue;
    if (/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(digits)) votes.space += 1;
    if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) votes.comma += 1;
    if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) votes.point += 1;
    if (/^[\d .]+,\d+$/.test(digits) && !/^\d{1,3},\d{3}$/.test(digits)) votes.decimalComma += 1;
    if (/^[\d ,]+\.\d+$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits)) votes.decimalPoint += 1;
  }
  const { comma, space, point } = votes;
  const borneOut = votes.decimalComma >= FEWEST_VOTES || (space >= FEWEST_VOTES && comma === 0);
  const decimal = borneOut && votes.decimalComma > votes.decimalPoint ? ',' : '.';
  if (space >= FEWEST_VOTES && space > comma && space > point) return { group: ' ', decimal };
  if (decimal === '.') return COMMA_POINT;
  if (point > 0) return { group: '.', decimal };
  return comma > votes.decimalComma ? COMMA_POINT : { group: '', decimal };
}

/** A text whose figure is printed in a style, with that figure as 1,234.5 has it; other texts as they are. */
export function inCommaPoint(text: string, { group, decimal }: NumberStyle): string {
  if (group === ',' || figureIn(text) === null) return text;
  const folded = fold(text);
  const grouped = group === '' ? '\\d+' : `(?:\\d{1,3}(?:\\${group}\\d{3})+|\\d+)`;
  const match = new RegExp(`^([^\\d]*)(${grouped})(?:\\${decimal}(\\d+))?([^\\d]*)$`).exec(folded);
  if (!match) return text;
  const [, before = '', whole = '', part, after = ''] = match;
  return `${before}${group === '' ? whole : whole.split(group).join('')}${part === undefined ? '' : `.${part}`}${after}`;
}

/** The digits with what parts them, of a text that is a figure with a sign or a mark at most; null for others. */
function figureIn(text: string): string | null {
  if (text.length > 30) return null;
  const folded = fold(text).trim();
  const match = FIGURE.exec(folded);
  const digits = match?.[1]?.trim();
  if (!match || digits === undefined || digits === '') return null;
  const [before = '', after = ''] = [
    folded.slice(0, folded.indexOf(digits)),
    folded.slice(folded.indexOf(digits) + digits.length),
  ];
  const plain = (part: string) => part.replace(/\s/g, '').toLowerCase();
  return FIRST_SIGN.test(plain(before)) && LAST_SIGN.test(plain(after)) ? digits : null;
}
