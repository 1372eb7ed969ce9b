import fc from 'fast-check';
import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS, type Terms } from '../../../../src/core/checks/terms';
import { PRORATION_RULES, prorationRuleOf } from '../../../../src/core/rules/prorationRules';
import { jsonReport } from '../../../../src/core/report/jsonReport';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { dateOfDayNumber, dayNumber, isoDate } from '../../../../src/core/values/calendar';
import { decimalText } from '../../../../src/core/values/decimal';
import { snapshotOf, textSheet } from '../../support/grid';

const verify = (text: string, terms: Partial<Terms> = {}) =>
  checkDocument(findDocument(snapshotOf(textSheet(text, { name: '減額' }))), { ...NO_TERMS, ...terms });

const rowsOf = (text: string, terms: Partial<Terms> = {}) =>
  verify(text, terms).computed.flatMap(({ rows }) =>
    rows.map(({ days, amount, reason }) => [days, amount && decimalText(amount), reason?.code ?? null]),
  );

const EMPTY = `
2019年12月4日に発生した障害
システム名|月額|復旧日|停止日数|減額金額
甲|586,200|d:2019-12-09||
乙|3,085,000|d:2019-12-26||
丙|92,900|令和2年3月27日||
合計金額||||
消費税相当額(10%)||||
減額総合計||||
`;

describe('empty days and amounts', () => {
  it('are computed by the plain rule, which is said, where nothing shows another', () => {
    const { computed, terms, findings } = verify(EMPTY);
    // 586,200 ÷ 31 = 18,909.6…: 18,909 a day; 92,900: 2,996 × 28, two months, 2,996 × 26.
    expect(rowsOf(EMPTY)).toEqual([
      [5, '94545', null],
      [22, '2189352', null],
      [114, '347584', null],
    ]);
    expect(terms.dayCount).toMatchObject({ value: 'start-in-end-out', source: { kind: 'default' } });
    expect(terms.proration).toMatchObject({
      value: 'pro-rata.calendar-month.daily.down.1',
      source: { kind: 'default' },
    });
    expect(computed[0]?.totals.map(({ kind, value }) => [kind, value && decimalText(value)])).toEqual([
      ['total', '2631481'],
      ['tax', '263148'],
      ['gross', '2894629'],
    ]);
    expect(findings).toEqual([]);
  });

  it('follow the rule and the convention that the filled rows show', () => {
    const text = `
2019年12月4日に発生した障害
システム名|月額|復旧日|停止日数|減額金額
甲|586,200|d:2019-12-09|6|117240
乙|3,085,000|d:2019-12-26|23|2365167
丁|45,000|d:2020-01-10|38|57000
丙|92,900|d:2020-03-27||
`;
    const { computed } = verify(text);
    expect(computed[0]?.dayCount).toBe('both-in');
    expect(computed[0]?.rule?.source).toEqual({ kind: 'inferred', supporting: 3, of: 3 });
    expect(rowsOf(text)).toEqual([[115, '356117', null]]);
  });

  it('obey the terms that are set', () => {
    const proration = prorationRuleOf('pro-rata.fixed-30-days.whole.up.100')?.rule ?? null;
    expect(rowsOf(EMPTY, { proration, dayCount: 'both-in' }).map(([days, amount]) => [days, amount])).toEqual([
      [6, '117300'],
      [23, '2365200'],
      [115, '356200'],
    ]);
    expect(verify(EMPTY, { proration }).terms.proration?.source).toEqual({ kind: 'user' });
  });

  it('take the period that a fee is paid for from its heading', () => {
    const text = '2019年12月4日に発生した障害\nシステム名|年額|復旧日|停止日数|金額\n甲|365,000|d:2019-12-14||';
    expect(rowsOf(text)).toEqual([[10, '10000', null]]);
  });

  it('need no column of amounts or days', () => {
    expect(rowsOf('2019年12月4日に発生した障害\nシステム名|月額|復旧日\n甲|31,000|d:2019-12-14')).toEqual([
      [10, '10000', null],
    ]);
  });

  it('are said to be missing something, not guessed', () => {
    const text = `
2019年12月4日に発生した障害
システム名|月額|復旧日|停止日数|減額金額
甲|31,000|d:2019-12-14||
乙|31,000|2月下旬||
丙||d:2019-12-14||
丁|31,000|d:2019-12-01||
戊|31,000|d:2019-12-14|3|
己|31,000|d:2019-12-14||－
`;
    expect(rowsOf(text)).toEqual([
      [10, '10000', null],
      [null, null, 'reason.vague-date'],
      [10, null, 'reason.no-fee'],
      [null, null, 'reason.end-before-start'],
      [null, null, 'reason.days-not-of-dates'],
      [10, null, null],
    ]);
  });

  it('ask for the incident date where nothing tells it', () => {
    expect(rowsOf('システム名|月額|復旧日|停止日数|減額金額\n甲|31,000|d:2019-12-14||')).toEqual([
      [null, null, 'reason.no-start'],
    ]);
  });

  it('leave a list of contracts alone', () => {
    expect(verify('契約名|月額|開始日|終了日\nA|100|d:2019-12-09|d:2020-12-08').computed).toEqual([]);
  });

  it('keep the sign of amounts that are printed as negative', () => {
    const text = `
2019年12月4日に発生した障害
システム名|月額|復旧日|停止日数|減額金額
甲|31,000|d:2019-12-14|10|-10000
乙|62,000|d:2019-12-14|10|-20000
丙|93,000|d:2019-12-14||
`;
    expect(rowsOf(text)).toEqual([[10, '-30000', null]]);
  });

  it('stand in the report beside the checks', () => {
    const report = jsonReport(verify(EMPTY), 'a.xlsx', 'ja');
    expect(report.checks).toEqual([]);
    expect(report.computed).toMatchObject([
      {
        table: 't1',
        rule: { id: 'pro-rata.calendar-month.daily.down.1', source: 'default' },
        rows: [
          {
            row: 0,
            days: { cell: '減額!D3', value: '5', computed: true },
            amount: { cell: '減額!E3', value: '94545' },
          },
          {},
          {},
        ],
        totals: [{ kind: 'total', cell: '減額!E6' }, { kind: 'tax' }, { kind: 'gross' }],
        net: '2631481',
      },
    ]);
  });
});

