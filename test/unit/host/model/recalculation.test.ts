import { WorkbookModel } from '../../../../src/host/model/workbookModel';
import { ironCalcInNode } from '../../../support/ironCalcInNode';

function workbook() {
  const model = new WorkbookModel('book.xlsx', 1900, ironCalcInNode());
  const sheet = model.change('load', () => model.addSheet('減額'));
  return { model, sheet };
}

describe('recalculation', () => {
  it('gives formulas their results in full precision, after every change', () => {
    const { model, sheet } = workbook();
    model.change('add-in', () => {
      sheet.setContent(0, 0, 713303, null);
      sheet.setContent(1, 0, null, '=A1/3');
      sheet.setContent(2, 0, null, '=ROUNDUP(A1*0.1,0)');
      sheet.setContent(3, 0, null, '=IF(A1>1,"一致","不一致")');
      sheet.setContent(4, 0, null, '=A1=713303');
      sheet.setContent(5, 0, null, '=1/0');
      sheet.setContent(6, 0, null, '=A9');
    });
    const values = [1, 2, 3, 4, 5, 6].map((row) => sheet.cell(row, 0)?.value);
    expect(values).toEqual([713303 / 3, 71331, '一致', true, { error: '#DIV/0!' }, 0]);
    model.userEdit(sheet.id, 0, 0, '9');
    expect(sheet.cell(1, 0)?.value).toBe(3);
    expect(sheet.cell(4, 0)?.value).toBe(false);
  });

  it('keeps a cached result until something that it depends on changes', () => {
    const { model, sheet } = workbook();
    model.change('load', () => {
      sheet.setContent(0, 0, 5, null);
      sheet.setContent(0, 1, 999, '=A1*2');
    });
    expect(sheet.cell(0, 1)?.value).toBe(999);
    model.userEdit(sheet.id, 5, 5, 'elsewhere');
    expect(sheet.cell(0, 1)?.value).toBe(999);
    model.userEdit(sheet.id, 0, 0, '6');
    expect(sheet.cell(0, 1)?.value).toBe(12);
  });

  it('keeps the cached result of a formula that it cannot calculate, and lets others see it', () => {
    const { model, sheet } = workbook();
    model.change('load', () => {
      sheet.setContent(0, 0, 40, '=HYPERLINK("x",40)');
      sheet.setContent(1, 0, 42, '=A1+B2');
      sheet.setContent(1, 1, 2, null);
    });
    model.userEdit(sheet.id, 1, 1, '3');
    expect(sheet.cell(0, 0)?.value).toBe(40);
    expect(sheet.cell(1, 0)?.value).toBe(43);
  });

  it('follows sheets and names as they come and go', () => {
    const { model, sheet } = workbook();
    const other = model.change('add-in', () => {
      const added = model.addSheet('合計 1');
      model.names.define('rate', null, "='合計 1'!$A$1");
      model.names.define('share', null, '=0.5');
      added.setContent(0, 0, 10, null);
      sheet.setContent(0, 0, null, '=rate*2');
      sheet.setContent(0, 1, null, '=share*2');
      sheet.setContent(0, 2, null, "='合計 1'!A1+1");
      return added;
    });
    expect(sheet.cell(0, 0)?.value).toBe(20);
    expect(sheet.cell(0, 1)?.value).toBe(1);
    model.change('user', () => model.deleteSheet(other));
    expect(sheet.cell(0, 2)?.value).toEqual({ error: '#REF!' });
  });

  it('replaces text by a number and a number by text without a trace', () => {
    const { model, sheet } = workbook();
    model.userEdit(sheet.id, 0, 1, '=A1+1');
    model.userEdit(sheet.id, 0, 0, "'5x");
    expect(sheet.cell(0, 1)?.value).toEqual({ error: '#VALUE!' });
    model.userEdit(sheet.id, 0, 0, '-5');
    expect(sheet.cell(0, 1)?.value).toBe(-4);
  });
});
