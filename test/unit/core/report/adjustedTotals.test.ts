import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import {
  type AdjustedTotals,
  adjustedTotals,
  type ComparedFigures,
} from '../../../../src/core/report/adjusted/adjustedTotals';
import { jsonReport } from '../../../../src/core/report/jsonReport';
import { comparisonRuleOf, TAX_GROUPINGS } from '../../../../src/core/rules/comparisonRule';
import { ROUNDING_MODES } from '../../../../src/core/rules/rounding';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { Decimal, sumOf } from '../../../../src/core/values/decimal';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { cells, snapshotOf } from '../../support/grid';

const verified = (lines: readonly string[], rule: string, rate: number | null = null) => {
  const comparison = comparisonRuleOf(rule, rate === null ? null : new Decimal(rate));
  return checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), { ...NO_TERMS, comparison });
};
const adjusted = (lines: readonly string[], rule: string, rate: number | null = null): AdjustedTotals => {
  const totals = adjustedTotals(verified(lines, rule, rate));
  if (!totals) throw new Error('nothing is taxed');
  return totals;
};
/** Net, tax and gross under both rules. */
const six = ({ own, compared }: ComparedFigures) =>
  [own, compared].map(({ net, tax, gross }) => `${net.toFixed()} + ${tax.toFixed()} = ${gross.toFixed()}`);
const ownRules = ({ own }: AdjustedTotals) => own.parts.map(({ rule }) => rule?.id ?? null);

const ESTIMATE = [
  '工事名称 | 数量 | 単位 | 単価 | 金額',
  '直接工事費 | 1 | 式 | 1250003 | 1250003',
  '共通仮設費 | 1 | 式 | 120008 | 120008',
  '現場管理費 | 1 | 式 | 86006 | 86006',
  '工事価格 | | | | 1456017',
  '消費税等（10%） | | | | 145601',
  '請負代金額 | | | | 1601618',
];
const INCLUSIVE = [
  '品目 | 数量 | 単価 | 金額（税込）',
  'りんご | 3 | 110 | 330',
  'みかん | 7 | 57 | 399',
  '合計 | | | 729',
  '（内消費税10%） | | | 66',
];
const TWO_RATES = [
  '品名 | 数量 | 単価 | 税率 | 金額',
  '米 | 1 | 1013 | 8% | 1013',
  '酒 | 1 | 2019 | 10% | 2019',
  '茶 | 1 | 347 | 8% | 347',
  '切手 | 1 | 500 | 0% | 500',
  '小計 | | | | 3879',
  '消費税 | | | | 309',
  '合計 | | | | 4188',
];
const ALLOWANCE = [
  '品名 | 数量 | 単価 | 金額',
  'A | 1 | 10005 | 10005',
  'B | 1 | 20007 | 20007',
  '値引 | | | 5000',
  '小計 | | | 25012',
  '消費税（10%） | | | 2501',
  '合計 | | | 27513',
];
const BASES = [
  '品名 | 数量 | 単価 | 金額',
  'A | 1 | 10005 | 10005',
  'B ※ | 1 | 20007 | 20007',
  '小計 | | | 30012',
  '10%対象 | | | 10005',
  '消費税10% | | | 1000',
  '8%対象 | | | 20007',
  '消費税8% | | | 1600',
  '合計 | | | 32612',
];
const WITH_CLAIMS = [
  '品名 | 数量 | 単価 | 金額',
  'A | 1 | 10005 | 10005',
  'B | 1 | 20007 | 20007',
  '小計 | | | 30012',
  '消費税（10%） | | | 3001',
  '合計 | | | 33013',
  '',
  '費用種別 | 損害内容 | 請求額',
  '人件費 | 残業 | 30055',
  '人件費 | 休日 | 20033',
  '物品費 | 用紙 | 5001',
  '損害賠償額合計 | | 55089',
];

