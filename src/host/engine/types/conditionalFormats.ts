import { overlap } from '../../model/sheetModel';
import { areaOf, colorOf, textOf, truthOf } from '../arguments';
import type { ObjectType, Targets } from '../objects';
import { HostError } from '../protocol';
import { refuseWhenProtected } from './cells';

type Target = Targets['ConditionalFormat'];

let lastId = 0;

function changed({ sheet }: Target, work: () => void): void {
  refuseWhenProtected(sheet);
  work();
  sheet.layoutTouched();
}

/** Conditional formats of a range; only the custom-formula kind. */
export const conditionalFormatCollection: ObjectType<'ConditionalFormatCollection'> = {
  items: (target) =>
    target.sheet.conditionalFormats
      .filter((format) => overlap(format.area, areaOf(target)))
      .map((format) => ({ type: 'ConditionalFormat', target: { sheet: target.sheet, format } })),
  methods: {
    Add: (target, [kind]) => {
      refuseWhenProtected(target.sheet);
      if (textOf(kind) !== 'Custom')
        throw new HostError('ApiNotFound', 'Only custom conditional formats are known here.');
      lastId += 1;
      const format = {
        id: `{${lastId}}`,
        area: areaOf(target),
        formula: '',
        fill: null,
        fontColor: null,
        bold: null,
        stopIfTrue: false,
      };
      target.sheet.conditionalFormats.push(format);
      target.sheet.layoutTouched();
      return { type: 'ConditionalFormat', target: { sheet: target.sheet, format } };
    },
    ClearAll: (target) => {
      refuseWhenProtected(target.sheet);
      const list = target.sheet.conditionalFormats;
      list.splice(0, list.length, ...list.filter((format) => !overlap(format.area, areaOf(target))));
      target.sheet.layoutTouched();
      return null;
    },
    GetCount: (target) =>
      target.sheet.conditionalFormats.filter((format) => overlap(format.area, areaOf(target))).length,
  },
};

export const conditionalFormat: ObjectType<'ConditionalFormat'> = {
  id: ({ format }) => format.id,
  scalars: {
    Id: { get: ({ format }) => format.id },
    Type: { get: () => 'Custom' },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: (target, value) => changed(target, () => void (target.format.stopIfTrue = truthOf(value))),
    },
  },
  parts: { Custom: (target) => ({ type: 'CustomConditionalFormat', target }) },
};

export const customConditionalFormat: ObjectType<'CustomConditionalFormat'> = {
  parts: {
    Rule: (target) => ({ type: 'ConditionalFormatRule', target }),
    Format: (target) => ({ type: 'ConditionalRangeFormat', target }),
  },
};

export const conditionalFormatRule: ObjectType<'ConditionalFormatRule'> = {
  scalars: {
    Formula: {
      get: ({ format }) => format.formula,
      set: (target, value) => changed(target, () => void (target.format.formula = textOf(value))),
    },
  },
};

export const conditionalRangeFormat: ObjectType<'ConditionalRangeFormat'> = {
  parts: {
    Fill: (target) => ({ type: 'ConditionalRangeFill', target }),
    Font: (target) => ({ type: 'ConditionalRangeFont', target }),
  },
};

export const conditionalRangeFill: ObjectType<'ConditionalRangeFill'> = {
  scalars: {
    Color: {
      get: ({ format }) => format.fill ?? '',
      set: (target, value) => changed(target, () => void (target.format.fill = colorOf(value))),
    },
  },
};

export const conditionalRangeFont: ObjectType<'ConditionalRangeFont'> = {
  scalars: {
    Color: {
      get: ({ format }) => format.fontColor ?? '',
      set: (target, value) => changed(target, () => void (target.format.fontColor = colorOf(value))),
    },
    Bold: {
      get: ({ format }) => format.bold,
      set: (target, value) => changed(target, () => void (target.format.bold = truthOf(value))),
    },
  },
};
