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

/** Of errors whose detail says what to do: by code and detail. */
const DETAILED: Readonly<Record<string, TextKey>> = {
  'not-a-workbook.markup': 'error.not-a-workbook.markup',
  'cannot-write-format.signed': 'error.cannot-write-format.signed',
  'cannot-write-format.formats': 'error.cannot-write-format.formats',
  'cannot-write-format.array': 'error.cannot-write-format.array',
  'cannot-write-format.table': 'error.cannot-write-format.table',
  'cannot-write-format.merge': 'error.cannot-write-format.merge',
};

/** Why a file could not be opened or saved, in one or two sentences. */
export function reasonOf(error: unknown, texts: Texts): string {
  const key = error instanceof WorkbookError ? keyOf(error) : undefined;
  return key ? texts(key) : texts('error.other', { detail: error instanceof Error ? error.message : String(error) });
}

function keyOf({ code, detail }: WorkbookError): TextKey | undefined {
  return DETAILED[`${code}.${detail}`] ?? KEYS[code];
}