describe('net, tax and gross under the document’s own rule and another', () => {
  it.each([
    [
      'one rate',
      ESTIMATE,
      'per-line.up',
      ['tax.whole.down'],
      ['1456017 + 145601 = 1601618', '1456017 + 145603 = 1601620'],
    ],
    [
      'amounts that hold the tax',
      INCLUSIVE,
      'per-line.up',
      ['tax.whole.down.inclusive'],
      ['663 + 66 = 729', '662 + 67 = 729'],
    ],
    [
      'the same, taken as net',
      INCLUSIVE,
      'whole.down.exclusive',
      ['tax.whole.down.inclusive'],
      ['663 + 66 = 729', '729 + 72 = 801'],
    ],
    [
      'two rates and an exempt line',
      TWO_RATES,
      'whole.down',
      ['tax.per-rate.down'],
      ['3879 + 309 = 4188', '3879 + 310 = 4189'],
    ],
    [
      'an allowance without a sign',
      ALLOWANCE,
      'per-line.down',
      ['tax.whole.down'],
      ['25012 + 2501 = 27513', '25012 + 2500 = 27512'],
    ],
    [
      'marks of a reduced rate',
      BASES,
      'per-rate.up',
      ['tax.per-rate.down'],
      ['30012 + 2600 = 32612', '30012 + 2602 = 32614'],
    ],
    [
      'damages bear none',
      WITH_CLAIMS,
      'per-line.up',
      ['tax.whole.down', null],
      ['85101 + 3001 = 88102', '85101 + 3002 = 88103'],
    ],
  ] as const)('%s', (_, lines, rule, own, figures) => {
    const totals = adjusted(lines, rule);
    expect(ownRules(totals)).toEqual(own);
    expect(six(totals.all)).toEqual(figures);
  });

  it('at another rate: what is exempt stays so', () => {
    expect(six(adjusted(TWO_RATES, 'per-rate.down', 5).all)[1]).toBe('3879 + 168 = 4047');
    expect(six(adjusted(WITH_CLAIMS, 'whole.down', 8).all)[1]).toBe('85101 + 2400 = 87501');
  });

  it('takes the computed tax where the printed one disagrees', () => {
    const wrong = [...ESTIMATE.slice(0, 5), '消費税等（10%） | | | | 154601', '請負代金額 | | | | 1610618'];
    const totals = adjusted(wrong, 'whole.down');
    // The check says that it disagrees: the computed tax holds.
    expect(six(totals.all)[0]).toBe('1456017 + 145601 = 1601618');
  });

  it('shares a tax on a printed net that the lines do not add up to as it is printed', () => {
    const net = [...ESTIMATE.slice(0, 4), '工事価格 | | | | 1456117', '消費税等（10%） | | | | 145611'];
    const totals = adjusted([...net, '請負代金額 | | | | 1601728'], 'whole.down');
    expect(ownRules(totals)).toEqual([null]);
    expect(six(totals.all)).toEqual(['1456017 + 145611 = 1601628', '1456017 + 145601 = 1601618']);
    expect(totals.view('line').groups.map(({ own }) => own.tax.toNumber())).toEqual([125008, 12002, 8601]);
  });

  it('shows what is left over where groups are rounded by themselves', () => {
    const totals = adjusted(ESTIMATE, 'per-line.up');
    expect(totals.kinds).toEqual(['line']);
    const view = totals.view('line');
    expect(view.groups.map(({ own, compared }) => [own.tax.toNumber(), compared.tax.toNumber()])).toEqual([
      [125000, 125001],
      [12001, 12001],
      [8600, 8601],
    ]);
    expect([view.residue.own.toNumber(), view.residue.compared.toNumber()]).toEqual([1, 0]);
  });

  it('by part and category, what has no category apart', () => {
    const { kinds, view } = adjusted(WITH_CLAIMS, 'per-line.up');
    const shown = kinds
      .map(view)
      .map(({ kind, groups }) => [
        kind,
        groups.map(({ index, own, difference }) => [index, own.gross.toNumber(), difference.tax.toNumber()]),
      ]);
    expect(shown.slice(0, 2)).toEqual([
      [
        'part',
        [
          [0, 33013, -1],
          [1, 55089, 0],
        ],
      ],
      [
        'category',
        [
          [0, 50088, 0],
          [1, 5001, 0],
          [null, 33013, -1],
        ],
      ],
    ]);
  });

  it('is null where nothing is taxed, and names the usual rule where nobody asked for one', () => {
    expect(adjustedTotals(checkDocument(findDocument(snapshotOf({ rows: [] })), NO_TERMS))).toBeNull();
    const plain = adjustedTotals(checkDocument(findDocument(snapshotOf({ rows: ESTIMATE.map(cells) })), NO_TERMS));
    expect(plain?.rule).toMatchObject({
      source: { kind: 'default' },
      value: { grouping: 'per-rate', rounding: 'down' },
    });
    expect(plain?.all.difference.tax.toNumber()).toBe(0);
  });
});

