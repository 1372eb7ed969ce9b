import { LONGEST_TEXT, type PlannedCell } from '../../../core/sheets/sheetPlan';
import { type DateSystem, serialOfDate } from '../../../core/values/calendar';

/** What Office.js takes for one cell of `formulas`; null leaves the cell as it is. */
export type CellEntry = string | number | boolean | null;

/** The entry that puts a planned cell's content into a cell that already has the cell's number format. */
export function cellEntry({ content, style }: PlannedCell, dateSystem: DateSystem): CellEntry {
  switch (content.kind) {
    case 'text':
    case 'link':
      return textEntry(content.text, style.numberFormat === '@');
    case 'number':
      return content.value.toNumber();
    case 'date':
      return serialOfDate(content.value, dateSystem);
    case 'boolean':
      return content.value;
    case 'formula':
      return content.formula;
    case 'blank':
      return null;
  }
}

/**
 * Text that stays text. Excel reads an entry as if it were typed: with the apostrophe of its own convention a formula, a
 * number, a date or a truth value in any of its languages is taken as text, and the cell keeps its number format. A cell
 * formatted as text takes everything as it is.
 */
export function textEntry(text: string, formattedAsText = false): string {
  const held = text.slice(0, LONGEST_TEXT);
  return !formattedAsText && mayBeConverted(held) ? `'${held}` : held;
}

/** Anything with a digit may be a number, a date or a time to Excel; so may what begins as a formula, an error or a truth value does. */
function mayBeConverted(text: string): boolean {
  const folded = text.normalize('NFKC').trim();
  return /^[=+\-@'#]/.test(folded) || /\p{Nd}/u.test(folded) || /^(true|false)$/i.test(folded);
}
