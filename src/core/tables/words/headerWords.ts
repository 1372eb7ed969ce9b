import { foldLabel } from '../../reading/fold';
import type { ColumnRole } from '../document';

/** Patterns for folded labels without what stands in brackets. English words match as whole words. The first that fits counts. */
const ROLE_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'other',
    /^(備考|注記|no\.?|#|番号|id|コード|notes?|remarks?|comments?|参照|担当者?|状態|状況|status|ref\.?|reference)$/,
  ],
  [
    'other',
    /番号|コード|電話|tel\b|phone|郵便|住所|address|メール|mail|\b(code|id|zip|postal|age|rank|no)\b|年齢|順位/,
  ],
  ['tax-rate', /税率|税区分|\b(tax|vat|gst) ?(rate|code|%)/],
  ['other', /率$|割合|比$|構成比|平均|係数|%|\b(percent|percentage|ratio|average|avg|mean|median|share|index)\b|指数/],
  ['total', /税込|\b(inc|incl|including|inclusive)\b.*\b(tax|vat|gst)\b|\bgross\b/],
  ['amount', /税抜|税別|\b(ex|excl|excluding|exclusive)\b.*\b(tax|vat|gst)\b|\bnet (amount|price|total)\b/],
  ['tax', /消費税|税額|^税$|\b(vat|gst|consumption tax|sales tax)\b|^tax( amount)?$/],
  [
    'total',
    /^(合計|総計|総合計|小計|計|総額)(金?額|数)?$|^.{1,8}(合計|総計)(金?額)?$|^(grand |row |line |item |sub-?)?totals?$|^sum$/,
  ],
  ['days', /日数|^days\b|\bdays$|\b(number|no\.?) of days\b|\bday count\b/],
  [
    'unit-price',
    /単価|日額|時給|^@$|\b(unit|per unit|each) ?(price|cost|rate)?$|\bunit (price|cost|rate)\b|\b(hourly|daily|day) rate\b|^rate$|\b(rate|price|cost) ?(\/|per ) ?(h|hr|hour|day|month|unit|item|piece|pc|ea|each|user|person|\d[\d,]*)\b/,
  ],
  [
    'quantity',
    /数量|.数$|(?<!開始|終了|始業|終業|受付|営業|発生|復旧)時間$|^(人工|人月|人日)$|^(qty|quantity|hours|hrs|units|pcs)\b|\b(qty|quantity|hours|hrs|man-?(hours|days|months))$/,
  ],
  ['amount', /減額|損害額|請求額|賠償額|請求金額|\b(reduction|credit|refund|damages?|claimed|claim amount)\b/],
  [
    'fee',
    /月額|年額|使用料|利用料|基本料|賃料|委託料|保守料|\b(monthly|annual|yearly|service|base|contract) (fee|charge|price|rent)\b|^(fees?|rent|charges?)$/,
  ],
  [
    'restored',
    /(復旧|回復|再開|解消|終了|完了)(年月)?(日時?|日付)$|^復旧$|\b(restored|recovered|resumed|restoration|recovery|end(ed)?)( (on|date|at))?$|^(to|until)$/,
  ],
  [
    'start',
    /(発生|停止|停止開始|開始|起算|障害発生)(年月)?(日時?|日付)$|\b(start(ed)?|began|stopped|outage|occurred|incident)( (on|date|at))?$|^(from|since)$/,
  ],
  [
    'amount',
    /金額|価格|代金|費用額|^.{0,6}額$|^費用$|^(円|yen|jpy|¥|\$)$|\b(amount|cost|costs|price|value|expenses?|spent)\b|^(extension|extended)$/,
  ],
  ['category', /種別|区分|分類|科目|費目|^部門$|\b(category|type|class|kind|group|section)\b/],
  ['date', /日付|年月日|^月日$|日時|期日|^日$|^(年月)$|\bdate\b|^when$|^(time|day)$/],
  [
    'text',
    /経過|経緯|出来事|^事項$|事象|対応(内容|状況)?$|できごと|\b(event|events|action|actions|what happened|history|progress)\b/,
  ],
  ['description', /内容|摘要|内訳|説明|明細|仕様|用途|\b(description|details?|particulars|content|purpose)\b/],
  [
    'name',
    /名$|名称|品名|品目|件名|項目|対象|施設|会社|取引先|\b(name|system|service|item|product|facility|vendor|supplier|task|work)\b/,
  ],
];

