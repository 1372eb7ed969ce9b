import { COMMA_POINT, inCommaPoint, numberStyleOf } from '../../../../src/core/reading/numberStyle';

describe('the style of the figures in texts', () => {
  test.each([
    ['spaces and commas', ['1 234,5', '12 345', '17,25', '3 400 000'], { group: ' ', decimal: ',' }],
    ['spaces alone', ['1 234', '12 345', '432', '3 400'], { group: ' ', decimal: '.' }],
    ['thin spaces and points', ['1\u2009234.5', '12\u202f345.5', '1\u00a0000.0'], { group: ' ', decimal: '.' }],
    ['points and commas', ['1.234,5', '12.345,00', '€ 17,25', '1.000.000'], { group: '.', decimal: ',' }],
    ['commas before decimals alone', ['54,52', '5,07', '-15,99 %'], { group: '', decimal: ',' }],
    ['commas and points', ['1,234.5', '12,345', '17.25', '￥３，４００'], COMMA_POINT],
    ['too few', ['1,2', '3,4', 'Table 1,5', '東 1 234'], COMMA_POINT],
    ['lists and dates in texts', ['1, 2, 3', '2019 12 04', '12. 4', 'a 1 234 b c d e'], COMMA_POINT],
    ['what is no group of thousands', ['1,234', '5,678', '3,5', '4,5', '5,5'], { group: '', decimal: ',' }],
    ['what could be either', ['1,234', '5,678', '9,012'], COMMA_POINT],
  ] as const)('%s', (_, texts, style) => {
    expect(numberStyleOf(texts)).toEqual(style);
  });
});

test.each([
  ['1 234,5', { group: ' ', decimal: ',' }, '1234.5'],
  ['-21 139', { group: ' ', decimal: '.' }, '-21139'],
  ['€ 1.234.567,80', { group: '.', decimal: ',' }, '€ 1234567.80'],
  ['(15,99) %', { group: '', decimal: ',' }, '(15.99) %'],
  ['12 34', { group: ' ', decimal: ',' }, '12 34'],
  ['1,234.5', COMMA_POINT, '1,234.5'],
  ['Table 4,5', { group: '', decimal: ',' }, 'Table 4,5'],
] as const)('%s', (text, style, plain) => {
  expect(inCommaPoint(text, style)).toBe(plain);
});
