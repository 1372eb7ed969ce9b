import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { type Cancellation, type Progress, stopIfCancelled } from '../../../core/sheets/workbook';
import type { DateSystem } from '../../../core/values/calendar';
import { type ExcelLibrary, inExcel } from '../library';
import { addChart } from './addChart';
import { addChoices, addHighlights, applyLayout, setLinks } from './applyLayout';
import { applyStyles } from './applyStyles';
import { openTarget, type Target } from './openTarget';
import { removeAdded } from './removeAdded';
import { RequestBudget } from './requestBudget';
import { addSheet, clearSheet, defineNames } from './startSheet';
import { setNumberFormats, writeContents, writeTitle } from './writeContents';

/**
 * Writes the plans: two syncs, one for every sheet, and one for about every 4 MB of a long sheet. All sheets that are missing
 * are added first, because formulas of one refer to another; each then says in its first cell that it is incomplete until its title takes that place.
 *
 * @throws WorkbookError as {@link inExcel} and {@link openTarget}; Cancelled between sheets. Sheets that were added are gone then.
 */
export async function writePlans(
  library: ExcelLibrary,
  plans: readonly SheetPlan[],
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<void> {
  const opened: { target: Target | null } = { target: null };
  try {
    await inExcel(library, async (context) => {
      const target = await openTarget(context, plans);
      stopIfCancelled(cancellation);
      opened.target = target;
      suspendUntilSync(context);
      const sendMore = async () => {
        await context.sync();
        suspendUntilSync(context);
      };
      const sheets = target.places.map(({ plan, present }) => present?.sheet ?? addSheet(context, plan));
      for (const [index, { plan, present }] of target.places.entries()) {
        const sheet = sheets[index];
        if (!sheet) continue;
        stopIfCancelled(cancellation);
        if (index > 0) suspendUntilSync(context);
        if (present) clearSheet(present, plan);
        defineNames(sheet, plan, present?.names);
        await fillSheet(sheet, plan, target.dateSystem, new RequestBudget(sendMore));
        await context.sync();
        progress?.('write', index + 1, plans.length);
      }
    });
  } catch (error) {
    if (opened.target) await removeAdded(library, opened.target, plans);
    throw error;
  }
}

async function fillSheet(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  dateSystem: DateSystem,
  budget: RequestBudget,
): Promise<void> {
  await applyLayout(sheet, plan, budget);
  await setLinks(sheet, plan, budget);
  await setNumberFormats(sheet, plan, budget);
  await applyStyles(sheet, plan, budget);
  await writeContents(sheet, plan, dateSystem, budget);
  addHighlights(sheet, plan);
  addChoices(sheet, plan);
  for (const chart of plan.charts) addChart(sheet, chart);
  writeTitle(sheet, plan, dateSystem);
}

/** Nothing is recalculated or drawn between the calls of one request. */
function suspendUntilSync(context: Excel.RequestContext): void {
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
}
