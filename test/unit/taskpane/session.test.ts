import { NO_TERMS } from '../../../src/core/checks/terms';
import { WorkbookError } from '../../../src/core/sheets/workbook';
import { adjustedTotals } from '../../../src/core/report/adjusted/adjustedTotals';
import { comparisonRuleOf } from '../../../src/core/rules/comparisonRule';
import { Decimal } from '../../../src/core/values/decimal';
import { Session } from '../../../src/taskpane/session/session';
import { MemoryWorkbook } from './memoryWorkbook';

const NOW = { date: { year: 2020, month: 6, day: 9 }, hour: 9, minute: 30 };

function open(total = 600): { readonly workbook: MemoryWorkbook; readonly session: Session } {
  const workbook = new MemoryWorkbook([
    ['内容', '金額(円)'],
    ['通信費', 100],
    ['印刷費', 200],
    ['交通費', 300],
    ['合計金額', total],
  ]);
  return { workbook, session: new Session(workbook, { now: () => NOW, version: '1.2.3' }) };
}

const verdicts = (session: Session) =>
  session.state().verified?.verification.findings.map((finding) => finding.verdict);

test('verifies, telling its listeners on the way, and ends idle with the findings', async () => {
  const { session } = open();
  const seen: (string | undefined)[] = [];
  session.subscribe(() => seen.push(session.state().activity?.step));
  await session.verify();
  expect(seen[0]).toBe('read');
  expect(seen).toContain('verify');
  expect(session.state()).toMatchObject({ activity: null, runs: 1, stale: false, fault: null });
  expect(verdicts(session)).toContain('agrees');
});

test('a listener that left is told nothing more', async () => {
  const { session } = open();
  let told = 0;
  const leave = session.subscribe(() => (told += 1));
  leave();
  await session.verify();
  expect(told).toBe(0);
});

test('a wrong total disagrees', async () => {
  const { session } = open(660);
  await session.verify();
  expect(verdicts(session)).toContain('disagrees');
});

test('terms are kept for the next verification', async () => {
  const { session } = open();
  const terms = { ...NO_TERMS, incidentDate: { year: 2020, month: 4, day: 1 }, taxRate: new Decimal(8) };
  await session.verify(terms);
  await session.verify();
  expect(session.state().terms).toBe(terms);
  expect(session.state().runs).toBe(2);
});

test('a rule to compare with changes what is compared, not what is checked, without another reading; it is kept', async () => {
  const workbook = new MemoryWorkbook([
    ['品名', '数量', '単価', '金額'],
    ['用紙', 1, 1015, 1015],
    ['封筒', 1, 1015, 1015],
    ['小計', null, null, 2030],
    ['消費税（10%）', null, null, 203],
    ['合計', null, null, 2233],
  ]);
  const session = new Session(workbook, { now: () => NOW, version: '1.2.3' });
  await session.verify();
  const before = session.state().verified?.verification;
  const rule = comparisonRuleOf('per-line.down', null);
  session.compare(rule);
  const after = session.state().verified?.verification;
  expect(session.state()).toMatchObject({ runs: 1, activity: null });
  expect(after?.findings).toBe(before?.findings);
  expect(after && adjustedTotals(after)?.all.difference.tax.toNumber()).toBe(1);
  await session.verify();
  expect(session.state().terms.comparison).toBe(rule);
  session.compare(null);
  expect(session.state().verified?.verification.terms.comparison).toEqual(before?.terms.comparison);
});

test('one task at a time: a second request meanwhile is ignored', async () => {
  const { session } = open();
  await Promise.all([session.verify(), session.verify()]);
  expect(session.state().runs).toBe(1);
});

test('a cancelled verification says so and keeps nothing', async () => {
  const { workbook, session } = open();
  workbook.whileReading = () => session.cancel();
  await session.verify();
  expect(session.state()).toMatchObject({ activity: null, verified: null, cancelled: 'verify', fault: null });
});

test('a cancelled second verification leaves the first result, marked as stale', async () => {
  const { workbook, session } = open();
  await session.verify();
  workbook.whileReading = () => session.cancel();
  await session.verify();
  expect(session.state()).toMatchObject({ runs: 1, cancelled: 'verify', stale: true });
});

