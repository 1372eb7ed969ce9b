import { NO_TERMS } from '../../../src/core/checks/terms';
import { planSheets } from '../../../src/core/report/planSheets';
import { verify } from '../../../src/core/verify';
import { writeSheets } from '../../../src/core/writeSheets';
import type { CellLook } from '../../../src/host/model/style';
import type { SheetModel } from '../../../src/host/model/sheetModel';
import type { WorkbookModel } from '../../../src/host/model/workbookModel';
import { HostWorkbook } from '../../../src/host/port/hostWorkbook';
import { contentOf, NOTICE, openLong, openSample, openTyped, type Opened, planOf, sheetOf } from '../excel/support';

const REPORT = {
  language: 'ja',
  time: { date: { year: 2024, month: 4, day: 1 }, hour: 9, minute: 5 },
  version: '1',
} as const;
const breathe = async () => undefined;
const direct = ({ model }: Opened) => new HostWorkbook(model, breathe);

/** A line between two cells is the same whichever of them holds it. */
function linesOf(sheet: SheetModel): string[] {
  const lines = new Set<string>();
  const add = (row: number, column: number, look: CellLook) => {
    const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = look.borders;
    if (EdgeTop) lines.add(`${row},${column} above ${EdgeTop.style} ${EdgeTop.color}`);
    if (EdgeBottom) lines.add(`${row + 1},${column} above ${EdgeBottom.style} ${EdgeBottom.color}`);
    if (EdgeLeft) lines.add(`${row},${column} before ${EdgeLeft.style} ${EdgeLeft.color}`);
    if (EdgeRight) lines.add(`${row},${column + 1} before ${EdgeRight.style} ${EdgeRight.color}`);
  };
  for (const { row, column, cell } of sheet.cells()) add(row, column, cell.look);
  return [...lines].sort();
}

/** A sheet as somebody sees it, whichever way it was written. */
function seen(sheet: SheetModel) {
  const { cells, charts, conditionalFormats, ...rest } = contentOf(sheet);
  return {
    ...rest,
    cells: cells.map(([row, column, value, formula, look]) => [
      row,
      column,
      value,
      formula,
      { ...(look as CellLook), borders: {} },
    ]),
    lines: linesOf(sheet),
    links: [...sheet.links()].sort((a, b) => a.row - b.row || a.column - b.column),
    charts: charts.map((chart) => ({ ...chart, id: '', name: '' })),
    conditionalFormats: conditionalFormats.map((format) => ({ ...format, id: '' })),
    heights: [...sheet.rowHeights],
    page: sheet.page,
    tab: sheet.tabColor,
    gridlines: sheet.showGridlines,
  };
}

const workbookOf = (model: WorkbookModel) => ({
  sheets: model.sheets.map(seen),
  names: model.names.all.map(({ name, formula, visible }) => ({ name, formula, visible })),
});

async function bothOf(open: () => Promise<Opened> | Opened) {
  const [throughOffice, here] = [await open(), await open()];
  return { throughOffice, here, port: direct(here) };
}

describe('the port on the workbook in memory does what the port through the real office.js does', () => {
  it('reads the sample the same', async () => {
    const { throughOffice, port } = await bothOf(openSample);
    expect(await port.read()).toEqual(await throughOffice.workbook.read());
  });

  it.each([1900, 1904] as const)(
    'reads dates of %d, errors, formulas, hidden rows, looks and names the same',
    async (system) => {
      const open = () => {
        const opened = openTyped(
          {
            表: [
              ['費目', '2024/4/1', '', ''],
              ['', '', '', ''],
              ["'007", '=B1+1', '=1/0', 'TRUE'],
              ['12%', '¥1,000', '=""', '#N/A'],
            ],
            空: [],
          },
          system,
        );
        const { model } = opened;
        const sheet = sheetOf(model, '表');
        model.change('load', () => {
          sheet.setLook(2, 0, { ...sheet.defaultLook, bold: true, fill: '#FFFFFF', indent: 2 });
          sheet.setLook(3, 1, {
            ...sheet.lookAt(3, 1),
            fill: '#FFEEAA',
            borders: { EdgeTop: { style: 'Double', weight: 'Thick', color: '#000000' } },
          });
          sheet.setLook(9, 9, { ...sheet.defaultLook, bold: true });
          sheet.setRowHidden(3, true);
          sheet.merge({ top: 0, left: 1, bottom: 0, right: 2 });
          sheetOf(model, '空').setVisibility('Hidden');
          model.names.define('検算_表', null, '=表!$A$1:$D$4');
          model.names.define('かくれ', null, '=表!$A$1').visible = false;
        });
        return opened;
      };
      const { throughOffice, port } = await bothOf(open);
      const read = await port.read();
      expect(read).toEqual(await throughOffice.workbook.read());
      expect(read.sheets[0]?.rows[3]?.[1]?.emphasis).toMatchObject({ filled: true, top: 'double' });
    },
  );

  it('writes the sheets of the sample the same, and once more over them', async () => {
    const { throughOffice, here, port } = await bothOf(openSample);
    for (let time = 1; time <= 2; time += 1) {
      await writeSheets(port, await verify(port, NO_TERMS), REPORT);
      await writeSheets(throughOffice.workbook, await verify(throughOffice.workbook, NO_TERMS), REPORT);
      expect(workbookOf(here.model)).toEqual(workbookOf(throughOffice.model));
    }
    expect(here.model.sheets).toHaveLength(6);
  });
});