describe('a chosen rule', () => {
  it('replaces what would be inferred; amounts by the document’s own rule stay explained', () => {
    const text = `
2019年12月4日に発生した障害
システム名|月額|復旧日|停止日数|減額金額
甲|586,200|d:2019-12-09|5|94545
乙|3,085,000|d:2019-12-26|22|2189352
丙|92,900|d:2020-03-27|114|347584
`;
    const proration = prorationRuleOf('pro-rata.fixed-30-days.daily.down.1')?.rule ?? null;
    const amounts = verify(text, { proration }).findings.filter(({ kind }) => kind === 'amount');
    expect(
      amounts.map(({ verdict, rule, computed }) => [verdict, rule?.id, computed && decimalText(computed)]),
    ).toEqual([
      ['explained', 'pro-rata.calendar-month.daily.down.1', '97700'],
      ['explained', 'pro-rata.calendar-month.daily.down.1', '2262326'],
      ['explained', 'pro-rata.calendar-month.daily.down.1', '352944'],
    ]);
  });
});

/** Days × a daily price are checked as quantities × prices, which the tests of those cover. */
const RULES = PRORATION_RULES.filter(({ rule }) => rule.firstDay === 'in' && rule.family !== 'price-by-day');

describe('forward and check', () => {
  it('agree: filling in what is computed makes every finding agree', () => {
    const start = dayNumber({ year: 2019, month: 12, day: 4 });
    const row = fc.record({ fee: fc.integer({ min: 1000, max: 5_000_000 }), after: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...RULES),
        fc.constantFrom('start-in-end-out', 'both-in', 'both-out', 'start-out-end-in' as const),
        (rows, { rule }, dayCount) => {
          const terms = { proration: rule, dayCount };
          const table = (filled: readonly (readonly [string, string])[]) =>
            [
              '2019年12月4日に発生した障害',
              'システム名|月額|復旧日|停止日数|減額金額',
              ...rows.map(({ fee, after }, index) => {
                const [days, amount] = filled[index] ?? ['', ''];
                return `システム${index}|${fee}|d:${isoDate(dateOfDayNumber(start + after))}|${days}|${amount}`;
              }),
            ].join('\n');
          const computed = verify(table([]), terms).computed.flatMap((each) => each.rows);
          expect(computed.map(({ reason }) => reason)).toEqual(rows.map(() => null));
          const filled = computed.map(({ days, amount }) => [String(days), amount ? decimalText(amount) : ''] as const);
          const again = verify(table(filled), terms);
          expect(again.computed).toEqual([]);
          const kinds = again.findings.filter(({ kind }) => kind === 'day-count' || kind === 'amount');
          expect(
            kinds.filter(({ verdict }) => verdict !== 'agrees').map(({ id, message }) => [id, message.code]),
          ).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