describe('the sample', () => {
  const path = join(__dirname, '../../../../assets/sample/nakano-2020.xlsx');
  const document = findDocument(readSnapshot(new Uint8Array(readFileSync(path)), 'nakano-2020.xlsx'));
  const under = (rule: string) =>
    adjustedTotals(checkDocument(document, { ...NO_TERMS, comparison: comparisonRuleOf(rule, null) }));

  it('by service month: each month’s own tax, and what the whole rounded up leaves', () => {
    const totals = under('whole.up');
    const months = totals?.view('month');
    expect(months?.groups.slice(0, 4).map(({ own }) => own.tax.toNumber())).toEqual([397236, 135610, 115455, 65002]);
    expect([months?.residue.own.toNumber(), months?.residue.compared.toNumber()]).toEqual([0, -2]);
    expect(totals && six(totals.all)).toEqual(['76952994 + 713303 = 77666297', '76952994 + 713301 = 77666295']);
  });

  it('under every rule: lines, categories, months and parts add up to the same', () => {
    for (const grouping of TAX_GROUPINGS) {
      for (const mode of ROUNDING_MODES) {
        const totals = under(`${grouping}.${mode}`);
        expect(totals?.kinds).toEqual(['part', 'category', 'month', 'line']);
        for (const { groups } of (totals?.kinds ?? []).flatMap((kind) => totals?.view(kind) ?? [])) {
          for (const side of ['own', 'compared'] as const) {
            for (const figure of ['net', 'tax', 'gross'] as const) {
              const sum = sumOf(groups.map((group) => group[side][figure]));
              expect(sum.toFixed()).toBe(totals?.all[side][figure].toFixed());
            }
          }
        }
      }
    }
    expect(under('per-line.up')?.all.compared.tax.toNumber()).toBe(713310);
    expect(under('per-line.half-up')?.all.compared.tax.toNumber()).toBe(713300);
    expect(under('per-line.down')?.all.compared.tax.toNumber()).toBe(713294);
  });
});

describe('any bill', () => {
  it('keeps the document’s net, tax and gross, whatever it is compared with', () => {
    const line = fc.integer({ min: -3_000, max: 900_000 }).filter((value) => value !== 0);
    const rule = fc.tuple(fc.constantFrom(...TAX_GROUPINGS), fc.constantFrom(...ROUNDING_MODES));
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), rule, (amounts, [grouping, mode]) => {
        const net = amounts.reduce((sum, value) => sum + value, 0);
        const tax = Math.trunc(net / 10);
        const lines = [
          '品名 | 数量 | 単価 | 金額',
          ...amounts.map((value, index) => `品${index} | 1 | ${value} | ${value}`),
          `小計 | | | ${net}`,
          `消費税（10%） | | | ${tax}`,
          `合計 | | | ${net + tax}`,
        ];
        const verification = verified(lines, `${grouping}.${mode}`);
        const totals = adjustedTotals(verification);
        if (verification.totals.tax === null) return;
        expect(totals?.all.own).toEqual({
          net: verification.totals.net,
          tax: verification.totals.tax,
          gross: verification.totals.gross,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the JSON report', () => {
  it('gives both sides, the difference, every view and the residue', () => {
    const report = jsonReport(verified(WITH_CLAIMS, 'per-line.up', 10), 'a.xlsx', 'en');
    expect(report.adjusted).toMatchObject({
      rule: { id: 'tax.per-line.up', rate: '10', label: '10% per line, rounded up', source: 'option' },
      own: [{ table: 't1', rule: { id: 'tax.whole.down', label: '10% on the whole, rounded down' }, inclusive: false }],
      all: {
        own: { net: '85101', tax: '3001', gross: '88102' },
        compared: { net: '85101', tax: '3002', gross: '88103' },
        difference: { net: '0', tax: '-1', gross: '-1' },
      },
    });
    expect(report.adjusted?.views.map(({ by, groups, residue }) => [by, groups.length, residue])).toEqual([
      ['part', 2, { own: '0', compared: '0' }],
      ['category', 3, { own: '0', compared: '0' }],
      ['line', 5, { own: '1', compared: '0' }],
    ]);
    expect(report.adjusted?.views[2]?.groups[0]).toMatchObject({ label: 'A', table: 't1', cell: 'Sheet1!D2' });
  });
});
