import type { DateContext } from '../../reading/readDate';
import type { DateReading, UnreadableReason } from '../../reading/readings';
import { type CalendarDate, compareDates, weekdayOf } from '../../values/calendar';
import type { EventEnd, TimelineEvent, UnreadableCell } from '../document';
import { readDateCell } from '../readCell';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import { weekdayAlone } from '../words/courseWords';
import type { CourseLayout, TextColumn } from './courseLayout';
import { type DatedItem, datedItems, headingYear, type HeadingYear } from './datedText';
import { datePartsOf } from './dateParts';
import { answeredLetters } from './letters';

interface Draft {
  readonly cell: GridCell;
  readonly reading: DateReading;
  readonly until: EventEnd | null;
  readonly under: TimelineEvent['under'];
  readonly texts: string[];
  readonly cells: GridCell[];
}

const LONGEST_PAUSE = 1;
const NOTE = /^(※|注|\(注|（注|以上$|note)/i;

/** Goes down the rows of a course of events, keeping the year and the event that texts belong to. */
export class Walk {
  readonly unreadable: UnreadableCell[] = [];
  private readonly drafts: Draft[] = [];
  private current: Draft | null = null;
  private pause = 0;
  private context: DateContext;
  private under: TimelineEvent['under'] = null;
  private month: number | null = null;

  constructor(
    private readonly grid: SheetGrid,
    private readonly layout: CourseLayout,
    private readonly course: number,
    origin: CalendarDate | null,
  ) {
    this.context = { year: null, fiscal: false, previous: origin };
  }

  take(row: readonly GridCell[]): void {
    const cells = row.filter(({ column }) => column <= this.layout.right);
    const only = cells.length === 1 ? cells[0] : undefined;
    const heading = only ? headingYear(only) : null;
    if (cells.length === 0) this.pause += 1;
    else if (only && heading) {
      this.enter(heading, only);
      this.current = null;
    } else {
      this.takeCells(cells);
      this.pause = 0;
    }
  }

  private enter(year: HeadingYear, cell: GridCell): void {
    this.context = { ...year, previous: this.context.previous };
    this.under = year.fiscal ? { year: year.year, printed: printedText(cell), cell: this.grid.address(cell) } : null;
  }

  private takeCells(cells: readonly GridCell[]): void {
    const { dates } = this.layout;
    const first = dates.kind === 'cell' ? dates.column : Math.min(dates.year ?? Infinity, dates.month);
    const texts = new Set(this.layout.texts?.map(({ column }) => column));
    const left = cells.filter(({ column }) => column < first && !texts.has(column));
    for (const cell of left) {
      const year = headingYear(cell);
      if (year) this.enter(year, cell);
    }
    const dated = this.datedCell(cells);
    if (dated) this.begin(dated.cell, dated.items, cells);
    else if (this.current && this.clockOf(cells) !== null) this.sameDay(this.current, cells);
    else this.goOn(cells, left);
  }

  private datedCell(
    cells: readonly GridCell[],
  ): { readonly cell: GridCell; readonly items: readonly DatedItem[] } | null {
    const { dates } = this.layout;
    if (dates.kind === 'cell') {
      const cell = cells.find(({ column }) => column === dates.column);
      const items = cell ? datedItems(cell, this.context) : [];
      return cell && items.length > 0 ? { cell, items } : null;
    }
    const parts = datePartsOf(cells, dates, this.month, this.context);
    if (!parts) return null;
    this.month = parts.month;
    return { cell: parts.cell, items: [parts.item] };
  }

  private begin(cell: GridCell, items: readonly DatedItem[], cells: readonly GridCell[]): void {
    const until = this.untilOf(cells);
    const texts =
      items.length === 1 ? this.textsOf(cells) : { lines: linesBeside(cells, cell, items.length), cells: [] };
    const weekday = this.weekdayOf(cells);
    items.forEach(({ reading, rest, printed }, index) => {
      if (typeof reading === 'string') {
        this.refuse(cell, printedText(cell) || printed, reading);
        this.current = null;
        return;
      }
      this.context = { ...this.context, previous: reading.start };
      const beside = items.length === 1 ? texts.lines : texts.lines.slice(index, index + 1);
      this.current = {
        cell,
        reading: withWeekday(until ? joined(reading, until) : reading, weekday),
        until,
        under: this.under,
        texts: [...(rest === '' ? [] : [rest]), ...beside],
        cells: [...(rest === '' ? [] : [cell]), ...texts.cells],
      };
      this.drafts.push(this.current);
    });
  }

  /** Another event of the same day: a time of day with contents, without a date. */
  private sameDay(draft: Draft, cells: readonly GridCell[]): void {
    const texts = this.textsOf(cells);
    if (texts.lines.length === 0) return;
    this.current = { ...draft, until: this.untilOf(cells), texts: [...texts.lines], cells: [...texts.cells] };
    this.drafts.push(this.current);
  }

  private untilOf(cells: readonly GridCell[]): EventEnd | null {
    const { until } = this.layout;
    const cell = until && cells.find(({ column }) => column === until.column);
    if (!until || !cell) return null;
    const read = readDateCell(this.grid, cell, this.context);
    if (read === null || read === 'not-a-date') return null;
    if (typeof read !== 'string') return { ...read, heading: until.heading, follows: until.follows };
    this.refuse(cell, printedText(cell), read);
    return null;
  }

  private refuse(cell: GridCell, printed: string, reason: UnreadableReason): void {
    this.unreadable.push({ cell: this.grid.address(cell), role: 'date', printed, reason });
  }

  private weekdayOf(cells: readonly GridCell[]): number | null {
    const cell = cells.find(({ column, kind }) => column === this.layout.weekday && kind === 'text');
    return cell ? weekdayAlone(printedText(cell)) : null;
  }

  private clockOf(cells: readonly GridCell[]): GridCell | null {
    const { clock } = this.layout;
    return clock === null ? null : (cells.find(({ column }) => column === clock) ?? null);
  }

  /** What a row tells: its contents, the time of day before them, what else its headings name behind them. */
  private textsOf(cells: readonly GridCell[]): {
    readonly lines: readonly string[];
    readonly cells: readonly GridCell[];
  } {
    const { texts } = this.layout;
    if (!texts) {
      const plain = this.plainTexts(cells);
      return { lines: plain.map(printedText), cells: plain };
    }
    const found = texts.flatMap((column) => {
      const cell = cells.find((one) => one.column === column.column && one.kind === 'text');
      return cell ? [{ column, cell }] : [];
    });
    const contents = found.filter(({ column }) => column.main);
    const alone = texts.filter(({ main }) => main).length === 1;
    const clock = this.clockOf(cells);
    const lines = [
      ...contents.map(({ column, cell }) => (alone ? printedText(cell) : labelled(column, cell))),
      ...found.filter(({ column }) => !column.main).map(({ column, cell }) => labelled(column, cell)),
    ];
    const [first = '', ...others] = lines;
    return {
      lines: clock && first !== '' ? [`${printedText(clock)} ${first}`, ...others] : lines,
      cells: found.map(({ cell }) => cell),
    };
  }

  /** Without headings: the texts to the right of the date, else those to its left. */
  private plainTexts(cells: readonly GridCell[]): readonly GridCell[] {
    const { dates, until } = this.layout;
    if (dates.kind === 'parts') return [];
    const others = new Set([dates.column, until?.column, this.layout.weekday]);
    const texts = cells.filter(({ kind, column }) => kind === 'text' && !others.has(column));
    const right = texts.filter(({ column }) => column > dates.column);
    return right.length > 0 ? right : texts.filter((cell) => !headingYear(cell));
  }

  /** Texts below an event belong to it until a longer pause, a note or something that stands further left. */
  private goOn(cells: readonly GridCell[], left: readonly GridCell[]): void {
    const texts = cells.filter((cell) => cell.kind === 'text');
    const note = texts.some((cell) => NOTE.test(printedText(cell)));
    if (!this.current || this.pause > LONGEST_PAUSE || left.length > 0 || note) {
      this.current = null;
      return;
    }
    this.current.texts.push(...texts.map(printedText));
    this.current.cells.push(...texts);
  }

  finish(): TimelineEvent[] {
    return this.drafts.flatMap(({ cell, reading, until, under, texts, cells }) => {
      if (texts.length === 0) return [];
      const text = texts.join('\n');
      return [
        {
          cell: this.grid.address(cell),
          reading,
          text,
          textCells: cells.map((one) => this.grid.address(one)),
          textual: cell.kind !== 'date',
          course: this.course,
          heading: this.layout.heading,
          until,
          under,
          answers: answeredLetters(text, reading.start),
        },
      ];
    });
  }
}

/** Dates in the lines of one cell with what happened in the lines of the next: as many of either. */
function linesBeside(cells: readonly GridCell[], cell: GridCell, count: number): string[] {
  const beside = cells.find(({ column, kind }) => column > cell.column && kind === 'text');
  const lines = beside ? printedText(beside).split(/\r?\n/) : [];
  return lines.length === count ? lines : [];
}

/** 相手方：○○社 under Japanese headings, By: Vendor under others. */
function labelled({ heading }: TextColumn, cell: GridCell): string {
  const text = printedText(cell);
  if (heading === '') return text;
  return /[^\x20-\x7e]/.test(heading) ? `${heading}：${text}` : `${heading}: ${text}`;
}

/** With the weekday of a column of its own, where it is not the date's and the date prints none. */
function withWeekday(reading: DateReading, weekday: number | null): DateReading {
  const wrong = weekday !== null && reading.startPrecision === 'day' && weekday !== weekdayOf(reading.start);
  return wrong && reading.wrongWeekday === null ? { ...reading, wrongWeekday: weekday } : reading;
}

/** A period from one cell's date to another's; the first alone where the other lies before it. */
function joined(from: DateReading, { reading: to }: EventEnd): DateReading {
  const end = to.end ?? to.start;
  if (compareDates(end, from.start) < 0) return from;
  return {
    ...from,
    end,
    endPrecision: to.endPrecision,
    printed: `${from.printed}～${to.printed}`,
    inferredYear: from.inferredYear || to.inferredYear,
  };
}
