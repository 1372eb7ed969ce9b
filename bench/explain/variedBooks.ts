import type { Random } from '../random';
import { billed, type BillingRule, roundedRatio } from './billing';
import type { Book } from './book';
import { dayOf, partsOf } from './calendar';
import { bookOf, drawPlan } from './compensation';
import { chargedDays, type Line, type Plan } from './compensationPlan';
import { chance, logBetween, oneOf } from './draws';

/** What happens to real tables beside their rule. Tax is then on the whole: nothing else follows from such lines. */
const TWISTS = ['two-components', 'some-components', 'rows-without-rule', 'fee-changed', 'times-of-day'] as const;
type Twist = (typeof TWISTS)[number];

/** A table whose amounts follow a rule, but not plainly. `rule` is the rule; `twist` says what else. */
export function variedBook(random: Random): { book: Book; twist: Twist } | null {
  const plan = drawPlan(random);
  const { rule } = plan;
  if (!rule || plan.feePrinted) return null;
  const twist = oneOf(random, TWISTS);
  const lines = twist === 'times-of-day' ? plan.lines : plan.lines.map(twisted(twist, rule, plan, random));
  const book = bookOf(untaxed({ ...plan, lines, timed: twist === 'times-of-day' }), random, []);
  return book && { book, twist };
}

function twisted(twist: Twist, rule: BillingRule, plan: Plan, random: Random): (line: Line) => Line {
  const changed = (plan.lines[0]?.start ?? 0) + 5 + random.below(60);
  const raise = 102 + random.below(20);
  return (line) => {
    const charged = chargedDays(line.start, line.end, line.offset, rule.firstDayIn);
    const parts = (share: number) => {
      const first = roundedRatio(line.fee * share, 100, 'down', plan.roundFees ? 100 : 1);
      return billed(rule, first, charged) + billed(rule, line.fee - first, charged);
    };
    switch (twist) {
      case 'two-components':
        return { ...line, amount: parts(20 + random.below(60)) };
      case 'some-components':
        return chance(random, 0.2) ? { ...line, amount: parts(20 + random.below(60)) } : line;
      case 'rows-without-rule':
        return chance(random, 0.1) ? { ...line, amount: logBetween(random, 3_000, 900_000) } : line;
      default: {
        if (changed <= charged.first || changed > charged.last) return line;
        const later = roundedRatio(line.fee * raise, 100, 'down', plan.roundFees ? 100 : 1);
        const before = billed(rule, line.fee, { first: charged.first, last: changed - 1 });
        return { ...line, amount: before + billed(rule, later, { first: changed, last: charged.last }) };
      }
    }
  };
}

const OUTSIDE = ['weeks', 'business-days', 'arbitrary', 'share-of-fee', 'capped', 'by-steps'] as const;
type Outside = (typeof OUTSIDE)[number];

/** A table whose amounts follow no rule that is looked for: any rule that is claimed for it is claimed wrongly. */
export function outsideBook(random: Random): { book: Book; twist: Outside } | null {
  const plan = drawPlan(random);
  if (!plan.rule || plan.feePrinted) return null;
  const twist = oneOf(random, OUTSIDE);
  const step = plan.roundFees ? 100 : 1;
  const lines = plan.lines.map((line) => ({ ...line, amount: outside(twist, line, step, random) }));
  const book = bookOf(untaxed({ ...plan, lines }), random, []);
  // What is below the cap follows a rule that is looked for.
  const rule = twist === 'capped' ? 'pro-rata.fixed-30-days.daily.down.1' : 'none';
  return book && { book: { ...book, rule }, twist };
}

function outside(twist: Outside, line: Line, step: number, random: Random): number {
  const days = line.end - line.start + line.offset;
  switch (twist) {
    case 'weeks':
      return line.fee * roundedRatio(days, 7, 'up');
    case 'business-days':
      return roundedRatio(line.fee, 20, 'down') * weekdays(line.start, days);
    case 'share-of-fee':
      return roundedRatio(line.fee * oneOf(random, [10, 25, 35]), 100, 'down');
    case 'capped':
      return Math.min(roundedRatio(line.fee, 2, 'down'), roundedRatio(line.fee, 30, 'down') * days);
    case 'by-steps':
      return roundedRatio(line.fee * (days < 7 ? 10 : days < 30 ? 40 : 100), 100, 'down');
    case 'arbitrary':
      return step * logBetween(random, 30, 9_000) + (step > 1 ? 0 : logBetween(random, 3_000, 900_000));
  }
}

function weekdays(start: number, days: number): number {
  let count = 0;
  for (let day = start; day < start + days; day += 1) {
    const { year, month, day: date } = partsOf(day);
    const weekday = (dayOf(year, month, date) + 4) % 7;
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return Math.max(1, count);
}

/** Taxes on single lines or months do not follow from changed lines. */
function untaxed(plan: Plan): Plan {
  return { ...plan, taxGrouping: 'whole' };
}
