import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExcelHost } from '../../../src/host/excelHost';
import { WorkbookModel } from '../../../src/host/model/workbookModel';
import { ironCalcInNode } from '../../support/ironCalcInNode';
import { startOfficeInNode } from '../../support/officeInNode';

const SAMPLE = join(__dirname, '../../../assets/sample/nakano-2020.xlsx');

function emptyHost() {
  const model = new WorkbookModel('book.xlsx', 1900, ironCalcInNode());
  model.change('load', () => model.addSheet('減額'));
  const host = new ExcelHost(model);
  return { model, host, ...startOfficeInNode(host) };
}

describe('the real client library against the host', () => {
  it('reads the sample: values, formats, texts and merges', async () => {
    const host = await ExcelHost.open(readFileSync(SAMPLE), 'nakano-2020.xlsx', ironCalcInNode());
    const { Excel } = startOfficeInNode(host);
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility,items/names/items/name');
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(host.model.sheets.map((sheet) => sheet.name));
      const first = sheets.items[0];
      if (!first) throw new Error('The sample has no sheet.');
      const used = first.getUsedRangeOrNullObject(true);
      used.load('values,formulas,text,numberFormat,valueTypes,rowIndex,columnIndex,rowCount,columnCount');
      const merged = used.getMergedAreasOrNullObject();
      merged.load('areas/items/rowIndex,areas/items/rowCount,areas/items/columnIndex,areas/items/columnCount');
      const date = context.workbook.functions.date(1904, 1, 1);
      date.load('value');
      const rows = used.getRowProperties({ rowHidden: true, rowIndex: true });
      await context.sync();
      expect([used.values[3]?.[1], used.text[3]?.[1], used.numberFormat[3]?.[1]]).toEqual([
        43825,
        '2019/12/26',
        'yyyy/m/d',
      ]);
      expect(used.valueTypes[3]).toEqual(['String', 'Double', 'Double', 'Double']);
      expect(date.value).toBe(1462);
      expect(
        merged.areas.items.map((area) => [area.rowIndex, area.columnIndex, area.rowCount, area.columnCount]),
      ).toEqual(
        host.model.sheets[0]?.merges.map(({ top, left, bottom, right }) => [
          top,
          left,
          bottom - top + 1,
          right - left + 1,
        ]),
      );
      expect(rows.value).toHaveLength(used.rowCount);
      expect(rows.value[0]?.rowHidden).toBe(false);
    });
  });

  it('writes values, formulas and looks, and reads them back', async () => {
    const { Excel, model } = emptyHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('合計');
      const range = sheet.getRangeByIndexes(0, 0, 2, 2);
      range.numberFormat = [
        ['@', 'General'],
        ['General', '#,##0'],
      ];
      range.values = [
        ['=1+1', "'=2+2"],
        [12, '=A2*1000'],
      ];
      range.format.font.bold = true;
      sheet.getRanges('A1,B2').format.fill.color = '#D9E1F2';
      const bottom = range.format.borders.getItem('EdgeBottom');
      bottom.style = 'Continuous';
      bottom.color = '#7F7F7F';
      sheet.getRange('A:A').format.columnWidth = 96;
      sheet.freezePanes.freezeRows(1);
      range.load('values,text,formulas');
      await context.sync();
      expect(range.values).toEqual([
        ['=1+1', '=2+2'],
        [12, 12000],
      ]);
      expect(range.text[1]).toEqual(['12', '12,000']);
      expect(range.formulas[1]).toEqual([12, '=A2*1000']);
    });
    const sheet = model.sheet('合計');
    expect(sheet?.lookAt(1, 1)).toMatchObject({ bold: true, fill: '#D9E1F2', numberFormat: '#,##0' });
    expect(sheet?.lookAt(0, 0).borders).toEqual({});
    expect(sheet?.lookAt(1, 0).borders.EdgeBottom?.color).toBe('#7F7F7F');
    expect(sheet?.columnWidths.get(0)).toBe(128);
    expect(sheet?.frozen).toEqual({ rows: 1, columns: 0 });
  });

  it('marks a sheet by a hidden name of its own', async () => {
    const { Excel, model } = emptyHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('減額');
      sheet.names.add('_kenzan', '="findings"').visible = false;
      await context.sync();
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/names/items/name,items/names/items/formula');
      await context.sync();
      expect(sheets.items[0]?.names.items.map((name) => [name.name, name.formula])).toEqual([
        ['_kenzan', '="findings"'],
      ]);
    });
    expect(model.names.all).toMatchObject([{ name: '_kenzan', visible: false }]);
  });

  it('makes a bar chart, conditional formats, choices, links and a page', async () => {
    const { Excel, model } = emptyHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('減額');
      const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:A3'), 'Columns');
      chart.title.text = '停止';
      chart.legend.visible = false;
      chart.series.getItemAt(0).delete();
      const series = chart.series.add('開始');
      series.setValues(sheet.getRange('A1:A3'));
      series.setXAxisValues(sheet.getRange('B1:B3'));
      series.format.fill.clear();
      chart.axes.valueAxis.minimum = 43800;
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.setPosition('D1', 'F10');
      const highlight = sheet.getRange('A1:B2').conditionalFormats.add('Custom');
      highlight.custom.rule.formula = '=A1=1';
      highlight.custom.format.fill.color = '#FFC7CE';
      sheet.getRange('C1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('C2').hyperlink = { documentReference: "'減額'!A1", textToDisplay: '減額!A1', screenTip: 'go' };
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.setPrintTitleRows('$1:$2');
      await context.sync();
    });
    const sheet = model.sheet('減額');
    expect(sheet?.charts).toMatchObject([
      {
        type: 'BarStacked',
        title: '停止',
        legendVisible: false,
        series: [{ name: '開始', fill: null }],
        left: 162,
        width: 162,
      },
    ]);
    expect(sheet?.conditionalFormats).toMatchObject([
      { formula: '=A1=1', fill: '#FFC7CE', area: { bottom: 1, right: 1 } },
    ]);
    expect(sheet?.validations).toMatchObject([{ source: 'a,b', area: { left: 2 } }]);
    expect(sheet?.link(1, 2)?.documentReference).toBe("'減額'!A1");
    expect(sheet?.cell(1, 2)?.value).toBe('減額!A1');
    expect(sheet?.page).toMatchObject({ orientation: 'Landscape', titleRows: { first: 0, last: 1 } });
  });

  it('tells of changes and selections while listened to, and not afterwards', async () => {
    const { Excel, model } = emptyHost();
    const seen: string[] = [];
    const handlers = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const changed = sheets.onChanged.add(async (event) => void seen.push(`${event.address} ${event.source}`));
      const selected = sheets.onSelectionChanged.add(async (event) => void seen.push(event.address));
      await context.sync();
      return [changed, selected];
    });
    const id = model.sheet('減額')?.id ?? '';
    const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
    model.userEdit(id, 1, 2, '5');
    model.select(id, { top: 4, left: 0, bottom: 4, right: 0 });
    await settle();
    expect(seen).toEqual(['C2 Local', 'A5']);
    for (const handler of handlers) {
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    }
    model.userEdit(id, 1, 2, '6');
    await settle();
    expect(seen).toHaveLength(2);
  });

  it('splits large writes into pieces that arrive whole', async () => {
    const { Excel, model } = emptyHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('減額').getRange('A10:B3009');
      range.values = Array.from({ length: 3000 }, (_, row) => [row, row * 2]);
      await context.sync();
    });
    expect(model.sheet('減額')?.cell(3008, 1)?.value).toBe(5998);
    expect(model.sheet('減額')?.usedArea(true)).toEqual({ top: 9, left: 0, bottom: 3008, right: 1 });
  });
});

