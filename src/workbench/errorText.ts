import { WorkbookError, type WorkbookErrorCode } from '../core/sheets/workbook';
import type { TextKey, Texts } from './page/texts';

const KEYS: Readonly<Partial<Record<WorkbookErrorCode, TextKey>>> = {
  'not-a-workbook': 'error.not-a-workbook',
  'empty-file': 'error.empty-file',
  encrypted: 'error.encrypted',
  'too-large': 'error.too-large',
  'cannot-write-format': 'error.cannot-write-format',
};

/** Why a file could not be opened or saved, in one sentence. */
export function reasonOf(error: unknown, texts: Texts): string {
  const key = error instanceof WorkbookError ? KEYS[error.code] : undefined;
  return key ? texts(key) : texts('error.other', { detail: error instanceof Error ? error.message : String(error) });
}
