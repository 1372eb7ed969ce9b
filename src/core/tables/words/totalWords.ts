import { foldLabel } from '../../reading/fold';
import { Decimal, ZERO } from '../../values/decimal';
import { isUntaxed, settlementOf } from './settlementWords';

/** What a label says of the figures in its line. */
export interface TotalLabel {
  /** `base` is what a rate applies to (10%対象); `aside` repeats or part-counts figures (うち…, 累計, 平均) and is never added. */
  readonly kind: 'total' | 'tax' | 'base' | 'aside';
  /** 1 小計, 2 計, 3 合計 and total, 4 総計, 総合計 and grand total: a total takes in all lower ones since the last of its rank. */
  readonly rank: 1 | 2 | 3 | 4;
  /** The words may be part of an ordinary name: arithmetic or position has to bear them out. */
  readonly weak: boolean;
  /** The words say of what there is everything (all regions, 全国): where the figures do not add up, they may not be meant to. */
  readonly loose: boolean;
  /** Says that tax is in it: 税込合計, amount due. */
  readonly gross: boolean;
  /** Says that tax is not in it: 合計(税抜). */
  readonly net: boolean;
  /** 内消費税: the tax is part of the total above. */
  readonly inclusive: boolean;
  /** A rate printed in the label, in percent; 軽減 alone is 8. */
  readonly rate: Decimal | null;
  /** A step of a statement: it closes what stands above, but is no sum of it. */
  readonly step?: true;
  /** The sheet rows of the totals that the label names: it is their sum. */
  readonly parts?: readonly number[];
}

/** What a label leaves open of which no word says more. */
export const NOTHING_SAID: Omit<TotalLabel, 'kind'> = {
  rank: 3,
  weak: false,
  loose: false,
  gross: false,
  net: false,
  inclusive: false,
  rate: null,
};

const LONGEST_LABEL = 32;
const LONGEST_ENGLISH = 48;
const TOTAL_TAIL = '(?:金額|額|値|高|費用|費|円|数量|数)?';
const NO_TOTAL_AT_END = /(会|時|設|統|家|推|余|重|圧|量|累|早|生|歳|日|身|温度|体重|電|比)計$/;

/** Signs that every label with a total word has one of: most texts need no closer look. */
const MAY_TOTAL =
  /[計総額価残税均累対繰構前差請費消全ａ-ｚＡ-Ｚ]|うち|内[、訳]|total|sum|vat|gst|hst|jct|tax|due|payable|pay$|gross|net|average|mean|median|cumul|min|max|which|all\b/i;

/** Reads a line's label; null where it holds no total word. English words match as whole words. */
export function readTotalLabel(text: string): TotalLabel | null {
  if (!MAY_TOTAL.test(text)) return null;
  const label = stripped(text);
  if (label === '' || label.length > LONGEST_LABEL + 16) return null;
  const outside = label.replace(/\([^)]*\)/g, '').trim();
  const notes = (label.match(/\([^)]*\)/g) ?? []).join('');
  const bare = outside === '' ? label.replace(/[()]/g, '') : outside;
  if (bare.length > (/^total [\x20-\x7e]+$/.test(bare) ? LONGEST_ENGLISH : LONGEST_LABEL)) return null;
  const common = {
    ...NOTHING_SAID,
    net: /税抜|税別|本体|excl|before tax|net of tax|ex\.? vat/.test(label),
    rate: rateIn(label),
  };
  if (/累計|平均|構成比|前年(?!度?繰越金$)|繰越(?!金$)|差引残|^(average|mean|median|cumulative|min|max)\b/.test(bare)) {
    return { ...common, kind: 'aside' };
  }
  const tax = taxOf(bare, label);
  const untaxed = tax?.kind === 'tax' && isUntaxed(label) ? { rate: ZERO } : {};
  if (tax) return { ...common, ...tax, ...untaxed };
  if (/^(うち|内訳|内、|of which)/.test(bare)) return { ...common, kind: 'aside' };
  const total = totalOf(bare);
  if (!total) return null;
  const gross = total.gross === true || /税込|incl|with (tax|vat)/.test(label) || /税込/.test(notes);
  return { ...common, kind: 'total', ...total, gross: gross && !common.net };
}

/** Whether a text begins with the word Total, as the names of things may: Total care plan. */
export const beginsWithTotal = (text: string): boolean => /^\s*total\b/i.test(text);

