import { floorDivide } from '../values/integers';

/* Spreadsheets do not fit rows to wrapped text when a file is opened, so heights are worked out from the text itself. */

/** Twentieths of a digit's width: full-width characters are a little wider than two digits in the usual fonts. */
const HALF_WIDTH = 20;
const FULL_WIDTH = 41;
/** Cell padding on both sides, in the same unit. */
const PADDING = 14;

const POINTS_PER_LINE = 18;
const POINTS_AROUND = 4;

const FULL_WIDTH_CHARACTER =
  /[\u1100-\u115f\u2010-\u205e\u2190-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3ffff}]|[×÷±°△○]/u;
/** A run without a place to break (Latin words, numbers), a single full-width character, or a space. */
const TOKENS = /[\u0021-\u00ff]+|[\s\S]/gu;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += FULL_WIDTH_CHARACTER.test(character) ? FULL_WIDTH : HALF_WIDTH;
  return width;
}

/** Width of a text in characters of the default font, rounded up: full-width characters count about two. */
export function textWidth(text: string): number {
  return floorDivide(widthOf(text) + PADDING + HALF_WIDTH - 1, HALF_WIDTH);
}

/** Lines that a text takes when wrapped in a column of so many characters. */
export function wrappedLines(text: string, columnWidth: number): number {
  const room = columnWidth * HALF_WIDTH - PADDING;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const token of paragraph.match(TOKENS) ?? []) {
      const width = widthOf(token);
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      // A word longer than the line is broken inside.
      lines += floorDivide(width > 0 ? width - 1 : 0, room);
      used = width > room ? width % room : used + width;
    }
  }
  return lines;
}

/** Height in points of a row whose tallest cell has so many lines. */
export function rowHeight(lines: number): number {
  return lines * POINTS_PER_LINE + POINTS_AROUND;
}
