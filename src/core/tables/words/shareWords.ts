import { foldLabel } from '../../reading/fold';
import { Decimal } from '../../values/decimal';

const HUNDRED = new Decimal(100);
/** Lines that are usually reckoned as so many percent of what stands above them. */
const RECKONED =
  /諸経費|管理費|仮設費|手数料|事務費|経費|値引|割引|割増|加算|補償費|保険料|予備費|\b(overheads?|contingency|discount|surcharge|mark-?up|margin|fees?|charge|commission|administration|insurance|retention)\b/;
/** What a percentage in a label says otherwise: a rate of tax or of interest, a share of work done. */
const NO_SHARE = /対象|税|軽減|利率|利息|年利|遅延|進捗|出来高|\b(tax|vat|gst|interest|apr|complete)\b/;
const PERCENT = /(\d{1,3}(?:\.\d+)?) ?(?:%|パーセント|percent)/g;

/** The share that a line's label says, in percent; null where it says none or another kind of rate. */
export function shareInLabel(text: string): Decimal | null {
  const label = foldLabel(text);
  const found = NO_SHARE.test(label) ? [] : [...label.matchAll(PERCENT)];
  const [only] = found;
  if (only?.[1] === undefined || found.length > 1) return null;
  const percent = new Decimal(only[1]);
  return percent.gt(0) && percent.lt(HUNDRED) ? percent : null;
}

/** Whether a line's name is one of those that are usually reckoned in percent. */
export function isReckonedInPercent(text: string): boolean {
  return RECKONED.test(foldLabel(text));
}

/** What a label says that its figure is a share of. */
export interface StatedShare {
  /** 10 is 10 %. */
  readonly percent: Decimal;
  /** Marks (①, (2), a) or names of lines; what is taken off has a minus. */
  readonly terms: readonly { readonly name: string; readonly taken: boolean }[];
}

const OF_MARKS = /(?:^|[^\d.])\(?([^()=×*%]+?)\)? ?[×*x] ?(\d{1,3}(?:\.\d+)?) ?%/;
const OF_WORDS = /(\d{1,3}(?:\.\d+)?) ?% of (?:the )?([a-z][a-z ]*)/;

/** Reads ①×10%, （①＋②）× 5％, 小計×15%, 10% of subtotal; null where a label says nothing of the kind. */
export function statedShare(text: string): StatedShare | null {
  const label = foldLabel(text);
  const marks = OF_MARKS.exec(label);
  const words = OF_WORDS.exec(label);
  const percent = marks?.[2] ?? words?.[1];
  const base = marks ? lastBracket(marks[1] ?? '') : words?.[2];
  if (percent === undefined || base === undefined) return null;
  const terms = [...base.matchAll(/([+-]?)([^+-]+)/g)].map(([, sign, name = '']) => ({
    name: markOrName(name),
    taken: sign === '-',
  }));
  return terms.length > 0 && terms.every(({ name }) => name !== '') ? { percent: new Decimal(percent), terms } : null;
}

/** Of 消費税(①, what stands in the bracket. */
const lastBracket = (text: string): string => text.slice(text.lastIndexOf('(') + 1).trim();

const CIRCLED = /[①-⑳]/gu;
const withPlainMarks = (text: string): string =>
  text.replace(CIRCLED, (sign) => `${sign.charCodeAt(0) - '①'.charCodeAt(0) + 1}`);

const markOrName = (name: string): string => withPlainMarks(name.trim()).replace(/^\((.+)\)$/, '$1');

/** The mark before a label's words (①, (1), a.) and the words without it and without what stands in brackets. */
export function markAndName(text: string): { readonly mark: string | null; readonly name: string } {
  const label = foldLabel(text);
  const marked = /^(?:([①-⑳])|\(([a-z]|\d{1,2})\)|([a-z]|\d{1,2})[.:、)])\s*/u.exec(label);
  const mark = marked ? withPlainMarks(marked[1] ?? marked[2] ?? marked[3] ?? '') : null;
  const name = label
    .slice(marked?.[0].length ?? 0)
    .replace(/\([^)]*\)/g, '')
    .trim();
  return { mark, name };
}

const RATIO =
  /[%率]|割合|構成比|(前年|前期|対|予算|達成|増減)比|比率|\b(percent|percentage|pct|ratio|share|growth|change)\b/;

/** Whether a header says that its figures are ratios of others: 構成比, 執行率, 増減率, % of total. */
export function namesRatio(header: string): boolean {
  return RATIO.test(foldLabel(header)) && !NO_SHARE.test(foldLabel(header));
}
