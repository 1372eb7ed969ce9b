import type { BorderSide, CellLook } from '../../model/style';
import { areaOf, recordOf } from '../arguments';
import type { CellsTarget } from '../objects';
import { HostError, type Json } from '../protocol';
import { grid } from './cells';

type Wanted = { readonly [key: string]: Json };
/** What answers to a property: given the look and, where the property has parts, which of them are wanted. */
type Answers = Readonly<Record<string, (look: CellLook, wanted: Json) => Json>>;

const FONT: Answers = {
  bold: (look) => look.bold,
  italic: (look) => look.italic,
  color: (look) => look.fontColor,
  name: (look) => look.fontName,
  size: (look) => look.fontSize,
  underline: (look) => (look.underline ? 'Single' : 'None'),
  strikethrough: (look) => look.strikethrough,
};

const FILL: Answers = {
  // Excel gives white for a cell without fill.
  color: (look) => look.fill ?? '#FFFFFF',
};

const FORMAT: Answers = {
  horizontalAlignment: (look) => look.horizontal,
  verticalAlignment: (look) => look.vertical,
  wrapText: (look) => look.wrap,
  indentLevel: (look) => look.indent,
  fill: (look, wanted) => answered(look, recordOf(wanted), FILL, 'format.fill'),
  font: (look, wanted) => answered(look, recordOf(wanted), FONT, 'format.font'),
  borders: (look, wanted) => bordersOf(look, recordOf(wanted)),
};

const CELL: Answers = {
  format: (look, wanted) => answered(look, recordOf(wanted), FORMAT, 'format'),
};

/** The sides in Office.js's words; a single cell has no lines inside it. */
const SIDES: Readonly<Record<string, BorderSide | null>> = {
  bottom: 'EdgeBottom',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
  horizontal: null,
  left: 'EdgeLeft',
  right: 'EdgeRight',
  top: 'EdgeTop',
  vertical: null,
};

/**
 * What `getCellProperties` gives: for each cell of the range the wanted properties, nested as they were asked for; of borders
 * all sides, whichever are wanted.
 *
 * @throws HostError ApiNotFound for a property that is not known here.
 */
export function cellPropertiesOf(target: CellsTarget, wanted: Wanted): Json {
  const known = new Map<CellLook, Json>();
  return grid(areaOf(target), (row, column) => {
    const look = target.sheet.lookAt(row, column);
    const answer = known.get(look) ?? answered(look, wanted, CELL, 'cell');
    known.set(look, answer);
    return answer;
  });
}

function answered(look: CellLook, wanted: Wanted, answers: Answers, where: string): Json {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const answer = answers[name];
    if (!answer) throw unknownProperty(`${where}.${name}`);
    if (value !== false) result[name] = answer(look, value);
  }
  return result;
}

function bordersOf(look: CellLook, wanted: Wanted): Json {
  const sides = Object.entries(SIDES).map(([name, side]) => {
    const line = side === null ? undefined : look.borders[side];
    const answers: Answers = {
      style: () => line?.style ?? 'None',
      weight: () => line?.weight ?? 'Thin',
      color: () => line?.color ?? '#000000',
    };
    return [name, answered(look, wanted, answers, 'format.borders')] as const;
  });
  return Object.fromEntries(sides);
}

function unknownProperty(name: string): HostError {
  return new HostError('ApiNotFound', `Range.getCellProperties has no ${name} here.`);
}
