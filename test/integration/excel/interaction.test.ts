import type { CellAddress } from '../../../src/core/sheets/address';
import { openTyped, planOf, quiet, sheetOf } from './support';

test('cells are selected on their sheet', async () => {
  const { workbook, model } = openTyped({ 表: [['x']], 別: [['y']] });
  await workbook.select('別', { top: 2, left: 1, bottom: 4, right: 3 });
  expect(model.selection).toEqual({ sheetId: sheetOf(model, '別').id, area: { top: 2, left: 1, bottom: 4, right: 3 } });
  await expect(workbook.select('無い', { top: 0, left: 0, bottom: 0, right: 0 })).rejects.toMatchObject({
    code: 'host-failed',
    detail: 'ItemNotFound',
  });
});

test('a change by the user is told, a write of ours is not, and the end of listening is the end', async () => {
  const { workbook, model, host } = openTyped({ 表: [['x']] });
  let told = 0;
  const end = await workbook.onUserChange(() => (told += 1));
  await workbook.write([planOf('findings', '検算結果')]);
  await quiet(host);
  expect(told).toBe(0);

  model.userEdit(sheetOf(model, '検算結果').id, 5, 5, 'a note on ours');
  await quiet(host);
  expect(told).toBe(0);

  model.userEdit(sheetOf(model, '表').id, 0, 0, 'changed');
  await quiet(host);
  expect(told).toBe(1);

  await end();
  model.userEdit(sheetOf(model, '表').id, 0, 0, 'changed again');
  await quiet(host);
  expect(told).toBe(1);
});

test('the selected cell is told with its sheet', async () => {
  const { workbook, model, host } = openTyped({ 表: [['x']], 別: [['y']] });
  const cells: CellAddress[] = [];
  const end = await workbook.onSelection((cell) => cells.push(cell));
  model.select(sheetOf(model, '別').id, { top: 3, left: 2, bottom: 5, right: 2 });
  await quiet(host);
  expect(cells).toEqual([{ sheet: '別', row: 3, column: 2 }]);
  await end();
  model.select(sheetOf(model, '表').id, { top: 0, left: 0, bottom: 0, right: 0 });
  await quiet(host);
  expect(cells).toHaveLength(1);
});
