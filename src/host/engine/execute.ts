import { ModelError } from '../model/workbookModel';
import { catalogue } from './catalogue';
import { type Argument, type HostObject, isHostObject, type ObjectType, type Scene, type TypeName } from './objects';
import {
  type Action,
  ActionKind,
  type ArgumentInfo,
  HostError,
  type Json,
  type ObjectPath,
  PathKind,
  type RequestBody,
  type ResponseBody,
} from './protocol';
import { queried } from './query';

const INTERNAL_SERVICE = 'Microsoft.InternalService.AddinInternalService';

/** Objects kept by reference from one request to the next. */
export type References = ReadonlyMap<string, HostObject>;

/**
 * Carries out one request of office.js, action by action. At the first failure it stops: what was done stays done, and
 * the answer holds the results so far and the error.
 */
export function execute(body: RequestBody, scene: Scene, references: References): ResponseBody {
  return new Request(body, scene, references).run();
}

class Request {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly body: RequestBody,
    private readonly scene: Scene,
    private readonly references: References,
  ) {}

  run(): ResponseBody {
    const results: { ActionId: number; Value: Json }[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.act(action) });
        if (action.ActionType === ActionKind.Trace) traces.push(action.Id);
      } catch (error) {
        return {
          Results: results,
          TraceIds: traces,
          Error: { ...refusal(error), Location: this.location(action), ActionIndex: index },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private act(action: Action): Json {
    if (action.ActionType === ActionKind.Trace) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionKind.Instantiate:
        return object ? this.identity(object, action.ObjectPathId) : null;
      case ActionKind.Query:
        return object ? this.query(object, action) : null;
      case ActionKind.Method:
        return object ? this.invoke(object, action) : null;
      case ActionKind.SetProperty:
        if (object) this.assign(object, action);
        return null;
      case ActionKind.EnsureProperty:
        return object ? {} : null;
      default:
        throw new HostError('ApiNotFound', `Action type ${action.ActionType} is not known.`);
    }
  }

  /** What the client is told when it first meets an object: its id, or the reference under which it is kept. */
  private identity(object: HostObject, pathId: number): Json {
    const type = typeOf(object);
    const kept = this.kept.get(pathId);
    if (kept !== undefined) return { _ReferenceId: kept };
    if (type.keptByReference && this.body.AutoKeepReference && this.isNew(pathId)) {
      return { _ReferenceId: this.keep(object, pathId) };
    }
    return type.id ? { Id: type.id(object.target) } : {};
  }

  private isNew(pathId: number): boolean {
    return this.path(pathId).ObjectPathType !== PathKind.Reference;
  }

  private keep(object: HostObject, pathId: number): string {
    const present = this.kept.get(pathId);
    if (present !== undefined) return present;
    const reference = this.scene.keep(object);
    this.kept.set(pathId, reference);
    return reference;
  }

  private query(object: HostObject, action: Action): Json {
    this.scene.workbook.recalculate();
    const answer = queried(object, action.QueryInfo ?? {}, this.scene);
    const reference = this.kept.get(action.ObjectPathId);
    return reference === undefined ? answer : { _ReferenceId: reference, ...(answer as object) };
  }

  private invoke(object: HostObject, action: Action): Json {
    if (action.Name === '_KeepReference' && typeOf(object).keptByReference) {
      if (this.isNew(action.ObjectPathId)) this.keep(object, action.ObjectPathId);
      return null;
    }
    const answer = this.call(object, action.Name, action.ArgumentInfo);
    return isHostObject(answer) ? this.identity(answer, action.ObjectPathId) : answer;
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined): HostObject | Json {
    const method = typeOf(object).methods?.[name];
    if (!method) throw unknownMember(object, name);
    return method(object.target, this.args(info), this.scene);
  }

  private assign(object: HostObject, action: Action): void {
    const set = typeOf(object).scalars?.[action.Name]?.set;
    if (!set) throw unknownMember(object, action.Name);
    set(object.target, action.ArgumentInfo?.Arguments?.[0] ?? null, this.scene);
  }

  private args(info: ArgumentInfo | undefined): Argument[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const pathId = info?.ReferencedObjectPathIds?.[index];
      return typeof pathId === 'number' && pathId > 0 ? this.object(pathId) : value;
    });
  }

  /** The object at a path, found once a request: an `Add` among the paths adds once. */
  private object(pathId: number): HostObject | null {
    const found = this.objects.get(pathId);
    if (found !== undefined) return found;
    const object = this.resolve(this.path(pathId));
    this.objects.set(pathId, object);
    return object;
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathKind.Global:
        return { type: 'Workbook', target: this.scene.workbook };
      case PathKind.NewObject:
        if (path.Name === INTERNAL_SERVICE) return { type: 'AddinInternalService', target: null };
        throw new HostError('ApiNotFound', `There is no object ${path.Name}.`);
      case PathKind.Reference: {
        const kept = this.references.get(path.Name);
        if (!kept) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
      case PathKind.Null:
        return null;
      default:
        return this.child(path);
    }
  }

  private child(path: ObjectPath): HostObject | null {
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    if (path.ObjectPathType === PathKind.Property) {
      const part = typeOf(parent).parts?.[path.Name];
      if (!part) throw unknownMember(parent, path.Name);
      return part(parent.target, this.scene);
    }
    if (path.ObjectPathType === PathKind.Indexer) {
      const item = typeOf(parent).item;
      if (!item) throw unknownMember(parent, 'an index');
      return item(parent.target, this.args(path.ArgumentInfo)[0], this.scene);
    }
    const answer = this.call(parent, path.Name, path.ArgumentInfo);
    if (answer === null || isHostObject(answer)) return answer;
    throw new HostError('ApiNotFound', `${parent.type}.${path.Name} gives no object.`);
  }

  private path(pathId: number): ObjectPath {
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path) throw new HostError('InvalidReference', 'The request names an object that it does not describe.');
    return path;
  }

  private location(action: Action): string {
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    return [path?.Name, action.Name].filter(Boolean).join('.');
  }
}

/** The members of an object's kind. The catalogue pairs names with kinds, which the compiler cannot follow through a lookup. */
function typeOf(object: HostObject): ObjectType<TypeName> & { readonly items?: unknown } {
  return catalogue[object.type] as unknown as ObjectType<TypeName>;
}

function unknownMember(object: HostObject, name: string): HostError {
  return new HostError('ApiNotFound', `${object.type} has no member ${name} here.`);
}

function refusal(error: unknown): { Code: string; Message: string; HttpStatusCode: number } {
  if (error instanceof HostError) return { Code: error.code, Message: error.message, HttpStatusCode: error.status };
  if (error instanceof ModelError) {
    return { Code: error.code, Message: error.message, HttpStatusCode: new HostError(error.code, '').status };
  }
  throw error;
}
