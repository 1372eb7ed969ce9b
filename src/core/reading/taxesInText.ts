import { Decimal } from '../values/decimal';
import { fold } from './fold';
import { MAGNITUDE, readMagnitude } from './magnitude';
import type { AmountReading } from './readings';

/** An amount that a text says something of: what a rate is charged on, a tax, or a total. */
export interface TaxedPart {
  readonly kind: 'base' | 'tax' | 'total';
  /** In percent; null where the text says none. */
  readonly rate: Decimal | null;
  /** The tax is within the amounts: 内消費税, incl. VAT. */
  readonly inclusive: boolean;
  readonly figure: AmountReading;
  /** The words before the figure. */
  readonly label: string;
}

const AMOUNT = new RegExp(
  `(¥|\\$|€|£|jpy ?|usd ?|eur ?|gbp ?)?([-△▲])?(?<![\\d.,])(${MAGNITUDE})(?![\\d,.]*\\d)(?! ?%)( ?円| ?yen\\b| ?-)?`,
  'g',
);
const MAY_TAX = /税|対象|tax|vat|gst|hst|ＶＡＴ/i;
const TAX = /消費税|税額|外税|内税|\b(vat|gst|hst|jct|tax)\b/;
const BASE =
  /対象(金?額|計|合計|小計)?\s*(税[抜込]き?み?)?\s*$|\b(taxable|net)( amount)?( (at|@))?\s*(\d+(\.\d+)? ?%)?\s*$/;
const TOTAL = /合計|総額|請求(金?額)?|\b(total|amount due|balance due)\b/;
const WITHIN = /内(?![訳容])|うち|税込|含|\b(incl|includ\w*|of which|thereof)\b/;
const RATE = /(\d{1,2}(?:\.\d{1,3})?) ?(?:%|パーセント)/;
/** All that may stand between the amounts: any other word says that they are something else. */
const WORDS = new RegExp(
  '内訳|内|うち|以上|上記|税率|軽減|標準|対象|金額|額|小計|合計|総計|総額|計|消費税|地方消費税|及び|等|相当|分|税抜き?|税込み?|税別|外税|税|' +
    '本体|価格|課税|ご?請求|御|を?含(?:みます|む|み)|込み?|です|は|の|が|に|と|適用|' +
    '\\b(incl|includes?|included|including|of which|thereof|total|vat|gst|hst|jct|sales|consumption|tax|taxable|net|gross|amount|due|balance|at|on|the|rate|standard|reduced|is|and|of|plus|in)\\b|' +
    '\\d{1,2}(\\.\\d{1,3})? ?(%|パーセント)|[\\s、,.・:;※*=/+()~]',
  'g',
);

/**
 * What a text says of taxes and what they are charged on, in its order: （内 10%対象 44,920円 消費税 4,083円）, うち消費税額 1,234円,
 * (incl. VAT 20%: £12.00). Empty where it says nothing of taxes, or anything else besides: a sentence is read within its brackets.
 */
export function taxesInText(text: string): readonly TaxedPart[] {
  if (text.length > 200 || !MAY_TAX.test(text) || !/\d|[０-９]/.test(text)) return [];
  const folded = fold(text)
    .toLowerCase()
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')');
  const whole = partsOf(folded, text);
  if (whole.length > 0) return whole;
  return [...folded.matchAll(/(?<=\()(?:[^()]|\([^()]*\))*(?=\))/g)].flatMap((match) =>
    partsOf(match[0], text.slice(match.index)),
  );
}

/** @param printed the same text before folding, place by place. */
function partsOf(text: string, printed: string): TaxedPart[] {
  const amounts = [...text.matchAll(AMOUNT)].flatMap((match) => {
    const [whole, currency, sign, digits = '', unit] = match;
    const money =
      currency !== undefined || unit?.trim() === '円' || unit !== undefined || /,\d{3}|\.\d\d$/.test(digits);
    const figure = money ? readMagnitude(digits) : null;
    if (!figure) return [];
    const value = sign === undefined ? figure.value : figure.value.negated();
    return [{ from: match.index, to: match.index + whole.length, figure: { ...figure, value, approximate: false } }];
  });
  const last = amounts[amounts.length - 1];
  if (!last) return [];
  const begins = amounts.map((_, index) => amounts[index - 1]?.to ?? 0);
  const between = amounts.map(({ from }, index) => text.slice(begins[index], from));
  const tail = text.slice(last.to);
  if ([...between, tail].some((words) => words.replace(WORDS, '') !== '')) return [];
  const within = WITHIN.test(tail);
  const parts: TaxedPart[] = [];
  let inclusive = false;
  let rate: Decimal | null = null;
  for (const [index, { from, figure }] of amounts.entries()) {
    const words = between[index] ?? '';
    const kind = kindOf(words);
    if (!kind) return [];
    const own = RATE.exec(words)?.[1];
    // What is taxed says the rate of the tax that follows it.
    if (own !== undefined) rate = new Decimal(own);
    else if (kind !== 'tax') rate = /軽減/.test(words) ? new Decimal(8) : null;
    inclusive = inclusive || WITHIN.test(words);
    parts.push({
      kind,
      rate,
      inclusive: inclusive || within,
      figure,
      label: labelOf(printed.slice(begins[index], from)),
    });
  }
  return parts.some(({ kind }) => kind === 'tax') ? parts : [];
}

function kindOf(words: string): TaxedPart['kind'] | null {
  const plain = words.replace(/[()]/g, ' ').trim();
  if (BASE.test(plain)) return 'base';
  if (TAX.test(plain.replace(/税[抜込別]/g, ''))) return 'tax';
  if (TOTAL.test(plain)) return 'total';
  return new RegExp(`^[^\\p{L}]*${RATE.source}[^\\p{L}]*$`, 'u').test(plain) ? 'base' : null;
}

/** The words before a figure, without what parts them from others. */
const labelOf = (words: string): string => words.replace(/[\s()（）【】[\]:：、,;/]+/g, ' ').trim();
