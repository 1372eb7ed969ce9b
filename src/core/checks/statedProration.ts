import { monthShares } from '../rules/monthShares';
import { LARGEST_AMOUNT, prorate } from '../rules/prorate';
import type { ProrationRule } from '../rules/proration';
import { PRORATION_RULES, type RulePrior } from '../rules/prorationRules';
import { needsCalendar, type ProrationShape } from '../rules/prorationShape';
import type { Figure, Table, TableRow } from '../tables/document';
import { Decimal } from '../values/decimal';
import { chosenRule } from './chosenRule';
import { type ChargedRow, chargedRows, periodOf, shapesOver } from './chargedRows';
import type { ResolvedTerms } from './terms';
import type { ProrationInference } from './verification';

/** A row with its printed fee. */
export interface StatedRow {
  readonly charged: ChargedRow;
  readonly row: TableRow;
  readonly fee: Figure;
  readonly amount: Figure;
  /** The rule's shape over the row, and the amount that it gives; null where the rule cannot be applied. */
  readonly shape: ProrationShape | null;
  readonly computed: Decimal | null;
  /** What the table's own rule gives where the user has chosen another; else null. */
  readonly byOwnRule: Decimal | null;
}

/** The rule that printed fees and amounts follow. */
export interface StatedProration {
  readonly inference: ProrationInference;
  readonly best: RulePrior;
  readonly rows: readonly StatedRow[];
  /** The rule that most rows follow where the user has chosen another; else null. */
  readonly ownRule: ProrationRule | null;
  /** Enough rows follow the rule for the others to be wrong. */
  readonly certain: boolean;
}

/** The printed fee that a row's amount is to follow from: its fee, or its unit price where the days are the quantity. */
export function statedFee(row: TableRow): Figure | null {
  return row.fee ?? (row.quantity ? null : row.unitPrice);
}

/**
 * The rule behind a table with a column of fees: the one that gives most printed amounts, the more usual one of equals;
 * or the one that the user has chosen. Null where no row has a whole-yen fee, days and an amount.
 */
export function statedProration(table: Table, terms: ResolvedTerms): StatedProration | null {
  const stated = chargedRows(table, terms).flatMap((charged) => {
    const row = table.rows[charged.index];
    const fee = row && statedFee(row);
    const usable = fee?.value.isInteger() && fee.value.greaterThan(0) && fee.value.lessThan(LARGEST_AMOUNT / 1000);
    return row?.amount && fee && usable ? [{ charged, row, fee, amount: row.amount }] : [];
  });
  if (stated.length === 0) return null;
  const charged = stated.map((each) => each.charged);
  const shapesOf = shapesOver(charged);
  const allDated = charged.every((row) => row.start && row.end);
  const computedBy = ({ rule, unit }: RulePrior) =>
    stated.map(({ fee }, position) => {
      const shape = shapesOf(rule)[position];
      return shape ? prorate(shape, fee.value.toNumber(), unit, rule.mode) : null;
    });
  const chosen = chosenRule(terms);
  const scored = PRORATION_RULES.filter((prior) => prior === chosen || allDated || !needsCalendar(prior.rule.family))
    .map((prior) => {
      const amounts = computedBy(prior);
      const fitting = charged.map((row, position) => row.magnitude === amounts[position]);
      const bits = charged.reduce(
        (sum, row, position) => sum + (fitting[position] ? Math.log2(row.magnitude + 1) : 0),
        0 - prior.bits,
      );
      return { prior, amounts, fitting, count: fitting.filter((fits) => fits).length, bits };
    })
    .sort((a, b) => b.count - a.count || a.prior.bits - b.prior.bits);
  const best = scored.find(({ prior }) => prior === chosen) ?? scored[0];
  if (!best) return null;
  const own = chosen && scored[0] !== best && (scored[0]?.count ?? 0) > 0 ? (scored[0] ?? null) : null;
  const others = scored.filter((other) => other !== best);
  const equivalent = others.filter((other) => best.fitting.every((fits, position) => !fits || other.fitting[position]));
  const runnerUp = others.find((other) => !equivalent.includes(other));
  const marginBits = best.bits - Math.max(0, runnerUp?.bits ?? 0);
  const supported = best.count * 5 >= stated.length * 4;
  return {
    inference: {
      table: table.id,
      rule: best.prior.rule,
      equivalent: equivalent.map((other) => other.prior.rule),
      alike: [],
      runnerUp: runnerUp ? { rule: runnerUp.prior.rule, bitsBehind: best.bits - runnerUp.bits } : null,
      bits: best.bits,
      marginBits,
      strength:
        best.count === 0 || marginBits < 4 ? 'not-enough-evidence' : supported && marginBits >= 8 ? 'fits' : 'possible',
      supportingRows: best.count,
      rowsConsidered: stated.length,
      rows: stated.map(({ charged: row, fee, amount }, position) => {
        const fits = best.fitting[position] === true;
        const period = periodOf(row, best.prior.rule.firstDay);
        return {
          row: row.index,
          fees: fits ? { least: fee.value, greatest: fee.value } : null,
          fee: fits ? fee.value : null,
          months: period ? monthShares(best.prior.rule, period, fits ? fee.value.toNumber() : null, amount.value) : [],
          odd: false,
        };
      }),
    },
    best: best.prior,
    rows: stated.map((each, position) => {
      const signed = (amount: number | null | undefined) =>
        amount === null || amount === undefined
          ? null
          : new Decimal(amount).times(each.amount.value.isNegative() ? -1 : 1);
      return {
        ...each,
        shape: shapesOf(best.prior.rule)[position] ?? null,
        computed: signed(best.amounts[position]),
        byOwnRule: signed(own?.amounts[position]),
      };
    }),
    ownRule: own?.prior.rule ?? null,
    certain: chosen !== null || (best.count >= 2 && best.count * 3 >= stated.length * 2),
  };
}
