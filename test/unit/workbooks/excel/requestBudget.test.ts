import fc from 'fast-check';
import { jsonBytes, RequestBudget } from '../../../../src/workbooks/excel/writing/requestBudget';

test('what a text takes in JSON is never more than its bound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(jsonBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(text)));
    }),
  );
  expect(jsonBytes('減額')).toBe(8);
});

test('what is queued is sent before it grows beyond what Excel takes', async () => {
  const sent: number[] = [];
  let queued = 0;
  const budget = new RequestBudget(() => {
    sent.push(queued);
    queued = 0;
    return Promise.resolve();
  });
  for (let count = 0; count < 100; count += 1) {
    await budget.take(250_000);
    queued += 250_000;
  }
  expect(sent.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...sent)).toBeLessThan(5 * 1024 * 1024);
  await budget.take(9_000_000);
  expect(sent.at(-1)).toBeGreaterThan(0);
});
