import { taxOver } from '../rules/consumptionTax';
import { countDays, type DayCountRule, dayCountOffset } from '../rules/dayCount';
import { chargedPeriod } from '../rules/proratedPeriod';
import { LARGEST_AMOUNT, prorate } from '../rules/prorate';
import type { ProrationRule } from '../rules/proration';
import { prorationShape } from '../rules/prorationShape';
import { amountColumn } from '../tables/column';
import type { Figure, Table, TableRow } from '../tables/document';
import { type CalendarDate, compareDates, daysBetween } from '../values/calendar';
import { Decimal, sumOf, ZERO } from '../values/decimal';
import { blankRule } from './blankRule';
import type { Message } from './finding';
import type { InferredProration } from './inferProration';
import { message } from './message';
import { endDay, startDay } from './periods';
import { type StatedProration, statedFee } from './statedProration';
import type { ResolvedTerms } from './terms';
import type { ComputedRow, ComputedTable, ComputedTotal } from './verification';

/**
 * Computes what the empty cells of a reduction table are to hold: days from the dates, amounts from fees and days by the rule of
 * {@link blankRule}, totals and taxes from all rows. Null where nothing is empty or nothing of it can be computed.
 */
export function computeBlanks(
  table: Table,
  terms: ResolvedTerms,
  stated: StatedProration | null,
  inferred: InferredProration | null,
): ComputedTable | null {
  // Business days cannot be counted without knowing the holidays; the sheet's formulas count days of the calendar.
  if (table.kind !== 'reduction' || table.businessDays || table.thirtyDays) return null;
  const rule = blankRule(table, terms, stated, inferred);
  const dayCount = conventionOf(terms, rule?.value ?? null);
  const filled = table.rows.flatMap(({ amount }) => (amount && !amount.value.isZero() ? [amount.value] : []));
  const sign = filled.length > 0 && filled.every((value) => value.isNegative()) ? -1 : 1;
  const hasAmounts = amountColumn(withAddable(table)) !== null;
  const context: RowContext = { terms, rule: rule?.value ?? null, dayCount, sign, hasAmounts };
  const rows = table.rows.flatMap((row, index) => computeRow(row, index, context) ?? []);
  const amountOf = amountsBy(table, rows);
  const totals = computeTotals(table, terms, amountOf);
  const useful =
    rows.some(({ counted, amount, reason }) => counted || amount !== null || reason?.code === 'reason.no-start') ||
    totals.some(({ value }) => value);
  if (!useful) return null;
  const used = rows.some(({ amount }) => amount !== null);
  const amounts = table.rows.map((_, index) => amountOf(index));
  const net = amounts.every((amount) => amount !== null) ? sumOf(amounts) : null;
  return { table: table.id, rule: used ? rule : null, dayCount, sign, rows, totals, net };
}

/** The convention that days are counted by: which of two conventions with as many days is meant, a chosen one or the rule says. */
function conventionOf({ dayCount }: ResolvedTerms, rule: ProrationRule | null): DayCountRule {
  const plain = dayCount?.value ?? 'start-in-end-out';
  if (dayCount?.source.kind === 'user' || dayCountOffset(plain) !== 0) return plain;
  return rule?.firstDay === 'out' ? 'start-out-end-in' : 'start-in-end-out';
}

function withAddable(table: Table) {
  return table.columns.map(({ role, column, header, headerCell }) => {
    return { role, column, header, headerRow: headerCell.row, addable: true };
  });
}

interface RowContext {
  readonly terms: ResolvedTerms;
  readonly rule: ProrationRule | null;
  readonly dayCount: DayCountRule;
  readonly sign: 1 | -1;
  readonly hasAmounts: boolean;
}

