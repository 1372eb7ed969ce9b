import { NO_TERMS } from '../../../src/core/checks/terms';
import { planSheets } from '../../../src/core/report/planSheets';
import { areaName, cellName, qualifiedCell } from '../../../src/core/sheets/address';
import { MARK_NAME, type PlannedCell, type SheetPlan } from '../../../src/core/sheets/sheetPlan';
import { Cancelled } from '../../../src/core/sheets/workbook';
import { serialOfDate } from '../../../src/core/values/calendar';
import { Decimal } from '../../../src/core/values/decimal';
import { verify } from '../../../src/core/verify';
import type { SheetModel } from '../../../src/host/model/sheetModel';
import type { WorkbookModel } from '../../../src/host/model/workbookModel';
import { contentOf, type Opened, openSample, openTyped, planOf, requestsOf, sheetOf } from './support';

const OPTIONS = {
  language: 'ja',
  time: { date: { year: 2026, month: 11, day: 23 }, hour: 9, minute: 5 },
  version: '0.1.0',
} as const;

async function plansFor({ workbook }: Opened): Promise<SheetPlan[]> {
  const { verification } = await verify(workbook, NO_TERMS);
  return planSheets(verification, await workbook.read(), OPTIONS);
}

/** What a planned cell is to hold in the workbook, formulas aside. */
function plannedValue({ content }: PlannedCell): unknown {
  switch (content.kind) {
    case 'number':
      return content.value.toNumber();
    case 'date':
      return serialOfDate(content.value, 1900);
    case 'boolean':
      return content.value;
    case 'text':
    case 'link':
      return content.text === '' ? null : content.text;
    default:
      return null;
  }
}

function expectWritten(sheet: SheetModel, plan: SheetPlan): void {
  for (const planned of plan.cells) {
    const cell = sheet.cell(planned.row, planned.column);
    const found = { at: cellName(planned), value: cell?.value ?? null, formula: cell?.formula ?? null };
    if (planned.content.kind === 'formula') {
      expect(found).toMatchObject({ at: cellName(planned), formula: planned.content.formula });
    } else expect(found).toEqual({ at: cellName(planned), value: plannedValue(planned), formula: null });
    expect(cell?.look.numberFormat ?? 'General').toBe(planned.style.numberFormat ?? 'General');
    if (planned.content.kind === 'link') {
      const link = sheet.link(planned.row, planned.column);
      expect(link?.documentReference).toBe(qualifiedCell(planned.content.target));
      expect(cell?.look.underline).toBe(false);
    }
  }
}

