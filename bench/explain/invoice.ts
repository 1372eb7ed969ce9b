import { Random } from '../random';
import type { Book, Page } from './book';
import { withInvoiceFaults } from './invoiceFaults';
import { invoicePage } from './invoicePage';
import { drawInvoice } from './invoicePlan';
import { addUp, rightly } from './invoiceSums';

/** A generated invoice with one fault of each of the kinds; null where the drawn one cannot bear them. */
export function invoiceBook(random: Random, kinds: readonly string[]): Book | null {
  const plan = drawInvoice(random);
  const clean = { figures: addUp(plan, rightly(plan)), hidden: new Set<number>(), asText: new Set<number>() };
  const layout = random.below(2 ** 31);
  const printed = new Set(keysOf(invoicePage(plan, clean, new Random(layout)).page));
  const ledger = kinds.length === 0 ? { ...clean, faults: [] } : withInvoiceFaults(plan, printed, random, kinds);
  if (!ledger) return null;
  const { page, truths } = invoicePage(plan, ledger, new Random(layout));
  return {
    family: 'invoice',
    page,
    truths,
    style: plan.style,
    evidence: plan.priced ? 'prices' : plan.taxShown === 'none' ? 'one-total' : 'tax-and-gross',
    rows: plan.lines.length,
    rule: null,
    roundFees: false,
    faults: ledger.faults,
  };
}

const keysOf = ({ rows }: Page): string[] => rows.flat().flatMap((cell) => cell?.key ?? []);
