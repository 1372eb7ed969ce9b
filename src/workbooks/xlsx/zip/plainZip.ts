import type { ZipEntry } from './zipEntries';

const DATA_DESCRIPTOR = 0x0008;
const STORED = 0;
const NOTHING = new Uint8Array();

/**
 * Entries as a zip in its plainest form: no zip64, nothing before, between or behind the entries, and every size where it
 * belongs. The packed bytes stay as they are. Readers that believe what an entry says of itself are thereby told what the
 * directory says.
 */
export function plainZip(given: readonly ZipEntry[]): Uint8Array {
  const entries = given.map(withoutUnknownSize);
  const names = entries.map(({ name }) => Uint8Array.from(name, (character) => character.charCodeAt(0)));
  const directory = sum(names.map(({ length }) => 46 + length));
  const content = sum(entries.map(({ data }, index) => 30 + (names[index]?.length ?? 0) + data.length));
  const bytes = new Uint8Array(content + directory + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let listed = content;
  entries.forEach((entry, index) => {
    const name = names[index] ?? NOTHING;
    view.setUint32(listed, 0x02014b50, true);
    view.setUint16(listed + 4, 20, true);
    writeCommon(view, listed + 6, entry, name.length);
    view.setUint32(listed + 42, at, true);
    bytes.set(name, listed + 46);
    listed += 46 + name.length;
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.data, at + 30 + name.length);
    at += 30 + name.length + entry.data.length;
  });
  view.setUint32(listed, 0x06054b50, true);
  view.setUint16(listed + 8, entries.length, true);
  view.setUint16(listed + 10, entries.length, true);
  view.setUint32(listed + 12, directory, true);
  view.setUint32(listed + 16, content, true);
  return bytes;
}

/** Readers take a declared size of nothing for one that is not known yet, and unpack without end. */
function withoutUnknownSize(entry: ZipEntry): ZipEntry {
  return entry.size === 0 ? { ...entry, method: STORED, data: NOTHING } : entry;
}

/** The fields that the directory and the entry itself have alike, from the version on. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DATA_DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
