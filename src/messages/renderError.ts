import { WorkbookError } from '../core/sheets/workbook';
import { errors as english } from './en/errors';
import { fill } from './fill';
import { errors as japanese } from './ja/errors';
import type { Language } from './language';

const TEXTS = { ja: japanese, en: english } as const;

/** An error's code and what a user is told of it, in one line. */
export function renderError(error: unknown, language: Language): { readonly code: string; readonly message: string } {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  if (error instanceof WorkbookError) {
    const template = texts[`${error.code}.${error.detail}`] ?? texts[error.code] ?? error.code;
    return { code: error.code, message: fill(template, { detail: error.detail }) };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: fill(TEXTS[language].unexpected, { detail: detail.replace(/\s+/g, ' ') }) };
}
