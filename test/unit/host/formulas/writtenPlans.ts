import { NO_TERMS } from '../../../../src/core/checks/terms';
import { planSheets } from '../../../../src/core/report/planSheets';
import { cellName } from '../../../../src/core/sheets/address';
import type { PlannedResult, SheetPlan } from '../../../../src/core/sheets/sheetPlan';
import type { Snapshot } from '../../../../src/core/sheets/snapshot';
import { serialOfDate } from '../../../../src/core/values/calendar';
import { verify } from '../../../../src/core/verify';
import type { WorkbookModel } from '../../../../src/host/model/workbookModel';

/** The three sheets for a workbook. */
export async function plansFor(snapshot: Snapshot): Promise<readonly SheetPlan[]> {
  const port = { read: () => Promise.resolve(snapshot), write: () => Promise.resolve() };
  const { verification } = await verify(port, NO_TERMS);
  const time = { date: { year: 2026, month: 4, day: 1 }, hour: 9, minute: 0 };
  return planSheets(verification, snapshot, { language: 'ja', time, version: '0' });
}

/** Puts planned sheets into a workbook in memory, formulas without their results, and lets its engine calculate. */
export function putPlans(model: WorkbookModel, plans: readonly SheetPlan[]): void {
  model.change('add-in', () => {
    for (const plan of plans) {
      const sheet = model.addSheet(plan.name);
      for (const { name, cell } of plan.names)
        model.names.define(name, sheet.id, `='${plan.name}'!${cellName(cell, true)}`);
    }
    for (const plan of plans) {
      for (const { row, column, content } of plan.cells) {
        const sheet = model.sheet(plan.name);
        if (content.kind === 'formula') sheet?.setContent(row, column, null, content.formula);
        else if (content.kind === 'text' || content.kind === 'link') sheet?.setContent(row, column, content.text, null);
        else if (content.kind !== 'blank') sheet?.setContent(row, column, plain(content.value, model), null);
      }
    }
  });
}

/** How many formulas were planned, and those whose result in the workbook is another than the planned one. */
export function comparePlans(model: WorkbookModel, plans: readonly SheetPlan[]): { count: number; wrong: unknown[] } {
  const formulas = plans.flatMap((plan) =>
    plan.cells.flatMap(({ row, column, content }) =>
      content.kind === 'formula' ? [{ sheet: plan.name, row, column, content }] : [],
    ),
  );
  const wrong = formulas.flatMap(({ sheet, row, column, content }) => {
    const value = model.sheet(sheet)?.cell(row, column)?.value;
    return value === plain(content.result, model) ? [] : [{ sheet, row, column, formula: content.formula, value }];
  });
  return { count: formulas.length, wrong };
}

function plain(result: PlannedResult, { dateSystem }: WorkbookModel): string | number | boolean {
  if (typeof result !== 'object') return result;
  return 'year' in result ? serialOfDate(result, dateSystem) : result.toNumber();
}
