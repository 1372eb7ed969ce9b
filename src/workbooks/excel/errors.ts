import { Cancelled, WorkbookError, type WorkbookErrorCode } from '../../core/sheets/workbook';

/** What Office.js's stable codes mean to the user; every other code is `host-failed`. */
const MEANINGS: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
};

/** Office.js's code of an error that it raised; null for every other error. */
export function officeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || error instanceof WorkbookError) return null;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : null;
}

/** An error of Office.js as the WorkbookError that it means; other errors (a cancellation, a fault of ours) unchanged. */
export function workbookErrorOf(error: unknown): unknown {
  if (error instanceof Cancelled) return error;
  const code = officeCode(error);
  if (code === null) return error;
  const meaning = MEANINGS[code];
  return meaning
    ? new WorkbookError(meaning, '', { cause: error })
    : new WorkbookError('host-failed', code, { cause: error });
}