describe('the three sheets of the sample', () => {
  let opened: Opened;
  let plans: SheetPlan[];
  let before: unknown;

  beforeAll(async () => {
    opened = await openSample();
    plans = await plansFor(opened);
    before = opened.model.sheets.map(contentOf);
    await opened.workbook.write(plans);
  });

  test('hold every planned cell, formula, link and format', () => {
    expect(plans).toHaveLength(3);
    for (const plan of plans) expectWritten(sheetOf(opened.model, plan.name), plan);
  });

  test('calculate to what the plan says, every one of them', () => {
    let calculated = 0;
    for (const plan of plans) {
      for (const { row, column, content } of plan.cells) {
        if (content.kind !== 'formula') continue;
        const { result } = content;
        const value = sheetOf(opened.model, plan.name).cell(row, column)?.value ?? '';
        calculated += 1;
        const wanted = Decimal.isDecimal(result)
          ? result.toNumber()
          : typeof result === 'object'
            ? serialOfDate(result, 1900)
            : result;
        const at = `${plan.name} ${cellName({ row, column })} ${content.formula}`;
        if (typeof wanted === 'number') expect([at, Math.abs(Number(value) - wanted) < 1e-6]).toEqual([at, true]);
        else expect([at, value]).toEqual([at, wanted]);
      }
    }
    expect(calculated).toBeGreaterThan(200);
  });

  test('have their furniture', () => {
    for (const plan of plans) {
      const sheet = sheetOf(opened.model, plan.name);
      expect(sheet.merges.map((area) => areaName(area)).sort()).toEqual(
        plan.merges.map((area) => areaName(area)).sort(),
      );
      expect(sheet.frozen).toEqual(plan.frozen);
      expect(sheet.tabColor).toBe(plan.tabColor);
      expect(sheet.showGridlines).toBe(false);
      expect(sheet.page).toMatchObject({ paperSize: 'A4', fitWide: 1, fitTall: null, titleRows: plan.page.titleRows });
      expect(sheet.conditionalFormats.map(({ area, formula }) => [area, formula])).toEqual(
        plan.highlights.map(({ area, formula }) => [area, formula]),
      );
      expect(sheet.validations.map(({ area, source }) => [areaName(area), source])).toEqual(
        plan.choices.map(({ cell, choices }) => [cellName(cell), choices.join(',')]),
      );
      expect([...sheet.columnWidths.values()]).toEqual(
        plan.columnWidths.map((characters) => Math.round(characters * 8 + 5)),
      );
      expect([...sheet.rowHeights].sort(([a], [b]) => a - b)).toEqual([...plan.rowHeights].sort(([a], [b]) => a - b));
      expect(sheet.charts.map(({ title }) => title)).toEqual(plan.charts.map(({ title }) => title));
    }
  });

  test('look as planned', () => {
    for (const plan of plans) {
      const sheet = sheetOf(opened.model, plan.name);
      for (const { row, column, style } of plan.cells) {
        const look = sheet.lookAt(row, column);
        const at = `${plan.name} ${cellName({ row, column })}`;
        expect([at, look.bold, look.wrap, look.fill]).toEqual([
          at,
          style.bold ?? false,
          style.wrap ?? false,
          style.fill ?? null,
        ]);
        if (style.color !== undefined) expect([at, look.fontColor]).toEqual([at, style.color]);
        for (const side of style.border?.sides ?? []) {
          const edge = `Edge${side.charAt(0).toUpperCase()}${side.slice(1)}` as 'EdgeTop';
          expect([at, side, look.borders[edge]?.color]).toEqual([at, side, expect.any(String)]);
        }
      }
    }
  });

  test('are marked by hidden names of their own, and read back with their roles', async () => {
    for (const plan of plans) {
      const name = opened.model.names.find(MARK_NAME, sheetOf(opened.model, plan.name).id);
      expect(name).toMatchObject({ formula: `="${plan.role}"`, visible: false });
    }
    const roles = (await opened.workbook.read()).sheets.flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(plans.map(({ role }) => role));
  });

  test('leave every other sheet as it was', () => {
    expect(opened.model.sheets.slice(0, -3).map(contentOf)).toEqual(before);
  });

  test('are rewritten in place, renamed or not, with nothing of the old left', async () => {
    const timeline = sheetOf(opened.model, '時系列');
    opened.model.change('user', () => opened.model.renameSheet(timeline, '年表'));
    opened.model.userEdit(timeline.id, 400, 30, 'a note of mine');
    opened.model.change('user', () => timeline.setRowHidden(3, true));
    const ids = opened.model.sheets.map(({ id }) => id);
    const again = await plansFor(opened);
    await opened.workbook.write(again);
    expect(opened.model.sheets.map(({ id }) => id)).toEqual(ids);
    expect(again.map(({ name }) => name)).toEqual(['検算結果', '合計', '年表']);
    for (const plan of again) {
      const sheet = sheetOf(opened.model, plan.name);
      expectWritten(sheet, plan);
      expect(sheet.charts).toHaveLength(plan.charts.length);
      expect(sheet.conditionalFormats).toHaveLength(plan.highlights.length);
    }
    expect(timeline.cell(400, 30)).toBeNull();
    expect([...timeline.hiddenRows]).toEqual([]);
    expect(opened.model.sheets.slice(0, -3).map(contentOf)).toEqual(before);
  });
});

test('a write takes two syncs and one for every sheet', async () => {
  const opened = openTyped({ 表: [['x']] });
  await opened.workbook.read();
  const plans = [planOf('findings', '検算結果'), planOf('totals', '合計'), planOf('timeline', '時系列')];
  expect(await requestsOf(opened.host, () => opened.workbook.write(plans))).toBe(5);
  expect(await requestsOf(opened.host, () => opened.workbook.write(plans))).toBe(5);
});

test('long contents are written in several requests', async () => {
  const { workbook, model } = openTyped({ 表: [['x']] });
  const cells = Array.from({ length: 400 }, (_none, row) => {
    return {
      row: row + 1,
      column: 0,
      content: { kind: 'text', text: `${row}${'長'.repeat(6000)}` },
      style: {},
    } as const;
  });
  await workbook.write([planOf('findings', '検算結果', cells)]);
  const sheet = sheetOf(model, '検算結果');
  expect(sheet.cell(400, 0)?.value).toBe(`399${'長'.repeat(6000)}`);
  expect(sheet.cell(0, 0)?.value).toBe('findings title');
});

