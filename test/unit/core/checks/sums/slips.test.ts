import { classifySlip, nearestSlip, otherValue } from '../../../../../src/core/checks/slips';
import { Decimal } from '../../../../../src/core/values/decimal';

test.each([
  ['1234', '1243', 'transposed-digits'],
  ['1234', '4231', 'transposed-digits'],
  ['1234', '1934', 'wrong-digit'],
  ['1234', '124', 'wrong-digit'],
  ['1234', '12934', 'wrong-digit'],
  ['12.34', '12.94', 'wrong-digit'],
  ['1234', '-1234', 'sign'],
  ['1234', '1234000', 'unit-slip'],
  ['1234000', '1234', 'unit-slip'],
  ['1234', '12340', 'unit-slip'],
  ['123400', '1234', 'unit-slip'],
  ['-1234', '-12340000', 'unit-slip'],
  ['1234', '123400000', undefined],
  ['1234', '1243.5', undefined],
  ['1234', '-1243', undefined],
  ['1234', '5678', undefined],
  ['1234', '0', undefined],
  ['0', '5', 'wrong-digit'],
  ['0.07', '0', 'wrong-digit'],
  ['0', '52', undefined],
])('%s for %s: %s', (printed, needed, kind) => {
  expect(classifySlip(new Decimal(printed), new Decimal(needed))?.kind).toBe(kind);
});

test.each([
  ['1234', '1536', '2', '1534', 'wrong-digit'],
  ['1234', '1245', '2', '1243', 'transposed-digits'],
  ['1234', '1536', '1', null, null],
  ['1234', '1534', '0', '1534', 'wrong-digit'],
  ['1234', '1536', '0', null, null],
  ['12.3', '15.4', '0.1', '15.3', 'wrong-digit'],
])('%s where %s ± %s is needed: %s', (printed, needed, slack, value, kind) => {
  const found = nearestSlip(new Decimal(printed), new Decimal(needed), new Decimal(slack));
  expect([found?.value.toFixed() ?? null, found?.slip.kind ?? null]).toEqual([value, kind]);
});

test('another value is as far off in cents as in yen: by its last places', () => {
  const bits = (printed: string, value: string) => otherValue(new Decimal(printed), new Decimal(value)).bits;
  expect(bits('40.25', '38.12')).toBe(bits('4025', '3812'));
  expect(bits('202', '201.99991')).toBeGreaterThan(bits('202', '195'));
});
