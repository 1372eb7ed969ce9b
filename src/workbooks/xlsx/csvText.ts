/**
 * The text of a CSV file: by its byte order mark, else UTF-8 where the bytes are valid UTF-8, else Shift_JIS (as Japanese
 * Excel writes it).
 */
export function csvText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/**
 * A number as Excel would take it from a CSV field, with the format that shows it again; null for everything else. Numbers with
 * leading zeros and dates stay text: what they mean is for the reading step.
 */
export function csvNumber(field: string): { readonly value: number; readonly numberFormat: string } | null {
  const match = /^-?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(,\d{3})+)(\.\d{1,10})?$/.exec(field.trim());
  if (!match) return null;
  const grouped = match[2] !== undefined;
  const decimals = match[3] ? `.${'0'.repeat(match[3].length - 1)}` : '';
  return {
    value: Number(field.replace(/,/g, '')),
    numberFormat: grouped ? `#,##0${decimals}` : decimals ? `0${decimals}` : 'General',
  };
}
