import { checkDocument } from '../../../../src/core/checks/checkDocument';
import type { Finding } from '../../../../src/core/checks/finding';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { decimalText } from '../../../../src/core/values/decimal';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { committeeDocument } from '../../support/documents';
import { evaluateExpression } from '../../support/evaluateExpression';

const document = committeeDocument();
const verification = checkDocument(document, NO_TERMS);
const ofKind = (kind: Finding['kind']) => verification.findings.filter((finding) => finding.kind === kind);
const said = (finding: Finding | undefined, language: 'ja' | 'en') => {
  if (!finding) throw new Error('no such finding');
  return renderMessage(finding.message, language);
};
const byId = (id: string) => {
  const finding = verification.findings.find((each) => each.id === id);
  if (!finding) throw new Error(`no finding ${id}`);
  return finding;
};

test('four sums and one net plus tax agree', () => {
  const stated = [...ofKind('sum'), ...ofKind('gross')].map((finding) => [
    finding.verdict,
    finding.stated?.toNumber(),
    finding.difference?.toNumber(),
  ]);
  expect(stated).toEqual([
    ['agrees', 7133008, 0],
    ['agrees', 4264579, 0],
    ['agrees', 65555407, 0],
    ['agrees', 69819986, 0],
    ['agrees', 7846311, 0],
  ]);
});

test('17 day counts agree and five count both ends', () => {
  const counts = ofKind('day-count');
  expect(counts.filter((finding) => finding.verdict === 'agrees')).toHaveLength(17);
  const explained = counts.filter((finding) => finding.verdict === 'explained');
  expect(explained.map((finding) => [finding.stated?.toNumber(), finding.computed?.toNumber()])).toEqual([
    [23, 22],
    [119, 118],
    [119, 118],
    [119, 118],
    [119, 118],
  ]);
  for (const finding of explained) {
    expect(finding.rule?.id).toBe('day-count.both-in');
    expect(finding.explanations.filter((each) => each.fits).map((each) => each.id)).toEqual(['day-count.both-in']);
  }
  expect(verification.terms.dayCount).toEqual({
    value: 'start-in-end-out',
    source: { kind: 'inferred', supporting: 17, of: 22 },
  });
});

test('the amounts settle that the printed day counts were billed', () => {
  const explained = ofKind('day-count').filter((finding) => finding.verdict === 'explained');
  for (const finding of explained) {
    expect(renderMessage(finding.message, 'ja')).toMatch(/金額は記載の \d+ 日で計算したときに切りのよい料金/);
  }
  expect(said(explained[0], 'ja')).toContain('両端入れ（初日・末日とも算入）で数えると 23 日になります');
});

test('the pro-rata rule is inferred with its support, and the odd row named', () => {
  const [inference] = verification.prorations;
  expect(verification.prorations).toHaveLength(1);
  expect(inference?.rule.id).toBe('pro-rata.calendar-month.daily.down.1');
  expect(inference?.strength).toBe('fits');
  expect([inference?.supportingRows, inference?.rowsConsidered]).toEqual([21, 22]);
  expect(inference?.bits).toBeCloseTo(104, 0);
  expect(inference?.runnerUp?.rule.id).toBe('pro-rata.calendar-month.daily.down.1.first-day-out');
  expect(inference?.runnerUp?.bitsBehind).toBeGreaterThan(20);
  expect(inference?.equivalent).toEqual([]);
  expect(inference?.rows.filter((row) => row.fee)).toHaveLength(22);
  expect(inference?.rows.filter((row) => row.odd).map((row) => [row.row, row.fees?.least.toNumber()])).toEqual([
    [17, 531867],
  ]);
  const amounts = ofKind('amount');
  expect(amounts.map((finding) => finding.verdict).filter((verdict) => verdict === 'explained')).toHaveLength(21);
  const odd = amounts.find((finding) => finding.verdict === 'possible');
  expect(odd?.stated?.toNumber()).toBe(34314);
  expect(said(odd, 'en')).toContain('531,867 to 531,897');
  expect(said(odd, 'en')).toContain('531,900 yen would fit');
});

test('the months add up and explain the tax', () => {
  const months = new Map<string, number>();
  for (const row of verification.prorations[0]?.rows ?? []) {
    for (const share of row.months) {
      const key = `${share.year}-${share.month}`;
      months.set(key, (months.get(key) ?? 0) + share.amount.toNumber());
    }
  }
  expect([...months]).toEqual([
    ['2019-12', 3972354],
    ['2020-1', 1356100],
    ['2020-2', 1154542],
    ['2020-3', 650012],
  ]);
  const [tax] = ofKind('tax');
  expect(tax?.verdict).toBe('explained');
  expect(tax?.computed?.toNumber()).toBe(713300);
  expect(tax?.rule?.id).toBe('tax.per-month.up');
  expect(tax?.explanations.filter((each) => each.fits).map((each) => each.id)).toEqual(['tax.per-month.up']);
  expect(tax?.explanations.filter((each) => !each.fits).map((each) => each.value.toNumber())).toEqual([
    713301, 713301, 713300,
  ]);
  expect(said(tax, 'ja')).toContain('利用月ごとに税率 10% を掛け、切上げ');
  expect(said(tax, 'ja')).toContain('約 46%');
});

test('totals, printed and not', () => {
  const text = Object.fromEntries(
    Object.entries(verification.totals).map(([name, value]) => [name, value && decimalText(value)]),
  );
  expect(text).toEqual({ net: '7133008', tax: '713303', gross: '7846311', claims: '69819986', grand: '77666297' });
});

test('nothing disagrees, ids are unique, and every finding can be said in both languages', () => {
  expect(verification.findings.filter((finding) => finding.verdict === 'disagrees')).toEqual([]);
  expect(new Set(verification.findings.map((finding) => finding.id)).size).toBe(verification.findings.length);
  for (const finding of verification.findings) {
    expect(renderMessage(finding.message, 'ja')).not.toMatch(/[{}]/);
    expect(renderMessage(finding.message, 'en')).not.toMatch(/[{}]|undefined|NaN/);
  }
});

test('every expression evaluates to what was computed', () => {
  const computed = verification.findings.filter((finding) => finding.expression);
  expect(computed.length).toBeGreaterThan(25);
  for (const finding of computed) {
    const value = finding.expression && evaluateExpression(finding.expression, document);
    expect([finding.id, value?.toFixed()]).toEqual([finding.id, finding.computed?.toFixed()]);
  }
});

test('the sum of the reductions names exactly its addends', () => {
  const sum = byId('sum:減額!E26');
  expect(sum.operands).toEqual([{ sheet: '減額', top: 3, bottom: 24, left: 4, right: 4 }]);
});
