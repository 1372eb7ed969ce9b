import { checkDocument } from '../../../../src/core/checks/checkDocument';
import type { Cause, Finding } from '../../../../src/core/checks/finding';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import type { Document } from '../../../../src/core/tables/document';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { cellOf, committeeDocument, document, REDUCTION_ROWS, type RowInput, table } from '../../support/documents';

const findings = (doc: Document) => checkDocument(doc, NO_TERMS).findings;
const disagreeing = (doc: Document) => findings(doc).filter((finding) => finding.verdict === 'disagrees');
const firstCause = (finding: Finding | undefined): Cause => {
  const cause = finding?.causes[0];
  if (!cause) throw new Error(`no cause for ${finding?.id}`);
  expect(renderMessage(cause.label, 'ja')).not.toMatch(/[{}]/);
  return cause;
};

const ROWS: readonly RowInput[] = [13579, 24680, 86420, 97531, 1000].map((amount) => ({ amount }));
const SUM = 223210;
const of = (total: number, rows: readonly RowInput[] = ROWS) => document([table({ rows, total })]);
const amountCell = (index: number) => cellOf('amount', 3 + index, '減額');

test.each([
  ['two digits of the total swapped', of(232210), 'transposed-digits', amountCell(5), SUM],
  ['one digit of the total', of(923210), 'wrong-digit', amountCell(5), SUM],
  ['a digit lost in the total', of(22321), 'unit-slip', amountCell(5), SUM],
  ['the total in thousands', of(223210000), 'unit-slip', amountCell(5), SUM],
  ['the sign of the total', of(-SUM), 'sign', amountCell(5), SUM],
  ['a row left out', of(SUM - 24680), 'omitted-row', amountCell(1), null],
  ['a row counted twice', of(SUM + 86420), 'counted-twice', amountCell(2), null],
  ['a sign in the sum', of(SUM - 2 * 13579), 'sign', amountCell(0), -13579],
  [
    'a hidden row left out',
    of(
      SUM - 24680,
      ROWS.map((row, index) => ({ ...row, hidden: index === 1 })),
    ),
    'hidden-row',
    amountCell(1),
    null,
  ],
  [
    'a number stored as text skipped',
    of(
      SUM - 24680,
      ROWS.map((row, index) => ({ ...row, textual: index === 1 })),
    ),
    'text-number-skipped',
    amountCell(1),
    null,
  ],
] as const)('%s', (_, doc, kind, cell, suggested) => {
  const [sum] = disagreeing(doc);
  const cause = firstCause(sum);
  expect([cause.kind, cause.cell]).toEqual([kind, cell]);
  expect(cause.suggested === null ? null : Number(cause.suggested)).toBe(suggested);
});

test('a subtotal counted with its details', () => {
  const rows = [100, 230, 341, 452].map((amount, index) => ({ amount, category: index < 2 ? 0 : 1 }));
  const categories = [
    { label: 'a', subtotal: 330 },
    { label: 'b', subtotal: 793 },
  ];
  const [sum] = disagreeing(document([table({ rows, total: 1123 * 2, categories })]));
  expect(firstCause(sum).kind).toBe('subtotal-counted-with-details');
});

test('an amount that two sums need otherwise is named before the totals', () => {
  const rows = [100, 230, 341, 452].map((amount, index) => ({ amount, category: index < 2 ? 0 : 1 }));
  const wrong = rows.map((row, index) => (index === 1 ? { ...row, amount: 320 } : row));
  const categories = [
    { label: 'a', subtotal: 330 },
    { label: 'b', subtotal: 793 },
  ];
  const found = disagreeing(document([table({ rows: wrong, total: 1123, categories })]));
  expect(found).toHaveLength(2);
  for (const sum of found)
    expect([firstCause(sum).kind, firstCause(sum).cell]).toEqual(['transposed-digits', amountCell(1)]);
});

test('the rule behind the amounts tells which row has the wrong digit', () => {
  const rows = REDUCTION_ROWS.map((row, index) => (index === 15 ? { ...row, amount: 207894 } : row));
  const sum = disagreeing(committeeDocument(rows)).find((finding) => finding.kind === 'sum');
  const cause = firstCause(sum);
  expect([cause.kind, cause.cell, Number(cause.suggested)]).toEqual(['wrong-digit', amountCell(15), 207794]);
});

test('a tax at a former rate', () => {
  const doc = document([table({ rows: ROWS, total: SUM, tax: 17856, gross: SUM + 17856 })], '2019-12-04');
  const [tax] = disagreeing(doc);
  expect([tax?.kind, firstCause(tax).kind, Number(firstCause(tax).suggested)]).toEqual(['tax', 'old-tax-rate', 22321]);
});

test('the same tax agrees where its label states that rate', () => {
  const doc = document([table({ rows: ROWS, total: SUM, tax: 17856, taxRate: 8 })], '2019-12-04');
  expect(disagreeing(doc)).toEqual([]);
  expect(checkDocument(doc, NO_TERMS).terms.taxRate?.source.kind).toBe('cell');
});

test('a slip in the tax that the printed gross gives away', () => {
  const tax = disagreeing(committeeDocument(REDUCTION_ROWS, { tax: 713330 })).find((finding) => finding.kind === 'tax');
  expect([firstCause(tax).kind, Number(firstCause(tax).suggested)]).toEqual(['transposed-digits', 713303]);
});

test('gross with a wrong digit', () => {
  const [gross] = disagreeing(document([table({ rows: ROWS, total: SUM, tax: 22321, gross: 245931 })]));
  expect([gross?.kind, Number(firstCause(gross).suggested)]).toEqual(['gross', 245531]);
});

test('a net total that its items and the gross figure refute is the first cause of both', () => {
  const found = disagreeing(document([table({ rows: ROWS, total: 223120, tax: 22321, gross: 245531 })]));
  const adding = found.filter(({ kind }) => kind === 'sum' || kind === 'gross');
  expect(adding.map(({ kind }) => kind)).toEqual(['sum', 'gross']);
  for (const finding of adding) {
    expect([firstCause(finding).cell, Number(firstCause(finding).suggested)]).toEqual([amountCell(5), SUM]);
  }
});
