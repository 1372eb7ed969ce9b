import type { Random } from '../random';
import type { Fault } from './book';
import { oneOf, slipped } from './draws';
import type { InvoiceLedger } from './invoicePage';
import type { InvoicePlan } from './invoicePlan';
import { type Adding, addUp, rightly } from './invoiceSums';

/** Kinds of faults that an invoice may have. The last two leave out an allowance: from what is taxed, or from what is due. */
export const INVOICE_KINDS = [
  'transposed-digits',
  'wrong-digit',
  'unit-slip',
  'omitted-row',
  'counted-twice',
  'sign',
  'hidden-row',
  'text-number-skipped',
  'subtotal-counted-with-details',
  'old-tax-rate',
  'tax-on-wrong-base',
  'allowance-not-taken-off',
] as const;

export interface FaultyLedger extends InvoiceLedger {
  readonly faults: readonly Fault[];
}

interface Draft {
  adding: Adding;
  hidden: Set<number>;
  asText: Set<number>;
  later: ((figures: Map<string, number>) => Fault | null)[];
  faults: Fault[];
}

/** An invoice's figures with one fault of each kind, in cells that it prints; null where it cannot bear one of them. */
export function withInvoiceFaults(
  plan: InvoicePlan,
  printed: ReadonlySet<string>,
  random: Random,
  kinds: readonly string[],
): FaultyLedger | null {
  const draft: Draft = { adding: rightly(plan), hidden: new Set(), asText: new Set(), later: [], faults: [] };
  for (const kind of kinds) if (!putFault(kind, plan, printed, draft, random)) return null;
  const figures = addUp(plan, draft.adding);
  for (const change of draft.later) {
    const fault = change(figures);
    if (!fault) return null;
    draft.faults.push(fault);
  }
  return { figures, hidden: draft.hidden, asText: draft.asText, faults: draft.faults };
}

function putFault(
  kind: string,
  plan: InvoicePlan,
  printed: ReadonlySet<string>,
  draft: Draft,
  random: Random,
): boolean {
  const index = random.below(plan.lines.length);
  const put = (kindPut: Fault['kind'], cell: string, how: string) =>
    draft.faults.push({ kind: kindPut, cell, label: `${kind} (${how})` }) > 0;
  const count = (kindPut: Fault['kind'], times: number, how = 'total follows') => {
    if (draft.adding.counts[index] !== 1 || plan.lines[index]?.amount === 0) return false;
    draft.adding.counts[index] = times;
    return put(kindPut, `amount${index}`, how);
  };
  switch (kind) {
    case 'transposed-digits':
    case 'wrong-digit':
    case 'unit-slip':
      draft.later.push((figures) => changeFigure(kind, plan, printed, figures, random));
      return true;
    case 'omitted-row':
      return count(kind, 0);
    case 'counted-twice':
      return count(kind, 2);
    case 'hidden-row':
      draft.hidden.add(index);
      return count(kind, 0);
    case 'text-number-skipped':
      if (!['grouped', 'plain'].includes(plan.style.numbers)) return false;
      draft.asText.add(index);
      return count(kind, 0);
    case 'sign':
      if (random.next() < 0.5) return count(kind, -1, 'in the sum');
      draft.later.push((figures) => {
        const cell = `amount${index}`;
        figures.set(cell, -(figures.get(cell) ?? 0));
        return figures.get(cell) === 0 ? null : { kind: 'sign', cell, label: 'sign (in the cell)' };
      });
      return true;
    case 'subtotal-counted-with-details':
      if (plan.groups < 2) return false;
      draft.adding = { ...draft.adding, doubled: true };
      return put(kind, 'group0', 'all');
    case 'old-tax-rate':
      if (plan.style.language !== 'ja' || draft.adding.standard !== 10 || !printed.has('tax') || plan.rates.length > 1)
        return false;
      draft.adding = { ...draft.adding, standard: 8 };
      return put(kind, 'tax', 'gross follows');
    case 'tax-on-wrong-base':
      if (!plan.allowance || !printed.has('tax') || plan.allowance.percent === 0) return false;
      // A tax abroad of which no rate is printed may be at any rate.
      if (plan.style.language === 'en' && !plan.ratePrinted) return false;
      draft.adding = { ...draft.adding, taxedBeforeAllowance: true };
      return put('omitted-row', 'allowance', 'gross follows');
    case 'allowance-not-taken-off':
      if (!plan.allowance) return false;
      draft.adding = { ...draft.adding, allowanceTakenOff: false };
      return put('omitted-row', 'allowance', 'net follows');
    default:
      throw new RangeError(kind);
  }
}

/** Figures beside the lines' that a slip may be in. */
const OTHERS = [
  'subtotal',
  'allowance',
  'charge',
  'net',
  'tax',
  'gross',
  'paid',
  'withheld',
  'due',
  'header',
  'carried',
  'purchases',
  'statementTax',
  'statementDue',
  'group0',
];

function changeFigure(
  kind: 'transposed-digits' | 'wrong-digit' | 'unit-slip',
  plan: InvoicePlan,
  printed: ReadonlySet<string>,
  figures: Map<string, number>,
  random: Random,
): Fault | null {
  const index = random.below(plan.lines.length);
  const rated = plan.rates.flatMap((percent) => [`base${percent}`, `tax${percent}`]);
  const lines = [`amount${index}`, ...(plan.priced ? [`quantity${index}`, `price${index}`, `amount${index}`] : [])];
  const others = [...OTHERS, ...rated].filter((cell) => printed.has(cell));
  const cell = random.next() < 0.45 || others.length === 0 ? oneOf(random, lines) : oneOf(random, others);
  const value = figures.get(cell) ?? 0;
  const changed = slipped(random, kind, value);
  if (changed === null || changed === value || value === 0 || changed === 0) return null;
  figures.set(cell, changed);
  const line = plan.lines[index];
  // A slip that rounding swallows changes nothing that can be checked.
  if (line && /^(quantity|price)/.test(cell)) {
    const product =
      ((figures.get(`quantity${index}`) ?? 0) * (figures.get(`price${index}`) ?? 0)) /
      (plan.per * 10 ** line.quantityPlaces);
    if (Math.abs(product - line.amount) < 1) return null;
  }
  return { kind, cell, label: `${kind} in ${cell.replace(/\d+$/, '')}` };
}
