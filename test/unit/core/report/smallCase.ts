import type { Finding } from '../../../../src/core/checks/finding';
import type { InferredRow, Verification } from '../../../../src/core/checks/verification';
import type { CellAddress } from '../../../../src/core/sheets/address';
import type { Snapshot } from '../../../../src/core/sheets/snapshot';
import type { Document, Figure, Table, TableRow, TimelineEvent } from '../../../../src/core/tables/document';
import type { CalendarDate } from '../../../../src/core/values/calendar';
import { parseIsoDate } from '../../../../src/core/values/calendar';
import { Decimal, sumOf, ZERO } from '../../../../src/core/values/decimal';
import { date, snapshotOf } from '../../support/grid';

/* A small document whose parts are all known by hand: five systems, three claims, four events. */

export const day = (iso: string): CalendarDate => {
  const parsed = parseIsoDate(iso);
  if (!parsed) throw new Error(`${iso} is no date`);
  return parsed;
};
export const yen = (value: number | string): Decimal => new Decimal(value);
export const cell = (sheet: string, row: number, column: number): CellAddress => ({ sheet, row, column });

const INCIDENT = day('2019-12-04');

/** Name, restored, printed days, amount, inferred monthly fee, amounts by month from December. */
const SYSTEMS = [
  ['グループウェア', '2019-12-09', 5, 94545, 586200, [94545]],
  ['インターネット接続(ホームページ、メール)', '2019-12-26', 23, 2288868, 3085000, [2288868]],
  ['要支援者情報台帳', '2020-03-27', 114, 347584, 92900, [83888, 92900, 92900, 77896]],
  ['=福祉業務管理', '2019-12-06', 2, 34314, 531870, [34314]],
  ['こあら(検証用)', '2020-03-31', 119, 134636, 34500, [31136, 34500, 34500, 34500]],
] as const;
const MONTHS = [
  { year: 2019, month: 12 },
  { year: 2020, month: 1 },
  { year: 2020, month: 2 },
  { year: 2020, month: 3 },
] as const;
const CLAIMS = [
  ['人件費', 3752388],
  ['郵便代等', 507561],
  ['交通費', 4630],
] as const;
export const NET = 2899947;
/** Each month's tax rounded up: 253,276 + 12,740 + 12,740 + 11,240. */
export const TAX = 289996;
export const CLAIMED = 4264579;

const EVENTS = [
  ['2020-03-06', '2020-03-06', 'day', 'day', '3月6日', '請求予定項目を通知'],
  ['2019-12-04', '2019-12-04', 'day', 'day', '12月4日', '障害発生'],
  ['2020-02-21', '2020-02-29', 'third', 'third', '2月下旬', '@協議を開始'],
  ['2019-12-18', '2020-03-31', 'day', 'third', '12月18日～2020年3月下旬', '毎朝、進捗の報告を受けた'],
] as const;

export function smallSnapshot(): Snapshot {
  return snapshotOf(
    {
      name: '減額',
      rows: [
        ['2019年12月4日に発生した障害', null, null, null],
        [],
        ['システム名', '復旧日', '停止日数', '金額(円)'],
        ...SYSTEMS.map(([name, restored, days, amount]) => [name, date(restored), days, amount]),
        ['合計金額', null, null, NET],
        ['消費税相当額', null, null, TAX],
        ['減額総合計', null, null, NET + TAX],
      ],
    },
    {
      name: "O'Brien 損害",
      rows: [
        ['費用種別', '内容', '金額'],
        ...CLAIMS.map(([name, amount], index) => [index === 0 ? '対応費用 4,264,579円' : null, name, amount]),
        ['合計', null, CLAIMED],
      ],
    },
    { name: '経過', rows: EVENTS.flatMap((event) => [[event[4]], [event[5]]]) },
  );
}

export function figure(address: CellAddress, value: number, label: string, textual = false): Figure {
  return { value: yen(value), unit: yen(1), approximate: false, cell: address, textual, label };
}

function row(sheet: string, at: number, name: string, more: Partial<TableRow>): TableRow {
  return {
    row: at,
    block: 0,
    name,
    nameCell: cell(sheet, at, 0),
    category: null,
    start: null,
    restored: null,
    days: null,
    amount: null,
    fee: null,
    quantity: null,
    unitPrice: null,
    tax: null,
    hidden: false,
    ...more,
  };
}

