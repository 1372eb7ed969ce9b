/* Zips as other programs write them, made from one that JSZip wrote. */

const END_LENGTH = 22;

/** Offset of the record that ends a zip without a comment. */
const endOf = (bytes: Uint8Array) => bytes.length - END_LENGTH;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The same zip with its directory in the form for many entries and large files (zip64), as some streaming writers always use. */
export function withZip64Directory(bytes: Uint8Array): Uint8Array {
  const end = endOf(bytes);
  const source = view(bytes);
  const [count, length, start] = [
    source.getUint16(end + 10, true),
    source.getUint32(end + 12, true),
    source.getUint32(end + 16, true),
  ];
  const record = new DataView(new ArrayBuffer(56 + 20 + END_LENGTH));
  record.setUint32(0, 0x06064b50, true);
  record.setUint32(4, 44, true);
  for (const at of [24, 32]) record.setUint32(at, count, true);
  record.setUint32(40, length, true);
  record.setUint32(48, start, true);
  record.setUint32(56, 0x07064b50, true);
  record.setUint32(64, end, true);
  record.setUint32(72, 1, true);
  record.setUint32(76, 0x06054b50, true);
  for (const at of [84, 86]) record.setUint16(at, 0xffff, true);
  for (const at of [88, 92]) record.setUint32(at, 0xffffffff, true);
  return new Uint8Array([...bytes.subarray(0, end), ...new Uint8Array(record.buffer)]);
}

/** The same zip with a comment. */
export function withComment(bytes: Uint8Array, comment: Uint8Array): Uint8Array {
  const made = new Uint8Array([...bytes, ...comment]);
  view(made).setUint16(endOf(bytes) + 20, comment.length, true);
  return made;
}

/** The same zip with a field of every entry of its directory changed: `at` counts from the entry's beginning. */
export function withDirectoryField(bytes: Uint8Array, at: number, value: number, entry: RegExp = /./): Uint8Array {
  const made = bytes.slice();
  const changed = view(made);
  let offset = changed.getUint32(endOf(made) + 16, true);
  while (changed.getUint32(offset, true) === 0x02014b50) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => changed.getUint16(offset + field, true));
    if (entry.test(String.fromCharCode(...made.subarray(offset + 46, offset + 46 + name)))) {
      changed.setUint32(offset + at, value, true);
    }
    offset += 46 + name + extra + comment;
  }
  return made;
}

/** The same zip with bytes replaced wherever they stand: names in both places, or content that is stored unpacked. */
export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').split(from).join(to), 'latin1'));
}
