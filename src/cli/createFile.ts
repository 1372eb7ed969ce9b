import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WorkbookError } from '../core/sheets/workbook';

/** What the system's codes mean to somebody who can act on them. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'space',
  EDQUOT: 'space',
  EFBIG: 'space',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  ENOTDIR: 'folder',
  EEXIST: 'folder',
  ENAMETOOLONG: 'name',
};

/**
 * Creates a file in one step: the bytes go to a temporary file beside it, which then gets the name. Never replaces a file or a
 * symbolic link that has appeared meanwhile, and leaves nothing behind where that fails.
 *
 * @throws WorkbookError `file-exists`, or `cannot-save` with `space`, `permission`, `folder` or `name`; other faults of the system as they are.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  // Not made from the file's name: with more letters it could be too long where the name itself is not.
  const temporary = join(folder, `.kenzan-${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeThrough(temporary, bytes);
    await giveName(temporary, path);
  } catch (cause) {
    const reason = REASONS[codeOf(cause)];
    throw reason === undefined ? cause : new WorkbookError('cannot-save', reason, { cause });
  } finally {
    // That it is not there, whatever the reason, is what is wanted.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** To the disk itself: a file must not get its name before its content is safe. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') throw new WorkbookError('file-exists', path, { cause });
    await replaceReserved(temporary, path);
  }
}

/** Where there are no hard links (exFAT, many network folders): the name is taken by an empty file of ours, which is then replaced. */
async function replaceReserved(temporary: string, path: string): Promise<void> {
  try {
    await (await open(path, 'wx')).close();
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') throw new WorkbookError('file-exists', path, { cause });
    throw cause;
  }
  try {
    await rename(temporary, path);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