function reduction(): Table {
  const sheet = '減額';
  const rows = SYSTEMS.map(([name, restored, days, amount], index) =>
    row(sheet, 3 + index, name, {
      restored: {
        cell: cell(sheet, 3 + index, 1),
        textual: false,
        reading: {
          start: day(restored),
          startPrecision: 'day',
          end: day(restored),
          endPrecision: 'day',
          printed: restored,
          inferredYear: false,
          wrongWeekday: null,
        },
      },
      days: figure(cell(sheet, 3 + index, 2), days, name),
      amount: figure(cell(sheet, 3 + index, 3), amount, name),
    }),
  );
  const amounts = rows.flatMap((one) => (one.amount ? [one.amount] : []));
  const [net, tax, gross] = [NET, TAX, NET + TAX].map((value, index) =>
    figure(cell(sheet, 8 + index, 3), value, ['合計金額', '消費税相当額', '減額総合計'][index] ?? ''),
  ) as [Figure, Figure, Figure];
  return {
    id: 't1',
    kind: 'reduction',
    sheet,
    range: { top: 2, left: 0, bottom: 10, right: 3 },
    columns: [],
    rows,
    categories: [],
    totals: [
      { kind: 'total', row: 8, label: net.label, figure: net },
      { kind: 'tax', row: 9, label: tax.label, figure: tax },
      { kind: 'gross', row: 10, label: gross.label, figure: gross },
    ],
    relations: [
      { kind: 'sum', target: net, addends: amounts, axis: 'rows', certainty: 'certain' },
      { kind: 'tax', target: tax, lines: amounts, rates: amounts.map(() => null), net, statedRate: null },
      { kind: 'gross', target: gross, net, tax },
    ],
    unreadable: [],
  };
}

function claims(): Table {
  const sheet = "O'Brien 損害";
  const rows = CLAIMS.map(([name, amount], index) =>
    row(sheet, 1 + index, name, {
      nameCell: cell(sheet, 1 + index, 1),
      category: 0,
      amount: figure(cell(sheet, 1 + index, 2), amount, name),
    }),
  );
  const total = figure(cell(sheet, 4, 2), CLAIMED, '合計');
  return {
    id: 't2',
    kind: 'claims',
    sheet,
    range: { top: 0, left: 0, bottom: 4, right: 2 },
    columns: [],
    rows,
    categories: [
      {
        label: '対応費用',
        cell: cell(sheet, 1, 0),
        rows: [0, 1, 2],
        subtotal: figure(cell(sheet, 1, 0), CLAIMED, '対応費用', true),
      },
    ],
    totals: [{ kind: 'total', row: 4, label: '合計', figure: total }],
    relations: [],
    unreadable: [],
  };
}

function timeline(): TimelineEvent[] {
  return EVENTS.map(([start, end, startPrecision, endPrecision, printed, text], index) => ({
    cell: cell('経過', 2 * index, 0),
    reading: {
      start: day(start),
      startPrecision,
      end: day(end),
      endPrecision,
      printed,
      inferredYear: index !== 3,
      wrongWeekday: null,
    },
    text,
    textCells: [cell('経過', 2 * index + 1, 0)],
    textual: true,
    heading: '',
    until: null,
    under: null,
    course: 0,
    answers: [],
  }));
}

export function finding(more: Partial<Finding> & Pick<Finding, 'kind' | 'cell' | 'verdict'>): Finding {
  return {
    id: `${more.kind}:${more.cell.sheet}!${more.cell.row},${more.cell.column}`,
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
    message: { code: 'sum.agrees', params: { parts: { code: 'sum.parts', params: { count: 5 } } } },
    ...more,
  };
}

