/* Folding replaces one UTF-16 unit by one, so that a position in the folded text is the same position in the original. */

const SINGLE: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\r': ' ',
  '\n': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2500': '-',
  '\ufe63': '-',
  '\u301c': '~',
  '\u223c': '~',
  '\uffe5': '¥',
  '\u3014': '(',
  '\u3015': ')',
};

/**
 * Full-width Latin letters, digits and signs as their ordinary forms; every kind of space, dash and wave dash as one. The
 * long vowel mark and circled digits stay as they are: in labels they are letters and item numbers.
 */
export function fold(text: string): string {
  return text.replace(
    /[\uff01-\uff5e]|[\u3000\u00a0\u2007\u2009\u202f\t\r\n\u2010-\u2015\u2212\u2500\ufe63\u301c\u223c\uffe5\u3014\u3015]/g,
    (sign) => SINGLE[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** A label for comparison: folded, in lower case, without any space between Japanese signs and with single spaces elsewhere. */
export function foldLabel(text: string): string {
  const label = fold(text).toLowerCase();
  if (!/\s/.test(label)) return label;
  return label
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
}
