import { fold } from './fold';
import { MAGNITUDE, readMagnitude } from './magnitude';
import type { AmountReading } from './readings';

/** What a figure's printed unit says it measures; null where no unit is printed. */
export type Measure = 'money' | 'days' | 'percent' | 'other';

/** A figure that was read from text. A percentage's value is the fraction, as in a cell with a percent format. */
export interface PrintedAmount extends AmountReading {
  readonly measure: Measure | null;
}

const CURRENCY = '(?:¥|\\\\|jpy|usd|eur|gbp|us\\$|\\$|€|£)';
const MONEY_UNIT = '(?:円也?|yen|jpy|usd|eur|gbp|dollars?|euros?)';
const DAY_UNIT = '(?:日間?|days?)';
const OTHER_UNIT =
  '(?:時間|分間?|秒間?|人日|人月|人分?|名分?|件分?|台|本|式|個|枚|部|回|通|冊|箇所|か所|カ所|ヶ所|か月間?|カ月間?|ヶ月間?|ヵ月間?|箇月間?|月|年間?|週間?|hours?|hrs?|h|months?|people|persons?|items?|units?|pcs?|ea)';
const BEFORE = '(約|およそ|おおよそ|概ね|approx\\.?|approximately|about|circa|ca\\.)?';
const AFTER = '(程度|余り?|弱|強|前後|ほど)?';

const AMOUNT = new RegExp(
  `^${BEFORE} ?(?:延べ|のべ|計|金)? ?(\\()? ?([-+△▲])? ?(${CURRENCY})? ?([-+△▲])? ?(${MAGNITUDE}) ?` +
    `(${MONEY_UNIT}|${DAY_UNIT}|${OTHER_UNIT}|%|パーセント)? ?${AFTER}(\\.?-)? ?(\\))? ?(?:[*※†]+\\d*)?$`,
);

/**
 * Reads an amount of money, a day count or a quantity that is the whole of a text: `２，２８８，８６８円`, `△1,234`, `(1,234)`,
 * `4億6,245万6,000円`, `443千円` (443000 to the thousand), `約280万円`, `延べ 1,218 時間`, `２３日間`. A dash behind a figure makes it
 * negative, but behind an amount with its currency sign it only closes it (`¥1,234-`). Null for anything else.
 */
export function readAmount(text: string): PrintedAmount | null {
  const folded = fold(text).replace(/\s+/g, ' ').trim().toLowerCase();
  if (!/\d/.test(folded) || folded.length > 60) return null;
  const match = AMOUNT.exec(folded);
  if (!match) return null;
  const [, before, open, signOutside, currency, signInside, magnitude = '', unit, after, dash, close] = match;
  if ((open === undefined) !== (close === undefined) || (signOutside !== undefined && signInside !== undefined))
    return null;
  const figure = readMagnitude(magnitude);
  if (!figure) return null;
  const measure = measureOf(unit, currency);
  const sign = signOutside ?? signInside;
  const closes = dash !== undefined && (measure === 'money' || dash === '.-');
  const negative = (sign !== undefined && sign !== '+') || open !== undefined || (dash !== undefined && !closes);
  const scale = measure === 'percent' ? '0.01' : '1';
  return {
    value: figure.value.times(negative ? -1 : 1).times(scale),
    unit: figure.unit.times(scale),
    approximate: before !== undefined || after !== undefined,
    measure,
  };
}

function measureOf(unit: string | undefined, currency: string | undefined): Measure | null {
  if (currency !== undefined) return 'money';
  if (unit === undefined) return null;
  if (unit === '%' || unit === 'パーセント') return 'percent';
  if (new RegExp(`^${MONEY_UNIT}$`).test(unit)) return 'money';
  return new RegExp(`^${DAY_UNIT}$`).test(unit) ? 'days' : 'other';
}

/** A figure inside a label, and the label without it. */
export interface FigureInText {
  readonly figure: AmountReading;
  readonly label: string;
}

const MONEY_IN_TEXT = new RegExp(
  `(約|およそ|概ね)? ?([-△▲])?(¥|\\$|€|£)? ?([-△▲])?(?<![\\d.,])(${MAGNITUDE})(?![\\d,])( ?円| ?yen\\b| ?jpy\\b)?`,
  'g',
);

/** Signs that every label with an amount has one of: most need no closer look. */
const MAY_HOLD_MONEY = /[円¥￥$＄€£ａ-ｚＡ-Ｚ]|yen|jpy|[,，][\d０-９]{3}/i;

/**
 * Finds an amount of money in a label such as `障害対応に伴い発生した費用 4,264,579 円`. Only a figure with its currency counts, or
 * a grouped figure that plainly closes the text; hours, persons and item numbers do not. Of several, the one that closes
 * the text is taken; without such a one there is no saying which is meant, and the result is null.
 */
export function figureInText(text: string): FigureInText | null {
  if (!MAY_HOLD_MONEY.test(text)) return null;
  const folded = fold(text).toLowerCase();
  const found: { figure: AmountReading; label: string; closes: boolean }[] = [];
  for (const match of folded.matchAll(MONEY_IN_TEXT)) {
    const [whole, before, signOutside, currency, signInside, magnitude = '', unit] = match;
    const rest = folded.slice(match.index + whole.length);
    const closes = /^[\s)\]】。.、,]*$/.test(rest);
    const bare = currency === undefined && unit === undefined;
    if (bare && !(closes && /\d,\d{3}/.test(magnitude) && /[\s:(]$/.test(folded.slice(0, match.index)))) continue;
    const figure = readMagnitude(magnitude);
    if (!figure) continue;
    const negative = (signOutside ?? signInside) !== undefined;
    const label = text.slice(0, match.index) + text.slice(match.index + whole.length);
    found.push({
      figure: {
        value: negative ? figure.value.negated() : figure.value,
        unit: figure.unit,
        approximate: before !== undefined,
      },
      label: tidy(label),
      closes,
    });
  }
  const chosen = found.length === 1 ? found[0] : found.filter((one) => one.closes)[0];
  return chosen && chosen.label !== '' ? { figure: chosen.figure, label: chosen.label } : null;
}

function tidy(label: string): string {
  return label
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/[(\uff08[【][\s\u3000]*[)\uff09\]】]/g, '')
    .replace(/[\s:\uff1a、,]+$/, '')
    .trim();
}
