import fc from 'fast-check';
import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { jsonReport } from '../../../../../src/core/report/jsonReport';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { decimalText } from '../../../../../src/core/values/decimal';
import { named, snapshotOf, textSheet } from '../../../support/grid';

const verify = (text: string) => checkDocument(findDocument(snapshotOf(textSheet(text, { name: '表' }))), NO_TERMS);

const found = (text: string) =>
  verify(text).findings.map((finding) => {
    const value = finding.computed && decimalText(finding.computed);
    return `${named(finding.cell)} ${finding.kind} ${finding.verdict} ${value ?? '-'}`;
  });

describe('interest', () => {
  it('follows from principal, printed rate and days, from the day after the due date', () => {
    const text = `
遅延損害金計算書
件名|元本|支払期日|支払日|日数|利率|遅延損害金
甲|1,000,000|d:2020-01-31|d:2020-06-30|151|5%|20684
乙|2,345,678|d:2020-03-31|d:2020-06-30|91|3%|17544
丙|555,000|d:2020-04-30|d:2020-06-30|61|3%|2782
合計|3,900,678|||||41010`;
    expect(found(text)).toEqual([
      'E3 day-count agrees 151',
      'G3 interest agrees 20684',
      'E4 day-count agrees 91',
      'G4 interest agrees 17544',
      'E5 day-count agrees 61',
      'G5 interest agrees 2782',
      'B6 sum agrees 3900678',
      'G6 sum agrees 41010',
    ]);
  });

  it('is at the statutory rate of the first day of delay where no rate is printed', () => {
    // In delay from 2019-04-01 (5 %), 2020-04-01 (3 %, the day after the due date) and 2021-02-01 (3 %).
    const { findings, interest } = verify(`
件名|元本|支払期日|支払日|遅延損害金
甲|2,345,678|d:2019-03-31|d:2020-06-30|146845
乙|120,000|d:2020-03-31|d:2020-12-31|2712
丙|1,000,000|d:2021-01-31|d:2021-06-30|12328`);
    expect(interest[0]?.rows.map(({ rate }) => rate?.toNumber())).toEqual([5, 3, 3]);
    expect(findings.map(({ verdict, rule }) => [verdict, rule?.id])).toEqual(
      Array(3).fill(['agrees', 'interest.civil.fixed-365.down.1']),
    );
  });

  it('knows the commercial rate of before 2020-04-01', () => {
    const { findings } = verify(`
件名|元本|支払期日|支払日|遅延損害金
甲|1,000,000|d:2019-03-31|d:2019-12-31|45205
乙|777,000|d:2019-06-30|d:2020-06-30|46747
丙|1,000,000|d:2021-01-31|d:2021-06-30|12328`);
    // 2019-07-01 to 2020-06-30 are 366 days: 777,000 × 6 % × 366 ÷ 365 = 46,747.7…
    expect(findings.map(({ rule }) => rule?.id)).toEqual(Array(3).fill('interest.commercial.fixed-365.down.1'));
  });

  it('is explained by a round rate where neither a printed nor a statutory one gives it', () => {
    const { findings } = verify(`
件名|元本|支払期日|支払日|遅延損害金
甲|1,000,000|d:2020-04-30|d:2020-12-31|98000
乙|777,000|d:2020-06-30|d:2020-12-31|57187
丙|1,000,000|d:2021-01-31|d:2021-06-30|60000`);
    expect(findings.map(({ verdict, rule }) => [verdict, rule?.id])).toEqual(
      Array(3).fill(['explained', 'interest.inferred.fixed-365.down.1']),
    );
  });

  it('of a statutory rate that does not apply disagrees', () => {
    const { findings } = verify(`
件名|元本|支払期日|支払日|遅延損害金
甲|1,000,000|d:2020-04-30|d:2020-12-31|33561
乙|777,000|d:2020-06-30|d:2020-12-31|11750
丙|1,000,000|d:2021-01-31|d:2021-06-30|12328
丁|650,000|d:2021-01-31|d:2021-08-31|11326`);
    expect(findings.map(({ verdict, message: { code } }) => [verdict, code])).toEqual([
      ['disagrees', 'interest.other-rate'],
      ['agrees', 'interest.explained-rate'],
      ['agrees', 'interest.explained-rate'],
      ['agrees', 'interest.explained-rate'],
    ]);
  });

  it('of local taxes cuts the tax to 1,000 yen and the charge to 100, nothing below 1,000', () => {
    const text = `
延滞金一覧
氏名|税額|納期限|納付日|延滞金（年14.6％）
甲|123,400|d:2020-01-31|d:2020-06-30|7400
乙|88,900|d:2020-03-31|d:2020-08-31|5300
丙|45,600|d:2020-04-30|d:2020-05-30|0
丁|45,600|d:2020-04-30|d:2020-11-30|3800`;
    expect(found(text)).toEqual([
      'E3 interest agrees 7400',
      'E4 interest agrees 5300',
      'E5 interest agrees 0',
      'E6 interest agrees 3800',
    ]);
    expect(verify(text).interest[0]?.rule.value.id).toBe('interest.fixed-365.down.100.principal-1000.least-1000');
  });

  it.each([
    // 1,000,000 × 5 % × (30 ÷ 365 + 31 ÷ 366): 2 to 31 December 2019 and January 2020.
    ['leap-366', '甲|1,000,000|d:2019-12-01|d:2020-01-31|8344\n乙|3,500,000|d:2019-11-30|d:2020-03-31|58373', 5],
    // One year to 2020-01-31 and 60 days.
    ['own-years', '甲|1,000,000|d:2019-01-31|d:2020-03-31|58219\n乙|3,500,000|d:2018-11-30|d:2020-12-31|364863', 5],
  ])('may reckon years as %s', (year, rows, rate) => {
    const { interest, findings } = verify(`件名|元本|支払期日|支払日|遅延損害金（年${rate}%）\n${rows}`);
    expect(interest[0]?.rule.value.year).toBe(year);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees']);
  });

  it('reads English headings, cents, and rates of a note above', () => {
    const text = `
Interest at 8% per annum
Invoice|Amount due|Due date|Date paid|Days late|Interest
A-1|1,234.56|d:2021-01-31|d:2021-03-02|30|8.12
A-2|9,876.54|d:2021-02-28|d:2021-04-30|61|132.05
A-3|500.00|d:2021-02-28|d:2021-03-31|30|3.29
Total|11,611.10||||143.46`;
    // The days of A-3 are 31; the interest is for the 30 that are printed.
    expect(found(text)).toEqual([
      'E3 day-count agrees 30',
      'F3 interest agrees 8.12',
      'E4 day-count agrees 61',
      'F4 interest agrees 132.05',
      'E5 day-count explained 31',
      'F5 interest agrees 3.29',
      'B6 sum agrees 11611.1',
      'F6 sum agrees 143.46',
    ]);
  });

  it('says which days a figure was computed with', () => {
    const { findings } = verify(`
件名|元本|起算日|支払日|日数|利息（年3%）
甲|1,000,000|d:2021-02-01|d:2021-06-30|150|12328
乙|2,000,000|d:2021-02-01|d:2021-03-31|59|9698
丙|3,000,000|d:2021-02-01|d:2021-05-31|102|29589`);
    const wrong = findings.filter(({ verdict }) => verdict !== 'agrees');
    // 1 February to 31 May: 120 days, which is what the interest is for.
    expect(wrong.map(({ cell, kind, causes: [cause] }) => [named(cell), kind, cause?.suggested?.toString()])).toEqual([
      ['E4', 'day-count', '120'],
      ['F4', 'interest', '120'],
    ]);
  });

  it('is not judged where nothing follows any rule', () => {
    const { findings } = verify(`
件名|元本|支払期日|支払日|延滞金（年7.3%、1か月後から年14.6%）
甲|1,000,000|d:2020-01-31|d:2020-06-30|53200
乙|2,345,678|d:2020-03-31|d:2020-06-30|71000`);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['not-checked', 'not-checked']);
  });

  it('of instalments is left alone', () => {
    const { document } = verify(`
回|返済日|日数|元金|利息|返済額|残高
1|d:2021-02-01|31|100|10|110|900
2|d:2021-03-01|28|101|9|110|799`);
    expect(document.tables.some(({ kind }) => kind === 'interest')).toBe(false);
  });

  it('that is still empty is computed, and so are days and totals of it in the report', () => {
    const verification = verify(`
件名|元本|納期限|納付日|日数|延滞金（年14.6％）
甲|100,000|d:2020-01-31|d:2020-06-30||
乙|50,000|d:2020-04-30|||
丙|50,000|d:2020-04-30|d:2020-04-20||`);
    expect(
      verification.interest[0]?.rows.map(({ days, computed, reason }) => [
        days?.days ?? null,
        computed && decimalText(computed),
        reason?.code ?? null,
      ]),
    ).toEqual([
      [151, '6040', null],
      [null, null, 'reason.no-payment-date'],
      [0, '0', null],
    ]);
    expect(verification.findings).toEqual([]);
    expect(jsonReport(verification, 'x', 'ja').interest).toMatchObject([
      {
        rule: { id: 'interest.fixed-365.down.1', source: 'default' },
        rateSource: 'printed',
        rows: [{ empty: '表!F2', days: '151', rate: '14.6', value: '6040' }, {}, {}],
        interest: '6040',
      },
    ]);
  });
});

