import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { WorkbookError } from '../../../core/sheets/workbook';
import type { DateSystem } from '../../../core/values/calendar';
import { dateSystemOf, loadDateProbe } from '../dateSystem';
import { loadMark, roleOfMark } from '../marks';

/** A planned sheet and where it goes: our present sheet of that role with its charts, or a sheet to be added. */
export interface Place {
  readonly plan: SheetPlan;
  readonly present: { readonly sheet: Excel.Worksheet; readonly charts: Excel.ChartCollection } | null;
}

/** The workbook as it was before anything was written. */
export interface Target {
  readonly dateSystem: DateSystem;
  readonly sheetIds: ReadonlySet<string>;
  readonly places: readonly Place[];
  /** The planned workbook names that exist. */
  readonly names: ReadonlyMap<string, Excel.NamedItem>;
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

  const plannedNames = new Set(plans.map(({ name }) => name.toLowerCase()));
  const candidates = worksheets.items.map((sheet) => {
    const charts = plannedNames.has(sheet.name.toLowerCase()) ? sheet.charts : null;
    charts?.load('items/id');
    return { sheet, charts, mark: loadMark(sheet) };
  });
  const names = plans.flatMap((plan) => plan.names.map(({ name }) => ({ name, item: loadName(workbook, name) })));
  await context.sync();

  const places = plans.map((plan): Place => {
    const named = candidates.find(({ sheet }) => sheet.name.toLowerCase() === plan.name.toLowerCase());
    const marked = candidates.find(({ mark }) => roleOfMark(mark) === plan.role);
    if (named !== marked) throw new WorkbookError('changed-meanwhile');
    const isProtected = marked ? marked.sheet.protection.protected : workbook.protection.protected;
    if (isProtected) throw new WorkbookError('protected');
    return { plan, present: marked?.charts ? { sheet: marked.sheet, charts: marked.charts } : null };
  });
  return {
    dateSystem: dateSystemOf(probe),
    sheetIds: new Set(worksheets.items.map(({ id }) => id)),
    places,
    names: new Map(names.filter(({ item }) => !item.isNullObject).map(({ name, item }) => [name, item])),
  };
}

function loadName(workbook: Excel.Workbook, name: string): Excel.NamedItem {
  const item = workbook.names.getItemOrNullObject(name);
  item.load('formula');
  return item;
}
