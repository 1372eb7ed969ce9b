import type { ReckonedTable } from '../../../checks/interest/resolveInterest';

/** Figure columns of a section of interest. */
export const INTEREST_COLUMNS = 11;

/** A term of a table of interest that stands in a cell of its own. */
export type InterestTerm = 'rate' | 'rate-before' | 'rate-after' | 'dayCount' | 'year' | 'mode' | 'unit';

const REST = ['dayCount', 'year', 'mode', 'unit'] as const;

/** The terms of a table that stand above its rows, from the top: no rate where every row prints its own. */
export function interestTermsOf({ rateOrigin, rows }: ReckonedTable): readonly InterestTerm[] {
  if (rateOrigin === 'civil' || rateOrigin === 'commercial') return ['rate-before', 'rate-after', ...REST];
  return rows.some(({ interest, rate }) => rate !== null && interest.rate === null) ? ['rate', ...REST] : REST;
}
