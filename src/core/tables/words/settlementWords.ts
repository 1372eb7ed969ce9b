import { foldLabel } from '../../reading/fold';

/**
 * What a line between the lines of a bill and what is due is there for: an allowance (EN 16931 BT-107: 値引), what was paid before
 * (BT-113: 入金済, 内金), income tax withheld (源泉徴収税額), a balance brought forward (前回繰越), or a charge (BT-108: 送料).
 */
export type SettlementRole = 'charge' | 'allowance' | 'paid' | 'withheld' | 'brought-forward';

export interface Settlement {
  readonly role: SettlementRole;
  /** The words leave no doubt: 値引, deposit; but 控除 and 相殺 may be anything. */
  readonly sure: boolean;
}

const AFTER = /(値引|割引|控除|相殺)き?後|\b(after|before|net of) (discounts?|allowances?|deductions?)\b/;
const ALLOWANCE = /値引|割引|\b(discounts?|rebates?|allowances?)\b/;
const PAID =
  /(?<![繰借収])入金|前受|前払|内金|手付金|既払|既受領|既請求|領収済|支払済|預り金|\b(deposits?|paid|prepaid|pre-?payments?|payments? received|payments?|down payment|advance payments?)\b/;
const NOT_PAID = /入金予定|支払期|\b(due|payable|terms)\b/;
const WITHHELD = /源泉(所得|徴収)?|\bwith(holding|held)( income)? tax|\btax withheld\b/;
const BROUGHT =
  /繰越|前回(ご|御)?請求|前月(ご|御)?請求|\b(brought forward|previous balance|balance forward|carried forward)\b/;
const CHARGE =
  /送料|配送|運賃|運送費|梱包|手数料|諸経費|管理費|搬入|出張費|交通費|立替|印紙|\b(shipping|freight|handling|delivery|postage|carriage|surcharges?|charges?|fees?)\b/;
const UNSURE = /控除|相殺|\b(less|deductions?|credits?)\b/;

/** The part of a line's label in a settlement; null for any other line. */
export function settlementOf(text: string): Settlement | null {
  const label = foldLabel(text);
  if (AFTER.test(label)) return null;
  if (WITHHELD.test(label)) return { role: 'withheld', sure: true };
  if (PAID.test(label) && !NOT_PAID.test(label)) return { role: 'paid', sure: true };
  if (ALLOWANCE.test(label)) return { role: 'allowance', sure: true };
  if (BROUGHT.test(label)) return { role: 'brought-forward', sure: true };
  if (CHARGE.test(label)) return { role: 'charge', sure: true };
  return UNSURE.test(label) ? { role: 'allowance', sure: false } : null;
}

const EXEMPT =
  /^(課税)?対象外$|非課税|不課税|免税|課税対象外|消費税対象外|\(対象外\)|\b(tax|vat|gst)[- ]?(exempt|free)\b|\bexempt\b|\bzero[- ]rated\b|\bno (tax|vat)\b|\bout ?side the scope\b|\breverse[- ]charge\b/;

/** Whether a label, or the cell of a rate column, says that no tax is due: 非課税, 免税, 不課税, zero-rated, reverse charge. */
export function isUntaxed(text: string): boolean {
  return EXEMPT.test(foldLabel(text));
}

/** Whether what such a line prints without a sign is taken off. */
export function lessens(settlement: Settlement | null): boolean {
  const role = settlement?.role;
  return role === 'allowance' || role === 'paid' || role === 'withheld';
}