test('writes the three sheets and names them', async () => {
  const { workbook, session } = open();
  await session.verify();
  await session.write('ja');
  const names = workbook.written[0]?.map((plan) => plan.name);
  expect(workbook.written[0]?.map((plan) => plan.role)).toContain('findings');
  expect(session.state().written).toEqual(names);
  expect(session.state().fault).toBeNull();
});

test('nothing can be written before a verification', async () => {
  const { workbook, session } = open();
  await session.write('ja');
  expect(workbook.written).toEqual([]);
  expect(session.state().activity).toBeNull();
});

test('a change after the verification marks the result; writing is refused, and the retry verifies again', async () => {
  const { workbook, session } = open();
  await session.watch();
  await session.verify();
  workbook.type(1, 1, 150);
  expect(session.state().stale).toBe(true);
  await session.write('ja');
  expect(session.state().fault).toMatchObject({ task: 'write', code: 'changed-meanwhile' });
  expect(workbook.written).toEqual([]);
  await session.retry();
  expect(session.state()).toMatchObject({ stale: false, fault: null, runs: 2 });
  expect(verdicts(session)).toContain('disagrees');
});

test('a change while the workbook is being read leaves the result marked', async () => {
  const { workbook, session } = open();
  await session.watch();
  workbook.whileReading = () => workbook.type(1, 1, 100);
  await session.verify();
  expect(session.state()).toMatchObject({ runs: 1, stale: true });
});

test('a change before any verification is of no interest', async () => {
  const { workbook, session } = open();
  await session.watch();
  workbook.type(1, 1, 100);
  expect(session.state().stale).toBe(false);
});

test.each(['cell-edit-mode', 'protected', 'host-failed', 'too-large'] as const)(
  '%s while verifying is shown, and trying again does the same again',
  async (code) => {
    const { workbook, session } = open();
    workbook.refusal = new WorkbookError(code, 'why');
    await session.verify();
    expect(session.state().fault).toEqual({ task: 'verify', code, detail: 'why', cell: null });
    await session.retry();
    expect(session.state()).toMatchObject({ fault: null, runs: 1 });
  },
);

test('a write that failed is tried again in the same language', async () => {
  const { workbook, session } = open();
  await session.verify();
  const { write } = workbook;
  let first = true;
  workbook.write = (...call) => {
    if (first) workbook.refusal = new WorkbookError('protected', '検算結果');
    first = false;
    return write.apply(workbook, call);
  };
  await session.write('en');
  expect(session.state().fault).toMatchObject({ task: 'write', code: 'protected' });
  await session.retry();
  expect(session.state().fault).toBeNull();
  expect(workbook.written).toHaveLength(1);
});

test('a fault of our own is told apart from those of the workbook', async () => {
  const { workbook, session } = open();
  workbook.refusal = new Error('boom');
  await session.verify();
  expect(session.state().fault).toMatchObject({ code: 'unexpected', detail: 'boom' });
  session.dismiss();
  expect(session.state().fault).toBeNull();
});

test('selects a cell; where that fails, trying again selects it', async () => {
  const { workbook, session } = open();
  const cell = { sheet: '表', row: 4, column: 1 };
  workbook.refusal = new WorkbookError('cell-edit-mode');
  await session.select(cell);
  expect(session.state().fault).toMatchObject({ task: 'select', code: 'cell-edit-mode', cell });
  await session.retry();
  expect(workbook.selected).toEqual(['表 4,1']);
  expect(session.state().fault).toBeNull();
});

test('follows the selection', async () => {
  const { workbook, session } = open();
  await session.watch();
  workbook.move({ sheet: '表', row: 2, column: 1 });
  expect(session.state().selection).toEqual({ sheet: '表', row: 2, column: 1 });
});

test('a host without events still verifies', async () => {
  const { workbook, session } = open();
  workbook.refusal = new WorkbookError('host-failed');
  await session.watch();
  await session.verify();
  expect(session.state()).toMatchObject({ fault: null, runs: 1 });
});

test('a filter is lifted by the same filter again, and by the next result', async () => {
  const { session } = open();
  await session.verify();
  session.filter('agrees');
  expect(session.state().filter).toBe('agrees');
  session.filter('agrees');
  expect(session.state().filter).toBeNull();
  session.filter('explained');
  await session.verify();
  expect(session.state().filter).toBeNull();
});
