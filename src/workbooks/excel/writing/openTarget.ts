import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { WorkbookError } from '../../../core/sheets/workbook';
import type { DateSystem } from '../../../core/values/calendar';
import { dateSystemOf, loadDateProbe } from '../dateSystem';
import { loadMark, roleOfMark } from '../marks';

/** Our sheet as it stands: what a rewrite deletes one by one, and the planned names that it has already. */
export interface PresentSheet {
  readonly sheet: Excel.Worksheet;
  readonly charts: Excel.ChartCollection;
  readonly names: ReadonlyMap<string, Excel.NamedItem>;
}

/** A planned sheet and where it goes: our present sheet of that role, or a sheet to be added. */
export interface Place {
  readonly plan: SheetPlan;
  readonly present: PresentSheet | null;
}

/** The workbook as it was before anything was written. */
export interface Target {
  readonly dateSystem: DateSystem;
  readonly sheetIds: ReadonlySet<string>;
  readonly places: readonly Place[];
}

/**
 * Finds our sheets by their marks, with two syncs, and makes sure that the plans fit the workbook.
 *
 * @throws WorkbookError `changed-meanwhile` when sheets were added or renamed since the plans were made, `protected` when
 * sheets cannot be added or ours cannot be changed. Nothing was written then.
 */
export async function openTarget(context: Excel.RequestContext, plans: readonly SheetPlan[]): Promise<Target> {
  const { workbook } = context;
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/protection/protected');
  workbook.protection.load('protected');
  const probe = loadDateProbe(workbook);
  await context.sync();

  const candidates = worksheets.items.map((sheet) => {
    const plan = plans.find(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
    return { sheet, mark: loadMark(sheet), present: plan ? loadPresent(sheet, plan) : null };
  });
  await context.sync();

  const places = plans.map((plan): Place => {
    const named = candidates.find(({ sheet }) => sheet.name.toLowerCase() === plan.name.toLowerCase());
    // There may be several: the user may have copied our sheet, mark and all.
    const marked = candidates.filter(({ mark }) => roleOfMark(mark) === plan.role);
    if (named ? !marked.includes(named) : marked.length > 0) throw new WorkbookError('changed-meanwhile');
    const isProtected = named ? named.sheet.protection.protected : workbook.protection.protected;
    if (isProtected) throw new WorkbookError('protected');
    return { plan, present: named?.present ? known(named.present) : null };
  });
  return {
    dateSystem: dateSystemOf(probe),
    sheetIds: new Set(worksheets.items.map(({ id }) => id)),
    places,
  };
}

function loadPresent(sheet: Excel.Worksheet, plan: SheetPlan): PresentSheet {
  const { charts } = sheet;
  charts.load('items/id');
  const names = plan.names.map(({ name }) => {
    const item = sheet.names.getItemOrNullObject(name);
    item.load('formula');
    return [name, item] as const;
  });
  return { sheet, charts, names: new Map(names) };
}

/** What was loaded, without the names that turned out not to be there. */
function known(present: PresentSheet): PresentSheet {
  return { ...present, names: new Map([...present.names].filter(([, item]) => !item.isNullObject)) };
}
