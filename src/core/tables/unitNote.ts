import { fold } from '../reading/fold';
import type { CellArea } from '../sheets/address';
import type { SheetGrid } from './sheetGrid';

/** Rows above a table that a note of its unit may stand in, however far above. */
const LOOK_ABOVE = 40;
/** A longer text is prose: what it says of thousands is not said of the table. */
const LONGEST_NOTE = 60;

const COUNTED = '(?:[十百千万億兆]+(?:円|人|件|ドル|トン|台)?|円|人|件|%)';
const UNIT_NOTE = new RegExp(
  `単位 ?[:は]? ?${COUNTED}|^[([] ?${COUNTED} ?[)\\]]$|\\b(?:in|figures in|amounts in)\\b.{0,20}\\b(?:thousand|million|billion)s?\\b` +
    `|^[([]?(?:[\\p{L}$£€¥]{1,8} ?)?(?:thousand|million|billion)s?(?: of [\\p{L} .$]{2,20})?[)\\]]?$|[£$€¥] ?'?(?:000s?|m|bn)\\b`,
  'iu',
);

/** A note by itself between or beside headings, not a heading that names its own column's unit. */
const NOTE_ALONE = new RegExp(`^[([]? ?単位 ?[:は]? ?${COUNTED} ?[)\\]]?$`, 'u');

/**
 * The note of the unit of a table's figures (単位：千円, in thousands, £000): the nearest above its header, in any column of the
 * sheet, or by itself in a header row. Null where there is none.
 *
 * @param header the table's header rows; 0-based.
 */
export function unitNoteOf(grid: SheetGrid, header: Pick<CellArea, 'top' | 'bottom'>): string | null {
  for (let row = header.bottom; row >= Math.max(grid.top, header.top - LOOK_ABOVE); row -= 1) {
    const cells = grid.rowCells(row);
    // What stands beside other headings may be said of one column only.
    const pattern = row >= header.top && cells.length > 1 ? NOTE_ALONE : UNIT_NOTE;
    const note = cells.find((cell) => cell.kind === 'text' && isNote(cell.text, pattern));
    if (note?.kind === 'text') return note.text;
  }
  return null;
}

function isNote(text: string, pattern: RegExp): boolean {
  return text.length <= LONGEST_NOTE && pattern.test(fold(text).trim());
}
