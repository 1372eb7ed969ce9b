import type { JsonReport } from '../../../src/core/report/jsonReport';
import { kenzan, SAMPLE } from '../../support/commandLine';

jest.setTimeout(120_000);

const ofSample = (...args: string[]): string => kenzan('verify', SAMPLE, ...args).stdout;
const one = (...args: string[]) => JSON.parse(ofSample('--json', ...args)) as JsonReport;

test('--compare-tax sets another rule of consumption tax beside the document’s own; no check changes', () => {
  const plain = one();
  const { adjusted, checks, totals } = one('--compare-tax', 'per-line.down');
  expect(checks).toEqual(plain.checks);
  expect(totals).toEqual(plain.totals);
  expect(adjusted).toMatchObject({
    rule: { id: 'tax.per-line.down', rate: null, source: 'option' },
    own: [{ table: 't1', rule: { id: 'tax.per-month.up' }, inclusive: false }],
    all: {
      own: { net: '76952994', tax: '713303', gross: '77666297' },
      compared: { net: '76952994', tax: '713294', gross: '77666288' },
      difference: { net: '0', tax: '9', gross: '9' },
    },
  });
  expect(adjusted?.views.map(({ by }) => by)).toEqual(['part', 'category', 'month', 'line']);
  expect(plain.adjusted?.rule).toMatchObject({ id: 'tax.per-rate.down', source: 'default' });
  const eight = one('--compare-tax', 'whole.half-up', '--compare-rate', '8');
  expect(eight.adjusted?.all.compared.tax).toBe('570641');
  const stdout = ofSample('--compare-tax', 'per-line.down');
  expect(stdout).toMatch(/ {2}消費税の比較.*\n.*文書の規則: 利用月ごとに税率 10% で計算し、切上げ\n/);
  expect(stdout).toContain('2020年2月: 税抜 1,154,542、消費税 115,455 → 115,454、');
  expect(stdout).toContain('端数の差（全体の税額 − 区分ごとに端数処理した税額の計）: −7 → 0');
});
