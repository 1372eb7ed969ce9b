import { qualifiedCell } from '../../sheets/address';
import type { OddFormula } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { numbersOf } from './cellNumbers';
import { oddFormulas } from './oddFormulas';
import { skippedCells } from './skippedCells';

/** Every figure of a workbook whose formula its neighbours contradict, once, by sheet. */
export function findOddFormulas(grids: readonly SheetGrid[]): OddFormula[] {
  const numberAt = numbersOf(grids);
  return grids.flatMap((grid) => {
    const found = new Map<string, OddFormula>();
    for (const odd of [...skippedCells(grid, numberAt), ...oddFormulas(grid, numberAt)]) {
      found.set(qualifiedCell(odd.figure.cell), odd);
    }
    return [...found.values()];
  });
}
