import { foldLabel } from '../../reading/fold';
import { Decimal } from '../../values/decimal';
import { headerLabel } from './headerWords';

/** What a header says of a table of interest: the last day to pay or the first day of interest, the day of payment, and so on. */
export type InterestPart = 'principal' | 'due' | 'start' | 'paid' | 'days' | 'interest-rate' | 'interest';

const PARTS: readonly (readonly [InterestPart, RegExp])[] = [
  [
    'interest-rate',
    /利率|年利|利息率|延滞金?の?(割合|率)|^割合$|^率$|\b(interest|annual|default|late|contract|yearly) rate\b|\brate of interest\b|^rate( ?%)?( ?(p\.?a\.?|per annum))?$|^apr$/,
  ],
  ['days', /日数|\bdays\b|\b(number|no\.?) of days\b/],
  ['paid', /(支払|納付|入金|弁済|返済|完済|決済|受領|領収|清算|精算|満期|終了|完了)(年月)?日$|^終期$|^至$/],
  [
    'paid',
    /^(date|day) (paid|settled|received|of payment)$|\b(paid|settled|received)( (on|date|at))?$|\b(payment|settlement) date$|^(end|until|to)( date)?$|\bend date$|\bmaturity( date)?$/,
  ],
  ['due', /(納期限?|納付期限|支払い?期限|支払い?期日|弁済期|返済期限|返済期日|履行期限?|期限|期日)日?$/],
  ['due', /^(?!.*\b(amount|balance|total|interest|sum)\b).*\bdue( (on|date))?$|^date due$|\bpayable (on|by)$/],
  [
    'start',
    /(起算|発生|開始|貸付|借入|預入)(年月)?日$|^始期$|^自$|\b(interest )?(from|start(s|ed)?|accrues from)( date)?$|\bstart date$/,
  ],
  ['interest', /^(?!.*(元利|算入|起算|期間|対象)).*(利息|利子|延滞金|延滞料|遅延損害金|遅延利息|遅滞損害金)/],
  [
    'interest',
    /^(default |late |late payment |accrued |simple |overdue )?interest( (charged?|amount|due|payable|owed))?$/,
  ],
  ['interest', /^(late|overdue)( payment)? (fees?|charges?)$|^delay damages$/],
  ['principal', /元本|元金|滞納(税)?額|未払(金)?額?|未納額?|未収(金)?額?|^本税(額)?$|^(計算)?対象(金?額)?$/],
  ['principal', /\bprincipal\b|\boutstanding( amount)?$|\b(overdue|unpaid|capital) (amount|sum|balance)$/],
];

/** The part that a header names; null where it names none. */
export function interestPart(header: string): InterestPart | null {
  const label = headerLabel(header);
  if (label === '' || label.length > 30) return null;
  return PARTS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** Whether headers are those of a table that lists interest on principals over periods: interest, and two days or their number. */
export function headInterest(headers: readonly string[]): boolean {
  const parts = new Set(headers.map(interestPart));
  const period = (parts.has('due') || parts.has('start')) && parts.has('paid');
  // Instalments leave a balance: the principal there is what is paid back, not what bears interest.
  const balance = headers.some((header) => /残高|\bbalance\b/.test(headerLabel(header)));
  return parts.has('interest') && (period || parts.has('days')) && !balance && headers.length >= 3;
}

const RATE =
  /(?:年|\byear(?:ly)?|\bannual(?:ly)?|\bp\.?a\.?|利率|利息|延滞金|損害金|\binterest|\brate|\bcharges?|\bfees?)[^%\d]{0,24}?(\d{1,2}(?:\.\d{1,4})?) ?(?:%|パーセント)|(\d{1,2}(?:\.\d{1,4})?) ?(?:%|パーセント) ?(?:p\.?a\.?|per (?:annum|year)|a year|annual|yearly|\(?年)/g;

/** The rates a year that a text prints, in percent, each once: 年14.6％, 3% p.a. */
export function ratesInText(text: string): Decimal[] {
  const label = foldLabel(text);
  if (!/[%パ]/.test(label)) return [];
  const plain = [...label.matchAll(RATE)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(plain)].map((digits) => new Decimal(digits));
}

/** The percentage that a heading prints, with or without a word for the year: 延滞金（14.6%）. */
export function rateInHeader(header: string): Decimal | null {
  const found = [...foldLabel(header).matchAll(/(\d{1,2}(?:\.\d{1,4})?) ?(?:%|パーセント)/g)].map(
    (match) => match[1] ?? '',
  );
  const [only] = found;
  return only !== undefined && found.length === 1 ? new Decimal(only) : null;
}
