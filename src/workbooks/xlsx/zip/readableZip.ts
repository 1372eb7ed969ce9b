import { WorkbookError } from '../../../core/sheets/workbook';
import { textOf, type UnpackedFile, unpack } from './container';
import { crc32 } from './crc32';
import { plainZip } from './plainZip';
import { readZipEntries, type ZipEntry } from './zipEntries';

/** Bytes that a part may come to once unpacked: the longest text that JavaScript engines hold is little more. */
const LARGEST_PART = 500 * 2 ** 20;
const LARGEST_WORKBOOK = 2 ** 30;

/** Pictures, films, fonts and programs: nothing is read from them, and they may be large. */
const UNREAD =
  /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|svg|ico|webp|wdp|mp[34]|wav|avi|mov|wmv|m4[av]|[ot]tf|odttf|pdf)$/i;
const CHECKED = /\.(xml|rels|bin)$/i;

/** A zip that can be unpacked without harm, with what its parts are to come to. */
export class ReadableZip {
  private constructor(
    readonly bytes: Uint8Array,
    readonly entries: readonly ZipEntry[],
  ) {}

  /**
   * Takes from a workbook's zip what can be read from.
   *
   * @throws WorkbookError `not-a-workbook`, `encrypted`, or `too-large` where it declares more than fits into memory.
   */
  static of(bytes: Uint8Array): ReadableZip {
    const entries = readZipEntries(bytes).filter(({ name }) => !UNREAD.test(name));
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    if (total > LARGEST_WORKBOOK || entries.some(({ size }) => size > LARGEST_PART)) {
      throw new WorkbookError('too-large');
    }
    return new ReadableZip(plainZip(entries), entries);
  }

  /** The same with some parts renamed, replaced or left out. */
  withEntries(entries: readonly ZipEntry[]): ReadableZip {
    return new ReadableZip(plainZip(entries), entries);
  }

  /** The parts by their paths. */
  unpacked(): Readonly<Record<string, UnpackedFile>> {
    return unpack(this.bytes);
  }

  /** Whether it is an OpenDocument whose parts are encrypted (OpenDocument 1.3 part 2, 3.4): the zip itself has no password then. */
  isEncrypted(): boolean {
    return textOf(this.unpacked()['META-INF/manifest.xml']).includes(':encryption-data');
  }

  /**
   * Holds the unpacked parts against their checksums: a damaged part may well unpack, to other figures.
   *
   * @throws WorkbookError `damaged` with the part's path.
   */
  assertIntact(files: Readonly<Record<string, UnpackedFile>>): void {
    for (const { name, crc, size } of this.entries) {
      if (!CHECKED.test(name)) continue;
      const content = files[name]?.content ?? [];
      if (content.length !== size || crc32(content) !== crc) throw new WorkbookError('damaged', name);
    }
  }
}
