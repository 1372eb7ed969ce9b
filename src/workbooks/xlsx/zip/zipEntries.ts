import { WorkbookError } from '../../../core/sheets/workbook';
import { crc32 } from './crc32';

/** An entry of a zip as its directory tells of it (APPNOTE 4.3.12); what the entry itself repeats before its data is not believed. */
export interface ZipEntry {
  /** One character a byte, with `/` between folders; the same as the text for the ASCII names that parts have. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** DOS time and date. */
  readonly time: number;
  readonly crc: number;
  /** Bytes once unpacked, as declared. */
  readonly size: number;
  /** As packed. */
  readonly data: Uint8Array;
}

/** An entry of content that is not packed. */
export function unpackedEntry(name: string, data: Uint8Array): ZipEntry {
  return { name, flags: 0, method: 0, time: FIRST_DAY, crc: crc32(data), size: data.length, data };
}

/** 1 January 1980, the first that the format can say. */
const FIRST_DAY = 0x00210000;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_EXTRA = 0xffffffff;
const ENCRYPTED = 0x2041;

/**
 * The entries of a zip in the order of its directory, small zip64 ones and those with a comment or bytes behind them included.
 *
 * @throws WorkbookError `not-a-workbook` where there is no directory that holds together, or where two entries have one name:
 * readers would differ in which they take. `encrypted` for entries with a password.
 */
export function readZipEntries(bytes: Uint8Array): ZipEntry[] {
  try {
    const entries = directoryEntries(bytes);
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    if (names.size < entries.length) throw new WorkbookError('not-a-workbook', 'same-names');
    return entries;
  } catch (cause) {
    // A position outside of the bytes.
    if (cause instanceof RangeError) throw new WorkbookError('not-a-workbook', '', { cause });
    throw cause;
  }
}

function directoryEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count } = findDirectory(view);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new WorkbookError('not-a-workbook');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const extra = at + 46 + (nameLength ?? 0);
    const flags = view.getUint16(at + 8, true);
    if (flags & ENCRYPTED) throw new WorkbookError('encrypted');
    const [size, packed, header] = wideFields(view, extra, extra + (extraLength ?? 0), [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, extra)),
      flags,
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      data: packedData(bytes, view, header, packed),
    });
    at = extra + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** Where the directory begins and how many entries it has. A comment may hold what looks like the record that ends it. */
function findDirectory(view: DataView): { readonly start: number; readonly count: number } {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END || at + END_LENGTH + view.getUint16(at + 20, true) > view.byteLength) continue;
    const record = at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64 ? wide(view, at - 12) : null;
    const is64 = record !== null && record < at && view.getUint32(record, true) === END_64;
    const count = is64 ? wide(view, record + 32) : view.getUint16(at + 10, true);
    const start = is64 ? wide(view, record + 48) : view.getUint32(at + 16, true);
    if (start < at && view.getUint32(start, true) === CENTRAL) return { start, count };
  }
  throw new WorkbookError('not-a-workbook');
}

/** Sizes and position from the zip64 field (APPNOTE 4.5.3), which has only those that do not fit where they belong, in this order. */
function wideFields(
  view: DataView,
  extra: number,
  end: number,
  [size, packed, header]: readonly [number, number, number],
): [number, number, number] {
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const resolved = (value: number): number => {
      if (value !== IN_EXTRA) return value;
      next += 8;
      return wide(view, next - 8);
    };
    return [resolved(size), resolved(packed), resolved(header)];
  }
  return [size, packed, header];
}

function wide(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function packedData(bytes: Uint8Array, view: DataView, header: number, packed: number): Uint8Array {
  if (view.getUint32(header, true) !== LOCAL) throw new WorkbookError('not-a-workbook');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.length) throw new WorkbookError('not-a-workbook');
  return bytes.subarray(start, start + packed);
}

/** Some programs write backslashes; in other encodings than ASCII that byte may be half of a letter. */
function nameOf(bytes: Uint8Array): string {
  const name = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return bytes.every((byte) => byte < 0x80) ? name.replace(/\\/g, '/') : name;
}