/** A header's words without units and notes in brackets: `金額（円）` → `金額`. A label that is all in brackets stays. */
export function headerLabel(text: string): string {
  const label = foldLabel(text);
  const bare = label.replace(/[([【<〈][^)\]】>〉]*[)\]】>〉]/g, '').trim();
  return (bare === '' ? label : bare).replace(/[:*※]+$/, '').trim();
}

/** The role that a header's words give its column; null where they say nothing. */
export function roleOfHeader(text: string): ColumnRole | null {
  const label = headerLabel(text);
  if (label === '' || label.length > 40) return null;
  for (const [role, pattern] of ROLE_WORDS) if (pattern.test(label)) return role;
  return null;
}

/** Roles whose columns hold figures or dates: a row with none of these words is no header by its words alone. */
export const MEASURING_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'quantity',
  'unit-price',
  'fee',
  'start',
  'restored',
  'days',
  'amount',
  'tax',
  'total',
]);

const NOT_ADDED = /^(month|月|期|no\.?|#)$/;
const YEARS = /^(年|年度|((fiscal|financial|tax|school|academic|calendar|birth|start|end) )?years?)$/;

/** Whether a header may head years: whether it does, the figures below it tell. Under Year the sum of four quarters may stand. */
export function namesYears(header: string): boolean {
  return header.length <= 40 && YEARS.test(headerLabel(header));
}

/** Whether a figure may be a year, of an era or in full. */
export function mayBeYear(value: number): boolean {
  return (Number.isInteger(value) && value >= 0 && value < 100) || isFullYear(value);
}

/** Whether a figure may be a year of four digits. */
export function isFullYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1800 && value <= 2200;
}

/** Whether a column under this header may be added up at all: codes, years, rates and averages never are. */
export function mayBeAdded(header: string): boolean {
  const label = headerLabel(header);
  if (NOT_ADDED.test(label) || /累計|残高|cumulative|running|balance/.test(label)) return false;
  const role = roleOfHeader(header);
  return role !== 'other' && role !== 'tax-rate' && role !== 'unit-price';
}

const CODES =
  /番号|コード|電話|内線|ファックス|^fax|郵便|^〒|緯度|経度|年齢|順位|^(番|整理番号|枝番|号)$|^(tel|fax)\b|\b(code|id|no|zip|postal|phone|extension|rank|latitude|longitude)$|^#$/;

/** Whether a header says that what stands below are codes or numbers of lines, which are never added up. */
export function namesCodes(header: string): boolean {
  return header.length <= 40 && CODES.test(headerLabel(header));
}

const RUNNING_NUMBER = /^(no\.?|#|番号|項番|連番|行|line|row|item no\.?)$/;

/** Whether a header says that its figures number the rows. */
export function numbersRows(header: string): boolean {
  return RUNNING_NUMBER.test(headerLabel(header));
}

/** Whether a header says that its fee is for a month or a year: 月額, 使用料（月額）, monthly fee. */
export function namesFeeOfPeriod(header: string): boolean {
  return feePeriodOf(header) !== null;
}

/** What a fee's header says that it is paid for, brackets included; null where it says nothing. */
export function feePeriodOf(header: string): 'month' | 'year' | null {
  const label = foldLabel(header);
  if (/年額|年間|\/ ?年|\b(annual|yearly|per (year|annum)|a year)\b|\/ ?(year|yr)\b/.test(label)) return 'year';
  return /月額|\/ ?月|月当たり|月あたり|\b(monthly|per month|a month)\b|\/ ?(month|mo)\b/.test(label) ? 'month' : null;
}

const RECOVERED = /復旧|回復|再開|解消|restor|recover|resum/;

/** Whether a header names the day on which something was working again: 復旧日, restored on. */
export function namesRecovery(header: string): boolean {
  return RECOVERED.test(foldLabel(header));
}

const BEST_AMOUNT = /減額|請求|損害|賠償|金額|amount|reduction|credit|claim/;

/** Which of several amount columns is the table's own: the smaller the better. */
export function amountRank(header: string): number {
  return BEST_AMOUNT.test(headerLabel(header)) ? 0 : 1;
}
