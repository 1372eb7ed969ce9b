import type { DayCountRule } from '../../rules/dayCount';
import {
  interestOf,
  type InterestRule,
  interestRule,
  interestRules,
  type YearShare,
  yearShare,
} from '../../rules/interest';
import type { Table } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import type { Message } from '../finding';
import { message } from '../message';
import type { ResolvedTerms, Term } from '../terms';
import {
  conventionsFor,
  type CountedDays,
  countedDays,
  type DatedInterest,
  interestDayCount,
  interestRows,
} from './interestPeriods';
import { type RateOrigin, type RateScheme, rateSchemes } from './interestRates';

/** What a row's interest comes to under the table's rule. */
export interface ReckonedInterest extends DatedInterest {
  readonly days: CountedDays | null;
  readonly rate: Decimal | null;
  readonly share: YearShare | null;
  readonly computed: Decimal | null;
  /** Why nothing is computed; null where it is. */
  readonly reason: Message | null;
}

/** A table of interest with the rule that its figures follow. */
export interface ReckonedTable {
  readonly table: Table;
  readonly rule: Term<InterestRule>;
  readonly dayCount: Term<DayCountRule>;
  readonly rateOrigin: RateOrigin;
  readonly rows: readonly ReckonedInterest[];
  /** Step of the figures: 1, or 0.01 where they have cents. */
  readonly step: Decimal;
  /** Enough rows follow the rule for the others to be wrong. */
  readonly certain: boolean;
}

/** So many rows are looked at to tell the rule; the others are only checked. */
const MOST_ROWS_FOR_RULE = 40;

interface Candidate {
  readonly scheme: RateScheme;
  readonly rule: InterestRule;
  readonly dayCount: Term<DayCountRule>;
  readonly fitting: number;
}

/**
 * The rule behind a table of interest: rates printed or by law, the year's days and the rounding under which most printed figures come
 * out, the more ordinary rule of equals; and what every row comes to under it. Null for other tables.
 */
export function reckonInterest(table: Table, terms: ResolvedTerms): ReckonedTable | null {
  if (table.kind !== 'interest') return null;
  const rows = interestRows(table);
  if (rows.length === 0) return null;
  const stated = rows.filter(({ interest }) => interest.principal !== null && interest.interest !== null);
  const step = stepOf(rows);
  const best = bestCandidate(table, rows, stated.slice(0, MOST_ROWS_FOR_RULE), terms, step);
  const { scheme, rule, dayCount } = best;
  const reckoned = rows.map((row) => reckonRow(row, scheme, rule, dayCount.value));
  const usable = reckoned.filter((row) => row.computed !== null && row.interest.interest !== null);
  const supporting = usable.filter(fits).length;
  const source =
    supporting > 0 ? ({ kind: 'inferred', supporting, of: usable.length } as const) : ({ kind: 'default' } as const);
  const needed = scheme.origin === 'inferred' ? 3 : 2;
  return {
    table,
    rule: { value: rule, source },
    dayCount,
    rateOrigin: scheme.origin,
    rows: reckoned,
    step,
    certain: supporting >= needed && supporting * 3 >= usable.length * 2,
  };
}

/** Whether the printed interest is what the rule gives. */
export const fits = ({ computed, interest }: ReckonedInterest): boolean =>
  computed !== null && interest.interest !== null && computed.equals(interest.interest.value);

function stepOf(rows: readonly DatedInterest[]): Decimal {
  const figures = rows.flatMap(({ interest }) => interest.interest ?? interest.principal ?? []);
  return figures.some(({ value, unit }) => !value.isInteger() || unit.lessThan(1))
    ? new Decimal('0.01')
    : new Decimal(1);
}

function bestCandidate(
  table: Table,
  rows: readonly DatedInterest[],
  stated: readonly DatedInterest[],
  terms: ResolvedTerms,
  step: Decimal,
): Candidate {
  const plain = interestDayCount(rows, terms);
  // Where no days are printed, the interest itself tells how they are counted.
  const open = plain.source.kind === 'default';
  const conventions = open ? conventionsFor(rows[0]?.interest.fromIs ?? 'due') : [plain.value];
  let best: Candidate | null = null;
  for (const value of conventions) {
    for (const scheme of rateSchemes(table, rows, value)) {
      for (const rule of interestRules(step)) {
        const fitting = stated.filter((row) => fits(reckonRow(row, scheme, rule, value))).length;
        if (best && fitting <= best.fitting) continue;
        const source = open ? ({ kind: 'inferred', supporting: fitting, of: stated.length } as const) : plain.source;
        best = { scheme, rule, dayCount: { value, source: open && fitting === 0 ? plain.source : source }, fitting };
        if (fitting === stated.length) return best;
      }
    }
  }
  const usual = interestRules(step)[0] ?? interestRule(PLAIN);
  return best ?? { scheme: { origin: 'inferred', rateOf: () => null }, rule: usual, dayCount: plain, fitting: 0 };
}

const PLAIN = {
  year: 'fixed-365',
  principalUnit: new Decimal(1),
  unit: new Decimal(1),
  mode: 'down',
  least: null,
} as const;

/** What a row comes to. */
export function reckonRow(
  row: DatedInterest,
  { rateOf }: Pick<RateScheme, 'rateOf'>,
  rule: InterestRule,
  dayCount: DayCountRule,
): ReckonedInterest {
  const days = countedDays(row, dayCount);
  const rate = rateOf(row);
  const none = { ...row, rate, share: null, computed: null };
  if ('reason' in days) return { ...none, days: null, reason: days.reason };
  const { principal } = row.interest;
  if (!principal) return { ...none, days, reason: message('reason.no-principal') };
  if (!rate) return { ...none, days, reason: message('reason.no-interest-rate') };
  const share = days.days === 0 ? { numerator: 0, denominator: 365 } : yearShare(rule.year, days.days, days.period);
  if (!share) return { ...none, days, reason: message('reason.no-period') };
  return { ...row, days, rate, share, computed: interestOf(principal.value, rate, share, rule), reason: null };
}
