import { type FeeInterval, invertFlooredComponents } from '../rules/invertProration';
import { monthShares } from '../rules/monthShares';
import type { ProrationRule } from '../rules/proration';
import { PRORATION_RULES, type RulePrior } from '../rules/prorationRules';
import { needsCalendar, type ProrationShape } from '../rules/prorationShape';
import { multiplesIn, roundestFee, type RoundnessProfile } from '../rules/roundness';
import type { Table } from '../tables/document';
import { floorDivide, modulo } from '../values/integers';
import { Decimal } from '../values/decimal';
import { chosenRule } from './chosenRule';
import { type ChargedRow, chargedRows, periodOf, type ShapesOf, shapesOver } from './chargedRows';
import {
  bitsOfMembers,
  type FittedRows,
  givesSameFees,
  isNotToldApart,
  membersOf,
  type RankedRule,
  rulesAlike,
} from './ruleClasses';
import { feesOf, logOfSum, roundAmountBits, type RuleEvidence, scoreRule } from './ruleEvidence';
import type { ResolvedTerms } from './terms';
import type { InferredRow, ProrationInference } from './verification';

/** The inference of a table with what the other checks need to judge a row by it. */
export interface InferredProration {
  readonly inference: ProrationInference;
  readonly best: RulePrior;
  readonly profile: RoundnessProfile;
  readonly rows: readonly ChargedRow[];
}

const ROWS_AT_FIRST = 24;
const KEPT_AT_FIRST = 80;
const ROWS_THEN = 72;
const KEPT_THEN = 24;
const KEPT_WITHIN_BITS = 40;

/** Bits from which a rule is said to fit, and from which it is said to be possible. */
const FITS_FROM = 8;
const POSSIBLE_FROM = 4;
/** The share of rows with a round fee below which something besides the rule goes on (fees in parts, a change of fees). */
const SUPPORT = 0.85;

/**
 * Infers the pro-rata rule behind a table's amounts: the rule that leaves the roundest fees over all rows. Null where no row
 * has an amount and days.
 */
export function inferProration(table: Table, terms: ResolvedTerms): InferredProration | null {
  const rows = usableRows(chargedRows(table, terms));
  if (rows.length === 0) return null;
  const shapesOf = shapesOver(rows);
  const chosen = chosenRule(terms);
  const ranked = rankRules(chosen ? [chosen] : PRORATION_RULES, rows, shapesOf);
  const best = ranked[0];
  if (!best) return null;
  const fitted = fitRows(best, rows, shapesOf);
  const compared = { rows, fitted, shapesOf };
  const equivalent = ranked.slice(1).filter((other) => givesSameFees(best, other, compared));
  const others = ranked.slice(1).filter((rule) => !equivalent.includes(rule));
  const runnerUp = others[0] ?? null;
  const step = best.profile.main;
  const round = fitted.filter((fees) => fees && multiplesIn(fees, step) > 0).length;
  const standing = standingOf([best, ...equivalent], others, compared, round);
  const inferredRows = rows.map((row, position): InferredRow => {
    const fees = fitted[position] ?? null;
    const fee = fees && roundestFee(fees, best.profile);
    const period = periodOf(row, best.prior.rule.firstDay);
    return {
      row: row.index,
      fees: fees && { least: new Decimal(fees.least), greatest: new Decimal(fees.greatest) },
      fee: fee === null ? null : new Decimal(fee),
      months: period ? monthShares(best.prior.rule, period, fee, row.amount) : [],
      odd: fees !== null && multiplesIn(fees, step) === 0 && round * 2 > rows.length,
    };
  });
  return {
    inference: {
      table: table.id,
      rule: best.prior.rule,
      equivalent: [best, ...equivalent]
        .flatMap(membersOf)
        .flatMap(({ rule }) => (rule === best.prior.rule ? [] : [rule])),
      runnerUp: runnerUp && { rule: runnerUp.prior.rule, bitsBehind: best.bits - runnerUp.bits },
      bits: best.bits,
      ...standing,
      supportingRows: round,
      rowsConsidered: rows.length,
      rows: inferredRows,
    },
    best: best.prior,
    profile: best.profile,
    rows,
  };
}

/** Where most rows have dates, those; else all, by rules that need days only. */
function usableRows(rows: readonly ChargedRow[]): ChargedRow[] {
  const dated = rows.filter((row) => row.start && row.end);
  return dated.length * 2 > rows.length ? dated : [...rows];
}

/**
 * How far ahead a class of rules is of the others. Where it is not, because others fit the same rows, these together may still stand
 * out, and are named with it.
 */
