import { type ChangeReport, WorkbookModel } from '../../../../src/host/model/workbookModel';

function workbook() {
  const model = new WorkbookModel('book.xlsx');
  const sheet = model.change('load', () => model.addSheet('減額'));
  const reports: ChangeReport[] = [];
  model.onChange((report) => reports.push(report));
  return { model, sheet, reports };
}

describe('the workbook in memory', () => {
  it('tells once who changed which cells', () => {
    const { model, sheet, reports } = workbook();
    model.change('add-in', () => {
      for (let row = 0; row < 3; row += 1) sheet.setContent(row, 1, row, null);
    });
    model.userEdit(sheet.id, 9, 0, '2019/12/4');
    expect(reports.map(({ source }) => source)).toEqual(['add-in', 'user']);
    expect(reports[0]?.changes).toEqual([
      { kind: 'cells', sheetId: sheet.id, area: { top: 0, left: 1, bottom: 2, right: 1 }, contents: true },
    ]);
    expect(sheet.cell(9, 0)).toMatchObject({ value: 43803, look: { numberFormat: 'yyyy/m/d' } });
    expect(model.text(sheet.cell(9, 0))).toBe('2019/12/4');
  });

  it('tells of changes made before a failure too', () => {
    const { model, sheet, reports } = workbook();
    const failing = () =>
      model.change('add-in', () => {
        sheet.setContent(0, 0, 1, null);
        model.addSheet('減額');
      });
    expect(failing).toThrow('exists');
    expect(reports).toHaveLength(1);
  });

  it('is changed inside change() only', () => {
    const { sheet } = workbook();
    expect(() => sheet.setContent(0, 0, 1, null)).toThrow('inside change()');
  });

  it.each(['', "'x", 'a/b', 'a'.repeat(32), '[x]'])('refuses the sheet name %j', (name) => {
    const { model } = workbook();
    expect(() => model.change('user', () => model.addSheet(name))).toThrow(
      expect.objectContaining({ code: 'InvalidArgument' }),
    );
  });

  it('keeps one visible sheet, and gives a deleted sheet’s names up', () => {
    const { model, sheet } = workbook();
    expect(() => model.change('user', () => model.deleteSheet(sheet))).toThrow('one visible sheet');
    model.change('user', () => {
      const other = model.addSheet('合計');
      model.names.define('_kenzan', other.id, '="totals"', false);
      model.names.define('率', null, '=0.1');
      model.select(other.id, { top: 1, left: 1, bottom: 1, right: 1 });
      model.deleteSheet(other);
    });
    expect(model.names.all.map((name) => name.name)).toEqual(['率']);
    expect(model.activeSheet).toBe(sheet);
  });

  it('refuses what is typed into a protected sheet', () => {
    const { model, sheet } = workbook();
    sheet.protected = true;
    expect(() => model.userEdit(sheet.id, 0, 0, '1')).toThrow(expect.objectContaining({ code: 'AccessDenied' }));
    expect(sheet.usedArea(false)).toBeNull();
  });

  it('tells of a selection once', () => {
    const { model, sheet } = workbook();
    const seen: unknown[] = [];
    const stop = model.onSelection(({ area }) => seen.push(area));
    const area = { top: 3, left: 3, bottom: 4, right: 4 };
    model.select(sheet.id, area);
    model.select(sheet.id, { ...area });
    stop();
    model.select(sheet.id, { ...area, top: 0 });
    expect(seen).toEqual([area]);
  });

  it('knows the used range with and without looks', () => {
    const { model, sheet } = workbook();
    model.change('user', () => {
      sheet.setContent(2, 1, 'x', null);
      sheet.setContent(5, 3, '', null);
      sheet.setLook(9, 9, { ...sheet.defaultLook, bold: true });
      sheet.setContent(5, 3, null, null);
    });
    expect(sheet.usedArea(true)).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
    expect(sheet.usedArea(false)).toEqual({ top: 2, left: 1, bottom: 9, right: 9 });
  });
});
