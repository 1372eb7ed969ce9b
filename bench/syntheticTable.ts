import type { CellSnapshot, Snapshot } from '../src/core/sheets/snapshot';
import { addDays, serialOfDate } from '../src/core/values/calendar';

const text = (value: string): CellSnapshot => ({
  value,
  text: value,
  numberFormat: 'General',
  formula: null,
  emphasis: null,
});
const number = (value: number): CellSnapshot => ({
  value,
  text: value.toLocaleString('en-US'),
  numberFormat: '#,##0',
  formula: null,
  emphasis: null,
});
const date = (serial: number, shown: string): CellSnapshot => ({
  value: serial,
  text: shown,
  numberFormat: 'yyyy/m/d',
  formula: null,
  emphasis: null,
});

/**
 * A fee-reduction table of so many systems: restored dates, days, amounts under a calendar-month rule, total, tax, gross. The
 * printed net total is off by `error`.
 */
export function syntheticReduction(rowCount: number, error = 0): Snapshot {
  const incident = { year: 2021, month: 5, day: 10 };
  const rows: (CellSnapshot | null)[][] = [
    [text('2021年5月10日に発生した障害に係る使用料減額'), null, null, null],
    [text('システム名'), text('復旧日'), text('停止日数'), text('金額(円)')],
  ];
  let total = 0;
  for (let index = 0; index < rowCount; index += 1) {
    const days = 1 + ((index * 37) % 20);
    const restored = addDays(incident, days);
    const fee = 100 * (50 + ((index * 7919) % 9000));
    const amount = Math.floor(fee / 31) * days;
    total += amount;
    rows.push([
      text(`業務システム${index + 1}`),
      date(serialOfDate(restored, 1900), `${restored.year}/${restored.month}/${restored.day}`),
      number(days),
      number(amount),
    ]);
  }
  total += error;
  const tax = Math.floor(total / 10);
  rows.push([text('合計金額'), null, null, number(total)]);
  rows.push([text('消費税相当額'), null, null, number(tax)]);
  rows.push([text('減額総合計'), null, null, number(total + tax)]);
  return {
    workbookName: `synthetic-${rowCount}.xlsx`,
    dateSystem: 1900,
    sheets: [
      {
        name: '減額',
        visible: true,
        role: null,
        origin: { row: 0, column: 0 },
        rows,
        merges: [],
        hiddenRows: new Set(),
        outlineLevels: null,
      },
    ],
    names: [],
  };
}