function stripped(text: string): string {
  return foldLabel(text)
    .replace(/[【[〔<〈《「]([^】\]〕>〉》」]*)[】\]〕>〉》」]/g, '$1')
    .replace(/^[\s※*・●■◆○▼\-.:]+/, '')
    .replace(/[\s:=]+$/, '')
    .replace(/ = [a-z]$/, '')
    .trim()
    .replace(/^\(((?:[^()]|\([^()]*\))*)\)$/, '$1');
}

/** The rate that a text says: 10%, 軽減8%, 8 % ※, none (0) for 非課税 and the like; null where it says none. */
export function rateInText(text: string): Decimal | null {
  return isUntaxed(text) ? ZERO : rateIn(foldLabel(text));
}

/** The same for a cell among rates, where short marks say that there is no tax: RC, Nil. */
export function rateInCell(text: string): Decimal | null {
  return /^(rc|r\/c|nil|zero|ex|n\/a)$/.test(foldLabel(text)) ? ZERO : rateInText(text);
}

/** The rate of tax that the label of an allowance or a charge says: 値引（10%対象）; but in 値引 5% the share is that of the price. */
export function taxRateInText(text: string): Decimal | null {
  return /対象|税|軽減|\b(tax|vat|gst|hst)\b/i.test(text) ? rateInText(text) : null;
}

function rateIn(label: string): Decimal | null {
  const match = /(\d{1,2}(?:\.\d+)?) ?(?:%|パーセント)/.exec(label);
  if (match?.[1] !== undefined) return new Decimal(match[1]);
  return /軽減/.test(label) ? new Decimal(8) : null;
}

type Partly = Partial<TotalLabel> & Pick<TotalLabel, 'kind'>;

