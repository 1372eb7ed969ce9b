import type { Random } from '../random';
import { billed, type BillingRule, FAMILIES, type Mode, ruleName } from './billing';
import type { Book, Evidence, Style } from './book';
import { type Day, dayOf } from './calendar';
import { withFaults } from './compensationFaults';
import { compensationPage } from './compensationPage';
import { chargedDays, type Line, type Plan } from './compensationPlan';
import { chance, logBetween, oneOf, weighted } from './draws';

const SIZES = { least: 5, most: 200 };
const MONTH_BY_MONTH = /^(calendar-month\.(daily|monthly)|fixed-30-part-months\.(daily|monthly)|calendar-month-all)/;

/** A generated table of compensation with so many faults of one kind each; null where the drawn table cannot bear them. */
export function compensationBook(random: Random, kinds: readonly string[]): Book | null {
  return bookOf(drawPlan(random), random, kinds);
}

/** A plan as a book; null where it cannot bear the faults. */
export function bookOf(plan: Plan, random: Random, kinds: readonly string[]): Book | null {
  const ledger = withFaults(plan, random, kinds);
  if (!ledger) return null;
  return {
    family: 'compensation',
    truths: [],
    page: compensationPage(plan, ledger, random),
    style: plan.style,
    evidence: plan.evidence,
    rows: plan.lines.length,
    rule: plan.rule && ruleName(plan.rule),
    roundFees: plan.roundFees,
    faults: ledger.faults,
  };
}

/** A table of compensation as it may be found. */
export function drawPlan(random: Random): Plan {
  const language = chance(random, 0.75) ? 'ja' : 'en';
  const style: Style = {
    language,
    numbers: weighted(random, [
      ['grouped', 0.6],
      ['plain', 0.25],
      ['text', language === 'ja' ? 0.1 : 0],
      ['wide-text', language === 'ja' ? 0.05 : 0],
    ]),
    dates:
      language === 'en'
        ? oneOf(random, ['serial', 'iso-text'])
        : oneOf(random, ['serial', 'serial', 'era-format', 'era-text', 'short-era-text', 'dotted-text']),
  };
  const count = logBetween(random, SIZES.least, SIZES.most);
  const old = chance(random, 0.25);
  const incident = old ? dayOf(2015, 1, 5) + random.below(1400) : dayOf(2019, 11, 1) + random.below(1800);
  const timed = chance(random, 0.8);
  const rule = timed ? drawRule(random) : null;
  const feePrinted = rule !== null && chance(random, 0.45);
  const roundFees = rule !== null && chance(random, 0.85);
  const groups = chance(random, 0.25) && count >= 8 ? 2 + random.below(3) : 1;
  const ownStart = timed && chance(random, 0.35);
  const lines = drawLines(random, { count, incident, rule, roundFees, groups, ownStart });
  const taxed = chance(random, 0.7);
  return {
    style,
    lines,
    rule,
    roundFees,
    evidence: evidenceOf(rule !== null && roundFees && count >= 8, feePrinted, taxed),
    ownStart,
    feePrinted,
    groups,
    blocks: groups === 1 && count >= 8 && chance(random, 0.2) ? 2 : 1,
    numbered: chance(random, 0.25),
    taxed,
    percent: old ? 8 : 10,
    // Without a date nothing but the label tells an old rate.
    percentPrinted: chance(random, 0.4) || (old && !timed),
    taxGrouping:
      rule && MONTH_BY_MONTH.test(rule.family) && chance(random, 0.15)
        ? 'per-month'
        : chance(random, 0.2)
          ? 'per-line'
          : 'whole',
    taxMode: drawMode(random),
  };
}

function evidenceOf(inferable: boolean, feePrinted: boolean, taxed: boolean): Evidence {
  if (feePrinted) return 'fees';
  if (inferable) return 'rule';
  return taxed ? 'tax-and-gross' : 'one-total';
}

const drawMode = (random: Random): Mode =>
  weighted(random, [
    ['down', 0.7],
    ['half-up', 0.2],
    ['up', 0.1],
  ]);

function drawRule(random: Random): BillingRule {
  const common = chance(random, 0.4);
  return {
    family: common ? 'calendar-month.daily' : oneOf(random, FAMILIES),
    mode: drawMode(random),
    unit: weighted(random, [
      [1, 0.8],
      [10, 0.12],
      [100, 0.08],
    ]),
    firstDayIn: chance(random, 0.8),
  };
}

interface LineTerms {
  readonly count: number;
  readonly incident: Day;
  readonly rule: BillingRule | null;
  readonly roundFees: boolean;
  readonly groups: number;
  readonly ownStart: boolean;
}

function drawLines(random: Random, terms: LineTerms): Line[] {
  const { count, incident, rule, roundFees, groups, ownStart } = terms;
  const longest = oneOf(random, [20, 60, 120, 180]);
  const ends = Array.from({ length: Math.max(3, (count - (count % 3)) / 3) }, () => 3 + random.below(longest));
  const usual = weighted(random, [
    [0, 0.8],
    [1, 0.17],
    [-1, 0.03],
  ]);
  const odd = usual === 0 && chance(random, 0.25) ? oneOf(random, ends) : null;
  const step = roundFees ? oneOf(random, [100, 1000, 1000, 10_000]) : 1;
  const lines: Line[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = ownStart ? incident + random.below(40) : incident;
    const end = start + oneOf(random, ends);
    // Fewer rows than half follow another convention, or it would be the table's own.
    const few = lines.filter(({ offset }) => offset !== usual).length * 3 < count - 3;
    const offset = odd !== null && few && end - start === odd ? 1 : usual;
    const fee = Math.max(step, logBetween(random, 5_000, 2_000_000));
    const rounded = fee - (fee % step);
    const group = (index * groups - ((index * groups) % count)) / count;
    const charged = chargedDays(start, end, offset, rule?.firstDayIn ?? true);
    const amount = rule ? billed(rule, rounded, charged) : logBetween(random, 3_000, 900_000);
    lines.push({ start, end, offset, fee: rounded, amount, group });
  }
  return lines;
}
