import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { Decimal } from '../../../../src/core/values/decimal';
import { evaluateExpression } from '../../support/evaluateExpression';
import { snapshotOf, textSheet } from '../../support/grid';

/** An invoice over 2,701.05 whose tax of 10 % is 270.105 exactly. */
const invoice = (tax: string, gross: string) => `
Invoice
Item | Qty | Unit price | Amount
Panels | 24 | 18.90 | 453.60
Paint | 6 | 22.45 | 134.70
Labour | 1 | 2,112.75 | 2,112.75
Subtotal | | | 2,701.05
VAT 10% | | | ${tax}
Total | | | ${gross}`;

function taxOf(tax: string, gross: string) {
  const doc = findDocument(snapshotOf(textSheet(invoice(tax, gross))));
  const found = checkDocument(doc, NO_TERMS).findings.filter(({ kind }) => kind === 'tax' || kind === 'gross');
  const [first] = found;
  expect(first?.expression && evaluateExpression(first.expression, doc)).toEqual(new Decimal('270.11'));
  return { verdicts: found.map(({ kind, verdict }) => `${kind} ${verdict}`), finding: first };
}

it('rounds a tax that prints cents half up to cents', () => {
  expect(taxOf('270.11', '2,971.16').verdicts).toEqual(['tax agrees', 'gross agrees']);
});

it('says which other rounding gives the cent', () => {
  const { verdicts, finding } = taxOf('270.10', '2,971.15');
  expect(verdicts).toEqual(['tax explained', 'gross agrees']);
  expect(finding?.rule?.id).toBe('tax.whole.down');
});

it('names swapped digits of a tax in cents', () => {
  const { verdicts, finding } = taxOf('207.11', '2,971.16');
  expect(verdicts).toEqual(['tax disagrees', 'gross disagrees']);
  expect(finding?.causes[0]?.kind).toBe('transposed-digits');
  expect(finding?.causes[0]?.suggested).toEqual(new Decimal('270.11'));
});
