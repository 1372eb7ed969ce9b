import { DAY_COUNT_RULES, dayCountOffset } from '../rules/dayCount';
import { countThirtyDays, THIRTY_DAY_RULES, type ThirtyDayRule } from '../rules/yearBases';
import type { Table } from '../tables/document';
import { foldLabel } from '../reading/fold';
import { daysBetween } from '../values/calendar';
import { rowPeriods } from './periods';
import type { ResolvedTerms } from './terms';

/** How often a row follows its table's way to count, another one, or none at all. */
const FOLLOWS = Math.log2(0.96);
const FOLLOWS_ANOTHER = Math.log2(0.02);
const FOLLOWS_NONE = Math.log2(0.0004);
/** Bits that it takes to say that months have thirty days, where nobody says so, and how far ahead that has to be. */
const PRIOR_BITS = 8;
const NEEDED_BITS = 4;
/** Both ends out is hardly ever meant. */
const BOTH_OUT_BITS = 4;
const FEWEST_ROWS = 3;
const NAMED = /30 ?[eu]? ?\/ ?360/;

/**
 * How the days of a table are counted where that is in months of thirty days and its rows leave no doubt; null where they are days of
 * the calendar. Rows that both ways give alike say nothing.
 */
export function thirtyDaysOf(table: Table, incidentDate: ResolvedTerms['incidentDate']): ThirtyDayRule | null {
  if (table.businessDays) return null;
  const rows = rowPeriods(table, incidentDate).flatMap(({ start, end, days }) =>
    days?.value.isInteger() ? [{ start, end, days: days.value.toNumber() }] : [],
  );
  const named = table.columns.some(({ role, header }) => role === 'days' && NAMED.test(foldLabel(header)));
  if (rows.length < (named ? 1 : FEWEST_ROWS)) return null;
  const offsets = rows.map(({ start, end, days }) => days - daysBetween(start, end));
  const isPlain = (offset: number) => offset >= -1 && offset <= 1;
  const count = (fits: readonly boolean[]) =>
    offsets.reduce((bits, offset, index) => bits + bitsOf(fits[index] === true, isPlain(offset)), 0);
  const plain = Math.max(
    ...DAY_COUNT_RULES.map((rule) => {
      const ofRule = dayCountOffset(rule);
      return count(offsets.map((offset) => offset === ofRule)) - (ofRule === -1 ? BOTH_OUT_BITS : 0);
    }),
  );
  let best: { readonly rule: ThirtyDayRule; readonly bits: number } | null = null;
  for (const rule of THIRTY_DAY_RULES) {
    const fits = rows.map(({ start, end, days }) => countThirtyDays(start, end, rule) === days);
    if (fits.filter(Boolean).length * 5 < rows.length * 4) continue;
    const bits = count(fits);
    if (bits > (best?.bits ?? -Infinity)) best = { rule, bits };
  }
  const needed = named ? 0 : PRIOR_BITS + NEEDED_BITS;
  return best && best.bits - plain >= needed ? best.rule : null;
}

function bitsOf(fits: boolean, plain: boolean): number {
  if (fits) return FOLLOWS;
  return plain ? FOLLOWS_ANOTHER : FOLLOWS_NONE;
}
