import type { Finding, Verdict } from '../../../src/core/checks/finding';
import type { Message } from '../../../src/core/checks/finding';
import type { ResolvedTerms } from '../../../src/core/checks/terms';
import { prorationLabel } from '../../../src/core/checks/prorationLabel';
import type { Verification } from '../../../src/core/checks/verification';
import { Decimal, ZERO } from '../../../src/core/values/decimal';
import type { ProrationRule } from '../../../src/core/rules/proration';

const yen = (value: number) => new Decimal(value);
const words = (code: Message['code'], params: Message['params'] = {}): Message => ({ code, params });
const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const bothIn = { id: 'day-count.both-in', label: words('rule.day-count.both-in') };
const plain = words('rule.day-count.start-in-end-out');
const taxRule = (grouping: string, rounding: string) =>
  words('rule.tax', {
    grouping: words(`grouping.${grouping}` as Message['code']),
    rate: 10,
    rounding: words(`rounding.${rounding}` as Message['code']),
  });

const base: Omit<Finding, 'id' | 'kind' | 'cell' | 'verdict' | 'message'> = {
  textual: false,
  stated: null,
  computed: null,
  difference: null,
  tolerance: ZERO,
  operands: [],
  expression: null,
  rule: null,
  explanations: [],
  causes: [],
};

/** One finding of every verdict and of most kinds, with everything that a finding can carry. */
const SAMPLES: readonly Finding[] = [
  {
    ...base,
    id: 'sum:減額!D28',
    kind: 'sum',
    cell: at('減額', 27, 3),
    verdict: 'disagrees',
    stated: yen(7133080),
    computed: yen(7133008),
    difference: yen(72),
    operands: [
      { sheet: '減額', top: 3, bottom: 16, left: 3, right: 3 },
      { sheet: '減額', top: 19, bottom: 26, left: 3, right: 3 },
    ],
    causes: [
      {
        kind: 'transposed-digits',
        cell: at('減額', 27, 3),
        stated: yen(7133080),
        suggested: yen(7133008),
        cost: 6,
        label: words('cause.transposed-digits', {
          cell: at('減額', 27, 3),
          stated: yen(7133080),
          suggested: yen(7133008),
        }),
      },
      {
        kind: 'omitted-row',
        cell: at('減額', 8, 3),
        stated: yen(72),
        suggested: null,
        cost: 8,
        label: words('cause.omitted-row', { cell: at('減額', 8, 3), stated: yen(72) }),
      },
    ],
    message: words('sum.disagrees', {
      parts: words('sum.parts', { count: 22 }),
      computed: yen(7133008),
      stated: yen(7133080),
      difference: yen(72),
    }),
  },
  {
    ...base,
    id: 'date:交渉経過 (2020年度)!A12',
    kind: 'date',
    cell: at('交渉経過 (2020年度)', 11, 0),
    verdict: 'disagrees',
    message: words('date.impossible', { printed: '2月30日' }),
  },
  {
    ...base,
    id: 'duplicate:減額!A9',
    kind: 'duplicate',
    cell: at('減額', 8, 0),
    verdict: 'possible',
    message: words('duplicate.possible', { other: at('減額', 4, 0) }),
  },
  {
    ...base,
    id: 'day-count:減額!C4',
    kind: 'day-count',
    cell: at('減額', 3, 2),
    verdict: 'explained',
    stated: yen(23),
    computed: yen(22),
    difference: yen(1),
    rule: bothIn,
    explanations: [{ ...bothIn, value: yen(23), fits: true }],
    operands: [
      { sheet: '減額', top: 0, bottom: 0, left: 0, right: 0 },
      { sheet: '減額', top: 3, bottom: 3, left: 1, right: 1 },
    ],
    message: words('day-count.explained', {
      rule: bothIn.label,
      stated: yen(23),
      start: { year: 2019, month: 12, day: 4 },
      end: { year: 2019, month: 12, day: 26 },
      plainRule: plain,
      computed: yen(22),
    }),
  },
  {
    ...base,
    id: 'tax:減額!D29',
    kind: 'tax',
    cell: at('減額', 28, 3),
    verdict: 'explained',
    stated: yen(713303),
    computed: yen(713300),
    difference: yen(3),
    rule: { id: 'tax.per-month.up', label: taxRule('per-month', 'up') },
    explanations: [
      { id: 'tax.per-month.up', label: taxRule('per-month', 'up'), value: yen(713303), fits: true },
      { id: 'tax.whole.up', label: taxRule('whole', 'up'), value: yen(713301), fits: false },
      { id: 'tax.per-line.up', label: taxRule('per-line', 'up'), value: yen(713310), fits: false },
    ],
    message: words('tax.explained-with-chance', {
      rate: 10,
      plainRounding: words('rounding.down'),
      computed: yen(713300),
      rule: taxRule('per-month', 'up'),
      chance: 46,
    }),
  },
  {
    ...base,
    id: "amount:'O''Brien 2020'!D7",
    kind: 'amount',
    cell: at("O'Brien 2020", 6, 3),
    verdict: 'not-checked',
    stated: yen(34314),
    message: words('amount.not-checked', { reason: words('reason.withheld', { printed: '＊＊＊' }) }),
  },
  {
    ...base,
    id: 'sum:集計!F40',
    kind: 'sum',
    cell: at('集計', 39, 5),
    verdict: 'within-rounding',
    stated: yen(462456000),
    computed: yen(462455000),
    difference: yen(1000),
    tolerance: yen(1500),
    message: words('sum.within-rounding', {
      parts: words('sum.parts', { count: 3 }),
      computed: yen(462455000),
      difference: yen(1000),
      tolerance: yen(1500),
    }),
  },
];

