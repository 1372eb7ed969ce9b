import JSZip from 'jszip';
import { WorkbookError } from '../../core/sheets/workbook';
import { childrenOf, type Document, type Element, newChild, parsePart, rootOf, serializePart } from './xmlPart';
import { DECLARATION, escapeXml } from './xmlText';
import { plainZip } from './zip/plainZip';
import { readZipEntries } from './zip/zipEntries';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

/** New entries carry the zip format's first day, so that the same sheets give the same bytes. */
const NEW_ENTRY = { createFolders: false, date: new Date(Date.UTC(1980, 0, 1)) };

/** One entry of a relationships part; `target` is a path in the package, or null for what lies outside it. */
export interface Relationship {
  readonly id: string;
  /** The full type; its last segment tells what it is in either dialect. */
  readonly type: string;
  readonly target: string | null;
}

/**
 * A zip of parts (Open Packaging Conventions, ECMA-376 part 2) whose entries stay as they are unless they are replaced:
 * untouched ones keep their compressed bytes. Part names are compared without regard to case (part 2, 6.2.2.3); the paths
 * that it gives are those of the entries.
 */
export class OpcPackage {
  readonly #documents = new Map<string, Document>();
  readonly #edited = new Set<string>();

  /** The entries' paths by their lower case. */
  readonly #paths: Map<string, string>;

  private constructor(private readonly zip: JSZip) {
    this.#paths = new Map(this.paths().map((path) => [path.toLowerCase(), path]));
  }

  /** @throws WorkbookError `not-a-workbook` where the bytes are no zip, `encrypted` where the zip has a password. */
  static async open(bytes: Uint8Array): Promise<OpcPackage> {
    const plain = plainZip(readZipEntries(bytes));
    try {
      return new OpcPackage(await JSZip.loadAsync(plain));
    } catch (cause) {
      throw new WorkbookError('not-a-workbook', '', { cause });
    }
  }

  paths(): string[] {
    return Object.values(this.zip.files).flatMap((file) => (file.dir ? [] : [file.name]));
  }

  has(path: string): boolean {
    return this.#paths.has(path.toLowerCase());
  }

  /** The part as XML, to be read; the same document each time. */
  async document(path: string): Promise<Document> {
    const entry = this.#entry(path);
    const known = this.#documents.get(entry);
    if (known) return known;
    const document = parsePart(await this.bytes(entry));
    this.#documents.set(entry, document);
    return document;
  }

  /** The part as XML, to be changed: {@link save} writes it back. */
  edit(path: string): Promise<Document> {
    this.#edited.add(this.#entry(path));
    return this.document(path);
  }

  /** @throws WorkbookError `not-a-workbook` where there is no such part, `damaged` where it cannot be unpacked. */
  async bytes(path: string): Promise<Uint8Array> {
    const entry = this.zip.file(this.#entry(path));
    if (!entry) throw new WorkbookError('not-a-workbook', path);
    try {
      return await entry.async('uint8array');
    } catch (cause) {
      throw new WorkbookError('damaged', entry.name, { cause });
    }
  }

  /** Adds or replaces a part and, where a content type is given, its entry in the list of content types. */
  async put(path: string, xml: string, contentType: string | null): Promise<void> {
    this.#forget(path);
    this.#store(path, xml);
    if (contentType === null) return;
    const types = rootOf(await this.edit(CONTENT_TYPES));
    const present = childrenOf(types, 'Override').find((entry) => isNamed(entry, path));
    if (present) present.setAttribute('ContentType', contentType);
    else types.appendChild(newChild(types, 'Override', { PartName: `/${path}`, ContentType: contentType }));
  }

  /** Takes a part, its relationships and its content type out. */
  async remove(path: string): Promise<void> {
    for (const name of [path, relationshipsPath(path)]) {
      this.#forget(name);
      this.zip.remove(this.#entry(name));
      this.#paths.delete(name.toLowerCase());
    }
    const types = rootOf(await this.edit(CONTENT_TYPES));
    for (const entry of childrenOf(types, 'Override')) {
      if (isNamed(entry, path)) types.removeChild(entry);
    }
  }

  /** The relationships of a part (`''`: of the package). None where it has no relationships part. */
  async relationships(path: string): Promise<Relationship[]> {
    const part = relationshipsPath(path);
    if (!this.has(part)) return [];
    const entries = childrenOf(rootOf(await this.document(part)), 'Relationship');
    return entries.map((entry) => {
      const external = entry.getAttribute('TargetMode') === 'External';
      return {
        id: entry.getAttribute('Id') ?? '',
        type: entry.getAttribute('Type') ?? '',
        target: external ? null : this.#entry(resolveTarget(path, entry.getAttribute('Target') ?? '')),
      };
    });
  }

  /** Adds a relationship to a part that has a relationships part, and gives its new id. */
  async relate(path: string, type: string, target: string): Promise<string> {
    const part = relationshipsPath(path);
    if (!this.has(part)) this.#store(part, relationshipsXml(path, []));
    const root = rootOf(await this.edit(part));
    const taken = new Set(childrenOf(root, 'Relationship').map((entry) => entry.getAttribute('Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    root.appendChild(
      newChild(root, 'Relationship', { Id: `rId${number}`, Type: type, Target: relativeTarget(path, target) }),
    );
    return `rId${number}`;
  }

  /** Takes a part's relationships to another part out. */
  async unrelate(path: string, target: string): Promise<void> {
    const root = rootOf(await this.edit(relationshipsPath(path)));
    for (const entry of childrenOf(root, 'Relationship')) {
      if (entry.getAttribute('TargetMode') === 'External') continue;
      const named = resolveTarget(path, entry.getAttribute('Target') ?? '');
      if (named.toLowerCase() === target.toLowerCase()) root.removeChild(entry);
    }
  }

  /** The first of `{stem}1{extension}`, `{stem}2{extension}` … that no part has. */
  freePath(stem: string, extension = '.xml'): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`)) number++;
    return `${stem}${number}${extension}`;
  }

  async save(): Promise<Uint8Array> {
    for (const path of this.#edited) {
      const document = await this.document(path);
      const present = this.zip.file(path);
      this.zip.file(path, serializePart(document), { ...NEW_ENTRY, date: present?.date ?? NEW_ENTRY.date });
    }
    return this.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  }

  /** The path of the part's entry; as given where there is none. */
  #entry(path: string): string {
    return this.#paths.get(path.toLowerCase()) ?? path;
  }

  #store(path: string, xml: string): void {
    const entry = this.#entry(path);
    this.zip.file(entry, xml, NEW_ENTRY);
    this.#paths.set(entry.toLowerCase(), entry);
  }

  #forget(path: string): void {
    this.#documents.delete(this.#entry(path));
    this.#edited.delete(this.#entry(path));
  }
}

/** Whether an entry of the list of content types is a part's. */
function isNamed(entry: Element, path: string): boolean {
  return entry.getAttribute('PartName')?.toLowerCase() === `/${path}`.toLowerCase();
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** The relationships part of `source` with nothing but these entries. */
export function relationshipsXml(
  source: string,
  entries: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const lines = entries.map(
    ({ id, type, target }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(relativeTarget(source, target))}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${lines.join('')}</Relationships>`;
}

/** A path as a relationship of `source` names it: relative to its folder, as Excel writes it (many readers know nothing else). */
function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** A target, relative to the folder of its source or from the root, as a path in the package. Some programs write backslashes. */
export function resolveTarget(source: string, target: string): string {
  const named = target.replace(/\\/g, '/');
  const segments = named.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of named.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
