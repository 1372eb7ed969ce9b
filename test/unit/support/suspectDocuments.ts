import type { Document, TimelineEvent } from '../../../src/core/tables/document';
import { cellOf, dateCell, document, table } from './documents';

export const MARCH = { year: 2020, month: 3, day: 1 };

const event = (iso: string, row: number): TimelineEvent => {
  const cell = { sheet: '経過', row, column: 0 };
  return {
    ...dateCell(iso, cell),
    text: 'x',
    course: 0,
    heading: '',
    until: null,
    under: null,
    answers: [],
    textCells: [cell],
  };
};

/** Documents at the edge of what can be checked, with the kinds and verdicts of their findings in order. */
export const SUSPECT_DOCUMENTS: Readonly<Record<string, { doc: Document; verdicts: readonly string[] }>> = {
  'an empty table': { doc: document([table({ rows: [], total: 5 })]), verdicts: ['sum not-checked'] },
  'one row without dates': { doc: document([table({ rows: [{ amount: 5 }], total: 5 })]), verdicts: ['sum agrees'] },
  'nothing adds up to zero': { doc: document([table({ rows: [{}, {}], total: 0 })]), verdicts: ['sum agrees'] },
  'no amounts at all': { doc: document([table({ rows: [{}, {}], total: 7 })]), verdicts: ['sum not-checked'] },
  'zero amounts': {
    doc: document([
      table({
        rows: [
          { name: 'a', amount: 0 },
          { name: 'a', amount: 0 },
        ],
        total: 0,
        tax: 0,
        gross: 0,
      }),
    ]),
    verdicts: ['sum agrees', 'tax agrees', 'gross agrees'],
  },
  'negative rows': {
    doc: document([table({ rows: [{ amount: -1005 }, { amount: -2000 }], total: -3005, tax: -300, gross: -3305 })]),
    verdicts: ['sum agrees', 'tax agrees', 'gross agrees'],
  },
  'a dated row alone': {
    doc: document([table({ rows: [{ restored: '2020-03-11', days: 10, amount: 1000 }] })], '2020-03-01'),
    verdicts: ['day-count agrees', 'amount not-checked'],
  },
  'restored before the incident': {
    doc: document([table({ rows: [{ restored: '2020-02-20', days: 10 }] })], '2020-03-01'),
    verdicts: ['day-count disagrees'],
  },
  'days that fit nothing': {
    doc: document(
      [
        table({
          rows: [
            { restored: '2020-03-11', days: 10 },
            { restored: '2020-03-21', days: 20 },
            { restored: '2020-03-11', days: 20 },
          ],
        }),
      ],
      '2020-03-01',
    ),
    verdicts: ['day-count agrees', 'day-count agrees', 'day-count disagrees'],
  },
  'days without an incident date': {
    doc: document([table({ rows: [{ restored: '2020-03-11', days: 10 }] })]),
    verdicts: ['day-count not-checked'],
  },
  'fees that the amounts follow, but one': {
    doc: document(
      [
        table({
          rows: [
            { restored: '2020-03-11', days: 10, fee: 31000, amount: 10000 },
            { restored: '2020-03-11', days: 10, fee: 310000, amount: 100000 },
            { restored: '2020-03-21', days: 20, fee: 31100, amount: 20060 },
            { restored: '2020-03-21', days: 20, fee: 62000, amount: 41000 },
          ],
        }),
      ],
      '2020-03-01',
    ),
    verdicts: [
      'day-count agrees',
      'amount agrees',
      'day-count agrees',
      'amount agrees',
      'day-count agrees',
      'amount agrees',
      'day-count agrees',
      'amount disagrees',
    ],
  },
  'quantities and prices': {
    doc: document([
      table({
        kind: 'invoice',
        rows: [
          { quantity: 3, unitPrice: 1500, amount: 4500 },
          { quantity: '1.5', unitPrice: 333, amount: 499 },
          { quantity: '1.5', unitPrice: 333, amount: 500 },
          { quantity: 3, unitPrice: 1500, amount: 5400 },
        ],
      }),
    ]),
    verdicts: ['quantity agrees', 'quantity agrees', 'quantity explained', 'quantity disagrees'],
  },
  'the same row twice': {
    doc: document([
      table({
        rows: [
          { name: 'server', amount: 500 },
          { name: 'server', amount: 500, repeatsAbove: 1 },
        ],
      }),
    ]),
    verdicts: ['duplicate possible'],
  },
  'a cell that cannot be read': {
    doc: document([
      table({
        rows: [{ amount: 500 }, {}],
        total: 700,
        unreadable: [{ cell: cellOf('amount', 4, '減額'), role: 'amount', printed: '###', reason: 'not-a-number' }],
      }),
    ]),
    verdicts: ['amount not-checked', 'sum not-checked'],
  },
  'events out of order, a false weekday and a day that never was': {
    doc: document([], null, {
      timeline: [
        event('2020-01-10', 1),
        { ...event('2020-01-05', 2), reading: { ...event('2020-01-05', 2).reading, wrongWeekday: 3 } },
        event('2020-02-01', 3),
      ],
      oddFormulas: [],
      percentCells: new Set(),
      unreadableDates: [
        { cell: { sheet: '経過', row: 4, column: 0 }, role: 'date', printed: '2月30日', reason: 'impossible-date' },
      ],
    }),
    verdicts: ['date disagrees', 'order possible', 'date disagrees'],
  },
  'figures in thousands': {
    doc: document([
      {
        ...table({ kind: 'amounts', rows: [{ amount: 12 }, { amount: 34 }], total: 47 }),
        columns: [
          { role: 'amount', column: 4, header: '金額（千円）', headerCell: { sheet: '減額', row: 2, column: 4 } },
        ],
      },
    ]),
    verdicts: ['sum within-rounding'],
  },
};
