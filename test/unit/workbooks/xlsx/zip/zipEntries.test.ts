import JSZip from 'jszip';
import { WorkbookError } from '../../../../../src/core/sheets/workbook';
import { plainZip } from '../../../../../src/workbooks/xlsx/zip/plainZip';
import { readZipEntries } from '../../../../../src/workbooks/xlsx/zip/zipEntries';
import { partsOf, zipOf } from '../fixtures';
import { replaced, withComment, withDirectoryField, withZip64Directory } from './zips';

const PARTS = { '[Content_Types].xml': '<Types/>', 'xl/a.xml': 'a'.repeat(5000), 'xl/empty.xml': '' };

async function jszipOf(options: JSZip.JSZipGeneratorOptions<'uint8array'>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(PARTS)) zip.file(path, text, { createFolders: false });
  return zip.generateAsync(options);
}

const looksLikeAnEnd = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0), 0x21, 0x21]);

test.each<[string, () => Promise<Uint8Array>]>([
  ['packed', () => zipOf(PARTS)],
  ['stored', () => jszipOf({ type: 'uint8array', compression: 'STORE' })],
  ['streamed: sizes behind the data', () => jszipOf({ type: 'uint8array', streamFiles: true, compression: 'DEFLATE' })],
  ['with a directory in zip64', async () => withZip64Directory(await zipOf(PARTS))],
  ['with a comment that looks like the end', async () => withComment(await zipOf(PARTS), looksLikeAnEnd)],
  ['with bytes behind it', async () => new Uint8Array([...(await zipOf(PARTS)), 0, 0, 0, 0])],
])('a zip %s: its plain form has the same entries', async (_, make) => {
  const entries = readZipEntries(await make());
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['[Content_Types].xml', 8],
    ['xl/a.xml', 5000],
    ['xl/empty.xml', 0],
  ]);
  const plain = plainZip(entries);
  expect(Object.fromEntries(await partsOf(plain))).toEqual(PARTS);
  expect(plainZip(readZipEntries(plain))).toEqual(plain);
});

test('backslashes in names are folders, but not as the second half of a letter in Shift_JIS', async () => {
  const zip = await zipOf({ 'xl/a.xml': 'a', 'xx.png': 'b' });
  const entries = readZipEntries(replaced(replaced(zip, 'xl/a.xml', 'xl\\a.xml'), 'xx.png', '\x95\\.png'));
  expect(entries.map(({ name }) => name)).toEqual(['xl/a.xml', '\x95\\.png']);
});

test('an entry that declares nothing gives nothing', async () => {
  const plain = plainZip(readZipEntries(withDirectoryField(await zipOf(PARTS), 24, 0, /a\.xml/)));
  expect((await partsOf(plain)).get('xl/a.xml')).toBe('');
});

test('a zip with a password, and one with two entries of a name', async () => {
  const zip = await zipOf({ 'xl/a.xml': 'a', 'xl/b.xml': 'b' });
  expect(() => readZipEntries(withDirectoryField(zip, 8, 1))).toThrow(expect.objectContaining({ code: 'encrypted' }));
  const twice = replaced(zip, 'xl/b.xml', 'xl/A.xml');
  expect(() => readZipEntries(twice)).toThrow(expect.objectContaining({ code: 'not-a-workbook' }));
});

test.each([
  ['plain', (zip: Uint8Array) => zip],
  ['zip64', withZip64Directory],
])(
  'a %s zip cut off anywhere, or with any byte of its directory changed, is refused or read, and nothing else',
  async (_, form) => {
    const zip = form(await zipOf({ 'xl/a.xml': 'a', 'xl/b.xml': 'b' }));
    const tryTo = (bytes: Uint8Array): void => {
      try {
        plainZip(readZipEntries(bytes));
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error;
      }
    };
    for (let length = 0; length < zip.length; length += 1) {
      expect(() => readZipEntries(zip.subarray(0, length))).toThrow(WorkbookError);
    }
    for (let at = 0; at < zip.length; at += 1) {
      for (const byte of [0, 0x7f, 0xff]) tryTo(zip.map((present, index) => (index === at ? byte : present)));
    }
  },
);
