import { quoteSheetName } from '../../../../src/core/sheets/address';

test.each(['減額', '損害賠償', '_x', 'Data', 'Rates', 'Costs', 'Ω2', '令和2年', 'ＤＡＴＡ', 'true_up', 'ABCD1', 'R_2'])(
  '%s needs no quotes',
  (name) => {
    expect(quoteSheetName(name)).toBe(name);
  },
);

test.each([
  ...['a b', 'a.b', '2019', '2019年', '１月', '合計①', '=1', '@x', '減額😀', 'a!b', '', '㈱'],
  ...['A1', 'abc123', 'XFD1048576', 'Ａ１', 'R', 'c', 'RC', 'R1', 'R1C1', 'RC1', 'C1R1', 'TRUE', 'false'],
  // Excel reads the row R2 or the column C3 and then stumbles over the rest.
  ...['R2減額', 'r6', 'C3表', 'RC2x', 'R1C1x', 'Ｒ３年度'],
])('%s needs quotes', (name) => {
  expect(quoteSheetName(name)).toBe(`'${name}'`);
});

test('an apostrophe is doubled', () => {
  expect(quoteSheetName("O'Brien's")).toBe("'O''Brien''s'");
});
