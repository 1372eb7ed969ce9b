import { foldLabel } from '../../reading/fold';

/** Whether a figure is added or taken off. */
export type Sign = 1 | -1;

/** What a label says of a figure that follows from those before it with signs: a step of a statement, a balance, a difference. */
export interface StepWord {
  /** The sign of figures whose own words say nothing, after the first; null where the words of the step say nothing either. */
  readonly others: Sign | null;
  /** The words mean nothing else: 営業利益, 差引支給額; but 残高 and 差引 may stand for anything. */
  readonly strong: boolean;
  /** Where the figures follow from those of the steps before, and not only from those right before. */
  readonly kind: 'profit' | 'works' | 'balance' | 'cost';
}

const PROFIT = { strong: true, kind: 'profit' } as const;
const BALANCE = { strong: false, kind: 'balance' } as const;

/** The first that fits counts. Sources: 会社計算規則 第88–94条 (段階利益), 公共建築工事積算基準 (工事費の構成), 地方財政状況調査 (収支). */
const STEPS: readonly (readonly [RegExp, StepWord])[] = [
  [
    /^(売上総(利益|損益|損失)|粗利益?|差益)(金額|額|\(損失\))?$|^gross (profit|margin|income)$/,
    { ...PROFIT, others: -1 },
  ],
  [
    /^(営業|事業)(利益|損益|損失)(金額|\(損失\))?$|^(net )?operating (income|profit|loss)$|^(income|profit|loss) from operations$|^ebit$/,
    { ...PROFIT, others: -1 },
  ],
  [/^経常(利益|損益|損失|増減額)(金額)?$|^ordinary (income|profit)$/, { ...PROFIT, others: null }],
  [
    /^税(引|金等調整)前(当期|中間|四半期)?(純)?(利益|損益|損失)(金額)?$|^(net )?(income|profit|loss|earnings) before (income )?tax(es|ation)?$/,
    { ...PROFIT, others: null },
  ],
  [
    /^(税引後)?(当期|中間|四半期)?純(利益|損益|損失)(金額)?$|^net (income|profit|loss|earnings)$|^(profit|loss|income) (for|of) the (year|period|month|quarter)$|^(profit|income) after tax(es|ation)?$/,
    { ...PROFIT, others: -1 },
  ],
  [/^(純工事費|工事原価|工事価格)(計)?$/, { strong: true, kind: 'works', others: 1 }],
  [
    /^(差引(支給|支払|損害|賠償|交付|納付|返還)(合計)?額|手取り?額|net pay|take-home pay|net (claim|amount claimed|damages|loss claimed))$/,
    { strong: true, kind: 'balance', others: -1 },
  ],
  [
    /^(形式|実質)収支(額)?$|^(歳入歳出|収支)差引(残?額|額)?$|^(当期|本年度|当年度)?(収支|活動)(差額|差引額|過不足)$|^(surplus|deficit|net surplus|net deficit)$/,
    { strong: true, kind: 'balance', others: null },
  ],
  [
    /^(次期|次年度|翌年度|翌期|翌月|次月|次回)(へ?の?)(繰越)(収支差額|金額?|額|高|残高)?$|^(closing|ending) (balance|cash|cash balance)$|^cash at (the )?end( of .{1,12})?$/,
    { strong: true, kind: 'balance', others: null },
  ],
  [
    /残高$|残額$|残数$|(月|期|年度|日|本)末?残$|現在高$|^残$|^差引(額|計|過不足)?$|^不用額$|^(balance|closing|ending|remaining|remainder|available|unspent)$|\b(closing|ending|remaining) (balance|stock|inventory|fund|amount)$/,
    { ...BALANCE, others: null },
  ],
  [/^(差異|差額|増減(額|数)?|比較(増減)?|variance|difference)$/, { ...BALANCE, others: -1 }],
];

const LONGEST = 24;

/** What the words of a label say of such a step; null for any other label. */
export function stepOf(text: string): StepWord | null {
  const label = bareLabel(text);
  if (label === '' || label.length > LONGEST) return null;
  return STEPS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

const MINUS =
  /(費用?|損失|原価|支出|支払|支給済|歳出|出金|出庫|払出|控除|取崩(し)?|税金?|損|引出|使用|執行|支出済|負担行為|値引|返還|繰り?越すべき財源|繰越額)(の部)?(合計|計|等|額|高|金|数|量|済額|税額)*$|^(翌年度|次年度|次期)へ?(の)?繰り?越|\b(expenses?|expenditures?|costs?|tax(es|ation)?|loss(es)?|less|payments?|paid out|outgoings?|withdrawals?|wages|salaries|rent|deductions?|disbursements?|debits?|spent|used|issued|out|outflows?|encumbrances?|obligations?|actual|sold)\b/;
const PLUS =
  /(収益|収入|利益|利息|配当金?|売上高?|益|歳入|入金|入庫|受入|受取|積立(金)?|預入|支給|残高?|現在高|予算(現)?額?|現計|調定額?)(の部)?(合計|計|額|高|金|数|量)*$|^(前期|前月|前年度|前回|期首|当初|繰越)|\b(income|revenues?|sales|gains?|receipts?|received|paid in|deposits?|opening|beginning|brought forward|carried forward|credits?|budget(ed)?|allocation|allotment|appropriations?|additions?|contributions?|inflows?|in|interest earned)\b/;
const COSTLY_FIRST = /^(支払|雑損|貸倒|減価償却)/;
const GAINFUL_FIRST = /^(受取|雑収|雑益)/;

/** The sign that a label's own words give its figure in such a step; null where they say nothing or both. */
export function signOfTerm(text: string): Sign | null {
  const label = bareLabel(text);
  if (COSTLY_FIRST.test(label)) return -1;
  if (GAINFUL_FIRST.test(label)) return 1;
  if (/^less\b/.test(label)) return -1;
  const [minus, plus] = [MINUS.test(label), PLUS.test(label)];
  return minus === plus ? null : minus ? -1 : 1;
}

/** Whether a label names what the goods in store were at the end, which is taken off their cost. */
export const isClosingStock = (text: string): boolean =>
  /^(期末|当期末|月末)|^(closing|ending) (stock|inventory)/.test(bareLabel(text));

/** Whether a label names what the cost of sales begins with. */
export const isOpeningStock = (text: string): boolean =>
  /^(期首|前期末|月初)(?=.*(棚卸|在庫|商品|製品|材料))|^(opening|beginning) (stock|inventory)/.test(bareLabel(text));

/** Whether a label names the cost of sales. */
export const isCostOfSales = (text: string): boolean =>
  /^(売上|製造|製品|完成工事)原価(計|合計)?$|^costs? of (sales|goods sold|revenues?)$/.test(bareLabel(text));

/** A label without numbers, brackets and marks around it: `Ⅲ 営業利益（①－②）` → 営業利益. */
function bareLabel(text: string): string {
  const label = foldLabel(text);
  const bare = label
    .replace(/[([【<〈][^)\]】>〉]*[)\]】>〉]/g, '')
    .replace(/^[\s※*・●■◆○▼\-.:]*((?:[ivx]{1,5}|\d{1,2}|[a-z])[\s.．、)]+|[ⅰ-ⅻ①-⑳][\s.．、]*)?/, '')
    .replace(/\s*=.*$/, '')
    .replace(/[\s:]+$/, '')
    .trim();
  return /^[\x20-\x7e]+$/.test(bare) ? bare : bare.replace(/\s+/g, '');
}