function standingOf(
  own: readonly RankedRule[],
  others: readonly RankedRule[],
  compared: FittedRows,
  supporting: number,
): Pick<ProrationInference, 'marginBits' | 'strength' | 'alike'> {
  const count = compared.rows.length;
  const byThemselves = roundAmountBits(compared.rows);
  const marginBits = marginOf(own, others, byThemselves);
  const [best] = own;
  // Round amounts are round by themselves: that is what every other rule has to beat, and says nothing of days.
  if (best?.prior.rule.family === 'flat') return { marginBits, strength: 'not-enough-evidence', alike: [] };
  const plain = strengthOf(marginBits, count, supporting);
  // Round amounts divide by the few months of an outage too often for that to be more than possible.
  const strength = plain === 'fits' && best?.prior.rule.family === 'months-touched' ? 'possible' : plain;
  if (strength !== 'not-enough-evidence' || !best) return { marginBits, strength, alike: [] };
  const alike = others.filter((other) => isNotToldApart(best, other, compared));
  const rest = others.filter((other) => !alike.includes(other));
  const wider = marginOf([...own, ...alike], rest, byThemselves);
  return alike.length > 0 && strengthOf(wider, count, supporting) !== 'not-enough-evidence'
    ? { marginBits: wider, strength: 'possible', alike: alike.flatMap(membersOf).map(({ rule }) => rule) }
    : { marginBits, strength, alike: [] };
}

/** Bits of rules together over all others, over arbitrary amounts and over amounts that are round by themselves. */
function marginOf(own: readonly RankedRule[], others: readonly RankedRule[], byThemselves: number): number {
  return logOfSum(own.flatMap(bitsOfMembers)) - logOfSum([0, byThemselves, ...others.flatMap(bitsOfMembers)]);
}

function strengthOf(margin: number, rows: number, supporting: number): ProrationInference['strength'] {
  if (margin < POSSIBLE_FROM || rows < 2) return 'not-enough-evidence';
  return margin >= FITS_FROM && supporting >= rows * SUPPORT ? 'fits' : 'possible';
}

/** All rules that are worth keeping, best first: a few rows judge all of them, more rows the better ones, all rows the best. */
function rankRules(rules: readonly RulePrior[], rows: readonly ChargedRow[], shapesOf: ShapesOf): RankedRule[] {
  const allDated = rows.every((row) => row.start && row.end);
  const candidates = rules.filter(
    ({ rule, unit }) =>
      (allDated || !needsCalendar(rule.family)) && (unit === 1 || mayRoundTo(unit, rows, shapesOf(rule))),
  );
  const score = (rules: readonly RulePrior[], positions: readonly number[], kept: number) => {
    const scored = rules.map((rule) => scoreRule(rule, rows, positions, shapesOf)).sort((a, b) => b.bits - a.bits);
    const least = (scored[0]?.bits ?? 0) - KEPT_WITHIN_BITS;
    return scored.filter((rule, index) => index < kept && rule.bits >= least);
  };
  const narrow = (rules: readonly RulePrior[], count: number, kept: number) =>
    rows.length <= count ? rules : score(rules, spread(rows, count), kept).map((rule) => rule.prior);
  const same = rulesAlike(candidates, shapesOf);
  const better = narrow(narrow([...same.keys()], ROWS_AT_FIRST, KEPT_AT_FIRST), ROWS_THEN, KEPT_THEN);
  const scored = score(
    better,
    rows.map((_, position) => position),
    better.length,
  );
  return scored.map((first) => ({ ...first, members: same.get(first.prior) ?? [first.prior] }));
}

/** Whether at least half of the rows whose whole amount a rule rounds are multiples of its unit. Whole fees beside it are of any size. */
function mayRoundTo(unit: number, rows: readonly ChargedRow[], shapes: readonly (ProrationShape | null)[]): boolean {
  let rounded = 0;
  let multiples = 0;
  rows.forEach((row, position) => {
    if (shapes[position]?.fullFees !== 0) return;
    rounded += 1;
    if (modulo(row.magnitude, unit) === 0) multiples += 1;
  });
  return multiples * 2 >= rounded;
}

/** The positions of `count` rows spread evenly over the rows by their days, the longest (which tell most) included. */
function spread(rows: readonly ChargedRow[], count: number): number[] {
  const byDays = rows.map((row, position) => ({ days: row.days, position })).sort((a, b) => b.days - a.days);
  return Array.from({ length: count }, (_, index) => byDays[floorDivide(index * rows.length, count)]).flatMap((row) =>
    row ? [row.position] : [],
  );
}

function fitRows({ prior }: RuleEvidence, rows: readonly ChargedRow[], shapesOf: ShapesOf): (FeeInterval | null)[] {
  const shapes = shapesOf(prior.rule);
  return rows.map((row, position) => {
    const shape = shapes[position];
    return shape ? feesOf(prior, shape, row) : null;
  });
}

/** For a row of part of one month under a floored daily rate: the total of two fees floored apart that would give its amount. */
export function twoComponents(row: ChargedRow, rule: ProrationRule): FeeInterval | null {
  const month = periodOf(row, rule.firstDay)?.months;
  const only = month?.length === 1 ? month[0] : undefined;
  if (!only || rule.rounded !== 'daily' || rule.mode !== 'down' || !rule.unit.equals(1)) return null;
  if (rule.family !== 'calendar-month' && rule.family !== 'calendar-month-all-by-day') return null;
  if (only.days === only.length && rule.family === 'calendar-month') return null;
  return invertFlooredComponents(row.magnitude, only.days, only.length, 2);
}
