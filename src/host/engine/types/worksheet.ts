import { MAX_COLUMNS, MAX_ROWS } from '../../../core/sheets/address';
import { addressOf, colorOf, countOf, oneOf, rangeOf, areaOf, recordOf, textOf, truthOf } from '../arguments';
import type { ObjectType, Scene } from '../objects';
import { invalidArgument, type Json } from '../protocol';
import type { SheetModel } from '../../model/sheetModel';
import { areaAt, refuseWhenProtected } from './cells';
import { areasOf, rangeAt, usedRange } from './range';
import { events } from './workbook';

const WHOLE_SHEET = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

function cellsOf(sheet: SheetModel) {
  return { sheet, areas: [WHOLE_SHEET] };
}

function deleteSheet(sheet: SheetModel, scene: Scene): Json {
  scene.workbook.deleteSheet(sheet);
  return null;
}

export const worksheet: ObjectType<'Worksheet'> = {
  id: (sheet) => sheet.id,
  scalars: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, name, scene) => scene.workbook.renameSheet(sheet, textOf(name)),
    },
    Position: { get: (sheet, scene) => scene.workbook.sheets.indexOf(sheet) },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value, scene) =>
        scene.workbook.setSheetVisibility(sheet, oneOf(value, ['Visible', 'Hidden', 'VeryHidden'])),
    },
    TabColor: {
      get: (sheet) => sheet.tabColor ?? '',
      set: (sheet, color) => sheet.setTabColor(color === '' ? null : colorOf(color)),
    },
    Gridlines: {
      get: (sheet) => sheet.showGridlines,
      set: (sheet, shown) => {
        sheet.showGridlines = truthOf(shown);
        sheet.layoutTouched();
      },
    },
  },
  parts: {
    Names: (sheet, scene) => ({ type: 'NamedItemCollection', target: { workbook: scene.workbook, sheetId: sheet.id } }),
    Protection: (sheet) => ({ type: 'WorksheetProtection', target: sheet }),
    FreezePanes: (sheet) => ({ type: 'FreezePanes', target: sheet }),
    PageLayout: (sheet) => ({ type: 'PageLayout', target: sheet }),
    Charts: (sheet) => ({ type: 'ChartCollection', target: sheet }),
  },
  methods: {
    GetRange: (sheet, [address]) =>
      rangeAt(sheet, address === null || address === undefined ? WHOLE_SHEET : addressOf(address)),
    GetRanges: (sheet, [addresses]) => ({ type: 'RangeAreas', target: { sheet, areas: areasOf(addresses) } }),
    GetRangeByIndexes: (sheet, [top, left, rows, columns]) =>
      rangeAt(sheet, areaAt(countOf(top), countOf(left), countOf(rows), countOf(columns))),
    GetCell: (sheet, [row, column]) => rangeAt(sheet, areaAt(countOf(row), countOf(column), 1, 1)),
    GetUsedRange: (sheet, [valuesOnly]) => usedRange(cellsOf(sheet), valuesOnly) ?? rangeAt(sheet, areaAt(0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => usedRange(cellsOf(sheet), valuesOnly),
    Activate: (sheet, _args, scene) => {
      scene.workbook.select(sheet.id, { top: 0, left: 0, bottom: 0, right: 0 });
      return null;
    },
    Delete: (sheet, _args, scene) => deleteSheet(sheet, scene),
    ...events((sheet: SheetModel) => sheet.id),
  },
};

export const worksheetProtection: ObjectType<'WorksheetProtection'> = {
  scalars: { Protected: { get: (sheet) => sheet.protected } },
};

export const freezePanes: ObjectType<'FreezePanes'> = {
  methods: {
    FreezeAt: (sheet, [range]) => {
      const area = areaOf(rangeOf(range));
      refuseWhenProtected(sheet);
      sheet.freeze(
        area.bottom === MAX_ROWS - 1 ? 0 : area.bottom + 1,
        area.right === MAX_COLUMNS - 1 ? 0 : area.right + 1,
      );
      return null;
    },
    FreezeRows: (sheet, [count]) => {
      refuseWhenProtected(sheet);
      sheet.freeze(countOf(count), 0);
      return null;
    },
    FreezeColumns: (sheet, [count]) => {
      refuseWhenProtected(sheet);
      sheet.freeze(0, countOf(count));
      return null;
    },
    Unfreeze: (sheet) => {
      refuseWhenProtected(sheet);
      sheet.freeze(0, 0);
      return null;
    },
  },
};

function setZoom(sheet: SheetModel, value: Json): void {
  const zoom = recordOf(value);
  const pages = (name: string) => (zoom[name] === undefined || zoom[name] === null ? null : countOf(zoom[name]));
  sheet.page.zoom = pages('scale');
  // Excel takes 0 pages for "as many as it needs".
  sheet.page.fitWide = pages('horizontalFitToPages');
  sheet.page.fitTall = pages('verticalFitToPages');
  sheet.layoutTouched();
}

export const pageLayout: ObjectType<'PageLayout'> = {
  scalars: {
    PaperSize: {
      get: (sheet) => sheet.page.paperSize,
      set: (sheet, value) => {
        sheet.page.paperSize = textOf(value);
        sheet.layoutTouched();
      },
    },
    Orientation: {
      get: (sheet) => sheet.page.orientation,
      set: (sheet, value) => {
        sheet.page.orientation = oneOf(value, ['Portrait', 'Landscape']);
        sheet.layoutTouched();
      },
    },
    Zoom: {
      get: ({ page }) => ({
        scale: page.zoom,
        horizontalFitToPages: page.fitWide,
        verticalFitToPages: page.fitTall,
      }),
      set: setZoom,
    },
  },
  methods: {
    SetPrintTitleRows: (sheet, [rows]) => {
      const area = typeof rows === 'string' ? addressOf(rows) : areaOf(rangeOf(rows));
      if (area.left !== 0 || area.right !== MAX_COLUMNS - 1) throw invalidArgument();
      sheet.page.titleRows = { first: area.top, last: area.bottom };
      sheet.layoutTouched();
      return null;
    },
  },
};
