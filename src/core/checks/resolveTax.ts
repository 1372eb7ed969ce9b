import { PRESENT_RATE, standardRateOn, taxUnit } from '../rules/consumptionTax';
import type { ComparisonRule } from '../rules/comparisonRule';
import type { RoundingMode } from '../rules/rounding';
import type { Document, TaxRelation } from '../tables/document';
import { type CalendarDate, compareDates } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { ResolvedTerms, Term, Terms } from './terms';

/** The tax rate: the user's, the one printed in a label or column, the one in force at the date of service, or the present one. */
export function resolveTaxRate(
  document: Document,
  terms: Terms,
  incidentDate: ResolvedTerms['incidentDate'],
): Term<Decimal> | null {
  if (terms.taxRate) return { value: terms.taxRate, source: { kind: 'user' } };
  const relations = taxesOf(document);
  const blanks = document.tables.flatMap(({ blankTotals = [] }) => blankTotals).filter(({ kind }) => kind === 'tax');
  if (relations.length + blanks.length === 0) return null;
  for (const { statedRate, target } of relations) {
    if (statedRate) return { value: statedRate, source: { kind: 'cell', cell: target.cell } };
  }
  for (const { rate, cell } of blanks) if (rate) return { value: rate, source: { kind: 'cell', cell } };
  const date = dateOfService(document, incidentDate);
  const rate = date ? standardRateOn(date) : null;
  return date && rate
    ? { value: rate, source: { kind: 'date', date } }
    : { value: PRESENT_RATE, source: { kind: 'default' } };
}

const taxesOf = (document: Document): TaxRelation[] =>
  document.tables.flatMap((table) => table.relations).filter((relation) => relation.kind === 'tax');

/** The standard rate when the incident happened or the service began; the present one where no date is known. */
export function rateInForce(document: Document, incidentDate: ResolvedTerms['incidentDate']): Decimal {
  const date = dateOfService(document, incidentDate);
  return (date && standardRateOn(date)) ?? PRESENT_RATE;
}

function dateOfService(document: Document, incidentDate: ResolvedTerms['incidentDate']): CalendarDate | null {
  return incidentDate?.value ?? serviceDates(document)[0] ?? null;
}

/** The rounding of a tax on the whole: the user's, or the usual one: down (切捨て) to whole yen, half up to parts of a currency's unit. */
export function resolveTaxRounding(
  document: Document,
  terms: Terms,
  taxRate: Term<Decimal> | null,
): Term<RoundingMode> | null {
  if (terms.taxRounding) return { value: terms.taxRounding, source: { kind: 'user' } };
  const whole = taxUnit(taxesOf(document).map(({ target }) => target.unit)).equals(1);
  return taxRate && { value: whole ? 'down' : 'half-up', source: { kind: 'default' } };
}

/**
 * The rule that the document's own tax is compared with: the user's, or that of a qualified invoice (適格請求書), once per rate
 * (消費税法施行令70条の10), under the rounding of the terms.
 */
export function resolveComparison(
  chosen: ComparisonRule | null,
  rounding: Term<RoundingMode> | null,
): Term<ComparisonRule> | null {
  if (chosen) return { value: chosen, source: { kind: 'user' } };
  if (!rounding) return null;
  const value = { grouping: 'per-rate', rounding: rounding.value, inclusive: null, rate: null } as const;
  return { value, source: { kind: 'default' } };
}

/** Rates that the dates of service allow beside the one taken: the rate in force when the last period ended. */
export function ratesByDate(document: Document): Decimal[] {
  const last = serviceDates(document).at(-1);
  const rate = last ? standardRateOn(last) : null;
  return rate ? [rate] : [];
}

/** The days that the rows' periods begin and end on, the earliest first. */
function serviceDates(document: Document): CalendarDate[] {
  return document.tables
    .flatMap((table) => table.rows)
    .flatMap((row) => [row.start, row.restored])
    .flatMap((cell) => (cell ? [cell.reading.start] : []))
    .sort(compareDates);
}
