import { catalogue } from './catalogue';
import type { HostObject, ObjectType, Scene, TypeName } from './objects';
import { HostError, type Json, type QueryInfo } from './protocol';

type Selection = Map<string, Selection>;

/**
 * What `load` asks for: the chosen scalars of an object or of every item of a collection, with parts by `/`. An empty
 * choice or `*` stands for all scalars. Names come in the client's lower camel case and go back capitalised.
 *
 * @throws HostError ApiNotFound for a member that the object does not have.
 */
export function queried(object: HostObject, info: QueryInfo, scene: Scene): Json {
  const paths = [...(info.Select ?? []), ...(info.Expand ?? []).map((path) => `${path}/*`)];
  return answer(object, selectionOf(paths), scene, info);
}

function selectionOf(paths: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths.length > 0 ? paths : ['*']) {
    let node = root;
    for (const step of path.split('/')) {
      if (step === 'items' || step === '') continue;
      const next = node.get(step) ?? new Map<string, Selection>();
      node.set(step, next);
      node = next;
    }
  }
  return root;
}

function answer(object: HostObject, selection: Selection, scene: Scene, page: QueryInfo = {}): Json {
  const type = catalogue[object.type] as unknown as ObjectType<TypeName>;
  if (!type.items) return scalars(object, type, selection, scene);
  const items = type.items(object.target, scene);
  const skip = page.Skip ?? 0;
  const shown = items.slice(skip, typeof page.Top === 'number' ? skip + page.Top : undefined);
  return { _Items: shown.map((item) => itemAnswer(item, selection, scene)) };
}

function itemAnswer(item: HostObject, selection: Selection, scene: Scene): Json {
  const type = catalogue[item.type] as unknown as ObjectType<TypeName>;
  const id = type.id ? { Id: type.id(item.target) } : {};
  const reference = type.keptByReference ? { _ReferenceId: scene.keep(item) } : {};
  return { ...id, ...reference, ...(answer(item, selection, scene) as object) };
}

function scalars(object: HostObject, type: ObjectType<TypeName>, selection: Selection, scene: Scene): Json {
  const result: Record<string, Json> = {};
  for (const [name, rest] of selection) {
    if (name === '*') {
      for (const [key, scalar] of Object.entries(type.scalars ?? {})) {
        if (scalar.get) result[key] = scalar.get(object.target, scene);
      }
      continue;
    }
    const key = wireName(name);
    if (key === 'IsNullObject') continue;
    const get = type.scalars?.[key]?.get;
    const part = type.parts?.[key];
    if (get) result[key] = get(object.target, scene);
    else if (part) {
      const child = part(object.target, scene);
      result[key] = child ? answer(child, rest.size > 0 ? rest : selectionOf([]), scene) : null;
    } else throw new HostError('ApiNotFound', `${object.type} has no property ${name} here.`);
  }
  return result;
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
