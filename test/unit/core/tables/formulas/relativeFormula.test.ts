import { copiedFormula, relativeFormula } from '../../../../../src/core/tables/formulas/relativeFormula';
import { at } from '../../../support/grid';

test.each([
  ['=B2*C2', 'D2', '=R[0]C[-2]*R[0]C[-1]'],
  ['= b2 * c2', 'D2', '=R[0]C[-2]*R[0]C[-1]'],
  ['=SUM($B$2:B5)', 'B6', '=SUM(R1C1:R[-1]C[0])'],
  ["=Sheet2!A1+'A1 B2'!A1", 'A1', "=SHEET2!R[0]C[0]+'A1 B2'!R[0]C[0]"],
  ['=LOG10(A1)&"A1 ""B2"""', 'B1', '=LOG10(R[0]C[-1])&"A1 ""B2"""'],
  ['=表1[[#This Row],[A1]]*A1', 'B1', '=表1[[#THIS ROW],[A1]]*R[0]C[-1]'],
  ['=ABCD1+A1.5', 'B1', '=ABCD1+A1.5'],
])('%s in %s reads %s', (formula, cell, relative) => {
  expect(relativeFormula(formula, at(cell)).toUpperCase()).toBe(relative.toUpperCase());
});

test.each([
  ['=B2*C2', 'D2', 'D9', '=B9*C9'],
  ['=SUM(B$2:B5)', 'B6', 'D7', '=SUM(D$2:D6)'],
  ['=$A2', 'B2', 'C1', '=$A1'],
  ['=A1', 'B2', 'B1', null],
])('%s copied from %s to %s is %s', (formula, from, to, copied) => {
  expect(copiedFormula(formula, at(from), at(to))).toBe(copied);
});
