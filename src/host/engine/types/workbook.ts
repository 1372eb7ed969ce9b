import { serialOfDate } from '../../../core/values/calendar';
import { numberOf, textOf } from '../arguments';
import type { HostObject, ObjectType } from '../objects';
import { itemNotFound } from '../protocol';
import { rangeAt } from './range';

const SELECTION_CHANGED = 14;
const CHANGED = 10;
/** The target id under which the client listens to all sheets at once. */
export const WHOLE_WORKBOOK = 'Workbook';

export const workbook: ObjectType<'Workbook'> = {
  scalars: { Name: { get: (model) => model.name } },
  parts: {
    Application: (target) => ({ type: 'Application', target }),
    Worksheets: (target) => ({ type: 'WorksheetCollection', target }),
    Names: (target) => ({ type: 'NamedItemCollection', target: { workbook: target, sheetId: null } }),
    Protection: (target) => ({ type: 'WorkbookProtection', target }),
    Functions: (target) => ({ type: 'Functions', target }),
  },
  methods: {
    GetSelectedRange: (model) => rangeAt(model.activeSheet, model.selection.area),
    GetActiveCell: (model) => {
      const { top, left } = model.selection.area;
      return rangeAt(model.activeSheet, { top, left, bottom: top, right: left });
    },
    _RemoveReference: (_model, [reference], scene) => {
      scene.release(textOf(reference));
      return null;
    },
  },
};

export const application: ObjectType<'Application'> = {
  methods: {
    // Results are worked out once a request as it is; nothing is drawn meanwhile either.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

export const workbookProtection: ObjectType<'WorkbookProtection'> = {
  scalars: { Protected: { get: (model) => model.structureProtected } },
};

/** Worksheet functions called directly; only what tells the date system. */
export const functions: ObjectType<'Functions'> = {
  methods: {
    Date: (model, [year, month, day]) => {
      const date = { year: numberOf(year), month: numberOf(month), day: numberOf(day) };
      return { type: 'FunctionResult', target: { value: serialOfDate(date, model.dateSystem) } };
    },
  },
};

export const functionResult: ObjectType<'FunctionResult'> = {
  scalars: { Value: { get: ({ value }) => value }, Error: { get: () => null } },
};

export const addinInternalService: ObjectType<'AddinInternalService'> = {
  methods: { NotifyActionHandlerReady: () => null },
};

export const worksheetCollection: ObjectType<'WorksheetCollection'> = {
  items: (model) => model.sheets.map((sheet): HostObject => ({ type: 'Worksheet', target: sheet })),
  item: (model, key) => {
    const sheet = model.sheet(textOf(key));
    if (!sheet) throw itemNotFound();
    return { type: 'Worksheet', target: sheet };
  },
  methods: {
    Add: (model, [name]) => {
      const taken = new Set(model.sheets.map((sheet) => sheet.name.toLowerCase()));
      let number = model.sheets.length + 1;
      while (taken.has(`sheet${number}`)) number += 1;
      const sheet = model.addSheet(name === null || name === undefined ? `Sheet${number}` : textOf(name));
      return { type: 'Worksheet', target: sheet };
    },
    GetItem: (model, [key]) => {
      const sheet = model.sheet(textOf(key));
      if (!sheet) throw itemNotFound();
      return { type: 'Worksheet', target: sheet };
    },
    GetItemOrNullObject: (model, [key]) => {
      const sheet = model.sheet(textOf(key));
      return sheet && { type: 'Worksheet', target: sheet };
    },
    GetActiveWorksheet: (model) => ({ type: 'Worksheet', target: model.activeSheet }),
    GetCount: (model, [visibleOnly]) =>
      model.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible').length,
    ...events(() => WHOLE_WORKBOOK),
  },
};

/** The hidden calls by which the client begins and ends listening. */
export function events<T>(targetId: (target: T) => string) {
  const watching = (eventType: number, watched: boolean) => (target: T, _args: unknown, scene: SceneOf) => {
    scene.watch(eventType, targetId(target), watched);
    return null;
  };
  return {
    _RegisterDataChangedEvent: watching(CHANGED, true),
    _UnregisterDataChangedEvent: watching(CHANGED, false),
    _RegisterSelectionChangedEvent: watching(SELECTION_CHANGED, true),
    _UnregisterSelectionChangedEvent: watching(SELECTION_CHANGED, false),
  };
}

type SceneOf = { watch(eventType: number, targetId: string, watched: boolean): void };
