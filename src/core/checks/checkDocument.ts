import { prorationRuleWith } from '../rules/prorationRules';
import type { Document, Table, TaxRelation } from '../tables/document';
import type { Decimal } from '../values/decimal';
import { checkDamagesTax } from './checkDamagesTax';
import { checkWeekdays } from './checkDates';
import { checkDayCounts } from './checkDayCounts';
import { checkDuplicates } from './checkDuplicates';
import { withFormulas } from './withFormulas';
import { checkGross } from './checkGross';
import { checkInterest } from './interest/checkInterest';
import { type ReckonedTable, reckonInterest } from './interest/resolveInterest';
import { checkInferredAmounts } from './checkInferredAmounts';
import { checkAnswers } from './events/checkAnswers';
import { checkEnds } from './events/checkEnds';
import { checkFiscalYears } from './events/checkFiscalYears';
import { checkOrder } from './events/checkOrder';
import { checkQuantities } from './checkQuantities';
import { checkRatios } from './checkRatios';
import { checkShares } from './checkShares';
import { checkStatedAmounts } from './checkStatedAmounts';
import { checkSums } from './checkSums';
import { allowedRates, checkTax } from './checkTax';
import { checkWithholding } from './checkWithholding';
import { checkUnreadable } from './checkUnreadable';
import { computeBlanks } from './computeBlanks';
import { dayCountEvidence } from './dayCountEvidence';
import { documentTotals } from './documentTotals';
import type { DraftFinding } from './draft';
import type { CausesOf } from './finding';
import { withIds } from './findingIds';
import { withFittingFees } from './fittingFees';
import { shownInPercent } from './inPercent';
import { type InferredProration, inferProration } from './inferProration';
import { inReadingOrder } from './orderFindings';
import { resolveDayCount, resolveIncidentDate } from './resolveDayCount';
import { rateInForce, ratesByDate, resolveComparison, resolveTaxRate, resolveTaxRounding } from './resolveTax';
import { Standings } from './standings';
import { type StatedProration, statedProration } from './statedProration';
import { assertionsOf, type KnownTable } from './stories/assertionsOf';
import { Stories } from './stories/stories';
import type { ResolvedTerms, Terms } from './terms';
import { thirtyDaysOf } from './thirtyDays';
import type { ComputedTable, ProrationInference, Verification } from './verification';

/** A table with the rule behind its amounts, from its fee column or inferred; neither where nothing can be said. */
interface Judged {
  readonly table: Table;
  readonly stated: StatedProration | null;
  readonly inferred: InferredProration | null;
  readonly reckoned: ReckonedTable | null;
}

/** Checks every printed figure of a document that can be checked, under the user's terms where there are any. */
export function checkDocument(found: Document, terms: Terms): Verification {
  const incidentDate = resolveIncidentDate(found, terms);
  const document = withThirtyDays(found, incidentDate);
  const resolved = resolveTerms(document, terms, incidentDate);
  const judged = document.tables.map((table) => judge(table, resolved));
  const prorations = judged.flatMap((each) => inferenceOf(each) ?? []);
  const standings = new Standings(document);
  const rates = ratesByDate(document);
  const stories = new Stories(
    assertionsOf(
      document,
      judged.map((each) => known(each, resolved, rates)),
      resolved,
      standings,
    ),
  );
  const causesOf = (about: object) => stories.causesOf(about);
  const drafts = [
    ...judged.flatMap((each) => checkTable(each, document, resolved, rates, standings, causesOf)),
    ...checkWeekdays(document),
    ...checkUnreadable(document),
    ...checkOrder(document),
    ...checkEnds(document),
    ...checkAnswers(document),
    ...checkFiscalYears(document),
  ];
  const findings = withIds(inReadingOrder(shownInPercent(withFormulas(document, drafts), document), document));
  const computed = judged.flatMap(
    ({ table, stated, inferred }) => computeBlanks(table, resolved, stated, inferred) ?? [],
  );
  return {
    document,
    terms: withComputed({ ...resolved, proration: resolved.proration ?? prorationTerm(prorations) }, computed),
    findings,
    prorations,
    computed,
    interest: judged.flatMap(({ reckoned }) => reckoned ?? []),
    totals: documentTotals(document, findings),
  };
}