test('links, heights, formats and lines of a long sheet are written in requests that Excel on the web takes', async () => {
  const { workbook, model, host } = openTyped({ 表: [['x']] });
  const links = Array.from({ length: 12_000 }, (_none, row) => {
    const target = { sheet: '表', row, column: 0 };
    const style = { numberFormat: '#,##0', fill: row % 2 === 0 ? '#E6EFF3' : '#FFFFFF' } as const;
    return { row: row + 1, column: 1, content: { kind: 'link', text: `表!A${row + 1}`, target }, style } as const;
  });
  const rowHeights = new Map(links.map(({ row }) => [row, 15 + (row % 3)] as const));
  const plan = { ...planOf('findings', '検算結果', links), rowHeights };
  const requests = await requestsOf(host, () => workbook.write([plan]));
  expect(requests).toBeGreaterThan(3);
  expect(requests).toBeLessThanOrEqual(12);
  const sheet = sheetOf(model, '検算結果');
  expect([...sheet.links()]).toHaveLength(12_000);
  expect(sheet.cell(12_000, 1)?.value).toBe('表!A12000');
  expect(sheet.cell(0, 0)?.value).toBe('findings title');
});

test.each([
  '=1+1',
  '+81',
  '-',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n-1',
  "'quoted",
  '2019/12/4',
  '1-2',
  '12',
  '１２',
  '5%',
  'TRUE',
  '#N/A',
  '令和元年5月1日',
  '00123',
])('the text %s stays text', async (text) => {
  const { workbook, model } = openTyped({ 表: [['x']] });
  const cell = { row: 1, column: 1, content: { kind: 'text', text }, style: {} } as const;
  const formatted = { ...cell, row: 2, style: { numberFormat: '@' } };
  await workbook.write([planOf('findings', text, [cell, formatted])].map((plan) => ({ ...plan, name: '検算結果' })));
  const sheet = sheetOf(model, '検算結果');
  for (const row of [1, 2]) {
    expect(sheet.cell(row, 1)).toMatchObject({ value: text, formula: null });
    expect(sheet.lookAt(row, 1).numberFormat).toBe(row === 1 ? 'General' : '@');
  }
});

test('dates follow the workbook’s date system', async () => {
  const { workbook, model } = openTyped({ 表: [['x']] }, 1904);
  const value = { year: 2019, month: 12, day: 4 };
  const cell = { row: 1, column: 0, content: { kind: 'date', value }, style: { numberFormat: 'yyyy/m/d' } } as const;
  await workbook.write([planOf('findings', '検算結果', [cell])]);
  expect(sheetOf(model, '検算結果').cell(1, 0)?.value).toBe(serialOfDate(value, 1904));
});

test('a bar chart has its series, axes and place', async () => {
  const { workbook, model } = openTyped({ 表: [['x']] });
  const column = (left: number) => ({ top: 1, bottom: 3, left, right: left });
  const chart = {
    title: '期間',
    categories: column(0),
    series: [
      { name: '開始', values: column(1), fill: null },
      { name: '日数', values: column(2), fill: '#2F7F9E' },
    ],
    axis: { minimum: 43800, maximum: 43900, majorUnit: 31, numberFormat: 'yyyy/m' },
    position: { top: 5, bottom: 20, left: 0, right: 6 },
  };
  await workbook.write([{ ...planOf('timeline', '時系列'), charts: [chart] }]);
  const sheet = '時系列';
  expect(sheetOf(model, sheet).charts).toMatchObject([
    {
      type: 'BarStacked',
      title: '期間',
      legendVisible: false,
      series: [
        { name: '開始', values: { sheet, ...column(1) }, categories: { sheet, ...column(0) }, fill: null },
        { name: '日数', values: { sheet, ...column(2) }, categories: { sheet, ...column(0) }, fill: '#2F7F9E' },
      ],
      valueAxis: { minimum: 43800, maximum: 43900, majorUnit: 31, numberFormat: 'yyyy/m' },
      categoryAxis: { reversed: true, crossing: 'Maximum' },
    },
  ]);
});

