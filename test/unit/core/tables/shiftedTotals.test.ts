import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { snapshotOf, textSheet } from '../../support/grid';

const told = (grid: string) =>
  checkDocument(findDocument(snapshotOf(textSheet(grid))), NO_TERMS)
    .findings.filter(({ kind, cell }) => kind === 'sum' && cell.row >= 5)
    .map(({ id, verdict, computed }) => `${id} ${verdict} ${computed?.toFixed() ?? ''}`);

/** The totals stand under the taxes. */
const bill = (total: string, shipping: string) => `
Item | Qty | Unit Price | Price | Sales Tax | Item Total
Pencils | 32 | 0.25 | 8.00 | 0.60 | 8.60
Chalk | 10 | 0.75 | 7.50 | 0.56 | 8.06
Boards | 5 | 1.10 | 5.50 | 0.41 | 5.91
 | | | | |
 | | | Invoice Total | ${total} |
 | | | Shipping | ${shipping} |
 | | | Total Due | 25.36 |`;

test('totals under another column add up the one that gives them', () => {
  expect(told(bill('22.57', '2.79'))).toEqual(['sum:Sheet1!E6 agrees 22.57', 'sum:Sheet1!E8 agrees 25.36']);
});

test('where no column gives them, they are those of their own', () => {
  expect(told(bill('23.57', '2.79'))[0]).toBe('sum:Sheet1!E6 disagrees 1.57');
});
