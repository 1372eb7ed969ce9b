import type { Terms } from '../../core/checks/terms';
import { NO_CONTEXT, readDate } from '../../core/reading/readDate';
import { DAY_COUNT_RULES } from '../../core/rules/dayCount';
import type { ProrationRule } from '../../core/rules/proration';
import { prorationRuleWith } from '../../core/rules/prorationRules';
import { ROUNDING_MODES } from '../../core/rules/rounding';
import { type CalendarDate, compareDates, isoDate } from '../../core/values/calendar';
import { Decimal, decimalText } from '../../core/values/decimal';

/** The terms as they stand in the form's fields. An empty field means: find or infer it. */
export interface TermsDraft {
  readonly incidentDate: string;
  readonly dayCount: string;
  readonly taxRate: string;
  readonly taxRounding: string;
  /** Family and what is rounded: `calendar-month.daily`. Its rounding and unit count only where it is set. */
  readonly prorationKind: string;
  readonly prorationMode: string;
  readonly prorationUnit: string;
}

export const EMPTY_DRAFT: TermsDraft = {
  incidentDate: '',
  dayCount: '',
  taxRate: '',
  taxRounding: '',
  prorationKind: '',
  prorationMode: 'down',
  prorationUnit: '1',
};

/** The form's fields for terms as the user set them. */
export function draftOfTerms(terms: Terms): TermsDraft {
  return {
    incidentDate: terms.incidentDate === null ? '' : isoDate(terms.incidentDate),
    dayCount: terms.dayCount ?? '',
    taxRate: terms.taxRate === null ? '' : decimalText(terms.taxRate),
    taxRounding: terms.taxRounding ?? '',
    prorationKind: terms.proration === null ? '' : `${terms.proration.family}.${terms.proration.rounded}`,
    prorationMode: terms.proration?.mode ?? 'down',
    prorationUnit: terms.proration === null ? '1' : decimalText(terms.proration.unit),
  };
}

export type DraftProblem = 'incidentDate' | 'taxRate';

/** Reads the form. Gives the terms, or the fields that cannot be read; `comparison`, which another form sets, stays as it is. */
export function readDraft(
  draft: TermsDraft,
  comparison: Terms['comparison'],
): { readonly terms: Terms } | { readonly problems: readonly DraftProblem[] } {
  const incidentDate = readIncidentDate(draft.incidentDate);
  const taxRate = readPercent(draft.taxRate);
  const problems: DraftProblem[] = [];
  if (incidentDate === 'unreadable') problems.push('incidentDate');
  if (taxRate === 'unreadable') problems.push('taxRate');
  if (incidentDate === 'unreadable' || taxRate === 'unreadable') return { problems };
  return {
    terms: {
      incidentDate,
      dayCount: DAY_COUNT_RULES.find((rule) => rule === draft.dayCount) ?? null,
      taxRate,
      taxRounding: ROUNDING_MODES.find((mode) => mode === draft.taxRounding) ?? null,
      proration: readProration(draft),
      comparison,
    },
  };
}

/** The day-count convention says whether the first day is charged. */
function readProration({ dayCount, prorationKind, prorationMode, prorationUnit }: TermsDraft): ProrationRule | null {
  const mode = ROUNDING_MODES.find((each) => each === prorationMode) ?? 'down';
  const firstDay = dayCount === 'start-out-end-in' ? 'out' : 'in';
  return prorationRuleWith(prorationKind, mode, Number(prorationUnit), firstDay)?.rule ?? null;
}

/** Any print of a single day that the reader of cells understands: 2019-12-04, 令和元年12月4日, R1.12.4. */
function readIncidentDate(text: string): CalendarDate | null | 'unreadable' {
  if (text.trim() === '') return null;
  const reading = readDate(text.trim(), NO_CONTEXT);
  if (typeof reading === 'string' || reading.end === null) return 'unreadable';
  const oneDay = reading.startPrecision === 'day' && compareDates(reading.start, reading.end) === 0;
  return oneDay && !reading.inferredYear ? reading.start : 'unreadable';
}

/** 0 to 100, full-width digits and a percent sign allowed. */
export function readPercent(text: string): Decimal | null | 'unreadable' {
  const plain = text.normalize('NFKC').trim().replace(/ *%$/, '');
  if (plain === '') return null;
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(plain)) return 'unreadable';
  const rate = new Decimal(plain);
  return rate.lte(100) ? rate : 'unreadable';
}
