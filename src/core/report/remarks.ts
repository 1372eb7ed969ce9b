import { dayCountLabel } from '../checks/checkDayCounts';
import { CellIndex } from '../checks/cellIndex';
import type { Finding, Message } from '../checks/finding';
import { message } from '../checks/message';
import { endDay } from '../checks/periods';
import { prorationLabel } from '../checks/prorationLabel';
import type { ProrationInference, Verification } from '../checks/verification';
import { type DayCountRule, DAY_COUNT_RULES } from '../rules/dayCount';
import { type CellRange, joinCells } from '../sheets/address';
import type { Table } from '../tables/document';
import { type CalendarDate, dayNumber } from '../values/calendar';
import { Decimal } from '../values/decimal';
import { groupBy } from '../values/grouping';

/** What can be said of several figures of a table at once, in a few sentences. */
export interface Remark {
  readonly table: string;
  /** The cells that it is about. */
  readonly cells: readonly CellRange[];
  readonly sentences: readonly Message[];
}

/** Fewer rows than these are told one by one. */
const FEWEST_ROWS = 2;
/** Bits behind which a rule fits so much worse that figures of it say nothing more, and within which it fits as well. */
const FAR_BITS = 20;
const NEAR_BITS = 3;
const MOST_RULES = 3;

/** The pro-rata rule of every table, how sure it is and what comes next; rows with one end that count their days in another way. */
export function remarksOf(verification: Verification): Remark[] {
  const { document, prorations } = verification;
  return document.tables.flatMap((table) => [
    ...dayCountRemarks(table, verification),
    ...prorations.filter((each) => each.table === table.id).map((each) => prorationRemark(table, each)),
  ]);
}

function prorationRemark(table: Table, inference: ProrationInference): Remark {
  const { rule, strength, supportingRows: supporting, rowsConsidered: of, rows } = inference;
  const amounts = rows.flatMap(({ row }) => table.rows[row]?.amount?.cell ?? []);
  const head = message(`remark.pro-rata-${strength}`, { rule: prorationLabel(rule), supporting, of });
  const more = strength === 'not-enough-evidence' ? [] : [...others(inference), ...runnerUp(inference)];
  return { table: table.id, cells: joinCells(amounts), sentences: [head, ...more] };
}

/** Rules that the figures do not tell apart from the one that is named. */
function others({ equivalent, alike }: ProrationInference): Message[] {
  // Rules that give the same amounts from the same fees make no difference here: how many they are says enough.
  const same = equivalent.length === 0 ? [] : [message('remark.equivalent', { count: equivalent.length })];
  if (alike.length === 0) return same;
  const shown = alike.slice(0, MOST_RULES).map((rule) => message('remark.rule', { rule: prorationLabel(rule) }));
  const more = alike.length - shown.length;
  return [
    ...same,
    message('remark.alike', { rules: more > 0 ? [...shown, message('remark.more-rules', { more })] : shown }),
  ];
}

/** The next rule, and how much worse it fits: in bits, so many halvings of the odds. */
function runnerUp({ runnerUp: next, equivalent, alike }: ProrationInference): Message[] {
  if (!next || [...equivalent, ...alike].some(({ id }) => id === next.rule.id)) return [];
  const { rule, bitsBehind } = next;
  const params = { rule: prorationLabel(rule) };
  if (bitsBehind >= FAR_BITS) return [message('remark.runner-far', params)];
  if (bitsBehind < NEAR_BITS) return [message('remark.runner-near', params)];
  return [message('remark.runner-odds', { ...params, times: roundOdds(bitsBehind) })];
}

/** 2 to the power of bits, to one leading digit: the odds are an estimate. */
function roundOdds(bits: number): Decimal {
  return new Decimal(2).pow(bits).toSignificantDigits(1);
}

interface OtherCount {
  readonly rule: DayCountRule;
  readonly end: CalendarDate;
  readonly row: number;
}

function dayCountRemarks(table: Table, { findings, terms }: Verification): Remark[] {
  const plain = table.thirtyDays ?? terms.dayCount?.value;
  const found = new CellIndex<Finding>();
  for (const each of findings)
    if (each.kind === 'day-count' && each.verdict === 'explained') found.set(each.cell, each);
  const counts = table.rows.flatMap((row, index): OtherCount[] => {
    const { days, restored } = row;
    const finding = days && found.get(days.cell);
    const rule = DAY_COUNT_RULES.find((each) => `day-count.${each}` === finding?.rule?.id);
    const end = restored && endDay(restored.reading);
    return rule && end ? [{ rule, end, row: index }] : [];
  });
  const ends = table.rows.flatMap(({ days, restored }) => (days && restored && endDay(restored.reading)) ?? []);
  const byEnd = groupBy(ends, dayNumber);
  const groups = groupBy(counts, ({ rule, end }) => `${rule} ${dayNumber(end)}`);
  return [...groups.values()].flatMap((group): Remark[] => {
    const [first] = group;
    if (!first || !plain || group.length < FEWEST_ROWS) return [];
    const of = byEnd.get(dayNumber(first.end))?.length ?? 0;
    const params = {
      end: first.end,
      count: group.length,
      of,
      rule: dayCountLabel(first.rule),
      plain: dayCountLabel(plain),
    };
    const cells = group.flatMap(({ row }) => table.rows[row]?.days?.cell ?? []);
    const code = of === group.length ? 'remark.day-count-all' : 'remark.day-count-some';
    return [{ table: table.id, cells: joinCells(cells), sentences: [message(code, params)] }];
  });
}