const dailyRate: ProrationRule = {
  id: 'pro-rata.calendar-month.daily.down.1',
  family: 'calendar-month',
  rounded: 'daily',
  mode: 'down',
  unit: yen(1),
  firstDay: 'in',
};

/** A row's amount that the same rule explains as it does those of the rows around. */
function prorated(index: number): Finding {
  const rule = { id: dailyRate.id, label: prorationLabel(dailyRate) };
  return {
    ...base,
    id: `amount:減額!D${index + 4}`,
    kind: 'amount',
    cell: at('減額', index + 3, 3),
    verdict: 'explained',
    stated: yen(2288868 + index),
    rule,
    message: words('amount.explained-round', { rule: rule.label, fee: yen(3085000 + 100 * index), step: yen(100) }),
  };
}

function agreeing(index: number): Finding {
  return {
    ...base,
    id: `sum:集計!B${index + 2}`,
    kind: 'sum',
    cell: at('集計', index + 1, 1),
    verdict: 'agrees',
    stated: yen(1000 + index),
    computed: yen(1000 + index),
    difference: ZERO,
    message: words('sum.agrees', { parts: words('sum.parts', { count: 3 }) }),
  };
}

const TERMS: ResolvedTerms = {
  incidentDate: { value: { year: 2019, month: 12, day: 4 }, source: { kind: 'cell', cell: at('減額', 0, 0) } },
  dayCount: { value: 'start-in-end-out', source: { kind: 'inferred', supporting: 17, of: 22 } },
  taxRate: { value: yen(10), source: { kind: 'date', date: { year: 2019, month: 12, day: 4 } } },
  taxRounding: { value: 'down', source: { kind: 'default' } },
  proration: { value: 'pro-rata.calendar-month.daily.down.1', source: { kind: 'inferred', supporting: 8, of: 9 } },
  comparison: null,
};

/** What the pane shows: findings of every verdict, or of the given ones alone, and any number that agree or that are explained alike. */
export function sampleVerification(agree: number, only?: readonly Verdict[], alike = 0): Verification {
  const samples = SAMPLES.filter(({ verdict }) => !only || only.includes(verdict));
  const candidates = [
    { date: { year: 2019, month: 12, day: 4 }, cell: at('減額', 0, 0), textual: true },
    { date: { year: 2020, month: 6, day: 9 }, cell: at('減額', 1, 0), textual: true },
  ];
  return {
    document: {
      workbookName: 'book.xlsx',
      dateSystem: 1900,
      tables: [],
      timeline: [],
      incidentCandidates: candidates,
      oddFormulas: [],
      percentCells: new Set(),
      unreadableDates: [],
    },
    terms:
      samples.length + agree > 0
        ? TERMS
        : { incidentDate: null, dayCount: null, taxRate: null, taxRounding: null, proration: null, comparison: null },
    findings: [
      ...samples,
      ...Array.from({ length: alike }, (_, index) => prorated(index)),
      ...Array.from({ length: agree }, (_, index) => agreeing(index)),
    ],
    interest: [],
    computed: [],
    prorations: [
      {
        table: '減額',
        rule: dailyRate,
        equivalent: [],
        alike: [],
        runnerUp: null,
        bits: 100,
        marginBits: 50,
        strength: 'fits',
        supportingRows: 8,
        rowsConsidered: 9,
        rows: [],
      },
    ],
    totals: {
      net: yen(7133008),
      tax: yen(713303),
      gross: yen(7846311),
      claims: yen(69819986),
      grand: yen(77666297),
    },
  };
}
