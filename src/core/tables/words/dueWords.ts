import { foldLabel } from '../../reading/fold';

const DUE =
  /^(差引|今回)?(ご|御)?(請求|見積り?|お?支払い?)(金額|総額|合計額?|額)|(ご|御)請求|\b(amount|balance|total)( now)? (due|payable)\b|\btotal to pay\b|\bplease pay\b/;
const PART = /残|回目|分割|今期|今月分|前回|前月|累計|\b(instal?lment|part|previous|last)\b/;

const WHOLE =
  /^(税込)?(ご|御)?(請求|見積り?)?(合計|総額|総合計)(金?額)?(\((税込み?|消費税込み?)\))?$|^(invoice|grand) total\b|^total( amount)?( \(?incl.*)?$/;

/** Whether a label names the whole of a bill: 合計金額（税込）, Invoice total. */
export function isWholeOfBill(text: string): boolean {
  return WHOLE.test(foldLabel(text).replace(/[:\s]+$/, ''));
}

/** Whether a label names what is to be paid in all: ご請求額, Amount due; not a part of it. */
export function isStillDue(text: string): boolean {
  const label = foldLabel(text);
  return DUE.test(label) && !PART.test(label);
}
