import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { cellsOf, drawn, gridOf, inShort, transposed, turned } from './grids';

/** A name, a drawing, and the sums that are to be found in it, in short. */
export type Case = readonly [string, string, readonly string[]];

/** Tests the drawings as they are and with rows and columns exchanged. */
export function testBothWays(cases: readonly Case[]): void {
  describe.each(cases)('%s', (_, drawing, expected) => {
    test('as drawn', () => {
      expect(inShort(findPrintedSums(drawn(drawing)))).toEqual(expected);
    });

    test('with rows and columns exchanged', () => {
      const sums = findPrintedSums(gridOf(transposed(cellsOf(drawing), '')));
      expect(inShort(turned(sums))).toEqual(expected);
    });
  });
}
