import { checkDocument } from '../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../src/core/checks/terms';
import type { Snapshot } from '../../../src/core/sheets/snapshot';
import { findDocument } from '../../../src/core/tables/findDocument';
import { Cancelled } from '../../../src/core/sheets/workbook';
import { readSnapshot } from '../../../src/workbooks/xlsx/readSnapshot';
import {
  connect,
  openLong,
  openSample,
  openTyped,
  planOf,
  requestsOf,
  SAMPLE_NAME,
  sampleBytes,
  sheetOf,
} from './support';

/** What must be the same through both ports; outline levels are read from files alone. */
function essence({ sheets, ...workbook }: Snapshot) {
  return {
    ...workbook,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      outlineLevels: null,
      merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
      hiddenRows: [...sheet.hiddenRows],
    })),
  };
}

test('a workbook reads through Office.js as it does from its file', async () => {
  const { workbook } = await openSample();
  expect(essence(await workbook.read())).toEqual(essence(readSnapshot(sampleBytes(), SAMPLE_NAME)));
});

test('reading takes three syncs, and one for every sheet with cells', async () => {
  const { workbook, host } = await openSample();
  const filled = (await workbook.read()).sheets.filter(({ rows }) => rows.length > 0).length;
  expect(await requestsOf(host, () => workbook.read())).toBe(3 + filled);
});

test('what stands in cells keeps its kind', async () => {
  const { workbook } = openTyped({
    表: [
      ['', '', ''],
      ['', '1,234', '=B2*2'],
      ['', "'=1+1", '=1/0'],
      ['', 'TRUE', '=IF(FALSE,1,"")'],
      ['', "'#N/A", '2019/12/4'],
    ],
  });
  const sheet = (await workbook.read()).sheets[0];
  expect(sheet?.origin).toEqual({ row: 1, column: 1 });
  expect(sheet?.rows).toEqual([
    [
      { value: 1234, text: '1,234', numberFormat: '#,##0', formula: null, emphasis: null },
      { value: 2468, text: expect.any(String), numberFormat: 'General', formula: '=B2*2', emphasis: null },
    ],
    [
      { value: '=1+1', text: '=1+1', numberFormat: 'General', formula: null, emphasis: null },
      { value: { error: '#DIV/0!' }, text: '#DIV/0!', numberFormat: 'General', formula: '=1/0', emphasis: null },
    ],
    [
      { value: true, text: 'TRUE', numberFormat: 'General', formula: null, emphasis: null },
      { value: '', text: '', numberFormat: 'General', formula: '=IF(FALSE,1,"")', emphasis: null },
    ],
    [
      { value: '#N/A', text: '#N/A', numberFormat: 'General', formula: null, emphasis: null },
      { value: 43803, text: '2019/12/4', numberFormat: 'yyyy/m/d', formula: null, emphasis: null },
    ],
  ]);
});

test('merges, hidden rows, hidden sheets, empty sheets and the 1904 date system are read', async () => {
  const { workbook, model } = openTyped({ 表: [['題'], ['a', 'b'], ['c']], 空: [], 裏: [['x']] }, 1904);
  model.change('user', () => {
    sheetOf(model, '表').merge({ top: 0, left: 0, bottom: 0, right: 1 });
    sheetOf(model, '表').setRowHidden(1, true);
    model.setSheetVisibility(sheetOf(model, '裏'), 'VeryHidden');
  });
  const { dateSystem, sheets } = await workbook.read();
  expect(dateSystem).toBe(1904);
  expect(sheets.map(({ name, visible, rows }) => [name, visible, rows.length])).toEqual([
    ['表', true, 3],
    ['空', true, 0],
    ['裏', false, 1],
  ]);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([1]);
});

