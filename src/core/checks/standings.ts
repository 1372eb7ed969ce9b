import { valueOfTerms } from '../tables/addsUp';
import type { Document, Relation, Table } from '../tables/document';
import { figuresOf } from '../tables/figuresOf';
import { ZERO } from '../values/decimal';
import { groupBy } from '../values/grouping';
import { commonRounding, isCommonlyExact, isWithinRounding } from './commonRounding';
import { finestStep, PrintedPrecision, toleranceOfRounded } from './printedPrecision';
import { type AddingRelation, addendsOf, type Standing, subtractedOf, termsOf } from './standing';

/** How the sums and gross figures of a document stand, each added up once. */
export class Standings {
  private readonly byRelation = new Map<Relation, Standing>();

  constructor(document: Document) {
    for (const table of document.tables) {
      for (const standing of standingsOf(table)) this.byRelation.set(standing.relation, standing);
    }
  }

  /** How a relation of the document stands as printed. */
  of<R extends AddingRelation>(relation: R): Standing<R> {
    const standing = this.byRelation.get(relation);
    if (!standing) throw new RangeError('The relation is not one of the document.');
    return standing as Standing<R>;
  }
}

/** How the sums and gross figures of a table stand. */
export function standingsOf(table: Table): Standing[] {
  const precision = new PrintedPrecision(table);
  const plain = table.relations.flatMap((relation) =>
    relation.kind === 'tax' || relation.kind === 'withholding' ? [] : [standingOf(relation, precision)],
  );
  return withCommonRounding(withCommonExactness(plain, precision));
}

function standingOf(relation: AddingRelation, precision: PrintedPrecision): Standing {
  const addends = addendsOf(relation);
  const computed = valueOfTerms(addends, subtractedOf(relation));
  const difference = relation.target.value.minus(computed);
  const tolerance = precision.toleranceOf(figuresOf(relation));
  // Without addends there is nothing that could fail to hold.
  const holds = addends.length === 0 || difference.abs().lessThanOrEqualTo(tolerance);
  return { relation, computed, difference, tolerance, holds, inexactAlike: 0 };
}

/** Decimals that were not rounded away, as the other sums with the same decimals show, leave nothing to tolerate. */
function withCommonExactness(standings: readonly Standing[], precision: PrintedPrecision): Standing[] {
  const isInexact = ({ holds, difference }: Standing) => holds && !difference.isZero();
  if (!standings.some(isInexact)) return [...standings];
  const groups = groupBy(standings, ({ relation }) => {
    const place = relation.kind === 'sum' ? precision.placeOf(figuresOf(relation)) : 0;
    return relation.kind === 'sum' && place < 0 ? `${relation.axis} ${place}` : null;
  });
  groups.delete(null);
  const exact = new Set([...groups.values()].filter(isCommonlyExact).flat());
  for (const standing of oddAmongExact(standings.filter(isInexact), standings, precision)) exact.add(standing);
  return standings.map((standing) =>
    exact.has(standing) && isInexact(standing) ? { ...standing, tolerance: ZERO, holds: false } : standing,
  );
}

/** Sums in which one figure alone has more decimals, though the other sums of the same line are exact. */
function oddAmongExact(
  inexact: readonly Standing[],
  standings: readonly Standing[],
  precision: PrintedPrecision,
): Standing[] {
  const odd = inexact.filter(({ relation }) => relation.kind === 'sum' && precision.hasOddPlace(figuresOf(relation)));
  if (odd.length === 0) return [];
  const lines = groupBy(standings, totalLineOf);
  const isExact = (standing: Standing) =>
    isCommonlyExact((lines.get(totalLineOf(standing)) ?? []).filter((other) => other !== standing));
  return odd.filter(isExact);
}

function totalLineOf({ relation }: Standing): string | null {
  if (relation.kind !== 'sum') return null;
  const { row, column } = relation.target.cell;
  return relation.axis === 'rows' ? `row ${row}` : `column ${column}`;
}

/** Sums along one axis, of figures printed to the same step, are judged together for whether they were rounded. */
function withCommonRounding(standings: readonly Standing[]): Standing[] {
  if (standings.every(({ holds }) => holds)) return [...standings];
  const groups = groupBy(standings, ({ relation }) =>
    relation.kind === 'sum' ? `${relation.axis} ${finestStep(figuresOf(relation)).toFixed()}` : null,
  );
  groups.delete(null);
  const roundings = new Map(
    [...groups.values()].flatMap((group) => {
      const rounding = commonRounding(group);
      return group.map((standing) => [standing, rounding] as const);
    }),
  );
  return standings.map((standing) => {
    const rounding = roundings.get(standing);
    if (!rounding || standing.holds || !isWithinRounding(standing, rounding.step)) return standing;
    const tolerance = toleranceOfRounded(termsOf(standing.relation).length + 1, rounding.step);
    return { ...standing, tolerance, holds: true, inexactAlike: rounding.inexact };
  });
}
