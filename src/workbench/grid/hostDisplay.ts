import { CellValueType, type ICellDataForSheetInterceptor, type Nullable } from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { isCellError } from '../../core/sheets/snapshot';
import { displayText, isDateFormat } from '../../host/model/displayText';
import type { ModelCell } from '../../host/model/sheetModel';
import type { WorkbookModel } from '../../host/model/workbookModel';
import type { RunningUniver } from './univer';

/** Above the grid's own interceptors, which format numbers in their way. */
const FIRST = 1000;

/**
 * Makes the grid show what the host shows, and edit what the host holds: the displayed text of numbers and dates, and the
 * formula of a cell when somebody begins to edit it.
 */
export function showHostTexts({ univer }: RunningUniver, current: () => WorkbookModel | null): void {
  const interceptors = univer.__getInjector().get(SheetInterceptorService);
  const cellAt = (sheetId: string, row: number, column: number): ModelCell | null =>
    current()?.sheet(sheetId)?.cell(row, column) ?? null;

  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: FIRST,
    handler: (shown, place, next) => {
      const cell = cellAt(place.subUnitId, place.row, place.col);
      const model = current();
      if (!model || cell === null || typeof cell.value !== 'number') return next(shown);
      return next({ ...shown, v: model.text(cell), t: CellValueType.NUMBER });
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (shown, place, next) => {
      const cell = cellAt(place.subUnitId, place.row, place.col);
      const model = current();
      return model && cell ? edited(next(shown), cell, model) : next(shown);
    },
  });
}

/** A cell as the formula bar and the cell's editor begin with it. */
function edited(
  shown: Nullable<ICellDataForSheetInterceptor>,
  cell: ModelCell,
  model: WorkbookModel,
): ICellDataForSheetInterceptor {
  if (cell.formula !== null) return { ...shown, v: null, f: cell.formula, t: CellValueType.STRING };
  return { ...shown, v: entryText(cell, model), t: CellValueType.STRING };
}

/** What one would type to get a constant: all digits of a number, a whole date, never a shortened display. */
export function entryText(cell: ModelCell, model: WorkbookModel): string {
  const { value, look } = cell;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(look.numberFormat)) {
    return displayText(value, Number.isInteger(value) ? 'yyyy/m/d' : 'yyyy/m/d h:mm:ss', model.dateSystem);
  }
  return look.numberFormat.includes('%') ? displayText(value, '0.##########%', model.dateSystem) : String(value);
}
