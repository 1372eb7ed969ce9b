import { ironCalcInNode } from '../../../support/ironCalcInNode';

const numberAt = (engine: ReturnType<ReturnType<typeof ironCalcInNode>>, sheet: string, row: number, column: number) =>
  engine.result(sheet, row, column);

test('results come back in full precision, in every column and row, after sheets went and came', () => {
  const engine = ironCalcInNode()();
  engine.addSheet('one', '表');
  engine.addSheet('two', '月 別');
  engine.setCell('one', 0, 0, { value: 1 });
  engine.setCell('one', 1, 3, { formula: '=A1/3' });
  engine.setCell('one', 9, 3, { formula: '=D2*2' });
  engine.setCell('two', 4, 0, { formula: "='表'!D2+1" });
  engine.evaluate();
  expect(numberAt(engine, 'one', 1, 3)).toEqual({ value: 1 / 3 });
  expect(numberAt(engine, 'one', 9, 3)).toEqual({ value: 2 / 3 });
  expect(numberAt(engine, 'two', 4, 0)).toEqual({ value: 1 + 1 / 3 });

  engine.setCell('one', 1, 3, { formula: '=A1/7' });
  engine.renameSheet('one', '明細');
  engine.evaluate();
  expect(numberAt(engine, 'one', 9, 3)).toEqual({ value: 2 / 7 });
  expect(numberAt(engine, 'two', 4, 0)).toEqual({ value: 1 + 1 / 7 });

  engine.deleteSheet('two');
  engine.addSheet('three', '新');
  engine.setCell('three', 4, 0, { formula: '=明細!A1/11' });
  engine.setCell('three', 5, 1, { formula: '=A5*3' });
  engine.evaluate();
  expect(numberAt(engine, 'three', 4, 0)).toEqual({ value: 1 / 11 });
  expect(numberAt(engine, 'three', 5, 1)).toEqual({ value: 3 / 11 });
  engine.dispose();
});