function findings(): Finding[] {
  const sheet = '減額';
  const amounts = { sheet, top: 3, left: 3, bottom: 7, right: 3 };
  const sum = { kind: 'sum', ranges: [amounts], terms: [] } as const;
  const dayCounts = SYSTEMS.map(([, restored, days], index) => {
    // Two rows count both ends.
    const bothEnds = index === 1 || index === 4;
    const computed = bothEnds ? days - 1 : days;
    return finding({
      kind: 'day-count',
      cell: cell(sheet, 3 + index, 2),
      verdict: bothEnds ? 'explained' : 'agrees',
      stated: yen(days),
      computed: yen(computed),
      difference: yen(days - computed),
      expression: {
        kind: 'subtract',
        from: index === 0 ? { kind: 'date', value: day(restored) } : { kind: 'cell', cell: cell(sheet, 3 + index, 1) },
        what: { kind: 'incident-date', value: INCIDENT },
      },
      rule: { id: 'day-count.both-in', label: { code: 'rule.day-count.both-in', params: {} } },
    });
  });
  return [
    finding({
      kind: 'sum',
      cell: cell(sheet, 8, 3),
      verdict: 'agrees',
      stated: yen(NET),
      computed: yen(NET),
      difference: ZERO,
      operands: [amounts],
      expression: sum,
    }),
    ...dayCounts,
    finding({
      kind: 'tax',
      cell: cell(sheet, 9, 3),
      verdict: 'explained',
      stated: yen(TAX),
      computed: yen(289994),
      difference: yen(2),
      operands: [amounts],
      expression: {
        kind: 'round',
        of: {
          kind: 'divide',
          a: { kind: 'multiply', a: sum, b: { kind: 'tax-rate', value: yen(10) } },
          b: { kind: 'number', value: yen(100) },
        },
        mode: 'down',
        unit: yen(1),
      },
      rule: { id: 'tax.per-month.up', label: { code: 'rounding.up', params: {} } },
    }),
    finding({
      kind: 'sum',
      cell: cell("O'Brien 損害", 1, 0),
      verdict: 'disagrees',
      textual: true,
      stated: yen(CLAIMED + 9),
      computed: yen(CLAIMED),
      difference: yen(9),
      expression: {
        kind: 'sum',
        ranges: [{ sheet: "O'Brien 損害", top: 1, left: 2, bottom: 3, right: 2 }],
        terms: [],
      },
    }),
    finding({ kind: 'date', cell: cell('経過', 0, 0), verdict: 'not-checked' }),
  ];
}

export function smallDocument(): Document {
  return {
    workbookName: 'test.xlsx',
    dateSystem: 1900,
    tables: [reduction(), claims()],
    timeline: timeline(),
    incidentCandidates: [],
    oddFormulas: [],
    percentCells: new Set(),
    unreadableDates: [],
  };
}

const DAYS = [[5], [23], [28, 31, 29, 26], [2], [28, 31, 29, 31]] as const;

function inferredRows(): InferredRow[] {
  return SYSTEMS.map(([, , , , fee, shares], index) => ({
    row: index,
    fees: { least: yen(fee), greatest: yen(fee) },
    fee: yen(fee),
    odd: index === 3,
    months: shares.map((amount, month) => ({
      ...(MONTHS[month] ?? MONTHS[0]),
      days: DAYS[index]?.[month] ?? 0,
      amount: yen(amount),
    })),
  }));
}

export function smallVerification(more: Partial<Verification> = {}): Verification {
  const rule = {
    id: 'pro-rata.calendar-month.daily.down.1',
    family: 'calendar-month',
    rounded: 'daily',
    mode: 'down',
    unit: yen(1),
    firstDay: 'in',
  } as const;
  return {
    document: smallDocument(),
    terms: {
      incidentDate: { value: INCIDENT, source: { kind: 'cell', cell: cell('減額', 0, 0) } },
      dayCount: { value: 'start-in-end-out', source: { kind: 'inferred', supporting: 4, of: 5 } },
      taxRate: { value: yen(10), source: { kind: 'date', date: INCIDENT } },
      taxRounding: { value: 'down', source: { kind: 'default' } },
      proration: { value: rule.id, source: { kind: 'inferred', supporting: 4, of: 5 } },
      comparison: {
        value: { grouping: 'per-rate', rounding: 'down', inclusive: null, rate: null },
        source: { kind: 'default' },
      },
    },
    findings: findings(),
    computed: [],
    interest: [],
    prorations: [
      {
        table: 't1',
        rule,
        equivalent: [],
        alike: [],
        runnerUp: null,
        bits: 30,
        marginBits: 20,
        strength: 'fits',
        supportingRows: 4,
        rowsConsidered: 5,
        rows: inferredRows(),
      },
    ],
    totals: {
      net: yen(NET),
      tax: yen(TAX),
      gross: yen(NET + TAX),
      claims: yen(CLAIMED),
      grand: sumOf([NET, TAX, CLAIMED].map(yen)),
    },
    ...more,
  };
}

export function emptyVerification(): Verification {
  return {
    document: { ...smallDocument(), tables: [], timeline: [] },
    terms: { incidentDate: null, dayCount: null, taxRate: null, taxRounding: null, proration: null, comparison: null },
    findings: [],
    prorations: [],
    computed: [],
    interest: [],
    totals: { net: null, tax: null, gross: null, claims: null, grand: null },
  };
}
