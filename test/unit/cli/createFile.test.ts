import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type * as files from 'node:fs/promises';
import { link, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile } from '../../../src/cli/createFile';

type Files = typeof files;
const ACTUAL = jest.requireActual<Files>('node:fs/promises');
jest.mock('node:fs/promises', () => ({
  ...jest.requireActual<Files>('node:fs/promises'),
  link: jest.fn(),
  rename: jest.fn(),
}));

const BYTES = new Uint8Array([1, 2, 3]);
const fault = (code: string) => Object.assign(new Error(code), { code });
const named = (name: string) => join(folder, name);
const content = (name: string) => [...readFileSync(named(name))];

let folder: string;
beforeEach(() => {
  jest.mocked(link).mockImplementation(ACTUAL.link);
  jest.mocked(rename).mockImplementation(ACTUAL.rename);
  folder = mkdtempSync(join(tmpdir(), 'kenzan-create-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** With hard links, and on a file system that has none. */
describe.each<[string, string | null]>([
  ['with hard links', null],
  ['without hard links (EPERM)', 'EPERM'],
  ['without hard links (ENOTSUP)', 'ENOTSUP'],
])('%s', (_, code) => {
  beforeEach(() => {
    if (code !== null) jest.mocked(link).mockRejectedValue(fault(code));
  });

  test('a file is created, with its folders, and nothing else', async () => {
    await createFile(named('a/b/c.xlsx'), BYTES);
    expect(content('a/b/c.xlsx')).toEqual([1, 2, 3]);
    expect(readdirSync(named('a/b'))).toEqual(['c.xlsx']);
  });

  test('a file, and a link to nothing, stay as they are', async () => {
    writeFileSync(named('a.xlsx'), 'mine');
    symlinkSync(named('nowhere'), named('link.xlsx'));
    for (const name of ['a.xlsx', 'link.xlsx']) {
      await expect(createFile(named(name), BYTES)).rejects.toMatchObject({ code: 'file-exists', detail: named(name) });
    }
    expect(readFileSync(named('a.xlsx'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'link.xlsx']);
  });

  test('a name as long as the file system takes', async () => {
    const name = `${'あ'.repeat(83)}.xlsx`;
    await createFile(named(name), BYTES);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

test('a name that cannot be given leaves neither the name nor the bytes', async () => {
  jest.mocked(link).mockRejectedValue(fault('EPERM'));
  jest.mocked(rename).mockRejectedValue(fault('EIO'));
  await expect(createFile(named('a.xlsx'), BYTES)).rejects.toMatchObject({ code: 'EIO' });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['ENOSPC', 'space'],
  ['EROFS', 'permission'],
])('%s is told as a lack of %s', async (code, detail) => {
  jest.mocked(link).mockRejectedValue(fault('EPERM'));
  jest.mocked(rename).mockRejectedValue(fault(code));
  await expect(createFile(named('a.xlsx'), BYTES)).rejects.toMatchObject({ code: 'cannot-save', detail });
});

test('a folder that is a file, and a name that is too long', async () => {
  writeFileSync(named('file'), '');
  const below = { code: 'cannot-save', detail: 'folder' };
  await expect(createFile(named('file/a.xlsx'), BYTES)).rejects.toMatchObject(below);
  await expect(createFile(named('file/b/a.xlsx'), BYTES)).rejects.toMatchObject(below);
  const long = createFile(named(`${'a'.repeat(300)}.xlsx`), BYTES);
  await expect(long).rejects.toMatchObject({ code: 'cannot-save', detail: 'name' });
  expect(readdirSync(folder)).toEqual(['file']);
});
