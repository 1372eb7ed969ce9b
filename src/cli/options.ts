import { isRealDate, parseIsoDate } from '../core/values/calendar';
import { Decimal } from '../core/values/decimal';
import { DAY_COUNT_RULES } from '../core/rules/dayCount';
import { type ComparisonRule, comparisonRuleOf, TAX_GROUPINGS } from '../core/rules/comparisonRule';
import type { ProrationRule } from '../core/rules/proration';
import { PRORATION_KINDS, PRORATION_UNITS, prorationRuleOf } from '../core/rules/prorationRules';
import { ROUNDING_MODES } from '../core/rules/rounding';
import type { Terms } from '../core/checks/terms';
import type { ReportOptions } from '../core/report/planSheets';
import { cli as english } from '../messages/en/cli';
import { fill } from '../messages/fill';
import { cli as japanese } from '../messages/ja/cli';
import { LANGUAGES, type Language } from '../messages/language';

/** The texts of the command line in a language. */
export const CLI_TEXTS = { ja: japanese, en: english } as const;

/** Forms that a report is written to a file in. */
export const REPORT_FORMATS = ['html'] as const;

/** The options as typed. */
export interface RawOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly incidentDate?: string;
  readonly dayCount?: string;
  readonly taxRate?: string;
  readonly taxRounding?: string;
  readonly proration?: string;
  readonly compareTax?: string;
  readonly compareRate?: string;
  readonly write?: string;
  readonly report?: string;
  readonly out?: string;
  readonly time?: string;
}

export interface Options {
  readonly json: boolean;
  readonly language: Language;
  readonly terms: Terms;
  readonly write: string | null;
  /** The folder that a report of each file is written to, as an HTML page; null where none is asked for. */
  readonly pages: string | null;
  readonly time: ReportOptions['time'];
}

/** The call is wrong; the message is one line for the user. */
export class UsageError extends Error {}

/** Reads the options. `now` is the report's time where none is given. @throws UsageError */
export function readOptions(raw: RawOptions, now: ReportOptions['time']): Options {
  const language = choice('--lang', raw.lang ?? 'ja', LANGUAGES, 'ja');
  return {
    json: raw.json ?? false,
    language,
    terms: {
      incidentDate: raw.incidentDate === undefined ? null : date(raw.incidentDate, language),
      dayCount: raw.dayCount === undefined ? null : choice('--day-count', raw.dayCount, DAY_COUNT_RULES, language),
      taxRate: raw.taxRate === undefined ? null : rate('--tax-rate', raw.taxRate, language),
      taxRounding:
        raw.taxRounding === undefined ? null : choice('--tax-rounding', raw.taxRounding, ROUNDING_MODES, language),
      proration: raw.proration === undefined ? null : prorationRule(raw.proration, language),
      comparison: comparison(raw, language),
    },
    write: raw.write ?? null,
    pages: pages(raw, language),
    time: raw.time === undefined ? now : time(raw.time, language),
  };
}

/** `--report` says in which form, `--out` where to: neither says anything without the other. */
function pages({ report, out }: RawOptions, language: Language): string | null {
  if (report === undefined && out === undefined) return null;
  if (report !== undefined) choice('--report', report, REPORT_FORMATS, language);
  if (report !== undefined && out !== undefined) return out;
  const [option, other] = report === undefined ? ['--out', '--report'] : ['--report', '--out'];
  throw new UsageError(fill(CLI_TEXTS[language]['usage.together'], { option, other }));
}

function choice<T extends string>(option: string, value: string, choices: readonly T[], language: Language): T {
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(fill(CLI_TEXTS[language]['usage.choice'], { option, value, choices: choices.join(', ') }));
  }
  return found;
}

function date(value: string, language: Language) {
  const parsed = parseIsoDate(value);
  if (!parsed) throw new UsageError(fill(CLI_TEXTS[language]['usage.date'], { option: '--incident-date', value }));
  return parsed;
}

function rate(option: string, value: string, language: Language): Decimal {
  const parsed = /^\d{1,3}(\.\d{1,6})?$/.test(value) ? new Decimal(value) : null;
  if (!parsed || parsed.gt(100)) {
    throw new UsageError(fill(CLI_TEXTS[language]['usage.rate'], { option, value }));
  }
  return parsed;
}

function comparison({ compareTax, compareRate }: RawOptions, language: Language): ComparisonRule | null {
  const texts = CLI_TEXTS[language];
  if (compareTax === undefined) {
    if (compareRate === undefined) return null;
    throw new UsageError(fill(texts['usage.compare-rate'], { value: compareRate }));
  }
  const percent = compareRate === undefined ? null : rate('--compare-rate', compareRate, language);
  const rule = comparisonRuleOf(compareTax, percent);
  if (rule) return rule;
  const ids = `{${TAX_GROUPINGS.join('|')}}.{${ROUNDING_MODES.join('|')}}`;
  throw new UsageError(fill(texts['usage.comparison'], { option: '--compare-tax', value: compareTax, ids }));
}

function prorationRule(value: string, language: Language): ProrationRule {
  const found = prorationRuleOf(value);
  if (!found) {
    const ids = PRORATION_KINDS.map((kind) =>
      kind.endsWith('.exact')
        ? `pro-rata.${kind}.down.1`
        : `pro-rata.${kind}.{${ROUNDING_MODES.join('|')}}.{${PRORATION_UNITS.join('|')}}`,
    );
    throw new UsageError(
      fill(CLI_TEXTS[language]['usage.proration'], { option: '--proration', value, ids: ids.join(', ') }),
    );
  }
  return found.rule;
}

function time(value: string, language: Language): ReportOptions['time'] {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(value);
  const [year, month, day, hour, minute] = (match?.slice(1) ?? []).map(Number);
  const on = { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59 || !isRealDate(on)) {
    throw new UsageError(fill(CLI_TEXTS[language]['usage.time'], { option: '--time', value }));
  }
  return { date: on, hour, minute };
}