test('names of ranges are read in the same syncs: those of the workbook, then those of its sheets', async () => {
  const { workbook, model, host } = openTyped({
    表: [
      ['かな', 'いろ'],
      ['A', '1,000'],
      ['B', '2,500'],
    ],
    他: [['x']],
  });
  const area = { top: 0, left: 0, bottom: 2, right: 1 };
  const before = await requestsOf(host, () => workbook.read());
  model.change('user', () => {
    model.names.define('検算_表', null, '=表!$A$1:$B$3');
    model.names.define('Kenzan_2', sheetOf(model, '他').id, '=他!$A$1');
    model.names.define('率', null, '=0.1');
    model.names.define('裏', null, '=表!$A$1', false);
  });
  let names: Snapshot['names'] = [];
  expect(await requestsOf(host, async () => ({ names } = await workbook.read()))).toBe(before);
  expect(names).toEqual([
    { name: '検算_表', sheet: '表', area },
    { name: 'Kenzan_2', sheet: '他', area: { top: 0, left: 0, bottom: 0, right: 0 } },
  ]);
  expect(findDocument(await workbook.read()).tables.map(({ sheet, range }) => [sheet, range])).toEqual([['表', area]]);
});

describe('formats', () => {
  const formatted = (): ReturnType<typeof openTyped> => {
    const opened = openTyped({
      表: [
        ['a', '100'],
        ['b', '200'],
        ['計', '300'],
      ],
    });
    const sheet = sheetOf(opened.model, '表');
    const line = { weight: 'Thin', color: '#000000' } as const;
    opened.model.change('user', () => {
      sheet.setLook(0, 0, { ...sheet.lookAt(0, 0), indent: 1 });
      sheet.setLook(0, 1, { ...sheet.lookAt(0, 1), fill: '#FFFFFF' });
      sheet.setLook(1, 0, { ...sheet.lookAt(1, 0), fill: '#DDEBF7' });
      for (const column of [0, 1]) {
        const borders = {
          EdgeTop: { style: 'Dash', ...line },
          EdgeBottom: { style: 'Double', ...line },
          DiagonalUp: { style: 'Continuous', ...line },
        } as const;
        sheet.setLook(2, column, { ...sheet.lookAt(2, column), bold: true, borders });
      }
    });
    return opened;
  };
  const plain = { bold: false, indent: 0, filled: false, top: 'none', bottom: 'none', left: 'none', right: 'none' };
  const total = { ...plain, bold: true, top: 'thin', bottom: 'double' };
  const emphases = ({ sheets }: Snapshot) => sheets[0]?.rows.map((row) => row.map((cell) => cell?.emphasis));

  test('come with the values, in the same sync, and equal ones are one object', async () => {
    const { workbook, host } = formatted();
    let snapshot: Snapshot | null = null;
    expect(await requestsOf(host, async () => (snapshot = await workbook.read()))).toBe(4);
    const read = emphases(snapshot ?? (await workbook.read()));
    expect(read).toEqual([
      [{ ...plain, indent: 1 }, null],
      [{ ...plain, filled: true }, null],
      [total, total],
    ]);
    expect(read?.[2]?.[0]).toBe(read?.[2]?.[1]);
  });

  test('are the same once the workbook was saved to a file', async () => {
    const { workbook, host } = await openSample();
    const sheet = host.model.sheets[0];
    if (!sheet) throw new Error('the sample has sheets');
    host.model.change('user', () => host.model.userEdit(sheet.id, 27, 3, '1'));
    const bytes = await host.save();
    expect(essence(readSnapshot(bytes, SAMPLE_NAME))).toEqual(essence(await workbook.read()));
  });

  test('are left out where the host refuses to tell them, and nothing else is', async () => {
    const { workbook, host } = formatted();
    const answer = host.answer.bind(host);
    let refused = 0;
    host.answer = (request) => {
      const text = typeof request === 'string' ? request : JSON.stringify(request);
      // An older host does not know the call.
      if (text.includes('"GetCellProperties"')) refused += 1;
      return answer(text.replace(/"GetCellProperties"/g, '"GetUnknownProperties"'));
    };
    const snapshot = await workbook.read();
    expect(refused).toBe(1);
    expect(emphases(snapshot)).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(snapshot.sheets[0]?.rows[2]?.[1]?.value).toBe(300);
  });

  test('are not read of our own sheets', async () => {
    const { workbook } = openTyped({ 表: [['x']] });
    await workbook.write([planOf('totals', '合計')]);
    const ours = (await workbook.read()).sheets.find(({ role }) => role === 'totals');
    expect(ours?.rows[0]?.[0]).toMatchObject({ value: 'totals title', emphasis: null });
  });

  test('of 50,000 cells come in chunks below the limit of a response', async () => {
    const { workbook, model } = openLong(Array.from({ length: 50_000 }, (_none, row) => `行${row}`));
    model.change('user', () => {
      const sheet = sheetOf(model, '表');
      sheet.setLook(49_999, 0, { ...sheet.lookAt(49_999, 0), bold: true });
    });
    const told: number[] = [];
    const { sheets } = await workbook.read((_step, done) => told.push(done));
    expect(told).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
    expect(sheets[0]?.rows[49_999]?.[0]?.emphasis).toEqual({ ...plain, bold: true });
  });
});

