import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { planReportPage } from '../../../../src/core/report/page/planReportPage';
import { percentFormat } from '../../../../src/core/report/words';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { Decimal } from '../../../../src/core/values/decimal';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { paneText } from '../../../../src/taskpane/language';
import { signed, valueText } from '../../../../src/taskpane/view/words';
import { type GridCell, snapshotOf } from '../../support/grid';

const share = (value: number): GridCell => ({ value, numberFormat: '0.0%' });

/** Shares of a budget by region, printed in percent; their total is wrong by ten points. */
const SHARES = snapshotOf({
  rows: [
    ['地区', '執行額', '構成比'],
    ['東', 1230, share(0.246)],
    ['西', 1875, share(0.375)],
    ['南', 895, share(0.179)],
    ['北', 1000, share(0.2)],
    ['合計', 5000, share(0.9)],
  ],
});

function findingAt(name: string) {
  const { findings } = checkDocument(findDocument(SHARES), NO_TERMS);
  const found = findings.find(({ cell }) => cellName(cell) === name);
  if (!found) throw new Error(`nothing found at ${name}`);
  return found;
}

test('a figure that its cell prints in percent is told in percent, and so is what would repair it', () => {
  const finding = findingAt('C6');
  expect(finding).toMatchObject({ verdict: 'disagrees', inPercent: true });
  expect(finding.stated?.toString()).toBe('0.9');
  expect(renderMessage(finding.message, 'ja')).toContain('100%');
  expect(renderMessage(finding.message, 'ja')).not.toMatch(/0\.9\b/);
  const [cause] = finding.causes;
  expect(cause?.inPercent).toBe(true);
  expect(cause && renderMessage(cause.label, 'en')).not.toMatch(/\b0\.\d/);
});

test('so is a sum of such figures that a formula states', () => {
  const sheet = snapshotOf({
    rows: [
      ['地区', '構成比'],
      ['東', share(0.246)],
      ['西', share(0.375)],
      ['南', share(0.179)],
      ['北', share(0.2)],
      ['合計', { value: 0.9, formula: '=SUM(B2:B5)', numberFormat: '0.0%' }],
    ],
  });
  const { findings } = checkDocument(findDocument(sheet), NO_TERMS);
  expect(findings.map(({ message }) => renderMessage(message, 'ja'))).toEqual([
    expect.stringMatching(/90%.*100%|100%.*90%/),
  ]);
});

test('a figure beside it that is printed plainly is told plainly', () => {
  expect(findingAt('B6').inPercent).toBeUndefined();
});

test('the page and the pane print it as the cell does', () => {
  const verification = checkDocument(findDocument(SHARES), NO_TERMS);
  const time = { date: { year: 2026, month: 4, day: 1 }, hour: 9, minute: 0 };
  const digests = { file: null, values: '0'.repeat(64) };
  const page = JSON.stringify(
    planReportPage(verification, SHARES, { language: 'ja', time, version: '1.0.0' }, digests).sections,
  );
  expect(page).toContain('"90%"');
  expect(page).toContain('"5,000"');
  const text = paneText('ja');
  expect(valueText(new Decimal('0.621'), 'ja', text, true)).toBe('62.1%');
  expect(valueText(new Decimal('0.621'), 'ja', text)).toBe('0.621');
  expect(signed(new Decimal('0.1'), true)).toBe('+10%');
  expect(signed(new Decimal('-0.005'), true)).toBe('−0.5%');
});

test.each([
  [['0.621', '0.6'], false, '0.0%'],
  [['0.9', '1'], false, '0%'],
  [['0.12345'], true, '0.000%"*"'],
])('the written sheets print %j in percent', (values, marked, format) => {
  expect(
    percentFormat(
      values.map((value) => new Decimal(value)),
      marked,
    ),
  ).toBe(format);
});
