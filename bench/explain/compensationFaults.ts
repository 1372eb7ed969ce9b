import type { Random } from '../random';
import { billed } from './billing';
import type { Fault } from './book';
import { type Day, dayOf, monthLength, partsOf } from './calendar';
import { chargedDays, type Plan, planTax } from './compensationPlan';
import { oneOf, slipped } from './draws';

/** What a table prints, faults and all, by the names of its cells: `amount3`, `days3`, `fee3`, `subtotal0`, `total`, `tax`, `gross`. */
export interface Ledger {
  readonly figures: Map<string, number>;
  readonly ends: Day[];
  readonly starts: readonly Day[];
  readonly hidden: ReadonlySet<number>;
  readonly asText: ReadonlySet<number>;
  readonly faults: readonly Fault[];
}

/** How the totals are added up. */
interface Adding {
  /** How often each line is counted, 1 unless something is wrong. */
  readonly counts: number[];
  readonly extra: number;
  readonly percent: number;
}

/** A fault before the totals are printed, or in a cell afterwards. */
interface Draft {
  ends: Day[];
  days: number[];
  amounts: number[];
  adding: Adding;
  hidden: Set<number>;
  asText: Set<number>;
  later: ((figures: Map<string, number>) => Fault | null)[];
  faults: Fault[];
}

/** The table's figures with one fault of each kind; null where it cannot bear one of them. */
export function withFaults(plan: Plan, random: Random, kinds: readonly string[]): Ledger | null {
  const draft: Draft = {
    ends: plan.lines.map((line) => line.end),
    days: plan.lines.map((line) => line.end - line.start + line.offset),
    amounts: plan.lines.map((line) => line.amount),
    adding: { counts: plan.lines.map(() => 1), extra: 0, percent: plan.percent },
    hidden: new Set(),
    asText: new Set(),
    later: [],
    faults: [],
  };
  for (const kind of kinds) if (!putFault(kind, plan, draft, random)) return null;
  const figures = addUp(plan, draft);
  const faults = [...draft.faults];
  for (const change of draft.later) {
    const fault = change(figures);
    if (!fault) return null;
    faults.push(fault);
  }
  return {
    figures,
    ends: draft.ends,
    starts: plan.lines.map((line) => line.start),
    hidden: draft.hidden,
    asText: draft.asText,
    faults,
  };
}

function addUp(plan: Plan, { days, amounts, adding }: Draft): Map<string, number> {
  const figures = new Map<string, number>();
  plan.lines.forEach((line, index) => {
    figures.set(`days${index}`, days[index] ?? 0);
    figures.set(`fee${index}`, line.fee);
    figures.set(`amount${index}`, amounts[index] ?? 0);
  });
  const counted = plan.lines.map((_, index) => (amounts[index] ?? 0) * (adding.counts[index] ?? 1));
  let all = 0;
  for (let group = 0; group < plan.groups; group += 1) {
    const own = counted.filter((__, index) => plan.lines[index]?.group === group);
    const subtotal = own.reduce((sum, amount) => sum + amount, 0);
    if (plan.groups > 1) figures.set(`subtotal${group}`, subtotal);
    all += subtotal;
  }
  const total = all * (1 + adding.extra);
  figures.set('total', total);
  if (plan.taxed) {
    const tax = planTax(plan, adding.extra > 0 ? [total] : counted, adding.percent);
    figures.set('tax', tax);
    figures.set('gross', total + tax);
  }
  return figures;
}

