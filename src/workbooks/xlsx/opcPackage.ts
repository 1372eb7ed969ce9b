import JSZip from 'jszip';
import { WorkbookError } from '../../core/sheets/workbook';
import { childrenOf, type Document, newChild, parsePart, rootOf, serializePart } from './xmlPart';
import { DECLARATION, escapeXml } from './xmlText';

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
 * untouched ones keep their compressed bytes.
 */
export class OpcPackage {
  readonly #documents = new Map<string, Document>();
  readonly #edited = new Set<string>();

  private constructor(private readonly zip: JSZip) {}

  /** @throws WorkbookError `not-a-workbook` where the bytes are no zip; `cannot-write-format` (`zip64`) for one over 4 GB. */
  static async open(bytes: Uint8Array): Promise<OpcPackage> {
    if (isZip64(bytes)) throw new WorkbookError('cannot-write-format', 'zip64');
    try {
      return new OpcPackage(await JSZip.loadAsync(bytes));
    } catch (cause) {
      throw new WorkbookError('not-a-workbook', '', { cause });
    }
  }

  paths(): string[] {
    return Object.values(this.zip.files).flatMap((file) => (file.dir ? [] : [file.name]));
  }

  /** Part names are compared without regard to case (part 2, 6.2.2.3). */
  has(path: string): boolean {
    return this.paths().some((present) => present.toLowerCase() === path.toLowerCase());
  }

  /** The part as XML, to be read; the same document each time. */
  async document(path: string): Promise<Document> {
    const known = this.#documents.get(path);
    if (known) return known;
    const document = parsePart(await this.bytes(path));
    this.#documents.set(path, document);
    return document;
  }

  /** The part as XML, to be changed: {@link save} writes it back. */
  edit(path: string): Promise<Document> {
    this.#edited.add(path);
    return this.document(path);
  }

  async bytes(path: string): Promise<Uint8Array> {
    const entry =
      this.zip.file(path) ?? this.zip.file(this.paths().find((p) => p.toLowerCase() === path.toLowerCase()) ?? '');
    if (!entry) throw new WorkbookError('not-a-workbook', path);
    return entry.async('uint8array');
  }

  /** Adds or replaces a part and, where a content type is given, its entry in the list of content types. */
  async put(path: string, xml: string, contentType: string | null): Promise<void> {
    this.#forget(path);
    this.zip.file(path, xml, NEW_ENTRY);
    if (contentType === null) return;
    const types = rootOf(await this.edit(CONTENT_TYPES));
    const present = childrenOf(types, 'Override').find((entry) => entry.getAttribute('PartName') === `/${path}`);
    if (present) present.setAttribute('ContentType', contentType);
    else types.appendChild(newChild(types, 'Override', { PartName: `/${path}`, ContentType: contentType }));
  }

  /** Takes a part, its relationships and its content type out. */
  async remove(path: string): Promise<void> {
    for (const name of [path, relationshipsPath(path)]) {
      this.zip.remove(name);
      this.#forget(name);
    }
    const types = rootOf(await this.edit(CONTENT_TYPES));
    for (const entry of childrenOf(types, 'Override')) {
      if (entry.getAttribute('PartName') === `/${path}`) types.removeChild(entry);
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
        target: external ? null : resolveTarget(path, entry.getAttribute('Target') ?? ''),
      };
    });
  }

  /** Adds a relationship to a part that has a relationships part, and gives its new id. */
  async relate(path: string, type: string, target: string): Promise<string> {
    const part = relationshipsPath(path);
    if (!this.has(part)) this.zip.file(part, relationshipsXml(path, []), NEW_ENTRY);
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
      const external = entry.getAttribute('TargetMode') === 'External';
      if (!external && resolveTarget(path, entry.getAttribute('Target') ?? '') === target) root.removeChild(entry);
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

  #forget(path: string): void {
    this.#documents.delete(path);
    this.#edited.delete(path);
  }
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

/** A target, relative to the folder of its source or from the root, as a path in the package. */
export function resolveTarget(source: string, target: string): string {
  const segments = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The zip64 end of central directory locator (APPNOTE 4.3.15) stands right before the end of central directory record. */
function isZip64(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_600));
  for (let at = tail.length - 22; at >= 20; at--) {
    if (tail[at] !== 0x50 || tail[at + 1] !== 0x4b || tail[at + 2] !== 0x05 || tail[at + 3] !== 0x06) continue;
    return tail[at - 20] === 0x50 && tail[at - 19] === 0x4b && tail[at - 18] === 0x06 && tail[at - 17] === 0x07;
  }
  return false;
}
