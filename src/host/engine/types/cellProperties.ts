import type { CellLook } from '../../model/style';
import { areaOf, colorOf, numberOf, recordOf, textOf, truthOf } from '../arguments';
import type { Argument, CellsTarget } from '../objects';
import { HostError, invalidArgument, type Json } from '../protocol';
import { refuseWhenProtected, spread } from './cells';

type Properties = { readonly [key: string]: Json };
type Change = (look: CellLook, value: Json) => CellLook;

const FONT: Readonly<Record<string, Change>> = {
  bold: (look, value) => ({ ...look, bold: truthOf(value) }),
  italic: (look, value) => ({ ...look, italic: truthOf(value) }),
  color: (look, value) => ({ ...look, fontColor: colorOf(value) }),
  name: (look, value) => ({ ...look, fontName: textOf(value) }),
  size: (look, value) => ({ ...look, fontSize: numberOf(value) }),
  underline: (look, value) => ({ ...look, underline: textOf(value) !== 'None' }),
  strikethrough: (look, value) => ({ ...look, strikethrough: truthOf(value) }),
};

const FILL: Readonly<Record<string, Change>> = {
  color: (look, value) => ({ ...look, fill: colorOf(value) }),
};

const FORMAT: Readonly<Record<string, Change>> = {
  horizontalAlignment: (look, value) => ({ ...look, horizontal: textOf(value) }),
  verticalAlignment: (look, value) => ({ ...look, vertical: textOf(value) }),
  wrapText: (look, value) => ({ ...look, wrap: truthOf(value) }),
  indentLevel: (look, value) => ({ ...look, indent: numberOf(value) }),
  fill: (look, value) => changed(look, recordOf(value), FILL, 'fill'),
  font: (look, value) => changed(look, recordOf(value), FONT, 'font'),
};

/**
 * What `setCellProperties` is given: an array of the range's shape with an object for each cell.
 *
 * @throws HostError InvalidArgument for another shape, ApiNotFound for a property that is not known.
 */
export function applyCellProperties(target: CellsTarget, properties: Argument): void {
  refuseWhenProtected(target.sheet);
  if (!Array.isArray(properties)) throw invalidArgument();
  spread(areaOf(target), properties as Json, (row, column, value) => {
    const cell = value === null ? {} : recordOf(value);
    const unknown = Object.keys(cell).find((key) => key !== 'format');
    if (unknown !== undefined) throw unknownProperty(unknown);
    if (cell.format === undefined) return;
    const look = target.sheet.lookAt(row, column);
    target.sheet.setLook(row, column, changed(look, recordOf(cell.format), FORMAT, 'format'));
  });
}

function changed(
  look: CellLook,
  properties: Properties,
  known: Readonly<Record<string, Change>>,
  where: string,
): CellLook {
  let result = look;
  for (const [name, value] of Object.entries(properties)) {
    const change = known[name];
    if (!change) throw unknownProperty(`${where}.${name}`);
    result = change(result, value);
  }
  return result;
}

function unknownProperty(name: string): HostError {
  return new HostError('ApiNotFound', `Range.setCellProperties has no ${name} here.`);
}
