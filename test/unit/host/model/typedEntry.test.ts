import { readTypedEntry } from '../../../../src/host/model/typedEntry';

describe('what is typed into a cell', () => {
  it.each([
    ['', 'General', null, null, null],
    ['減額', 'General', '減額', null, null],
    ['4583985', 'General', 4583985, null, null],
    ['4,583,985', 'General', 4583985, null, '#,##0'],
    ['4,583.5', 'General', 4583.5, null, '#,##0.00'],
    ['４，５８３', 'General', 4583, null, '#,##0'],
    ['-5', 'General', -5, null, null],
    ['.5', 'General', 0.5, null, null],
    ['1e3', 'General', 1000, null, null],
    ['10%', 'General', 0.1, null, '0%'],
    ['¥1,000', 'General', 1000, null, '"¥"#,##0'],
    ['1,00', 'General', '1,00', null, null],
    ['2019/12/4', 'General', 43803, null, 'yyyy/m/d'],
    ['2019-12-04', 'General', 43803, null, 'yyyy/m/d'],
    ['2019年12月4日', 'General', 43803, null, 'yyyy"年"m"月"d"日"'],
    ['2019/2/30', 'General', '2019/2/30', null, null],
    ['2019/12/4', '#,##0', 43803, null, null],
    ['true', 'General', true, null, null],
    ['#n/a', 'General', { error: '#N/A' }, null, null],
    ['=SUM(A1:A3)', 'General', null, '=SUM(A1:A3)', null],
    ['=', 'General', '=', null, null],
    ["'=1+1", 'General', '=1+1', null, null],
    ["'00123", 'General', '00123', null, null],
    ['=1+1', '@', '=1+1', null, null],
    ['2019/12/4', '@', '2019/12/4', null, null],
  ])('%j under %s', (typed, format, value, formula, numberFormat) => {
    expect(readTypedEntry(typed, format, 1900)).toEqual({ value, formula, numberFormat });
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(readTypedEntry('2019/12/4', 'General', 1904).value).toBe(42341);
    expect(readTypedEntry('1903/12/31', 'General', 1904).value).toBe('1903/12/31');
  });
});