function putFault(kind: string, plan: Plan, draft: Draft, random: Random): boolean {
  const index = random.below(plan.lines.length);
  const amount = `amount${index}`;
  const put = (cell: string, how: string, kindPut = kind) =>
    draft.faults.push({ kind: kindPut as Fault['kind'], cell, label: `${kind} (${how})` }) > 0;
  const uncounted = () => draft.adding.counts[index] === 1 && (draft.amounts[index] ?? 0) !== 0;
  switch (kind) {
    case 'transposed-digits':
    case 'wrong-digit':
    case 'unit-slip':
      draft.later.push((figures) => changeFigure(kind, plan, figures, random));
      return true;
    case 'sign':
      if (!uncounted()) return false;
      if (random.next() < 0.5) {
        draft.adding.counts[index] = -1;
        return put(amount, 'in the sum');
      }
      draft.later.push((figures) => {
        figures.set(amount, -(figures.get(amount) ?? 0));
        return { kind: 'sign', cell: amount, label: 'sign (in the cell)' };
      });
      return true;
    case 'omitted-row':
      if (!uncounted()) return false;
      draft.adding.counts[index] = 0;
      return put(amount, 'total follows');
    case 'counted-twice':
      if (!uncounted()) return false;
      draft.adding.counts[index] = 2;
      return put(amount, 'total follows');
    case 'hidden-row':
      if (!uncounted()) return false;
      draft.adding.counts[index] = 0;
      draft.hidden.add(index);
      return put(amount, 'total follows');
    case 'text-number-skipped':
      if (!uncounted() || !['grouped', 'plain'].includes(plan.style.numbers)) return false;
      draft.adding.counts[index] = 0;
      draft.asText.add(index);
      return put(amount, 'total follows');
    case 'subtotal-counted-with-details':
      if (plan.groups < 2) return false;
      draft.adding = { ...draft.adding, extra: 1 };
      return put('subtotal0', 'all');
    case 'old-tax-rate':
      if (!plan.taxed) return false;
      draft.adding = { ...draft.adding, percent: plan.percent === 10 ? 8 : 5 };
      return put('tax', 'gross follows');
    case 'other-day-count':
      return plan.rule !== null && countOtherwise(plan, draft, index) && put(`days${index}`, 'amount follows');
    case 'other-date':
      return plan.rule !== null && takeOtherDate(plan, draft, random, index, put);
    default:
      throw new RangeError(kind);
  }
}

function changeFigure(
  kind: 'transposed-digits' | 'wrong-digit' | 'unit-slip',
  plan: Plan,
  figures: Map<string, number>,
  random: Random,
): Fault | null {
  const index = random.below(plan.lines.length);
  const places = [
    `amount${index}`,
    `amount${index}`,
    'total',
    ...(plan.taxed ? ['tax', 'gross'] : []),
    ...(plan.groups > 1 ? ['subtotal0'] : []),
    ...(plan.rule && kind !== 'unit-slip' ? [`days${index}`] : []),
    ...(plan.feePrinted && kind !== 'unit-slip' ? [`fee${index}`] : []),
  ];
  const cell = oneOf(random, places);
  const value = figures.get(cell) ?? 0;
  const changed = slipped(random, kind, value);
  if (changed === null || changed === value || changed <= 0) return null;
  const line = plan.lines[index];
  if (cell.startsWith('days') && line && Math.abs(changed - (line.end - line.start)) <= 1) return null;
  if (cell.startsWith('fee') && line && plan.rule) {
    const charged = chargedDays(line.start, line.end, line.offset, plan.rule.firstDayIn);
    // A digit of the fee that the rounding swallows changes nothing that can be checked.
    if (billed(plan.rule, changed, charged) === line.amount) return null;
  }
  figures.set(cell, changed);
  return { kind, cell, label: `${kind} in ${cell.replace(/\d+$/, '')}` };
}

/** One line counted by another convention, and charged so. */
function countOtherwise(plan: Plan, draft: Draft, index: number): boolean {
  const line = plan.lines[index];
  const usual = plan.lines.filter(({ offset }) => offset === line?.offset).length;
  if (!line || !plan.rule || usual * 2 <= plan.lines.length + 2) return false;
  const offset = line.offset === 0 ? 1 : 0;
  draft.days[index] = line.end - line.start + offset;
  draft.amounts[index] = billed(plan.rule, line.fee, chargedDays(line.start, line.end, offset, plan.rule.firstDayIn));
  return true;
}

/** Days counted to another line's date, or a wrong date over right days and a right amount. */
function takeOtherDate(
  plan: Plan,
  draft: Draft,
  random: Random,
  index: number,
  put: (cell: string, how: string) => boolean,
): boolean {
  const line = plan.lines[index];
  const other = oneOf(random, plan.lines);
  if (!line || !plan.rule) return false;
  const farEnough = (day: Day) => Math.abs(day - line.end) > 1 && day - line.start >= 2;
  switch (random.below(3)) {
    case 0:
      if (!farEnough(other.end)) return false;
      draft.days[index] = other.end - line.start + line.offset;
      return put(`days${index}`, "counted to a neighbour's date");
    case 1:
      if (!farEnough(other.end)) return false;
      draft.ends[index] = other.end;
      return put(`end${index}`, 'date copied');
    default: {
      const { year, month, day } = partsOf(line.end);
      const changed = random.next() < 0.5 ? dayOf(year, month + oneOf(random, [-1, 1]), 1) + day - 1 : null;
      const wrong = changed ?? dayOf(year, month, 1 + random.below(monthLength(year, month)));
      if (!farEnough(wrong)) return false;
      draft.ends[index] = wrong;
      return put(`end${index}`, 'one part of the date');
    }
  }
}
