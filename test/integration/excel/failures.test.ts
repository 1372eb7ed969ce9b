import type { SheetPlan } from '../../../src/core/sheets/sheetPlan';
import { contentOf, NOTICE, type Opened, openTyped, planOf, quiet, sheetOf } from './support';

const FAULTS = ['connection-lost', 'cell-edit-mode', 'session-expired', 'activity-limit'] as const;

function plansSaying(text: string): SheetPlan[] {
  const cell = { row: 2, column: 1, content: { kind: 'text', text }, style: { fill: '#E6EFF3' } } as const;
  const names = ['検算結果', '合計', '時系列'] as const;
  return (['findings', 'totals', 'timeline'] as const).map((role, index) => planOf(role, names[index] ?? '', [cell]));
}

function open(): Opened {
  return openTyped({ 表: [['x', '=1+1']], 注: [['mine']] });
}

async function outcome(write: Promise<void>): Promise<unknown> {
  return write.then(
    () => null,
    (error: unknown) => error,
  );
}

/** The workbook after a failed write: whether every sheet of ours is complete in its old or new state, or says that it is not. */
function expectHonest({ model }: Opened, before: readonly string[]): void {
  expect(contentOf(sheetOf(model, '表'))).toEqual(contentOf(sheetOf(open().model, '表')));
  expect(contentOf(sheetOf(model, '注'))).toEqual(contentOf(sheetOf(open().model, '注')));
  for (const sheet of model.sheets.slice(2)) {
    const first = sheet.cell(0, 0)?.value;
    if (first === NOTICE) continue;
    expect([sheet.name, ...before, 'new']).toContain(sheet.cell(2, 1)?.value);
    expect(first).toMatch(/ title$/);
  }
}

async function expectRepaired({ workbook, model }: Opened): Promise<void> {
  // A retry plans anew for what is there now; the names of the sheets stay the same here.
  await workbook.write(plansSaying('new'));
  expect(model.sheets.map(({ name }) => name)).toEqual(['表', '注', '検算結果', '合計', '時系列']);
  for (const sheet of model.sheets.slice(2)) {
    expect(sheet.cell(0, 0)?.value).toMatch(/ title$/);
    expect(sheet.cell(2, 1)?.value).toBe('new');
  }
}

describe.each(FAULTS)('%s', (fault) => {
  test.each([1, 2, 3, 4, 5])(
    'at request %i of a first write: the workbook is as it was, and a retry succeeds',
    async (n) => {
      const opened = open();
      await opened.workbook.read();
      await quiet(opened.host);
      const before = opened.model.sheets.map(contentOf);
      opened.host.failRequest(n, fault);
      expect(await outcome(opened.workbook.write(plansSaying('new')))).toMatchObject({ name: 'WorkbookError' });
      expect(opened.model.sheets.map(contentOf)).toEqual(before);
      expect(opened.model.names.all).toEqual([]);
      await expectRepaired(opened);
    },
  );

  test.each([1, 2, 3, 4, 5])(
    'at request %i of a later write: old, new or marked incomplete, and a retry succeeds',
    async (n) => {
      const opened = open();
      await opened.workbook.write(plansSaying('old'));
      await quiet(opened.host);
      opened.host.failRequest(n, fault);
      expect(await outcome(opened.workbook.write(plansSaying('new')))).toMatchObject({ name: 'WorkbookError' });
      expectHonest(opened, ['old']);
      await expectRepaired(opened);
    },
  );
});

test.each([1, 2, 3, 4, 5])('an answer lost after request %i was carried out', async (n) => {
  const opened = open();
  await opened.workbook.read();
  await quiet(opened.host);
  opened.host.failRequest(n, 'connection-lost', true);
  expect(await outcome(opened.workbook.write(plansSaying('new')))).toMatchObject({ code: 'host-failed' });
  expect(opened.model.sheets.map(({ name }) => name)).toEqual(['表', '注']);
  await expectRepaired(opened);
});

test('a connection that stays away leaves the notice, and a retry repairs it', async () => {
  const opened = open();
  await opened.workbook.read();
  await quiet(opened.host);
  for (let n = 4; n <= 12; n += 1) opened.host.failRequest(n, 'connection-lost');
  expect(await outcome(opened.workbook.write(plansSaying('new')))).toMatchObject({ code: 'host-failed' });
  expect(opened.model.sheets.map(({ name }) => name)).toEqual(['表', '注', '検算結果', '合計', '時系列']);
  expect(sheetOf(opened.model, '合計').cell(0, 0)?.value).toBe(NOTICE);
  expectHonest(opened, []);
  while (opened.host.requests < 40) await outcome(opened.workbook.read().then(() => undefined));
  await expectRepaired(opened);
});

test('a call that Excel refuses half way through a sheet leaves the notice in ours and nothing of a new one', async () => {
  const refused = (text: string): SheetPlan[] => {
    const [findings, totals] = plansSaying(text);
    if (!findings || !totals) throw new Error('no plans');
    return [findings, { ...totals, merges: [{ top: 5, left: 0, bottom: 2_000_000, right: 1 }] }];
  };
  const opened = open();
  expect(await outcome(opened.workbook.write(refused('new')))).toMatchObject({
    code: 'host-failed',
    detail: 'InvalidArgument',
  });
  expect(opened.model.sheets.map(({ name }) => name)).toEqual(['表', '注']);

  await opened.workbook.write(plansSaying('old'));
  expect(await outcome(opened.workbook.write(refused('new')))).toMatchObject({
    code: 'host-failed',
    detail: 'InvalidArgument',
  });
  expect(sheetOf(opened.model, '合計').cell(0, 0)?.value).toBe(NOTICE);
  expectHonest(opened, ['old']);
  await expectRepaired(opened);
});