/** Null for a row that misses nothing. */
function computeRow(row: TableRow, index: number, context: RowContext): ComputedRow | null {
  const { terms, dayCount, hasAmounts } = context;
  const daysCell = row.blanks?.days ?? null;
  const amountCell = row.blanks?.amount ?? null;
  const wantsAmount = amountCell !== null || (!hasAmounts && statedFee(row) !== null);
  if (!daysCell && !wantsAmount) return null;
  const start = row.start ? startDay(row.start.reading) : (terms.incidentDate?.value ?? null);
  const end = row.restored ? endDay(row.restored.reading) : null;
  const base = { row: index, daysCell, amountCell, start, end };
  const counting = daysOf(row, start, end, dayCount, terms);
  if ('reason' in counting) {
    return { ...base, days: null, counted: false, period: null, amount: null, reason: counting.reason };
  }
  const { days, counted } = counting;
  const firstDay = dayCount === 'start-out-end-in' ? 'out' : 'in';
  const period = start && end ? chargedPeriod(start, end, days, firstDay) : null;
  const known = { ...base, days, counted: counted && daysCell !== null, period };
  if (!wantsAmount) return { ...known, amount: null, reason: null };
  const amount = amountFor(statedFee(row), days, period, context);
  return Decimal.isDecimal(amount) ? { ...known, amount, reason: null } : { ...known, amount: null, reason: amount };
}

function daysOf(
  row: TableRow,
  start: CalendarDate | null,
  end: CalendarDate | null,
  dayCount: DayCountRule,
  terms: ResolvedTerms,
): { readonly days: number; readonly counted: boolean } | { readonly reason: Message } {
  const printed = row.days?.value ?? null;
  if (printed) {
    const days = printed.isInteger() && printed.abs().lessThan(100_000) ? printed.toNumber() : null;
    const offset = days !== null && start && end ? days - daysBetween(start, end) : 0;
    if (days === null || days < 0 || offset < -1 || offset > 1) return { reason: message('reason.days-not-of-dates') };
    return { days, counted: false };
  }
  if (!start || !end) return { reason: missingDate(row, terms) };
  const days = countDays(start, end, dayCount);
  if (compareDates(end, start) < 0 || days < 0) return { reason: message('reason.end-before-start') };
  return { days, counted: true };
}

function missingDate(row: TableRow, terms: ResolvedTerms): Message {
  const vague = [
    row.start && !startDay(row.start.reading) ? row.start : null,
    row.restored && !endDay(row.restored.reading) ? row.restored : null,
  ].find((cell) => cell !== null);
  if (vague) return message('reason.vague-date', { printed: vague.reading.printed });
  return message(row.start || terms.incidentDate ? 'reason.no-end' : 'reason.no-start');
}

function amountFor(
  fee: Figure | null,
  days: number,
  period: ComputedRow['period'],
  { rule, sign }: RowContext,
): Decimal | Message {
  if (!fee) return message('reason.no-fee');
  if (!fee.value.isInteger() || fee.value.lessThan(1) || fee.value.greaterThan(LARGEST_AMOUNT / 1000)) {
    return message('reason.fee-not-whole');
  }
  if (!rule) return message('reason.no-known-rule');
  if (days === 0) return ZERO;
  const shape = prorationShape(rule.family, rule.rounded, period, days);
  if (!shape) return message('reason.no-period');
  return new Decimal(prorate(shape, fee.value.toNumber(), rule.unit.toNumber(), rule.mode)).times(sign);
}

/** The amount of a row, printed or computed; zero where a dash says that there is none; null where it is missing. */
function amountsBy(table: Table, rows: readonly ComputedRow[]): (index: number) => Decimal | null {
  const computed = new Map(rows.map((row) => [row.row, row]));
  return (index) => {
    const row = table.rows[index];
    if (!row) return null;
    if (row.amount) return row.amount.value;
    const own = computed.get(index);
    return own?.amount ?? (row.blanks?.amount || own?.reason ? null : ZERO);
  };
}

function computeTotals(
  table: Table,
  terms: ResolvedTerms,
  amountOf: (index: number) => Decimal | null,
): ComputedTotal[] {
  let tax = table.totals.find(({ kind }) => kind === 'tax')?.figure.value ?? null;
  return (table.blankTotals ?? []).map((blank) => {
    const amounts = blank.rows.map(amountOf);
    const net = amounts.every((amount) => amount !== null) ? sumOf(amounts) : null;
    if (blank.kind === 'tax') {
      const rate = terms.taxRate?.source.kind === 'user' ? terms.taxRate.value : (blank.rate ?? terms.taxRate?.value);
      const rounding = terms.taxRounding?.value ?? 'down';
      tax = net && rate ? taxOver([net], rate, { rounding, inclusive: false }) : null;
      return { ...blank, value: tax };
    }
    const value = blank.kind === 'gross' ? (net && tax ? net.plus(tax) : null) : net;
    return { ...blank, value };
  });
}