describe('a long sheet', () => {
  test('comes in chunks, with progress, and stops between them when cancelled', async () => {
    const { workbook } = openLong(Array.from({ length: 60_000 }, (_none, row) => `行${row}`));
    const told: number[] = [];
    const { sheets } = await workbook.read((_step, done) => told.push(done));
    expect(told).toEqual([50_000, 60_000]);
    expect(sheets[0]?.rows).toHaveLength(60_000);
    expect(sheets[0]?.rows[59_999]?.[0]?.value).toBe('行59999');

    const cancellation = { cancelled: false };
    const reading = workbook.read(() => (cancellation.cancelled = true), cancellation);
    await expect(reading).rejects.toBeInstanceOf(Cancelled);
  });

  test('comes in halves where its texts are too long for one response', async () => {
    const { workbook } = openLong(Array.from({ length: 3_000 }, (_none, row) => `${'長い文'.repeat(300)}${row}`));
    const { sheets } = await workbook.read();
    expect(sheets[0]?.rows).toHaveLength(3_000);
    expect(sheets[0]?.rows[2_999]?.[0]?.value).toBe(`${'長い文'.repeat(300)}2999`);
  });

  test('is refused where its used range is beyond what a pane can hold', async () => {
    const { workbook, model } = openTyped({ 表: [['x']] });
    model.change('user', () => sheetOf(model, '表').setContent(1_000_000, 100, 'y', null));
    await expect(workbook.read()).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('what Excel refuses', () => {
  test('a cell being edited, a lost connection and an old host are told apart', async () => {
    const { workbook, model, host } = openTyped({ 表: [['x']] });
    model.cellEditMode = true;
    await expect(workbook.read()).rejects.toMatchObject({ code: 'cell-edit-mode' });
    model.cellEditMode = false;
    host.failRequest(1, 'session-expired');
    await expect(workbook.read()).rejects.toMatchObject({ code: 'host-failed', detail: 'InvalidOrTimedOutSession' });
    const before = host.requests;
    await expect(connect(host, () => false).workbook.read()).rejects.toMatchObject({
      code: 'host-too-old',
      detail: 'ExcelApi 1.13',
    });
    expect(host.requests).toBe(before);
  });

  test('more merged areas than Excel lists at once are asked for in halves', async () => {
    const { workbook, host } = openTyped({
      表: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    });
    host.model.change('user', () => {
      for (const row of [0, 1, 2]) sheetOf(host.model, '表').merge({ top: row, left: 0, bottom: row, right: 1 });
    });
    host.failRequest(3, 'connection-lost');
    host.failRequest(4, 'connection-lost');
    expect((await workbook.read()).sheets[0]?.merges).toHaveLength(3);
  });
});

test('a formula unlike its neighbours is told of, as the formulas come through Office.js', async () => {
  const { workbook } = openTyped({
    表: [
      ['品名', '甲', '乙', '丙'],
      ['あ', '100', '7', '=B2*C2+5'],
      ['い', '200', '8', '=B3*C3+5'],
      ['う', '300', '9', '=B4*C3+5'],
      ['え', '400', '5', '=B5*C5+5'],
      ['お', '500', '4', '2500'],
      ['か', '500', '4', '=B7*C7+5'],
      ['き', '500', '4', '=B8*C8+5'],
      ['く', '500', '4', '=B9*C9+5'],
    ],
  });
  const { findings } = checkDocument(findDocument(await workbook.read()), NO_TERMS);
  const told = findings.filter(({ kind }) => kind === 'formula');
  expect(told.map(({ cell, message, computed }) => [cell.row, message.code, computed?.toFixed()])).toEqual([
    [3, 'formula.differs', '2705'],
    [5, 'formula.typed', '2005'],
  ]);
});
