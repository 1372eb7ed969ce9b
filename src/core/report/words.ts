import { sheets as en } from '../../messages/en/sheets';
import { fill } from '../../messages/fill';
import { sheets as ja } from '../../messages/ja/sheets';
import type { Language } from '../../messages/language';
import type { Verdict } from '../checks/finding';
import type { TermSource } from '../checks/terms';
import { qualifiedCell } from '../sheets/address';
import type { CalendarDate } from '../values/calendar';
import { type Decimal, decimalText } from '../values/decimal';

const WORDS: Record<Language, Record<keyof typeof ja, string>> = { ja, en };

export type WordKey = keyof typeof ja;

/** The words and number formats of one language. */
export interface Words {
  readonly language: Language;
  readonly say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly dateFormat: string;
  readonly date: (date: CalendarDate) => string;
}

export function wordsOf(language: Language): Words {
  const separator = language === 'ja' ? '/' : '-';
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    language,
    say: (key, values = {}) => fill(WORDS[language][key], values),
    dateFormat: ['yyyy', 'mm', 'dd'].join(separator),
    date: ({ year, month, day }) => [String(year), pad(month), pad(day)].join(separator),
  };
}

/** `△ 説明可`: a verdict with its mark, as cells hold it and formulas and highlights compare it. */
export function verdictText(words: Words, verdict: Verdict): string {
  return `${words.say(`mark.${verdict}`)} ${words.say(`verdict.${verdict}`)}`;
}

/** `2020/06/09 9:05`. */
export function timeText(
  words: Words,
  time: { readonly date: CalendarDate; readonly hour: number; readonly minute: number },
): string {
  return `${words.date(time.date)} ${time.hour}:${String(time.minute).padStart(2, '0')}`;
}

/** `2020年2月`, `2020-02`. */
export function monthText({ language, say }: Words, year: number, month: number): string {
  return say('month', { year, month: language === 'ja' ? month : String(month).padStart(2, '0') });
}

/** Where a term's value came from, in words. */
export function sourceText(words: Words, source: TermSource): string {
  switch (source.kind) {
    case 'cell':
      return words.say('source.cell', { cell: qualifiedCell(source.cell) });
    case 'inferred':
      return words.say('source.inferred', { supporting: source.supporting, of: source.of });
    case 'date':
      return words.say('source.date', { date: words.date(source.date) });
    case 'user':
      return words.say('source.user');
    case 'default':
      return words.say('source.default');
  }
}

/** A thousands-separated number format with as many decimals as the figures need; `marked` adds the mark of figures read from a text. */
export function amountFormat(values: readonly (Decimal | null)[], marked = false): string {
  const decimals = values.reduce((most, value) => {
    const places = value?.decimalPlaces() ?? 0;
    return places > most ? places : most;
  }, 0);
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals > 6 ? 6 : decimals)}` : ''}${marked ? '"*"' : ''}`;
}

/** A number format in percent with as many decimals as the figures, fractions, need; `marked` as above. */
export function percentFormat(values: readonly (Decimal | null)[], marked = false): string {
  return amountFormat(
    values.map((value) => value && value.times(100)),
    marked,
  )
    .replace('#,##0', '0')
    .replace(/^[0.]+/, '$&%');
}

/** `1,234,567.5`, for running text. */
export function groupedText(value: Decimal): string {
  return decimalText(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
