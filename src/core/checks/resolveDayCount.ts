import { DAY_COUNT_RULES, type DayCountRule, dayCountOffset } from '../rules/dayCount';
import type { Document, IncidentCandidate } from '../tables/document';
import { type CalendarDate, daysBetween } from '../values/calendar';
import { endDay, rowPeriods } from './periods';
import type { ResolvedTerms, Term, Terms } from './terms';

/**
 * The incident date: the user's, or the candidate under which most printed day counts fit some convention; the first such
 * candidate where several do equally well.
 */
export function resolveIncidentDate(document: Document, terms: Terms): ResolvedTerms['incidentDate'] {
  if (terms.incidentDate) return { value: terms.incidentDate, source: { kind: 'user' } };
  let best: IncidentCandidate | null = null;
  let bestFits = -1;
  for (const candidate of document.incidentCandidates) {
    const fits = fittingRows(document, candidate.date);
    if (fits > bestFits) {
      best = candidate;
      bestFits = fits;
    }
  }
  return best && { value: best.date, source: { kind: 'cell', cell: best.cell } };
}

function fittingRows(document: Document, incident: CalendarDate): number {
  let fits = 0;
  for (const table of document.tables) {
    for (const row of table.rows) {
      const end = row.restored && endDay(row.restored.reading);
      if (row.start || !end || !row.days) continue;
      if (row.days.value.minus(daysBetween(incident, end)).abs().lessThanOrEqualTo(1)) fits += 1;
    }
  }
  return fits;
}

/**
 * The day-count convention of the document: the user's, or the one that most rows with two dates and a day count follow.
 * Where the first day only moves (初日算入・末日不算入 and 初日不算入 count the same), the former is named. Null where no row
 * has both dates and a day count.
 */
export function resolveDayCount(
  document: Document,
  terms: Terms,
  incidentDate: ResolvedTerms['incidentDate'],
): Term<DayCountRule> | null {
  if (terms.dayCount) return { value: terms.dayCount, source: { kind: 'user' } };
  const offsets = document.tables
    .flatMap((table) => (table.businessDays || table.thirtyDays ? [] : rowPeriods(table, incidentDate)))
    .flatMap(({ days, start, end }) => (days ? [days.value.minus(daysBetween(start, end)).toNumber()] : []));
  if (offsets.length === 0) return null;
  let best: DayCountRule = 'start-in-end-out';
  let supporting = 0;
  for (const rule of DAY_COUNT_RULES) {
    const count = offsets.filter((offset) => offset === dayCountOffset(rule)).length;
    if (count > supporting) {
      best = rule;
      supporting = count;
    }
  }
  return supporting > 0
    ? { value: best, source: { kind: 'inferred', supporting, of: offsets.length } }
    : { value: best, source: { kind: 'default' } };
}
