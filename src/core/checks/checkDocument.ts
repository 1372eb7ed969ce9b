import type { Document } from '../tables/document';
import { checkDayCounts } from './checkDayCounts';
import { checkSums } from './checkSums';
import { withIds } from './findingIds';
import { inReadingOrder } from './orderFindings';
import { resolveDayCount, resolveIncidentDate } from './resolveDayCount';
import type { ResolvedTerms, Terms } from './terms';
import type { Verification } from './verification';

/** Checks every printed figure of a document that can be checked, under the user's terms where there are any. */
export function checkDocument(document: Document, terms: Terms): Verification {
  const incidentDate = resolveIncidentDate(document, terms);
  const resolved: ResolvedTerms = {
    incidentDate,
    dayCount: resolveDayCount(document, terms, incidentDate),
    taxRate: null,
    taxRounding: null,
    proration: null,
  };
  const drafts = document.tables.flatMap((table) => [
    ...checkSums(table),
    ...checkDayCounts(table, resolved, () => null),
  ]);
  return {
    document,
    terms: resolved,
    findings: withIds(inReadingOrder(drafts, document)),
    prorations: [],
    totals: { net: null, tax: null, gross: null, claims: null, grand: null },
  };
}
