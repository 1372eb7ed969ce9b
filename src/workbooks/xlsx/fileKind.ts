import { WorkbookError } from '../../core/sheets/workbook';
import { unpack } from './zip/container';

/** What a file's bytes (and for text its name) say that it is. */
export type FileKind = 'zip' | 'compound' | 'csv';

const CONTROL_BYTES = /[\u0000-\u0008\u000E-\u001F]/;

/**
 * Tells the kinds of file apart that can be workbooks.
 *
 * @throws WorkbookError `empty-file`, `encrypted` (an OLE container around an EncryptedPackage, MS-OFFCRYPTO 2.3) or `not-a-workbook`
 * (`markup` for web pages and XML, which many systems name .xls).
 */
export function fileKindOf(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new WorkbookError('empty-file');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    if (holdsEncryptedPackage(bytes)) throw new WorkbookError('encrypted');
    return 'compound';
  }
  if (extensionOf(fileName) === 'csv' && looksLikeText(bytes)) return 'csv';
  throw new WorkbookError('not-a-workbook', beginsAsMarkup(bytes) ? 'markup' : '');
}

/** The extension in lower case without its dot; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** A stream of that name: a cell may well hold the word. What cannot be taken apart is left to the reader, which will say so. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  try {
    return 'EncryptedPackage' in unpack(bytes);
  } catch {
    return false;
  }
}

function beginsAsMarkup(bytes: Uint8Array): boolean {
  return /^(\u00EF\u00BB\u00BF)?\s*</.test(String.fromCharCode(...bytes.subarray(0, 256)));
}

function looksLikeText(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return false;
  return utf16 || !CONTROL_BYTES.test(String.fromCharCode(...bytes.subarray(0, 4096)));
}
