import type { CellSnapshot, Snapshot } from '../../src/core/sheets/snapshot';
import type { FigureGrid, SumCell } from '../../src/core/tables/sums/figureGrid';
import { Decimal } from '../../src/core/values/decimal';
import type { AnnotatedTable } from './aggrecol';

export const SHEET = 'Sheet1';

type Printed = Pick<AnnotatedTable, 'name' | 'cells' | 'numberFormat'>;

/**
 * A table as a workbook of one sheet: figures as number cells whose format prints as many places as the table does, all
 * else as texts. `changed` takes the place of what the table prints in single cells.
 */
export function tableSnapshot(
  table: Printed,
  grid: FigureGrid,
  changed: { readonly row: number; readonly column: number; readonly value: Decimal } | null = null,
): Snapshot {
  const grouped = !table.numberFormat.startsWith('None');
  const rows = Array.from({ length: grid.height }, (_, row) =>
    Array.from({ length: grid.width }, (__, column) => {
      const printed = table.cells[row]?.[column] ?? '';
      const cell = grid.cell(row, column);
      const value = changed?.row === row && changed.column === column ? changed.value : null;
      return cellOf(value && cell?.kind === 'number' ? { ...cell, value } : cell, printed, grouped);
    }),
  );
  return sheetSnapshot(table.name, rows);
}

/** A workbook of one sheet that begins in A1. */
export function sheetSnapshot(workbookName: string, rows: readonly (readonly (CellSnapshot | null)[])[]): Snapshot {
  return {
    workbookName,
    dateSystem: 1900,
    sheets: [
      {
        name: SHEET,
        visible: true,
        role: null,
        origin: { row: 0, column: 0 },
        rows,
        merges: [],
        hiddenRows: new Set(),
        outlineLevels: null,
      },
    ],
    names: [],
  };
}

function cellOf(cell: SumCell | null, printed: string, grouped: boolean): CellSnapshot | null {
  if (cell === null) return null;
  return cell.kind === 'number' ? numberCell(cell.value, cell.unit, grouped, /%\s*$/.test(printed)) : textCell(printed);
}

export function textCell(text: string): CellSnapshot {
  return { value: text, text, numberFormat: 'General', formula: null, emphasis: null };
}

/** A number cell that shows `value` to the place of `unit`; a percentage holds a hundredth of it. */
export function numberCell(value: Decimal, unit: Decimal, grouped = true, percent = false): CellSnapshot {
  const places = unit.decimalPlaces();
  const mark = percent ? '%' : '';
  const whole = grouped ? '#,##0' : '0';
  const [before = '', after] = value.abs().toFixed(places).split('.');
  const digits = grouped ? before.replace(/\B(?=(?:\d{3})+$)/g, ',') : before;
  return {
    value: (percent ? value.dividedBy(new Decimal(100)) : value).toNumber(),
    text: `${value.isNegative() ? '-' : ''}${digits}${after === undefined ? '' : `.${after}`}${mark}`,
    numberFormat: `${whole}${places > 0 ? `.${'0'.repeat(places)}` : ''}${mark}`,
    formula: null,
    emphasis: null,
  };
}
