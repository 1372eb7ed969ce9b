import { fold } from '../../reading/fold';
import { type DateContext, matchDate, NO_CONTEXT } from '../../reading/readDate';
import type { DateReading, UnreadableReason } from '../../reading/readings';
import { dayReading } from '../readCell';
import { type GridCell, printedText } from '../sheetGrid';

/** A date at the beginning of a cell or of one of its lines, and the text behind it, where there is any. */
export interface DatedItem {
  readonly reading: DateReading | UnreadableReason;
  readonly printed: string;
  readonly rest: string;
}

/** The year of a heading; `fiscal` runs from April. */
export interface HeadingYear {
  readonly year: number;
  readonly fiscal: boolean;
}

const BULLETS = /^[■◆●○・*\s\u3000]+/;
const GAP = /^[\s\u3000::、,・\uff1a-]+/;

/** `2019年`, `令和2年`, `2019年度` or the number 2019 as a heading. */
export function headingYear(cell: GridCell): HeadingYear | null {
  if (cell.kind === 'number') {
    return Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100
      ? { year: cell.value, fiscal: false }
      : null;
  }
  if (cell.kind !== 'text') return null;
  const text = fold(cell.text).replace(/^[\s#■◆●○・*【[(]+|[\s】\])]+$/g, '');
  if (/^(19|20)\d{2}$/.test(text)) return { year: Number(text), fiscal: false };
  const match = matchDate(text, NO_CONTEXT);
  if (!match || match.length !== text.length || typeof match.reading === 'string') return null;
  const { startPrecision, start } = match.reading;
  if (startPrecision !== 'year' && startPrecision !== 'fiscal-year') return null;
  return { year: start.year, fiscal: startPrecision === 'fiscal-year' };
}

/**
 * The dates that a cell begins with: of a real date that date, of a text the one at its beginning, of several lines that of
 * every line that begins with one, with the lines below it. None where its first line has none. Years alone are headings.
 */
export function datedItems(cell: GridCell, context: DateContext): DatedItem[] {
  if (cell.kind === 'date') {
    const printed = printedText(cell);
    return [{ reading: dayReading(cell.date, printed), printed, rest: '' }];
  }
  if (cell.kind !== 'text') return [];
  const items: DatedItem[] = [];
  let running = context;
  for (const line of cell.text.split(/\r?\n/)) {
    const item = datedLine(line, running);
    const last = items[items.length - 1];
    if (item) {
      items.push(item);
      if (typeof item.reading !== 'string') running = { ...running, previous: item.reading.start };
    } else if (last) {
      const below = line.trim();
      if (below !== '')
        items[items.length - 1] = { ...last, rest: last.rest === '' ? below : `${last.rest}\n${below}` };
    } else if (line.trim() !== '') {
      return [];
    }
  }
  return items;
}

function datedLine(line: string, context: DateContext): DatedItem | null {
  const text = line.slice(BULLETS.exec(line)?.[0].length ?? 0);
  const match = matchDate(text, context);
  if (!match) return null;
  const { reading } = match;
  if (typeof reading !== 'string' && ['year', 'fiscal-year'].includes(reading.startPrecision)) return null;
  const rest = text.slice(match.length);
  if (rest !== '' && !GAP.test(rest)) return null;
  return { reading, printed: text.slice(0, match.length), rest: rest.replace(GAP, '').trim() };
}
