import {
  SheetExtension,
  type SpreadsheetSkeleton,
  SpreadsheetExtensionRegistry,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';
import type { IScale } from '@univerjs/core';
import type { WorkbookModel } from '../../host/model/workbookModel';
import { paintChart } from './paintChart';

/** Above cells, their borders and marks. */
const ABOVE_CELLS = 100;

/** Draws the host's charts over the cells: the grid itself has none. */
class HostCharts extends SheetExtension {
  override uKey = 'HostCharts';
  override Z_INDEX = ABOVE_CELLS;

  constructor(private readonly current: () => WorkbookModel | null) {
    super();
  }

  override draw(context: UniverRenderingContext, _scale: IScale, skeleton: SpreadsheetSkeleton): void {
    const model = this.current();
    const sheet = model?.sheet(skeleton.worksheet.getSheetId());
    if (!model || !sheet) return;
    for (const chart of sheet.charts) {
      context.save();
      paintChart(context, chart, model);
      context.restore();
    }
  }
}

export function showHostCharts(current: () => WorkbookModel | null): void {
  SpreadsheetExtensionRegistry.add(
    class extends HostCharts {
      constructor() {
        super(current);
      }
    },
  );
}