/** The document with the tables marked whose days are counted in months of thirty. */
function withThirtyDays(document: Document, incidentDate: ResolvedTerms['incidentDate']): Document {
  const tables = document.tables.map((table) => {
    const thirtyDays = thirtyDaysOf(table, incidentDate);
    return thirtyDays ? { ...table, thirtyDays } : table;
  });
  return { ...document, tables };
}

function resolveTerms(document: Document, terms: Terms, incidentDate: ResolvedTerms['incidentDate']): ResolvedTerms {
  const taxRate = resolveTaxRate(document, terms, incidentDate);
  const taxRounding = resolveTaxRounding(document, terms, taxRate);
  return {
    incidentDate,
    dayCount: resolveDayCount(document, terms, incidentDate),
    taxRate,
    taxRounding,
    proration: chosenProration(terms),
    comparison: resolveComparison(terms.comparison, taxRounding),
  };
}

/** The chosen rule; which day it charges is what a chosen convention says, where that tells. */
function chosenProration({ proration, dayCount }: Terms): ResolvedTerms['proration'] {
  if (!proration) return null;
  const { family, rounded, mode, unit, firstDay } = proration;
  const said = dayCount === 'start-out-end-in' ? 'out' : dayCount === 'start-in-end-out' ? 'in' : firstDay;
  const rule = prorationRuleWith(`${family}.${rounded}`, mode, unit.toNumber(), said)?.rule ?? proration;
  return { value: rule.id, source: { kind: 'user' } };
}

/** Terms that only what is computed needs are named, too. */
function withComputed(terms: ResolvedTerms, computed: readonly ComputedTable[]): ResolvedTerms {
  const [first] = computed;
  if (!first) return terms;
  const rule = computed.find((each) => each.rule)?.rule ?? null;
  return {
    ...terms,
    dayCount: terms.dayCount ?? { value: first.dayCount, source: { kind: 'default' } },
    proration: terms.proration ?? (rule && { value: rule.value.id, source: rule.source }),
  };
}

function judge(found: Table, terms: ResolvedTerms): Judged {
  const table = withFittingFees(found, terms);
  const stated = statedProration(table, terms);
  const reckoned = reckonInterest(table, terms);
  return { table, stated, inferred: stated ? null : inferProration(table, terms), reckoned };
}

function inferenceOf({ stated, inferred }: Judged): ProrationInference | null {
  return stated?.inference ?? inferred?.inference ?? null;
}

function known(judged: Judged, { taxRate }: ResolvedTerms, rates: readonly Decimal[]): KnownTable {
  const ratesOf = (relation: TaxRelation) => (taxRate ? allowedRates(relation, taxRate, rates) : []);
  return { ...judged, inference: inferenceOf(judged), ratesOf };
}

function checkTable(
  judged: Judged,
  document: Document,
  terms: ResolvedTerms,
  rates: readonly Decimal[],
  standings: Standings,
  causesOf: CausesOf,
): DraftFinding[] {
  const { table, stated, inferred, reckoned } = judged;
  return [
    ...(reckoned ? checkInterest(reckoned, terms) : []),
    ...checkSums(table, standings, causesOf),
    ...checkDayCounts(table, terms, dayCountEvidence(inferred, terms), causesOf),
    ...checkTax(table, terms, inferenceOf(judged), rates, causesOf),
    ...checkWithholding(table),
    ...checkDamagesTax(table, terms.taxRate?.value ?? rateInForce(document, terms.incidentDate)),
    ...checkGross(table, standings, causesOf),
    ...(stated ? checkStatedAmounts(stated, causesOf) : []),
    ...(inferred ? checkInferredAmounts(table, inferred) : []),
    ...checkQuantities(table, causesOf),
    ...checkShares(table, causesOf),
    ...checkRatios(table, causesOf),
    ...checkDuplicates(table),
  ];
}

/** The rule of the table with the most evidence, as a term of the document. */
function prorationTerm(prorations: readonly ProrationInference[]): ResolvedTerms['proration'] {
  const known = prorations.filter((each) => each.strength !== 'not-enough-evidence');
  const [best] = [...known].sort((a, b) => b.bits - a.bits);
  return best
    ? {
        value: best.rule.id,
        source: { kind: 'inferred', supporting: best.supportingRows, of: best.rowsConsidered },
      }
    : null;
}
