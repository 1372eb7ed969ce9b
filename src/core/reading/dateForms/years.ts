import { ERA_NAME } from '../eras';

/** Up to one space, which printers put anywhere between the parts of a date. */
export const s = ' ?';
/** A month, a day or a year of an era, in digits or in kanji: 12, 十二. */
export const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const LONG_YEAR = '\\d{4}|[一二][〇零一二三四五六七八九]{3}';
const inBrackets = (content: string) => `(?:${s}\\(${s}${content}${s}年?${s}\\))?`;

/** 令和元, R1: the name and the year of an era. */
export const ERA_YEAR = `(?<era>${ERA_NAME})\\.?${s}(?<eraYear>元|${NUMBER})`;

/** A year with its sign, in one calendar or, with the other in brackets before or behind the sign, in both: 令和元(2019)年, 2019年(令和元年), '19年. */
export const KANJI_YEAR = `(?:${ERA_YEAR}${inBrackets('(?:西暦)?(?<insideYear>\\d{4})')}${s}年${inBrackets('(?:西暦)?(?<behindYear>\\d{4})')}|(?:西暦)?(?<year>${LONG_YEAR})${inBrackets(`(?<insideEra>${ERA_NAME})${s}(?<insideEraYear>元|${NUMBER})`)}${s}年${inBrackets(`(?<behindEra>${ERA_NAME})${s}(?<behindEraYear>元|${NUMBER})`)}|['‘’](?<centuryYear>\\d{2})${s}年)`;

/** The year of two digits that are marked as such ('19), or stand where nothing but a year can: up to 49 in this century. */
export function yearOfCentury(twoDigits: number): number {
  return twoDigits <= 49 ? 2000 + twoDigits : 1900 + twoDigits;
}

const DIGITS = '〇一二三四五六七八九';

/** Digits or kanji numerals as a number: 12, 十二, 三十一, 二〇一九. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (sign: string) => (sign === '零' ? 0 : DIGITS.indexOf(sign));
  const ten = text.indexOf('十');
  if (ten < 0) return [...text].reduce((sum, sign) => sum * 10 + digit(sign), 0);
  const tens = ten === 0 ? 1 : numberOf(text.slice(0, ten));
  return tens * 10 + (ten === text.length - 1 ? 0 : numberOf(text.slice(ten + 1)));
}