describe('names of a plan', () => {
  const formula = (row: number, text: string, result: number): PlannedCell => ({
    ...{ row, column: 0, style: {} },
    content: { kind: 'formula', formula: text, result: new Decimal(result) },
  });
  const named = (row: number): SheetPlan => ({
    ...planOf('totals', '合計', [
      { row, column: 2, content: { kind: 'number', value: new Decimal(row) }, style: {} },
      formula(1, '=rate*10', row * 10),
    ]),
    names: [{ name: 'rate', cell: { row, column: 2 } }],
  });
  const user = (model: WorkbookModel) => model.change('user', () => model.names.define('rate', null, '=表!$A$1'));

  test('belong to their sheet, are defined once and set right again', async () => {
    const { workbook, model } = openTyped({ 表: [['x']] });
    await workbook.write([named(3)]);
    await workbook.write([named(4)]);
    const own = model.names.of(sheetOf(model, '合計').id).filter(({ visible }) => visible);
    expect(own).toMatchObject([{ name: 'rate', formula: '=合計!$C$5' }]);
    expect(model.names.of(null)).toEqual([]);
  });

  test('never take a name from the user, nor does the user’s take theirs', async () => {
    const { workbook, model } = openTyped({ 表: [['7', '=rate']] });
    user(model);
    await workbook.write([planOf('findings', '検算結果', [formula(1, '=rate+1', 8)]), named(3)]);
    expect(model.names.of(null)).toMatchObject([{ formula: '=表!$A$1' }]);
    expect(sheetOf(model, '合計').cell(1, 0)?.value).toBe(30);
    expect(sheetOf(model, '検算結果').cell(1, 0)?.value).toBe(8);
    expect(sheetOf(model, '表').cell(0, 1)?.value).toBe(7);
  });
});

describe('a workbook that the plans do not fit', () => {
  const plans = [planOf('findings', '検算結果'), planOf('totals', '合計')];

  test.each(['合計', '検算結果'])('has a sheet %s of the user’s: nothing is written', async (name) => {
    const { workbook, model } = openTyped({ 表: [['x']], [name]: [['mine']] });
    const before = model.sheets.map(contentOf);
    await expect(workbook.write(plans)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(model.sheets.map(contentOf)).toEqual(before);
  });

  test('has our sheet renamed meanwhile: it is not written a second time', async () => {
    const { workbook, model } = openTyped({ 表: [['x']] });
    await workbook.write(plans);
    model.change('user', () => model.renameSheet(sheetOf(model, '合計'), '総計'));
    await expect(workbook.write(plans)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(model.sheets.map(({ name }) => name)).toEqual(['表', '検算結果', '総計']);
  });

  test('has a copy that the user made of our sheet, before it: the copy stays as it is', async () => {
    const { workbook, model } = openTyped({ 表: [['x']], '合計 (2)': [['copy']] });
    const copy = sheetOf(model, '合計 (2)');
    model.names.define('_kenzan', copy.id, '="totals"').visible = false;
    const before = contentOf(copy);
    await expect(workbook.write(plans)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const total = model.change('user', () => model.addSheet('合計'));
    model.names.define('_kenzan', total.id, '="totals"').visible = false;
    await workbook.write(plans);
    expect(contentOf(copy)).toEqual(before);
    expect(model.sheets.map(({ name }) => name)).toEqual(['表', '合計 (2)', '合計', '検算結果']);
    expect(total.cell(0, 0)?.value).toBe('totals title');
  });

  test('is protected: nothing is unprotected and nothing written', async () => {
    const { workbook, model } = openTyped({ 表: [['x']] });
    model.structureProtected = true;
    await expect(workbook.write(plans)).rejects.toMatchObject({ code: 'protected' });
    model.structureProtected = false;
    await workbook.write(plans);
    const findings = sheetOf(model, '検算結果');
    findings.protected = true;
    const before = model.sheets.map(contentOf);
    await expect(workbook.write(plans)).rejects.toMatchObject({ code: 'protected' });
    expect(findings.protected).toBe(true);
    expect(model.sheets.map(contentOf)).toEqual(before);
  });

  test('has protected sheets of the user’s: those do not matter', async () => {
    const { workbook, model } = openTyped({ 表: [['x']] });
    sheetOf(model, '表').protected = true;
    await workbook.write(plans);
    expect(sheetOf(model, '合計').cell(0, 0)?.value).toBe('totals title');
  });
});

test('a cancelled write takes its sheets back', async () => {
  const { workbook, model } = openTyped({ 表: [['x']] });
  const cancellation = { cancelled: false };
  const plans = [planOf('findings', '検算結果'), planOf('totals', '合計')];
  const writing = workbook.write(plans, () => (cancellation.cancelled = true), cancellation);
  await expect(writing).rejects.toBeInstanceOf(Cancelled);
  expect(model.sheets.map(({ name }) => name)).toEqual(['表']);
  expect(model.names.all).toEqual([]);
});
