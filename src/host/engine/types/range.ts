import {
  areaHolds,
  type CellArea,
  cellCount,
  MAX_COLUMNS,
  MAX_ROWS,
  qualifiedRange,
} from '../../../core/sheets/address';
import { isCellError } from '../../../core/sheets/snapshot';
import { overlap } from '../../model/sheetModel';
import { readTypedEntry } from '../../model/typedEntry';
import { addressOf, areaOf, countOf, numberOf, rangeOf, recordOf, textOf, truthOf } from '../arguments';
import type { Argument, CellsTarget, HostObject, ObjectType, Scene } from '../objects';
import { HostError, invalidArgument, itemNotFound, type Json } from '../protocol';
import { areaAt, cellsIn, grid, refuseWhenProtected, restyle, sharedPart, spread, usedPart } from './cells';
import { applyCellProperties } from './cellProperties';
import { cellPropertiesOf } from './readCellProperties';

/** A range with one area. */
export function rangeAt(sheet: CellsTarget['sheet'], area: CellArea): HostObject {
  return { type: 'Range', target: { sheet, areas: [area] } };
}

/** The used range, or null where nothing stands. */
export function usedRange(target: CellsTarget, valuesOnly: Argument): HostObject | null {
  const used = target.sheet.usedArea(valuesOnly === true);
  const area = used ? sharedPart(used, areaOf(target)) : null;
  return area ? rangeAt(target.sheet, area) : null;
}

function setContents(target: CellsTarget, value: Json, scene: Scene): void {
  const { sheet } = target;
  refuseWhenProtected(sheet);
  spread(areaOf(target), value, (row, column, item) => {
    // Null leaves a cell as it is.
    if (item === null) return;
    if (typeof item === 'object') throw invalidArgument();
    if (typeof item !== 'string') {
      sheet.setContent(row, column, item, null);
      return;
    }
    const look = sheet.lookAt(row, column);
    const entry = readTypedEntry(item, look.numberFormat, scene.workbook.dateSystem);
    if (entry.numberFormat !== null) sheet.setLook(row, column, { ...look, numberFormat: entry.numberFormat });
    sheet.setContent(row, column, entry.value, entry.formula);
  });
}

function valueAt({ sheet }: CellsTarget, row: number, column: number): Json {
  const value = sheet.cell(row, column)?.value ?? null;
  if (value === null) return '';
  return isCellError(value) ? value.error : value;
}

function valueTypeAt({ sheet }: CellsTarget, row: number, column: number): Json {
  const value = sheet.cell(row, column)?.value ?? null;
  if (value === null) return 'Empty';
  if (isCellError(value)) return 'Error';
  return { number: 'Double', string: 'String', boolean: 'Boolean' }[typeof value as 'number' | 'string' | 'boolean'];
}

function clear(target: CellsTarget, applyTo: string): void {
  const { sheet } = target;
  refuseWhenProtected(sheet);
  const area = areaOf(target);
  const everything = applyTo === 'All';
  const part = usedPart(sheet, area);
  for (const { row, column } of part ? cellsIn(part) : []) {
    if (everything || applyTo === 'Contents') sheet.setContent(row, column, null, null);
    if (everything || applyTo === 'Formats') sheet.setLook(row, column, sheet.defaultLook);
  }
  const linked = [...sheet.links()].filter(({ row, column }) => areaHolds(area, row, column));
  if (everything || applyTo === 'Hyperlinks') for (const { row, column } of linked) sheet.setLink(row, column, null);
  if (everything || applyTo === 'Formats') {
    sheet.unmerge(area);
    keepOnly(sheet.conditionalFormats, (format) => !overlap(format.area, area));
  }
  if (everything) keepOnly(sheet.validations, (validation) => !overlap(validation.area, area));
  sheet.layoutTouched();
}

function keepOnly<T>(list: T[], keep: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(keep));
}

function setLink(target: CellsTarget, value: Json, scene: Scene): void {
  refuseWhenProtected(target.sheet);
  const area = areaOf(target);
  const link = value === null ? null : recordOf(value);
  const text = (name: string) => (link?.[name] === undefined || link[name] === null ? null : textOf(link[name]));
  for (const { row, column } of cellsIn(area)) {
    target.sheet.setLink(
      row,
      column,
      link && { address: text('address'), documentReference: text('documentReference'), screenTip: text('screenTip') },
    );
  }
  const shown = text('textToDisplay');
  if (shown !== null)
    setContents({ ...target, areas: [{ ...area, bottom: area.top, right: area.left }] }, `'${shown}`, scene);
  // Excel shows links in its own style, blue and underlined.
  if (link) restyle(target, (look) => ({ ...look, underline: true, fontColor: '#0563C1' }));
}

