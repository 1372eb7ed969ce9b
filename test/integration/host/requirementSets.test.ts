import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../src/host/engine/catalogue';
import type { ObjectType, TypeName } from '../../../src/host/engine/objects';
import { officeApi } from './officeApi';

jest.setTimeout(120_000);

const FLOOR = /<Set Name="ExcelApi" MinVersion="([\d.]+)"/.exec(
  readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8'),
)?.[1];

/** Kinds of objects that the declarations name otherwise than the wire does. */
const DECLARED_TYPES: Readonly<Partial<Record<TypeName, string>>> = {
  RangeBorders: 'RangeBorderCollection',
  FreezePanes: 'WorksheetFreezePanes',
};

/** Members that have another name on the wire. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  'Worksheet.showGridlines': 'Gridlines',
  'WorksheetCollection.onChanged': '_RegisterDataChangedEvent',
  'WorksheetCollection.onSelectionChanged': '_RegisterSelectionChangedEvent',
};

/** What only the client asks for by itself. */
const OF_THE_CLIENT: ReadonlySet<TypeName> = new Set(['AddinInternalService']);

const { used, declared } = officeApi(['src/workbooks/excel', 'src/taskpane']);
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function newerThan(set: string | null, floor: string | undefined): boolean {
  const [, name, major, minor] = /^(\w+) (\d+)\.(\d+)$/.exec(set ?? '') ?? [];
  if (name === undefined) return set !== null;
  const [most, least] = (floor ?? '').split('.').map(Number);
  return name !== 'ExcelApi' || Number(major) > (most ?? 0) || (Number(major) === most && Number(minor) > (least ?? 0));
}

const membersOf = (type: TypeName): string[] => {
  const { scalars, parts, methods } = catalogue[type] as unknown as ObjectType<TypeName>;
  return [scalars, parts, methods].flatMap((some) => Object.keys(some ?? {}));
};

test('the add-in calls nothing above the requirement set that its manifest asks for', () => {
  expect(FLOOR).toMatch(/^1\.\d+$/);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ set }) => newerThan(set, FLOOR))).toEqual([]);
});

test('the host implements every member that the add-in calls', () => {
  const kinds = new Map(
    (Object.keys(catalogue) as TypeName[]).map((type) => [DECLARED_TYPES[type] ?? type, type] as const),
  );
  const missing = used.filter(({ name, set, ofObject }) => {
    const [owner = '', member = ''] = name.split('.');
    if (set === null || !ofObject || ['load', 'items', 'context'].includes(member)) return false;
    const type = kinds.get(owner);
    return type === undefined || !membersOf(type).includes(WIRE_NAMES[name] ?? capital(member));
  });
  expect(missing).toEqual([]);
});

test('the host has no member that Excel does not have, and none above the set that it claims', () => {
  const named = new Set(Object.entries(WIRE_NAMES).map(([name, member]) => `${name.split('.')[0]}.${member}`));
  const members = (Object.keys(catalogue) as TypeName[])
    .filter((type) => !OF_THE_CLIENT.has(type))
    .flatMap((type) => membersOf(type).map((member) => ({ type, member })));
  const strange = members.filter(({ type, member }) => {
    if (member.startsWith('_') || named.has(`${type}.${member}`)) return false;
    const name = `${DECLARED_TYPES[type] ?? type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
    const known = declared.get(name);
    return !known || newerThan(known.set, FLOOR);
  });
  expect(strange).toEqual([]);
});
