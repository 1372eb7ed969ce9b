import { displayText, isDateFormat } from '../../../../src/host/model/displayText';

describe('what a cell shows', () => {
  it.each([
    [null, 'General', ''],
    [0.1, 'General', '0.1'],
    [4583985, '#,##0', '4,583,985'],
    [-1234.5, '#,##0.0;(#,##0.0)', '(1,234.5)'],
    [43803, 'yyyy/m/d', '2019/12/4'],
    [43803, 'yyyy"年"m"月"d"日"', '2019年12月4日'],
    [43803, '[$-411]ggge"年"m"月"d"日"', '令和1年12月4日'],
    [43585, '[$-411]ge.m.d', 'H31.4.30'],
    [43586, '[$-411]gge"年"', '令1年'],
    [true, 'General', 'TRUE'],
    [{ error: '#REF!' }, '#,##0', '#REF!'],
    ['text', '#,##0', 'text'],
    ['text', '"「"@"」"', '「text」'],
    [0.5, '0%', '50%'],
  ])('%j under %s', (value, format, shown) => {
    expect(displayText(value, format, 1900)).toBe(shown);
  });

  it('shows dates of the 1904 system, and numbers as they are', () => {
    expect(displayText(42341, 'yyyy/m/d', 1904)).toBe('2019/12/4');
    expect(displayText(42341, '#,##0', 1904)).toBe('42,341');
  });

  it.each([
    ['yyyy/m/d', true],
    ['[h]:mm', true],
    ['[$-411]ge.m.d', true],
    ['General', false],
    ['#,##0"日"', false],
    ['#,##0;[Red]-#,##0', false],
    ['0.00E+00', false],
  ])('%s is a date format: %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});
