import { WorkbookError, type WorkbookErrorCode } from '../core/sheets/workbook';
import type { TextKey, Texts } from './page/texts';

const KEYS: Readonly<Partial<Record<WorkbookErrorCode, TextKey>>> = {
  'not-a-workbook': 'error.not-a-workbook',
  'empty-file': 'error.empty-file',
  damaged: 'error.damaged',
  encrypted: 'error.encrypted',
  'too-large': 'error.too-large',
  'cannot-write-format': 'error.cannot-write-format',
};

/** What stands in the way of writing, by the error's detail. */
const UNWRITABLE: Readonly<Record<string, TextKey>> = {
  signed: 'error.cannot-write-format.signed',
  formats: 'error.cannot-write-format.formats',
  array: 'error.cannot-write-format.array',
  table: 'error.cannot-write-format.table',
  merge: 'error.cannot-write-format.merge',
};

/** Why a file could not be opened or saved, in one or two sentences. */
export function reasonOf(error: unknown, texts: Texts): string {
  const key = error instanceof WorkbookError ? keyOf(error) : undefined;
  return key ? texts(key) : texts('error.other', { detail: error instanceof Error ? error.message : String(error) });
}

function keyOf({ code, detail }: WorkbookError): TextKey | undefined {
  return (code === 'cannot-write-format' ? UNWRITABLE[detail] : undefined) ?? KEYS[code];
}
