import type { Document } from '../tables/document';

/** A note that says that the figures are yen as they stand (単位：円), not thousands of them. */
const PLAIN_YEN = /^[^千百万億]*円[^千百万億]*$/u;

/**
 * Whether a document's amounts may be called yen: none prints decimals, which yen have none of, and no note says that they are
 * printed in thousands or another unit.
 */
export function printsYen({ tables }: Document): boolean {
  return tables.every(
    ({ rows, unitNote }) =>
      (unitNote === undefined || PLAIN_YEN.test(unitNote)) &&
      rows.every(({ amount }) => amount === null || (amount.unit.gte(1) && amount.value.isInteger())),
  );
}
