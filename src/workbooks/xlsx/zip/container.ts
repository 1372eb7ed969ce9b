import { CFB } from '@e965/xlsx';

/** The library's reader of OLE files and zips, which it does not declare. */
const CONTAINERS = CFB as {
  read(bytes: Uint8Array, options: { type: 'array' }): Container;
};

interface Container {
  /** Paths below a root of some name, folders with a slash at their end. */
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly UnpackedFile[];
}

/** A file as the library unpacks it. */
export interface UnpackedFile {
  readonly content?: ArrayLike<number>;
}

/**
 * The files of an OLE file or a zip by their paths.
 *
 * @throws Error of the library's where the bytes are neither.
 */
export function unpack(bytes: Uint8Array): Record<string, UnpackedFile> {
  const { FullPaths, FileIndex } = CONTAINERS.read(bytes, { type: 'array' });
  const root = FullPaths[0] ?? '';
  return Object.fromEntries(FullPaths.map((path, index) => [path.slice(root.length), FileIndex[index] ?? {}]));
}

/** A file's text in UTF-8; empty where there is no such file. */
export function textOf(file: UnpackedFile | undefined): string {
  const content = file?.content ?? [];
  return new TextDecoder().decode(ArrayBuffer.isView(content) ? content : Uint8Array.from(content));
}