describe('what the host refuses', () => {
  async function codeOf(
    host: ReturnType<typeof emptyHost>,
    work: (context: Excel.RequestContext) => void,
  ): Promise<unknown> {
    return host.Excel.run(async (context) => {
      work(context);
      await context.sync();
      return 'nothing was refused';
    }).catch((error: unknown) => (error instanceof host.OfficeExtension.Error ? error.code : error));
  }

  it.each<[string, (context: Excel.RequestContext) => void, string]>([
    ['a sheet that is not there', (context) => context.workbook.worksheets.getItem('x').load('name'), 'ItemNotFound'],
    ['a sheet name taken', (context) => context.workbook.worksheets.add('減額'), 'ItemAlreadyExists'],
    [
      'an array of another shape',
      (context) => {
        context.workbook.worksheets.getItem('減額').getRange('A1:B2').values = [[1, 2, 3]];
      },
      'InvalidArgument',
    ],
    [
      'a member that it does not know',
      (context) => context.workbook.worksheets.getItem('減額').pivotTables.load('items/name'),
      'ApiNotFound',
    ],
    [
      'a property that it does not know',
      (context) => context.workbook.worksheets.getItem('減額').load('standardWidth'),
      'ApiNotFound',
    ],
    [
      'an address that is none',
      (context) => context.workbook.worksheets.getItem('減額').getRange('A0').load('values'),
      'InvalidArgument',
    ],
  ])('%s', async (_name, work, code) => {
    expect(await codeOf(emptyHost(), work)).toBe(code);
  });

  it('a change to a protected sheet, and to the sheets of a protected workbook', async () => {
    const host = emptyHost();
    const sheet = host.model.sheet('減額');
    if (sheet) sheet.protected = true;
    const write = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem('減額').getRange('A1').values = [[1]];
    };
    expect(await codeOf(host, write)).toBe('AccessDenied');
    host.model.structureProtected = true;
    expect(await codeOf(host, (context) => context.workbook.worksheets.add('x'))).toBe('AccessDenied');
    expect(host.model.sheets).toHaveLength(1);
  });

  it('everything while a cell is edited', async () => {
    const host = emptyHost();
    host.model.cellEditMode = true;
    expect(await codeOf(host, (context) => context.workbook.load('name'))).toBe('InvalidOperationInCellEditMode');
  });

  it('requests that are too large, and those told to fail', async () => {
    const host = emptyHost();
    const big = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem('減額').getRange('A1').values = [['x'.repeat(6_000_000)]];
    };
    expect(await codeOf(host, big)).toBe('RequestPayloadSizeLimitExceeded');
    host.host.failRequest(1, 'connection-lost');
    expect(await codeOf(host, (context) => context.workbook.load('name'))).toBe('GeneralException');
  });

  it('but keeps what was done before the refused action', async () => {
    const host = emptyHost();
    await codeOf(host, (context) => {
      const sheet = context.workbook.worksheets.getItem('減額');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[1, 2]];
      sheet.getRange('A3').values = [[1]];
    });
    const sheet = host.model.sheet('減額');
    expect([0, 1, 2].map((row) => sheet?.cell(row, 0)?.value ?? null)).toEqual([1, null, null]);
  });
});
