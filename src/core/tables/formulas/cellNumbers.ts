import { decimalOfCellNumber } from '../../values/decimal';
import type { SheetGrid } from '../sheetGrid';
import type { CellNumber } from './arithmetic';

/** What the cells of a workbook hold for a formula that names them; on sheets that are not looked at, nothing to reckon with. */
export function numbersOf(grids: readonly SheetGrid[]): CellNumber {
  const bySheet = new Map(grids.map((grid) => [grid.sheet.name.toLowerCase(), grid]));
  return ({ sheet, row, column }) => {
    const grid = bySheet.get(sheet.toLowerCase());
    const cell = grid?.at(row, column);
    if (!grid || cell?.kind === 'date' || cell?.kind === 'error' || cell?.kind === 'boolean') return null;
    return cell?.kind === 'number' ? decimalOfCellNumber(cell.value) : 'nothing';
  };
}
