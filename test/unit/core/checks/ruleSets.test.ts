import { inferProration } from '../../../../src/core/checks/inferProration';
import type { ResolvedTerms } from '../../../../src/core/checks/terms';
import type { Figure, Table } from '../../../../src/core/tables/document';
import { addDays } from '../../../../src/core/values/calendar';
import { Decimal } from '../../../../src/core/values/decimal';

const INCIDENT = { year: 2021, month: 5, day: 23 };
const TERMS: ResolvedTerms = {
  incidentDate: { value: INCIDENT, source: { kind: 'user' } },
  dayCount: { value: 'start-in-end-out', source: { kind: 'default' } },
  taxRate: null,
  taxRounding: null,
  proration: null,
  comparison: null,
};

function figure(value: number, row: number, column: number): Figure {
  const cell = { sheet: 'S', row, column };
  return { value: new Decimal(value), unit: new Decimal(1), approximate: false, cell, textual: false, label: '' };
}

function table(rows: readonly (readonly [days: number, amount: number])[]): Table {
  return {
    id: 't1',
    kind: 'reduction',
    sheet: 'S',
    range: { top: 0, left: 0, bottom: rows.length, right: 3 },
    columns: [],
    rows: rows.map(([days, amount], row) => {
      const day = addDays(INCIDENT, days);
      const reading = {
        start: day,
        startPrecision: 'day',
        end: day,
        endPrecision: 'day',
        printed: '',
        inferredYear: false,
        wrongWeekday: null,
      } as const;
      return {
        row,
        block: 0,
        name: '',
        nameCell: null,
        category: null,
        start: null,
        restored: { cell: { sheet: 'S', row, column: 1 }, reading, textual: false },
        days: figure(days, row, 2),
        amount: figure(amount, row, 3),
        fee: null,
        quantity: null,
        unitPrice: null,
        tax: null,
        hidden: false,
      };
    }),
    categories: [],
    totals: [],
    relations: [],
    unreadable: [],
  };
}

const DAYS = [9, 11, 14, 8, 10, 15, 21, 9, 14, 11, 10, 23];

test('daily rates rounded to 10 yen leave the direction open: the rules are named together', () => {
  const rates = [220, 350, 2860, 53370, 780, 520, 820, 13090, 3080, 180, 1760, 18270];
  const inferred = inferProration(table(DAYS.map((days, at) => [days, days * (rates[at] ?? 0)] as const)), TERMS);
  expect(inferred?.inference.strength).toBe('possible');
  const ids = [inferred?.inference.rule, ...(inferred?.inference.alike ?? [])].map((rule) => rule?.id);
  expect(ids).toContain('pro-rata.fixed-30-days.daily.down.10');
  expect(ids).toContain('pro-rata.fixed-30-days.daily.half-up.10');
  expect(inferred?.inference.marginBits).toBeGreaterThanOrEqual(4);
});

test('amounts that are merely round are not claimed to follow a rule', () => {
  const amounts = [31000, 47000, 59000, 113000, 205000, 18000, 77000, 46000, 291000, 34000, 61000, 83000];
  const inferred = inferProration(table(DAYS.map((days, at) => [days, amounts[at] ?? 0] as const)), TERMS);
  expect(inferred?.inference.strength).toBe('not-enough-evidence');
  expect(inferred?.inference.rule.id).toBe('pro-rata.flat.exact.down.1');
});