describe('what it refuses', () => {
  const plan = planOf('findings', '検算結果');

  it('everything while a cell is edited', async () => {
    const opened = openTyped({ 表: [['1']] });
    const port = direct(opened);
    opened.model.cellEditMode = true;
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    for (const refused of [port.read(), port.write([plan]), port.select('表', area)]) {
      await expect(refused).rejects.toMatchObject({ code: 'cell-edit-mode' });
    }
    expect(opened.model.sheets).toHaveLength(1);
  });

  it('a copy that the user made of our sheet stays as it is', async () => {
    const opened = openTyped({ '検算結果 (2)': [['copy']], 検算結果: [['old']] });
    const [copy, own] = opened.model.sheets;
    for (const sheet of opened.model.sheets)
      opened.model.names.define('_kenzan', sheet.id, '="findings"').visible = false;
    await direct(opened).write([plan]);
    expect([copy?.cell(0, 0)?.value, own?.cell(0, 0)?.value]).toEqual(['copy', 'findings title']);
  });

  it('a name that the user’s sheet has, protected sheets, and a protected structure: nothing is written', async () => {
    const taken = openTyped({ 検算結果: [['1']] });
    await expect(direct(taken).write([plan])).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const structure = openTyped({ 表: [['1']] });
    structure.model.structureProtected = true;
    await expect(direct(structure).write([plan])).rejects.toMatchObject({ code: 'protected' });
    const own = openTyped({ 表: [['1']] });
    await direct(own).write([plan]);
    sheetOf(own.model, '検算結果').protected = true;
    const before = own.model.sheets.map(contentOf);
    await expect(direct(own).write([planOf('totals', '合計'), plan])).rejects.toMatchObject({ code: 'protected' });
    expect(own.model.sheets.map(contentOf)).toEqual(before);
    expect(before.flatMap(({ cells }) => cells.map(([, , value]) => value))).not.toContain(NOTICE);
  });

  it('sheets that are not there or not to be seen', async () => {
    const opened = openTyped({ 表: [['1']], 裏: [] });
    opened.model.change('load', () => sheetOf(opened.model, '裏').setVisibility('Hidden'));
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    await expect(direct(opened).select('無', area)).rejects.toMatchObject({ detail: 'ItemNotFound' });
    await expect(direct(opened).select('裏', area)).rejects.toMatchObject({ detail: 'InvalidOperation' });
  });

  it('to go on once it is cancelled, between parts of a long sheet', async () => {
    const opened = openLong(Array.from({ length: 50_000 }, (_none, row) => `行 ${row}`));
    const cancellation = { cancelled: false };
    let parts = 0;
    const port = new HostWorkbook(opened.model, async () => {
      parts += 1;
      cancellation.cancelled = true;
    });
    await expect(port.read(undefined, cancellation)).rejects.toMatchObject({ name: 'Cancelled' });
    expect(parts).toBe(1);
  });
});

it('tells of the user’s changes, not of our own sheets, and of selections, until it is ended', async () => {
  const opened = openTyped({ 表: [['1']] });
  const { model } = opened;
  const port = direct(opened);
  const told: unknown[] = [];
  const ends = [await port.onUserChange(() => told.push('changed')), await port.onSelection((cell) => told.push(cell))];
  await port.write([planOf('findings', '検算結果')]);
  model.userEdit(sheetOf(model, '検算結果').id, 3, 3, '5');
  expect(told).toEqual([]);
  model.userEdit(sheetOf(model, '表').id, 0, 0, '2');
  await port.select('表', { top: 4, left: 1, bottom: 5, right: 2 });
  expect(told).toEqual(['changed', { sheet: '表', row: 4, column: 1 }]);
  for (const end of ends) await end();
  model.userEdit(sheetOf(model, '表').id, 0, 0, '3');
  await port.select('表', { top: 0, left: 0, bottom: 0, right: 0 });
  expect(told).toHaveLength(2);
});

it('plans of one moment fit the next: what is planned from a snapshot here is what is planned from Excel’s', async () => {
  const { throughOffice, port } = await bothOf(openSample);
  const [a, b] = [await verify(port, NO_TERMS), await verify(throughOffice.workbook, NO_TERMS)];
  expect(planSheets(a.verification, a.snapshot, REPORT)).toEqual(planSheets(b.verification, b.snapshot, REPORT));
});
