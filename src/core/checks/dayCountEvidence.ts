import { multiplesIn, roundestFee } from '../rules/roundness';
import type { FeeInterval } from '../rules/invertProration';
import { type ChargedRow, shapesOver, withDaysOfDates } from './chargedRows';
import type { DayCountEvidence } from './checkDayCounts';
import type { Message } from './finding';
import type { InferredProration } from './inferProration';
import { message } from './message';
import { feesOf } from './ruleEvidence';
import type { ResolvedTerms } from './terms';

/** Tells from a row's amount which of two day counts was billed: the one that leaves a fee as round as the others'. */
export function dayCountEvidence(inferred: InferredProration | null, terms: ResolvedTerms): DayCountEvidence {
  if (!inferred || inferred.inference.strength === 'not-enough-evidence') return () => null;
  return (period, computed): Message | null => {
    const printed = inferred.rows.find((row) => row.index === period.index);
    const stated = period.days?.value;
    if (!printed || !stated) return null;
    const asPrinted = roundFee(printed, inferred);
    const byDates = roundFee(withDaysOfDates(printed, terms), inferred);
    const params = { stated, computed };
    if (asPrinted !== null && byDates === null) return message('evidence.printed', { ...params, fee: asPrinted });
    if (asPrinted === null && byDates !== null) return message('evidence.dates', { ...params, fee: byDates });
    return message('evidence.undecided');
  };
}

/** The row's fee under the inferred rule where a multiple of the usual step is among the fees; else null. */
function roundFee(row: ChargedRow, { best, profile }: InferredProration): number | null {
  const shape = shapesOver([row])(best.rule)[0];
  const fees: FeeInterval | null = shape ? feesOf(best, shape, row) : null;
  return fees && multiplesIn(fees, profile.main) > 0 ? roundestFee(fees, profile) : null;
}