function linkOf({ sheet, areas }: CellsTarget): Json {
  const area = areas[0];
  const link = area ? sheet.link(area.top, area.left) : null;
  if (!area || !link) return null;
  const value = sheet.cell(area.top, area.left)?.value ?? '';
  const shown = { textToDisplay: typeof value === 'string' ? value : '' };
  const known = Object.entries(link).filter(([, part]) => part !== null);
  return { ...shown, ...(Object.fromEntries(known) as Record<string, string>) };
}

function rowProperties(target: CellsTarget, wanted: { readonly [key: string]: Json }): Json {
  const known = ['rowHidden', 'rowIndex', 'address'];
  const unknown = Object.keys(wanted).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new HostError('ApiNotFound', `Range.getRowProperties has no ${unknown} here.`);
  const area = areaOf(target);
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    rows.push({
      ...(wanted.rowHidden === true ? { rowHidden: target.sheet.hiddenRows.has(row) } : {}),
      ...(wanted.rowIndex === true ? { rowIndex: row } : {}),
      ...(wanted.address === true ? { address: `${row + 1}:${row + 1}` } : {}),
    });
  }
  return rows;
}

function rowsHidden({ sheet, areas }: CellsTarget): boolean | null {
  const area = areas[0];
  if (!area) return null;
  const hidden = [...sheet.hiddenRows].filter((row) => row >= area.top && row <= area.bottom).length;
  return hidden === 0 ? false : hidden === area.bottom - area.top + 1 ? true : null;
}

function setRowsHidden({ sheet, areas }: CellsTarget, value: Json): void {
  refuseWhenProtected(sheet);
  const hidden = truthOf(value);
  const area = areaOf({ sheet, areas });
  // A whole sheet has a million rows: only those that are hidden need to be shown.
  const rows = hidden
    ? Array.from({ length: area.bottom - area.top + 1 }, (_none, index) => area.top + index)
    : [...sheet.hiddenRows].filter((index) => index >= area.top && index <= area.bottom);
  for (const index of rows) sheet.setRowHidden(index, hidden);
}

function row(target: CellsTarget, index: Argument): HostObject {
  const area = areaOf(target);
  const top = area.top + numberOf(index);
  return rangeAt(target.sheet, { ...areaAt(top, area.left, 1, 1), right: area.right });
}

