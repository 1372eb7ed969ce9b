import { overlap } from '../../model/sheetModel';
import { areaOf, recordOf, textOf } from '../arguments';
import type { CellsTarget, ObjectType } from '../objects';
import { HostError, type Json } from '../protocol';
import { refuseWhenProtected } from './cells';

function without({ sheet, areas }: CellsTarget): void {
  refuseWhenProtected(sheet);
  const area = areaOf({ sheet, areas });
  const kept = sheet.validations.filter((validation) => !overlap(validation.area, area));
  sheet.validations.splice(0, sheet.validations.length, ...kept);
  sheet.layoutTouched();
}

function setRule(target: CellsTarget, value: Json): void {
  const rule = recordOf(value);
  if (rule.list === undefined || Object.keys(rule).length !== 1) {
    throw new HostError('ApiNotFound', 'Only list validations are known here.');
  }
  const list = recordOf(rule.list);
  without(target);
  target.sheet.validations.push({
    area: areaOf(target),
    source: textOf(list.source),
    inCellDropDown: list.inCellDropDown !== false,
  });
  target.sheet.layoutTouched();
}

/** Data validation of a range; only lists. */
export const dataValidation: ObjectType<'DataValidation'> = {
  scalars: {
    Rule: {
      get: ({ sheet, areas }) => {
        const area = areaOf({ sheet, areas });
        const found = sheet.validations.find((validation) => overlap(validation.area, area));
        return found ? { list: { source: found.source, inCellDropDown: found.inCellDropDown } } : {};
      },
      set: setRule,
    },
  },
  methods: {
    Clear: (target) => {
      without(target);
      return null;
    },
  },
};
