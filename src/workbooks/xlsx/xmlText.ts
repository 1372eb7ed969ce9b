import { LONGEST_TEXT } from '../../core/sheets/sheetPlan';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text without what XML 1.0 cannot hold: lone surrogates, U+FFFE and U+FFFF are dropped. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF\uFFFE\uFFFF]/g, (found) =>
    found.length === 2 ? found : '',
  );
}

/** Escapes text for an element or an attribute value. Control characters but tab and line feed are dropped. */
export function escapeXml(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000B-\u001F]/g, '')
    .replace(/[&<>"\n\t]/g, (character) => {
      const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
      return named[character] ?? `&#${character.charCodeAt(0)};`;
    });
}

/**
 * A cell's text as a part holds it, before the escapes of XML: control characters become `_x000B_` and a text that already
 * reads so keeps its letters by escaping the underscore (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function storedText(text: string): string {
  return wellFormed(
    text
      .slice(0, LONGEST_TEXT)
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[\u0000-\u0008\u000B-\u001F]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      }),
  );
}

/** Escapes a cell's text for an element: {@link storedText} with the escapes of XML. */
export function escapeCellText(text: string): string {
  return escapeXml(storedText(text));
}