/** Range. Text and numbers are read as typed entries are, as Excel does with what `values` and `formulas` are given. */
export const range: ObjectType<'Range'> = {
  keptByReference: true,
  scalars: {
    Address: { get: ({ sheet, areas }) => qualifiedRange({ sheet: sheet.name, ...areaOf({ sheet, areas }) }) },
    Values: { get: (target) => grid(areaOf(target), (r, c) => valueAt(target, r, c)), set: setContents },
    Formulas: {
      get: (target) => grid(areaOf(target), (r, c) => target.sheet.cell(r, c)?.formula ?? valueAt(target, r, c)),
      set: setContents,
    },
    Text: {
      get: (target, scene) => grid(areaOf(target), (r, c) => scene.workbook.text(target.sheet.cell(r, c))),
    },
    NumberFormat: {
      get: (target) => grid(areaOf(target), (r, c) => target.sheet.lookAt(r, c).numberFormat),
      set: (target, value) => {
        refuseWhenProtected(target.sheet);
        spread(areaOf(target), value, (r, c, format) => {
          if (format === null) return;
          target.sheet.setLook(r, c, { ...target.sheet.lookAt(r, c), numberFormat: textOf(format) });
        });
      },
    },
    ValueTypes: { get: (target) => grid(areaOf(target), (r, c) => valueTypeAt(target, r, c)) },
    RowIndex: { get: (target) => areaOf(target).top },
    ColumnIndex: { get: (target) => areaOf(target).left },
    RowCount: { get: (target) => areaOf(target).bottom - areaOf(target).top + 1 },
    ColumnCount: { get: (target) => areaOf(target).right - areaOf(target).left + 1 },
    CellCount: { get: (target) => cellCount(areaOf(target)) },
    RowHidden: { get: rowsHidden, set: setRowsHidden },
    Hyperlink: { get: linkOf, set: setLink },
  },
  parts: {
    Worksheet: ({ sheet }) => ({ type: 'Worksheet', target: sheet }),
    Format: (target) => ({ type: 'RangeFormat', target }),
    ConditionalFormats: (target) => ({ type: 'ConditionalFormatCollection', target }),
    DataValidation: (target) => ({ type: 'DataValidation', target }),
  },
  methods: {
    GetCell: (target, [rowIndex, columnIndex]) => {
      const area = areaOf(target);
      return rangeAt(target.sheet, areaAt(area.top + numberOf(rowIndex), area.left + numberOf(columnIndex), 1, 1));
    },
    GetRow: (target, [index]) => row(target, index),
    GetBoundingRect: (target, [other]) => {
      const [a, b] = [areaOf(target), areaOf(rangeOf(other))];
      return rangeAt(target.sheet, {
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
      });
    },
    GetUsedRange: (target, [valuesOnly]) => usedRange(target, valuesOnly) ?? row(target, 0),
    GetUsedRangeOrNullObject: (target, [valuesOnly]) => usedRange(target, valuesOnly),
    GetEntireRow: (target) => rangeAt(target.sheet, { ...areaOf(target), left: 0, right: MAX_COLUMNS - 1 }),
    GetEntireColumn: (target) => rangeAt(target.sheet, { ...areaOf(target), top: 0, bottom: MAX_ROWS - 1 }),
    GetMergedAreasOrNullObject: (target) => {
      const areas = target.sheet.merges.filter((merge) => overlap(merge, areaOf(target)));
      return areas.length > 0 ? { type: 'RangeAreas', target: { sheet: target.sheet, areas } } : null;
    },
    GetRowProperties: (target, [wanted]) => rowProperties(target, recordOf(wanted)),
    GetCellProperties: (target, [wanted]) => cellPropertiesOf(target, recordOf(wanted)),
    SetCellProperties: (target, [properties]) => {
      applyCellProperties(target, properties);
      return null;
    },
    Merge: (target, [across]) => {
      refuseWhenProtected(target.sheet);
      const area = areaOf(target);
      if (across !== true) target.sheet.merge(area);
      else for (let r = area.top; r <= area.bottom; r += 1) target.sheet.merge({ ...area, top: r, bottom: r });
      return null;
    },
    Unmerge: (target) => {
      refuseWhenProtected(target.sheet);
      target.sheet.unmerge(areaOf(target));
      return null;
    },
    Clear: (target, [applyTo]) => {
      clear(target, applyTo === undefined || applyTo === null ? 'All' : textOf(applyTo));
      return null;
    },
    Select: (target, _args, scene) => {
      if (target.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'The sheet is hidden.');
      scene.workbook.select(target.sheet.id, areaOf(target));
      return null;
    },
    _ValidateArraySize: (target, [rows, columns]) => {
      const area = areaOf(target);
      const fits = countOf(rows) === area.bottom - area.top + 1 && countOf(columns) === area.right - area.left + 1;
      if (!fits) throw invalidArgument();
      return null;
    },
  },
};

/** RangeAreas: several rectangles of one sheet. */
export const rangeAreas: ObjectType<'RangeAreas'> = {
  keptByReference: true,
  scalars: {
    Address: {
      get: ({ sheet, areas }) => areas.map((area) => qualifiedRange({ sheet: sheet.name, ...area })).join(','),
    },
    AreaCount: { get: ({ areas }) => areas.length },
  },
  parts: {
    Worksheet: ({ sheet }) => ({ type: 'Worksheet', target: sheet }),
    Format: (target) => ({ type: 'RangeFormat', target }),
    Areas: (target) => ({ type: 'RangeCollection', target }),
  },
};

export const rangeCollection: ObjectType<'RangeCollection'> = {
  items: ({ sheet, areas }) => areas.map((area) => rangeAt(sheet, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index]) => {
      const area = areas[countOf(index)];
      if (!area) throw itemNotFound();
      return rangeAt(sheet, area);
    },
  },
};

/** The areas that a list of addresses names, separated by commas. @throws HostError InvalidArgument. */
export function areasOf(addresses: Argument): CellArea[] {
  return textOf(addresses)
    .split(',')
    .map((address) => addressOf(address.trim()));
}