function taxOf(bare: string, label: string): Partly | null {
  const inclusive = /^\(?(内|うち)/.test(label) || /内税|内消費税|うち消費税|\(内\)|included/.test(label);
  if (
    /対象/.test(label) &&
    /%|軽減|税率/.test(label) &&
    settlementOf(bare) === null &&
    !/税額|消費税等?$|消費税等?\(/.test(label)
  )
    return { kind: 'base' };
  if (
    /^(taxable|net)( amount| sales| total| value)?( ?(@|at|for))? ?\(?\d{1,2}(\.\d+)? ?%\)?( vat| gst| tax)?$/.test(
      label,
    )
  )
    return { kind: 'base' };
  if (/^(非課税|不課税|免税|対象外|消費税対象外)(対象|取引|売上)?(額|金額|合計|計|小計)$/.test(bare))
    return { kind: 'base', rate: ZERO };
  if (/(税込|税抜|税別|消費税(を)?(込|抜|除|含))/.test(label)) return null;
  const japanese =
    /^(内|うち|外|\d+%(対象)?(分)?の?)?(地方)?消費税/.test(bare) ||
    /消費税(及び地方消費税)?(等)?(相当)?(金?額)?等?(の?合?計)?(金?額)?$/.test(bare) ||
    /^(税額|税金|消税|外税|内税)$/.test(bare);
  const english =
    /^(add:? )?((vat|gst|hst|jct|sales tax|consumption tax|tax)( amount|,? reverse[ -]charged?)?)( ?(@|at)? ?\d+(\.\d+)? ?%)?$/.test(
      bare,
    ) ||
    /^\d+(\.\d+)? ?% (vat|gst|tax|sales tax|consumption tax)$/.test(bare) ||
    /^(reduced|standard)( rate)? (vat|tax)$/.test(bare) ||
    /^(total (vat|gst|tax|sales tax)|(vat|gst|tax) total)( amount)?$/.test(bare);
  if (japanese || english) return { kind: 'tax', inclusive };
  const within =
    /^((vat|gst|hst|jct|(consumption |sales )?tax)( at)?( \d+(\.\d+)? ?%)? (included|incl\.?)|(included|includes|including|incl\.?|of which|thereof):?( \d+(\.\d+)? ?%)? (vat|gst|hst|jct|(consumption |sales )?tax))( \d+(\.\d+)? ?%)?$/;
  return within.test(bare) ? { kind: 'tax', inclusive: true } : null;
}

function totalOf(bare: string): Omit<Partly, 'kind'> | null {
  if (new RegExp(`(総合計|総計)${TOTAL_TAIL}$`).test(bare)) return { rank: 4 };
  if (/^(今回|当月|今月)?(差引)?(ご|御)?(請求|見積り?|お?支払い?)(金額|総額|合計額?|額)$/.test(bare)) {
    return { rank: 4, weak: true };
  }
  if (/^(お|御)?(値引|割引)き?(合?計|合計額)$/.test(bare)) return null;
  if (
    /^(課税|消費税)対象(金?額|計|合計)?$|^(税抜|本体)(き?)(金?額|価格|合?計|合計金?額)$|(値引|割引)き?後(の?)(金?額|小計|計|合計)?$|^差引(小計|合?計|金額)$/.test(
      bare,
    )
  )
    return { rank: 3, weak: true, net: true };
  if (/^(工事価格|税抜工事(価格|費))$/.test(bare)) return { rank: 3, weak: true, net: true };
  if (/^((工事)?請負(代)?金額|工事請負(代)?金(額)?|税込工事費)$/.test(bare))
    return { rank: 4, weak: true, gross: true };
  if (/^税込(み?)(金?額|価格|合?計|合計金?額|(ご|御)?請求金?額)$/.test(bare))
    return { rank: 4, weak: true, gross: true };
  if (new RegExp(`小計${TOTAL_TAIL}$|^小計`).test(bare)) return { rank: 1 };
  if (/^中計$/.test(bare)) return { rank: 2 };
  if (new RegExp(`(合計)${TOTAL_TAIL}$`).test(bare) || /^合計($|[^\p{L}])/u.test(bare)) return { rank: 3 };
  if (/^(総額|総数|総費用)$/.test(bare)) return { rank: 3 };
  if (/総額$/.test(bare)) return { rank: 3, weak: true };
  if (/^計$/.test(bare)) return { rank: 2 };
  if (/計$/.test(bare) && !NO_TOTAL_AT_END.test(bare)) return { rank: 1, weak: true };
  if (/^((ご|御)?請求|お?支払い?)?(残額|残金)$/.test(bare)) return { rank: 4, weak: true };
  if (/^全(体|国|社|店|店舗|庁|市|県|校|部|部門|地域)$/.test(bare)) return { rank: 4, weak: true, loose: true };
  return englishTotal(bare);
}

const GENERIC =
  'amount|amounts|due|payable|cost|costs|price|fee|fees|expenses|expense|damages|claim|claims|claimed|reduction|credit|credits|charges|sum|value|usd|jpy|yen|eur|gbp|before tax|excluding tax|for (this|the) (period|month|invoice)';

const CURRENCY = /[ ,:-]+(usd|eur|gbp|jpy|yen|aud|cad|chf|sgd|hkd|us\$|[$€£¥])$/;

function englishTotal(label: string): Omit<Partly, 'kind'> | null {
  const bare = label.replace(CURRENCY, '');
  if (!/^[\x20-\x7e]+$/.test(bare)) return null;
  if (/\bsub-? ?totals?\b/.test(bare)) return { rank: 1 };
  if (/^(net|taxable( (amount|total|subtotal))?|net after (discounts?|allowances?))$/.test(bare))
    return { rank: 3, weak: true, net: true };
  if (/\b(amount|balance|total)( now)? (due|payable)$|^total to pay$/.test(bare)) return { rank: 4, gross: true };
  if (/^(grand|overall) totals?\b|\bgrand totals?$/.test(bare)) return { rank: 4 };
  if (/^(invoice|bill|order|quote|quotation|estimate) totals?$/.test(bare)) return { rank: 3 };
  if (/^gross( (total|amount))?$/.test(bare)) return { rank: 4, gross: true };
  if (
    /^(net )?totals?$|^sum( total)?$|^sum of (the )?(invoice )?(lines?|items|positions)\b|^(lines?|items) total$|^net (amount|sum)$/.test(
      bare,
    )
  )
    return { rank: 3 };
  if (/^(grand |invoice )?total (incl|including|inclusive|with)\b.{0,6}\b(tax|vat|gst)$/.test(bare))
    return { rank: 4, gross: true };
  if (new RegExp(`^total (net |gross )?(${GENERIC})( (${GENERIC}))?$`).test(bare)) return { rank: 3 };
  // Total debt / total assets is a ratio.
  if (/ ?\/ ?total\b/.test(bare)) return null;
  if (/^total\b/.test(bare) || /\btotals?$/.test(bare)) return { rank: 3, weak: true };
  if (/^all( (?!other)[a-z]+){0,3}$/.test(bare)) return { rank: 4, weak: true, loose: true };
  return null;
}
