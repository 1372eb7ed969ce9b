import { Decimal } from '../../values/decimal';
import type { ColumnRole } from '../document';
import { foldLabel } from '../../reading/fold';

const DISCOUNT = /値引|割引|\b(discounts?|disc\.?|rebates?|allowances?)\b/;
const SURCHARGE = /割増|加算|上乗せ|\b(surcharges?|markup|mark-up|uplift)\b/;
const BASE =
  /基準数量|単価(単位)?数量|価格単位|\b(base|basis|price) (qty|quantity)\b|\bprice (unit|base|basis)\b|^per$/;
const SHARE = /[%率]|percent/;

/** The role of a column that says what else a row's amount follows from; null for any other header. */
export function pricingRole(header: string): ColumnRole | null {
  const label = foldLabel(header);
  if (BASE.test(label)) return 'base-quantity';
  if (/前|後|before|after/.test(label)) return null;
  if (DISCOUNT.test(label)) return 'discount';
  return SURCHARGE.test(label) ? 'surcharge' : null;
}

/** Whether a header says that its figures are percentages: 割引率, Disc. %. */
export function namesShare(header: string): boolean {
  return SHARE.test(foldLabel(header));
}

/** No share that something is multiplied by is this large: below a header for shares, 80 is 80 %. */
const HIGHEST_FRACTION = 2;

/** How a further factor of a product is printed: a number (12 months), a fraction (0.8, or 80% in its cell), or in percent (80). */
export function factorMeasure(header: string, value: Decimal, isPercent: boolean): 'number' | 'fraction' | 'percent' {
  if (isPercent) return 'fraction';
  if (!namesShare(header)) return 'number';
  return value.abs().gt(HIGHEST_FRACTION) ? 'percent' : 'fraction';
}

const COUNTED = '(?:枚|個|本|部|件|通|台|冊|袋|箱|円|食|回|人|名|m|kg|㎡|pcs|units|items|pieces)?';
const AMONG_WORDS: readonly (readonly [RegExp, number])[] = [
  [/ダース|\bdozen\b/, 12],
  [/百|\bhundred\b/, 100],
  [/千|\bthousand\b/, 1_000],
  [/万/, 10_000],
  [/\bmillion\b/, 1_000_000],
];

/** How many units the prices below a header are for: 単価（千枚当たり）, 単価/100個, Price per 1,000; null where it does not say. */
export function baseOfPrice(header: string): Decimal | null {
  const label = foldLabel(header);
  const before = new RegExp(`([\\d,]+|百|千|一万|万|ダース)${COUNTED}(?:当た?り|あたり|につき)`).exec(label);
  const after = /(?:\bper |\/ ?)([\d,]+|百|千|万|ダース|hundred|thousand|million|dozen)/.exec(label);
  const found = (before ?? after)?.[1];
  if (found === undefined) return null;
  const digits = found.replace(/,/g, '');
  if (/^\d{1,7}$/.test(digits)) return digits === '0' ? null : new Decimal(digits);
  const word = AMONG_WORDS.find(([pattern]) => pattern.test(found));
  return word ? new Decimal(word[1]) : null;
}
