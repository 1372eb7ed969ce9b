import { billedByMonth, type BillingRule, type Charged, type Mode, taxOn } from './billing';
import type { Evidence, Style } from './book';
import type { Day } from './calendar';

/** One line of a compensation table as it is true. */
export interface Line {
  readonly start: Day;
  readonly end: Day;
  /** What the line's convention adds to end − start. */
  readonly offset: number;
  readonly fee: number;
  readonly amount: number;
  /** Which group's subtotal takes the line in. */
  readonly group: number;
}

/** What a table of compensation prints and how it was made. */
export interface Plan {
  readonly style: Style;
  readonly lines: readonly Line[];
  readonly rule: BillingRule | null;
  readonly roundFees: boolean;
  readonly evidence: Evidence;
  readonly ownStart: boolean;
  /** Dates are printed with times of day. */
  readonly timed?: boolean;
  readonly feePrinted: boolean;
  readonly groups: number;
  readonly blocks: 1 | 2;
  readonly numbered: boolean;
  readonly taxed: boolean;
  readonly percent: number;
  readonly percentPrinted: boolean;
  readonly taxGrouping: 'whole' | 'per-line' | 'per-month';
  readonly taxMode: Mode;
}

/** The days that a line charges. */
export function chargedDays(start: Day, end: Day, offset: number, firstDayIn: boolean): Charged {
  const first = start + (offset === -1 || (offset === 0 && !firstDayIn) ? 1 : 0);
  return { first, last: first + end - start + offset - 1 };
}

/** The table's tax on the given lines. */
export function planTax(plan: Plan, amounts: readonly number[], percent: number): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const trueTotal = plan.lines.reduce((sum, line) => sum + line.amount, 0);
  // A wrong total is taxed as a whole: there are no lines behind it.
  if (total !== trueTotal || plan.taxGrouping === 'whole') return taxOn([total], percent, plan.taxMode);
  if (plan.taxGrouping === 'per-line') return taxOn(amounts, percent, plan.taxMode);
  const months = new Map<number, number>();
  for (const line of plan.lines) {
    if (!plan.rule) continue;
    const charged = chargedDays(line.start, line.end, line.offset, plan.rule.firstDayIn);
    for (const [key, amount] of billedByMonth(plan.rule, line.fee, charged)) {
      months.set(key, (months.get(key) ?? 0) + amount);
    }
  }
  return taxOn([...months.values()], percent, plan.taxMode);
}