/* An oracle of its own: whole numbers only, days from the day's number since 1970. */
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const floorInterest = (principal: number, hundredths: number, days: number) =>
  Number((BigInt(principal) * BigInt(hundredths) * BigInt(days)) / 3_650_000n);

const ROW = fc.record({
  principal: fc.integer({ min: 10_000, max: 99_999_999 }),
  due: fc.integer({ min: dayOf('2015-01-01'), max: dayOf('2024-12-31') }),
  days: fc.integer({ min: 10, max: 1500 }),
});
const TABLE = fc.record({
  rows: fc.array(ROW, { minLength: 4, maxLength: 12 }),
  rate: fc.constantFrom(300, 500, 730, 875, 1460),
});

const tableOf = (rows: readonly { principal: number; due: number; days: number; interest: number }[], rate: number) =>
  [
    `件名|元本|支払期日|支払日|日数|遅延損害金（年${rate / 100}%）`,
    ...rows.map(({ principal, due, days, interest }, index) => {
      return `件${index + 1}|${principal}|d:${isoOf(due)}|d:${isoOf(due + days)}|${days}|${interest}`;
    }),
  ].join('\n');

describe('any table of interest', () => {
  it('that an independent reckoning made agrees in every figure', () => {
    fc.assert(
      fc.property(TABLE, ({ rows, rate }) => {
        const made = rows.map((row) => ({ ...row, interest: floorInterest(row.principal, rate, row.days) }));
        const { findings } = verify(tableOf(made, rate));
        expect(findings).toHaveLength(rows.length * 2);
        expect(findings.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has a changed digit of its interest found', () => {
    fc.assert(
      fc.property(TABLE, fc.nat(), fc.nat(), fc.integer({ min: 2, max: 8 }), ({ rows, rate }, at, place, by) => {
        const made = rows.map((row) => ({ ...row, interest: floorInterest(row.principal, rate, row.days) }));
        const index = at % made.length;
        const row = made[index];
        if (!row) return;
        const digits = [...String(row.interest)];
        const where = place % digits.length;
        digits[where] = String((Number(digits[where]) + by) % 10);
        const interest = Number(digits.join(''));
        // The last digit may be what another rounding gives; a lost leading digit is another slip.
        fc.pre(Math.abs(interest - row.interest) > 1 && digits[0] !== '0');
        const changed = made.map((each, position) => (position === index ? { ...each, interest } : each));
        const { findings } = verify(tableOf(changed, rate));
        const wrong = findings.filter(({ verdict }) => verdict === 'disagrees' || verdict === 'explained');
        expect(wrong.map(({ cell, kind }) => [named(cell), kind])).toEqual([[`F${index + 2}`, 'interest']]);
      }),
      { numRuns: 60 },
    );
  });
});
