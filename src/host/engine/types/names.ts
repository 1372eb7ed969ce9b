import { qualifiedRange } from '../../../core/sheets/address';
import { areaOf, textOf, truthOf } from '../arguments';
import { type Argument, type HostObject, isHostObject, type ObjectType, type Targets } from '../objects';
import { HostError, invalidArgument, itemNotFound } from '../protocol';

type Collection = Targets['NamedItemCollection'];

/** Letters, digits, `_`, `.` and `\`, beginning with a letter, `_` or `\`, and not looking like a cell. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const CELL = /^([A-Za-z]{1,3}\d{1,7}|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/;

function item(workbook: Collection['workbook'], name: Targets['NamedItem']['name']): HostObject {
  return { type: 'NamedItem', target: { workbook, name } };
}

function find({ workbook, sheetId }: Collection, key: Argument): HostObject | null {
  const name = workbook.names.find(textOf(key), sheetId);
  return name && item(workbook, name);
}

function formulaOf(reference: Argument): string {
  if (isHostObject(reference)) {
    if (reference.type !== 'Range') throw invalidArgument();
    const area = areaOf(reference.target);
    return `=${qualifiedRange({ sheet: reference.target.sheet.name, ...area }, true)}`;
  }
  const formula = textOf(reference);
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function add({ workbook, sheetId }: Collection, [nameArgument, reference, comment]: readonly Argument[]): HostObject {
  const name = textOf(nameArgument);
  if (!NAME.test(name) || CELL.test(name)) throw invalidArgument();
  if (workbook.names.find(name, sheetId)) throw new HostError('ItemAlreadyExists', 'The name exists already.');
  const text = comment === null || comment === undefined ? '' : textOf(comment);
  return item(workbook, workbook.names.define(name, sheetId, formulaOf(reference), true, text));
}

export const namedItemCollection: ObjectType<'NamedItemCollection'> = {
  items: ({ workbook, sheetId }) => workbook.names.of(sheetId).map((name) => item(workbook, name)),
  item: (target, key) => {
    const found = find(target, key);
    if (!found) throw itemNotFound();
    return found;
  },
  methods: {
    Add: add,
    GetItem: (target, [key]) => {
      const found = find(target, key);
      if (!found) throw itemNotFound();
      return found;
    },
    GetItemOrNullObject: (target, [key]) => find(target, key),
    GetCount: ({ workbook, sheetId }) => workbook.names.of(sheetId).length,
  },
};

export const namedItem: ObjectType<'NamedItem'> = {
  scalars: {
    Name: { get: ({ name }) => name.name },
    Formula: {
      get: ({ name }) => name.formula,
      set: ({ workbook, name }, value) => void workbook.names.define(name.name, name.sheetId, formulaOf(value)),
    },
    Visible: {
      get: ({ name }) => name.visible,
      set: ({ name }, value) => {
        name.visible = truthOf(value);
      },
    },
    Scope: { get: ({ name }) => (name.sheetId === null ? 'Workbook' : 'Worksheet') },
    Comment: { get: ({ name }) => name.comment },
  },
  methods: {
    Delete: ({ workbook, name }) => {
      workbook.names.delete(name);
      return null;
    },
  },
};
