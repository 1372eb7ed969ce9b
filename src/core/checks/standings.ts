import type { Table } from '../tables/document';
import { sumOf } from '../values/decimal';
import { commonRounding, isWithinRounding } from './commonRounding';
import { finestStep, PrintedPrecision, toleranceOfRounded } from './printedPrecision';
import { type AddingRelation, addendsOf, type Standing } from './standing';

/** How the sums and gross figures of a table stand, each added up once. */
export function standingsOf(table: Table): Standing[] {
  const precision = new PrintedPrecision(table);
  const plain = table.relations.flatMap((relation) =>
    relation.kind === 'tax' ? [] : [standingOf(relation, precision)],
  );
  return withCommonRounding(plain);
}

function standingOf(relation: AddingRelation, precision: PrintedPrecision): Standing {
  const addends = addendsOf(relation);
  const computed = sumOf(addends.map(({ value }) => value));
  const difference = relation.target.value.minus(computed);
  const tolerance = precision.toleranceOf([relation.target, ...addends]);
  // Without addends there is nothing that could fail to hold.
  const holds = addends.length === 0 || difference.abs().lessThanOrEqualTo(tolerance);
  return { relation, computed, difference, tolerance, holds, inexactAlike: 0 };
}

/** Sums along one axis, of figures printed to the same step, are judged together for whether they were rounded. */
function withCommonRounding(standings: readonly Standing[]): Standing[] {
  if (standings.every(({ holds }) => holds)) return [...standings];
  const groups = new Map<string, Standing[]>();
  const keys = standings.map((standing) => {
    const { relation } = standing;
    if (relation.kind !== 'sum') return null;
    const key = `${relation.axis} ${finestStep([relation.target, ...relation.addends]).toFixed()}`;
    const group = groups.get(key);
    if (group) group.push(standing);
    else groups.set(key, [standing]);
    return key;
  });
  const roundings = new Map([...groups].map(([key, group]) => [key, commonRounding(group)]));
  return standings.map((standing, index) => {
    const key = keys[index];
    const rounding = key === null || key === undefined ? null : (roundings.get(key) ?? null);
    if (!rounding || standing.holds || !isWithinRounding(standing, rounding.step)) return standing;
    const tolerance = toleranceOfRounded(addendsOf(standing.relation).length + 1, rounding.step);
    return { ...standing, tolerance, holds: true, inexactAlike: rounding.inexact };
  });
}
