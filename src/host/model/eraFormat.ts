import { type CalendarDate, compareDates, dateOfSerial } from '../../core/values/calendar';

interface Era {
  readonly from: CalendarDate;
  readonly name: string;
  readonly letter: string;
}

/** Eras since Excel's calendar begins, latest first, each from its first day (改元の政令). */
const ERAS: readonly Era[] = [
  { from: { year: 2019, month: 5, day: 1 }, name: '令和', letter: 'R' },
  { from: { year: 1989, month: 1, day: 8 }, name: '平成', letter: 'H' },
  { from: { year: 1926, month: 12, day: 25 }, name: '昭和', letter: 'S' },
  { from: { year: 1912, month: 7, day: 30 }, name: '大正', letter: 'T' },
  { from: { year: 1868, month: 10, day: 23 }, name: '明治', letter: 'M' },
];

/**
 * The format code with its era (`g`, `gg`, `ggg`) and year of the era (`e`, `ee`) written out for one date, which the
 * formatter cannot do. Quoted text, escaped characters and what stands in brackets are left as they are.
 *
 * @param serial a serial number of the 1900 system
 */
export function withEra(format: string, serial: number): string {
  const date = dateOfSerial(serial, 1900);
  const era = date && ERAS.find(({ from }) => compareDates(from, date) <= 0);
  if (!date || !era) return format;
  const year = String(date.year - era.from.year + 1);
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|E[+-]|g{1,3}|e{1,2}/gi, (token) => {
    if (/^g+$/i.test(token))
      return `"${token.length === 3 ? era.name : token.length === 2 ? era.name.charAt(0) : era.letter}"`;
    if (/^e+$/i.test(token)) return `"${token.length === 2 ? year.padStart(2, '0') : year}"`;
    return token;
  });
}
