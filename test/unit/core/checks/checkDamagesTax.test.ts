import { checkDamagesTax } from '../../../../src/core/checks/checkDamagesTax';
import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { Decimal } from '../../../../src/core/values/decimal';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { committeeDocument, document, table, type TableInput } from '../../support/documents';

const TEN = new Decimal(10);
const claims = (amounts: readonly (number | string)[], parts: Partial<TableInput> = {}) =>
  table({ kind: 'claims', rows: amounts.map((amount) => ({ amount })), ...parts });
const found = (amounts: readonly (number | string)[], rate = TEN, parts: Partial<TableInput> = {}) =>
  checkDamagesTax(claims(amounts, parts), rate).map(({ message }) => message.params);

test('the recovery costs of the committee document: seven of eight, on the category’s printed subtotal', () => {
  const { findings } = checkDocument(committeeDocument(), NO_TERMS);
  const [finding, ...more] = findings.filter(({ kind, verdict }) => kind === 'tax' && verdict === 'possible');
  expect(more).toEqual([]);
  expect(finding?.cell).toEqual({ sheet: '損害賠償', row: 6, column: 9 });
  expect([finding?.textual, finding?.stated, finding?.computed]).toEqual([true, null, null]);
  expect(finding && renderMessage(finding.message, 'ja')).toBe(
    '8 件中 7 件は 1.1 で割ると 100 円の倍数になり、税込みで計上されたとみられます。損害賠償金は原則として不課税（消費税法基本通達 5-2-5）のため、消費税は加算していません。',
  );
  expect(finding && renderMessage(finding.message, 'en')).toContain(
    '7 of 8 amounts divided by 1.1 are multiples of 100',
  );
});

test('on the total where there are no categories, on the first amount where there is no total', () => {
  const amounts = [786500, 443520, 1821600];
  const [onTotal] = checkDamagesTax(claims(amounts, { total: 3051620 }), TEN);
  expect(onTotal?.cell.row).toBe(6);
  const [onFirst] = checkDamagesTax(claims(amounts), TEN);
  expect(onFirst?.cell.row).toBe(3);
});

test('the rate in force counts: 8 % in 2019-09, 10 % after', () => {
  const amounts = [1_080 * 717, 1_080 * 233, 1_080 * 4_111, 1_080 * 97];
  expect(found(amounts, new Decimal(8))).toMatchObject([{ count: 4, taxed: 4, step: 1000 }]);
  expect(found(amounts, TEN)).toEqual([]);
  const dated = document([claims(amounts)], '2019-09-02');
  expect(checkDocument(dated, NO_TERMS).findings).toHaveLength(1);
  expect(checkDocument({ ...dated, incidentCandidates: [] }, NO_TERMS).findings).toEqual([]);
});

test.each([
  ['arbitrary amounts', [3752388, 507561, 4630, 81233, 9917, 120447]],
  ['one in eleven arbitrary amounts divides by chance', [11, 234, 3571, 4639, 52177, 91003, 12, 1313]],
  ['amounts that are round themselves', [110000, 220000, 55000, 330000, 40000]],
  ['multiples of 1,000, some of them of 1,100', [11000, 33000, 7000, 22000, 3000, 44000]],
  ['two amounts', [786500, 443520]],
  ['half of the amounts', [786500, 443520, 1821600, 4811400, 123457, 3338, 90071, 55551]],
  ['figures that are not printed to the yen', ['786500.5', '443520.5', '1821600.5']],
  ['nothing', []],
])('no finding: %s', (_, amounts) => {
  expect(found(amounts)).toEqual([]);
});

test('no finding: another kind of table, a table with its own tax line, a rate of zero', () => {
  const amounts = [786500, 443520, 1821600, 4811400];
  expect(checkDamagesTax(claims(amounts, { kind: 'invoice' }), TEN)).toEqual([]);
  expect(checkDamagesTax(claims(amounts, { total: 7863020, tax: 786302 }), TEN)).toEqual([]);
  expect(found(amounts, new Decimal(0))).toEqual([]);
});
