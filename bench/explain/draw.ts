import type { CellSnapshot, Snapshot } from '../../src/core/sheets/snapshot';
import type { Book, DateStyle, NumberStyle, Printed, Style, Unit } from './book';
import { dayOf, partsOf } from './calendar';

const SHEET = 'Sheet1';
const EPOCH = dayOf(1899, 12, 30);

/** A book as a workbook of one sheet, and where its named cells stand. */
export function drawBook(book: Book, name: string): { snapshot: Snapshot; cells: Map<string, string> } {
  const cells = new Map<string, string>();
  const width = Math.max(...book.page.rows.map((row) => row.length));
  const rows = book.page.rows.map((row, r) =>
    Array.from({ length: width }, (_, c) => {
      const cell = row[c];
      if (!cell) return null;
      if (cell.key !== null) cells.set(cell.key, `${String.fromCharCode(65 + c)}${r + 1}`);
      return drawn(cell.printed, book.style);
    }),
  );
  const sheet = {
    name: SHEET,
    visible: true,
    role: null,
    origin: { row: 0, column: 0 },
    rows,
    merges: [],
    hiddenRows: book.page.hidden,
    outlineLevels: null,
  };
  return { snapshot: { workbookName: name, dateSystem: 1900, sheets: [sheet], names: [] }, cells };
}

function drawn(printed: Printed, style: Style): CellSnapshot {
  switch (printed.kind) {
    case 'text':
      return textCell(printed.text);
    case 'share':
      return { ...textCell(`${printed.percent}%`), value: printed.percent / 100, numberFormat: '0%' };
    case 'date':
      return withTime(dateCell(printed.day, style.dates), printed.minutes);
    case 'figure':
      return printed.asText
        ? textCell(shown(printed.value, printed.places, true))
        : numberCell(printed.value, printed.places, style.numbers, UNITS[printed.unit]);
  }
}

const textCell = (text: string): CellSnapshot => ({
  value: text,
  text,
  numberFormat: 'General',
  formula: null,
  emphasis: null,
});

/** A value in units of its last place, as it is printed. */
function shown(value: number, places: number, grouped: boolean): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = value < 0 ? '-' : '';
  const head = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${sign}${head}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

const UNITS: Readonly<Record<Unit, string>> = { money: '円', days: '日', none: '' };

function numberCell(value: number, places: number, style: NumberStyle, unit: string): CellSnapshot {
  const grouped = shown(value, places, true);
  if (style === 'text') return textCell(places > 0 ? grouped : `${grouped}${unit}`);
  if (style === 'wide-text') return textCell(grouped.replace(/[0-9,]/g, (each) => WIDE[each] ?? each));
  const decimals = places > 0 ? `.${'0'.repeat(places)}` : '';
  return {
    value: value / 10 ** places,
    text: shown(value, places, style === 'grouped'),
    numberFormat: style === 'grouped' ? `#,##0${decimals}` : places > 0 ? `0${decimals}` : 'General',
    formula: null,
    emphasis: null,
  };
}

const WIDE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789,'].map((each, index) => [each, [...'０１２３４５６７８９，'][index] ?? each]),
);

function dateCell(day: number, style: DateStyle): CellSnapshot {
  const { year, month, day: date } = partsOf(day);
  const reiwa = day >= dayOf(2019, 5, 1);
  const eraYear = reiwa ? year - 2018 : year - 1988;
  const era = `${reiwa ? '令和' : '平成'}${eraYear === 1 ? '元' : eraYear}年${month}月${date}日`;
  switch (style) {
    case 'serial':
      return { ...textCell(`${year}/${month}/${date}`), value: day - EPOCH, numberFormat: 'yyyy/m/d' };
    case 'era-format':
      return { ...textCell(era), value: day - EPOCH, numberFormat: '[$-ja-JP]ggge"年"m"月"d"日"' };
    case 'era-text':
      return textCell(era);
    case 'short-era-text':
      return textCell(`${reiwa ? 'R' : 'H'}${eraYear}.${month}.${date}`);
    case 'dotted-text':
      return textCell(`${year}.${month}.${date}`);
    case 'iso-text':
      return textCell(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  }
}

/** A date with a time of day behind it: a fraction of the day in a serial number. */
function withTime(cell: CellSnapshot, minutes: number | null): CellSnapshot {
  if (minutes === null) return cell;
  const rest = minutes % 60;
  const time = `${(minutes - rest) / 60}:${String(rest).padStart(2, '0')}`;
  const shown = { ...cell, text: `${cell.text} ${time}` };
  return typeof cell.value === 'number'
    ? { ...shown, value: cell.value + minutes / 1440, numberFormat: `${cell.numberFormat} h:mm` }
    : { ...shown, value: shown.text };
}
