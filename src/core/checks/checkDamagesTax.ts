import { ROUNDNESS_PROFILES } from '../rules/roundness';
import type { Figure, Table } from '../tables/document';
import { Decimal } from '../values/decimal';
import { draft, type DraftFinding } from './draft';
import { message } from './message';

const FEWEST_AMOUNTS = 3;
const LEAST_BITS = 8;
/** Of the amounts, this share at least divides without remainder. */
const LEAST_SHARE = { of: 3, rows: 2 };

/**
 * Damages that look as if they had been recorded with consumption tax included: divided by 1 + rate, most of them are rounder
 * than they are themselves. Damages are as a rule outside the scope of the tax (消費税法基本通達 5-2-5), so nothing is added to
 * them; whether the tax included in a cost is a damage is for the reader to decide.
 *
 * @param rate in percent.
 */
export function checkDamagesTax(table: Table, rate: Decimal): DraftFinding[] {
  if (table.kind !== 'claims' || table.relations.some(({ kind }) => kind === 'tax')) return [];
  return groupsOf(table).flatMap(({ amounts, at }) => {
    const taxed = taxIncluded(amounts, rate);
    const figure = at ?? amounts[0];
    if (!taxed || !figure) return [];
    return [
      draft({
        kind: 'tax',
        cell: figure.cell,
        textual: figure.textual,
        verdict: 'possible',
        message: message('tax.included-in-damages', {
          count: amounts.length,
          taxed: taxed.count,
          divisor: rate.div(100).plus(1),
          step: taxed.step,
        }),
      }),
    ];
  });
}

/** Amounts that were recorded in one way, and the printed figure that stands for them. */
interface Group {
  readonly amounts: readonly Figure[];
  readonly at: Figure | null;
}

function groupsOf(table: Table): Group[] {
  const amountsOf = (rows: Table['rows']) => rows.flatMap(({ amount }) => (amount && isExact(amount) ? [amount] : []));
  if (table.categories.length === 0) {
    const total = table.totals.find(({ kind }) => kind === 'total')?.figure ?? null;
    return [{ amounts: amountsOf(table.rows), at: total }];
  }
  return table.categories.map(({ rows, subtotal }) => ({
    amounts: amountsOf(rows.flatMap((index) => table.rows[index] ?? [])),
    at: subtotal,
  }));
}

/** Printed to the yen: a rounded figure does not tell how round the cost was. */
function isExact({ value, unit, approximate }: Figure): boolean {
  return !approximate && unit.lessThanOrEqualTo(1) && value.isInteger() && value.greaterThan(0);
}

/** How many of the amounts are multiples of a step once divided, where that is strong evidence; the step that most fit. */
function taxIncluded(amounts: readonly Figure[], rate: Decimal): { count: number; step: number } | null {
  if (amounts.length < FEWEST_AMOUNTS || rate.lessThanOrEqualTo(0)) return null;
  const plain = Math.max(...PLAIN_PROFILES.map((profile) => bitsUnder(amounts, profile, null)));
  let best: { count: number; step: number } | null = null;
  for (const profile of PLAIN_PROFILES) {
    const count = amounts.filter(({ value }) => isMultiple(value, profile.main, rate)).length;
    const enough = count * LEAST_SHARE.of >= amounts.length * LEAST_SHARE.rows;
    if (profile.main === 1 || !enough || bitsUnder(amounts, profile, rate) - plain < LEAST_BITS) continue;
    if (!best || count > best.count || (count === best.count && profile.main > best.step)) {
      best = { count, step: profile.main };
    }
  }
  return best;
}

type Profile = (typeof ROUNDNESS_PROFILES)[number];

/** How round figures are before tax. */
const PLAIN_PROFILES: readonly Profile[] = ROUNDNESS_PROFILES.filter(({ main }) => main % 11 !== 0);

/** Bits by which the amounts are likelier under a habit of round figures, tax included at a rate or not, than as arbitrary ones. */
function bitsUnder(amounts: readonly Figure[], profile: Profile, rate: Decimal | null): number {
  let bits = 0;
  for (const { value } of amounts) {
    let likelihood = 0;
    for (const [step, weight] of profile.weights) {
      const own = step > 1 ? rate : null;
      if (isMultiple(value, step, own)) likelihood += weight * withTax(step, own).toNumber();
    }
    bits += Math.log2(likelihood);
  }
  return bits;
}

function isMultiple(value: Decimal, step: number, rate: Decimal | null): boolean {
  const taxed = withTax(step, rate);
  return taxed.isInteger() && value.modulo(taxed).isZero();
}

function withTax(step: number, rate: Decimal | null): Decimal {
  const exact = new Decimal(step);
  return rate ? exact.times(rate.plus(100)).div(100) : exact;
}
