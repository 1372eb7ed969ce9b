import type { Message, MessageParam } from '../core/checks/finding';
import { type CellAddress, qualifiedCell } from '../core/sheets/address';
import { type CalendarDate, isoDate } from '../core/values/calendar';
import { Decimal, decimalText } from '../core/values/decimal';
import { findings as english } from './en/findings';
import { fill } from './fill';
import { findings as japanese } from './ja/findings';
import type { Language } from './language';

const TEXTS = { ja: japanese, en: english } as const;

/** A message as a sentence in a language. Nested messages are rendered in the same language. */
export function renderMessage(message: Message, language: Language): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.params)) values[name] = renderParam(value, language);
  return fill(TEXTS[language][message.code], values);
}

/** `7,133,008`, `−2`, `0.5`: thousands separators, a true minus sign, no trailing zeros. */
export function renderDecimal(value: Decimal): string {
  const [whole = '', fraction] = decimalText(value.abs()).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.isNegative() && !value.isZero() ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A figure as its cell prints it: `62.1%` where that is in percent. */
export function renderFigure(value: Decimal, inPercent = false): string {
  return inPercent ? `${renderDecimal(value.times(100))}%` : renderDecimal(value);
}

/** `2019年12月4日` in Japanese, `2019-12-04` in English. */
export function renderDate(date: CalendarDate, language: Language): string {
  return language === 'ja' ? `${date.year}年${date.month}月${date.day}日` : isoDate(date);
}

/** Sentences of one paragraph. */
export function renderSentences(sentences: readonly Message[], language: Language): string {
  return sentences.map((sentence) => renderMessage(sentence, language)).join(language === 'ja' ? '' : ' ');
}

function renderParam(value: MessageParam, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return renderDecimal(new Decimal(value));
  if (isList(value)) return value.map((item) => renderParam(item, language)).join(language === 'ja' ? '、' : ', ');
  if (Decimal.isDecimal(value)) return renderDecimal(value);
  if ('fraction' in value) return renderFigure(value.fraction, true);
  if (isMessage(value)) return renderMessage(value, language);
  if (isAddress(value)) return qualifiedCell(value);
  return renderDate(value, language);
}

type Structured = Exclude<MessageParam, string | number | readonly MessageParam[]>;

function isList(value: MessageParam): value is readonly MessageParam[] {
  return Array.isArray(value);
}

function isMessage(value: Structured): value is Message {
  return 'code' in value;
}

function isAddress(value: Exclude<Structured, Decimal>): value is CellAddress {
  return 'sheet' in value;
}
