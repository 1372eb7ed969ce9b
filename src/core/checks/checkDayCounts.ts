import { countDaysBy, DAY_COUNT_RULES, type DayCounting, dayCountOffset, isThirtyDays } from '../rules/dayCount';
import { type CellRange, rangeOfCell } from '../sheets/address';
import type { DateCell, Figure, Table, TableRow } from '../tables/document';
import { type CalendarDate, compareDates } from '../values/calendar';
import { Decimal } from '../values/decimal';
import { checkBusinessDays } from './checkBusinessDays';
import { comparison, draft, type DraftFinding, statedOnly } from './draft';
import type { Expression } from './expression';
import type { Cause, CausesOf, Explanation, Message } from './finding';
import { message } from './message';
import { endDay, type RowPeriod, rowPeriods, startDay } from './periods';
import type { ResolvedTerms } from './terms';

/** What the amounts say about a row whose day count follows another convention; null where nothing can be said. */
export type DayCountEvidence = (period: RowPeriod, computed: Decimal) => Message | null;

/** Every printed day count against the days from its start (or the incident date) to its end. */
export function checkDayCounts(
  table: Table,
  terms: ResolvedTerms,
  evidence: DayCountEvidence,
  causesOf: CausesOf,
): DraftFinding[] {
  const periods = new Map(rowPeriods(table, terms.incidentDate).map((period) => [period.index, period]));
  const chosen = terms.dayCount?.source.kind === 'user' ? terms.dayCount.value : null;
  const rule = chosen ?? table.thirtyDays ?? terms.dayCount?.value ?? 'start-in-end-out';
  return table.rows.flatMap((row, index) => {
    if (!row.days) return [];
    const period = periods.get(index);
    if (period && table.businessDays) return [checkBusinessDays(period, row.days)];
    if (period) return [withCauses(checkRow(period, row.days, rule, terms, evidence), causesOf(row.days))];
    return hasDates(table) ? [notChecked(row, row.days, terms)] : [];
  });
}

function withCauses(finding: DraftFinding, causes: readonly Cause[]): DraftFinding {
  return finding.verdict === 'disagrees' ? { ...finding, causes } : finding;
}

/** Days without any column of dates (a quantity of days, say) are not meant to follow from dates. */
function hasDates(table: Table): boolean {
  return table.rows.some((row) => row.restored !== null);
}

function checkRow(
  period: RowPeriod,
  days: Figure,
  plain: DayCounting,
  terms: ResolvedTerms,
  evidence: DayCountEvidence,
): DraftFinding {
  const { start, end } = period;
  const computed = new Decimal(countDaysBy(start, end, plain));
  const shared = {
    kind: 'day-count' as const,
    ...comparison(days, computed),
    operands: operandsOf(period, terms),
    expression: expressionOf(period, plain),
  };
  const params = { start, end, stated: days.value, computed, plainRule: dayCountLabel(plain) };
  if (compareDates(end, start) < 0) {
    return draft({ ...shared, verdict: 'disagrees', message: message('day-count.before-start', params) });
  }
  if (days.value.equals(computed)) {
    return draft({
      ...shared,
      verdict: 'agrees',
      message: message('day-count.agrees', { start, end, days: days.value, rule: dayCountLabel(plain) }),
    });
  }
  const { thirtyDays } = period.table;
  const explanations = explain(start, end, days.value, thirtyDays ? [thirtyDays, ...DAY_COUNT_RULES] : DAY_COUNT_RULES);
  const taken = explanations.find((explanation) => explanation.fits);
  if (!taken) {
    return draft({ ...shared, verdict: 'disagrees', message: message('day-count.disagrees', params) });
  }
  const said = evidence(period, computed);
  return draft({
    ...shared,
    verdict: 'explained',
    rule: { id: taken.id, label: taken.label },
    explanations,
    message: said
      ? message('day-count.explained-by-amount', { ...params, rule: taken.label, evidence: said })
      : message('day-count.explained', { ...params, rule: taken.label }),
  });
}

/** Every convention's count: those that give the printed days first, the nearest of the others after them. */
function explain(
  start: CalendarDate,
  end: CalendarDate,
  stated: Decimal,
  countings: readonly DayCounting[],
): Explanation[] {
  const all = countings.map((rule): Explanation => {
    const value = new Decimal(countDaysBy(start, end, rule));
    return { id: `day-count.${rule}`, label: dayCountLabel(rule), value, fits: value.equals(stated) };
  });
  const distance = (explanation: Explanation) => explanation.value.minus(stated).abs().toNumber();
  return [
    ...all.filter((explanation) => explanation.fits),
    ...all.filter((explanation) => !explanation.fits).sort((a, b) => distance(a) - distance(b)),
  ];
}

/** A way to count days in words. */
export function dayCountLabel(rule: DayCounting): Message {
  return message(`rule.day-count.${rule}`);
}

function operandsOf({ row, startSource }: RowPeriod, terms: ResolvedTerms): CellRange[] {
  const source = terms.incidentDate?.source;
  const startCell = startSource === 'row' ? (row.start?.cell ?? null) : source?.kind === 'cell' ? source.cell : null;
  return [startCell, row.restored?.cell ?? null].flatMap((cell) => (cell ? [rangeOfCell(cell)] : []));
}

function expressionOf({ row, start, startSource, end }: RowPeriod, rule: DayCounting): Expression {
  const from = dateTerm(row.restored, end);
  const what: Expression =
    startSource === 'incident' ? { kind: 'incident-date', value: start } : dateTerm(row.start, start);
  if (isThirtyDays(rule)) return { kind: 'thirty-days', start: what, end: from, rule };
  const between: Expression = { kind: 'subtract', from, what };
  const offset = dayCountOffset(rule);
  return offset === 0
    ? between
    : { kind: 'sum', ranges: [], terms: [between, { kind: 'number', value: new Decimal(offset) }] };
}

/** A cell that holds exactly the date as a serial number, or else the date that was read. */
function dateTerm(cell: DateCell | null, value: CalendarDate): Expression {
  const single = cell?.reading.end && compareDates(cell.reading.start, cell.reading.end) === 0;
  return cell && !cell.textual && single ? { kind: 'cell', cell: cell.cell } : { kind: 'date', value };
}

function notChecked(row: TableRow, days: Figure, terms: ResolvedTerms): DraftFinding {
  const vague = [
    row.start && !startDay(row.start.reading) ? row.start : null,
    row.restored && !endDay(row.restored.reading) ? row.restored : null,
  ].find((cell) => cell !== null);
  const reason = vague
    ? message('reason.vague-date', { printed: vague.reading.printed })
    : message(row.start || terms.incidentDate ? 'reason.no-end' : 'reason.no-start');
  return draft({
    kind: 'day-count',
    ...statedOnly(days),
    verdict: 'not-checked',
    message: message('day-count.not-checked', { reason }),
  });
}
