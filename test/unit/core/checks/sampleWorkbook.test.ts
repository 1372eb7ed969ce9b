import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';

const path = join(__dirname, '../../../../assets/sample/nakano-2020.xlsx');
const document = findDocument(readSnapshot(new Uint8Array(readFileSync(path)), 'nakano-2020.xlsx'));
const { findings, terms, totals, prorations } = checkDocument(document, NO_TERMS);

test('from the workbook’s grid: every check with its verdict', () => {
  const counted: Record<string, number> = {};
  for (const { kind, verdict } of findings) counted[`${kind} ${verdict}`] = (counted[`${kind} ${verdict}`] ?? 0) + 1;
  expect(counted).toEqual({
    'day-count agrees': 17,
    'day-count explained': 5,
    'amount explained': 21,
    'amount possible': 1,
    'sum agrees': 4,
    'tax explained': 1,
    'tax possible': 1,
    'gross agrees': 1,
  });
});

test('figures, rules, terms and totals', () => {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  expect(byId.get('sum:減額!D28')?.operands.map(({ top, bottom }) => [top, bottom])).toEqual([
    [3, 16],
    [19, 26],
  ]);
  expect(byId.get('sum:損害賠償!A4')?.stated?.toNumber()).toBe(4264579);
  expect(byId.get('sum:損害賠償!A9')?.stated?.toNumber()).toBe(65555407);
  expect(byId.get('sum:損害賠償!C17')?.stated?.toNumber()).toBe(69819986);
  expect(byId.get('gross:減額!D30')?.computed?.toNumber()).toBe(7846311);
  const tax = byId.get('tax:減額!D29');
  expect([tax?.rule?.id, tax?.computed?.toNumber(), tax?.difference?.toNumber()]).toEqual([
    'tax.per-month.up',
    713300,
    3,
  ]);
  expect(byId.get('day-count:減額!C4')?.rule?.id).toBe('day-count.both-in');
  expect(prorations.map(({ rule, strength }) => [rule.id, strength])).toEqual([
    ['pro-rata.calendar-month.daily.down.1', 'fits'],
  ]);
  expect(terms.incidentDate?.value).toEqual({ year: 2019, month: 12, day: 4 });
  expect(terms.dayCount?.source).toEqual({ kind: 'inferred', supporting: 17, of: 22 });
  expect(terms.proration?.source).toEqual({ kind: 'inferred', supporting: 21, of: 22 });
  expect(totals.grand?.toNumber()).toBe(77666297);
});
