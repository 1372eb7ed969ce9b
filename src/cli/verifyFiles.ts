import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { jsonReport } from '../core/report/jsonReport';
import { planReportPage } from '../core/report/page/planReportPage';
import type { ReportOptions } from '../core/report/planSheets';
import { figuresText } from '../core/sheets/figuresText';
import { WorkbookError, type WorkbookErrorCode } from '../core/sheets/workbook';
import { type Verified, verify } from '../core/verify';
import { writeSheets } from '../core/writeSheets';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderError } from '../messages/renderError';
import { htmlPage } from '../printing/htmlPage';
import { extensionOf } from '../workbooks/xlsx/fileKind';
import { XlsxWorkbook } from '../workbooks/xlsx/xlsxWorkbook';
import { createFile } from './createFile';
import { planOutputs } from './outputFolder';
import { CLI_TEXTS, type Options } from './options';
import { textReport } from './textReport';

/** What the system's codes mean for a file that is to be read. */
const UNREADABLE: Readonly<Record<string, WorkbookErrorCode>> = {
  ENOENT: 'missing-file',
  ENOTDIR: 'missing-file',
  EISDIR: 'cannot-open',
  EACCES: 'cannot-open',
  EPERM: 'cannot-open',
  EBUSY: 'cannot-open',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};

/** 0: nothing disagrees, 1: a figure disagrees, 2: a file could not be read or written, or the call is wrong. */
export type ExitStatus = 0 | 1 | 2;

/** Lines for standard output and standard error. */
export interface Console {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/**
 * Verifies the files in the order given, reports each, and writes the copies where that is asked for. A file that fails
 * does not keep the others from being done.
 *
 * @throws UsageError where copies may not be written; nothing has been read or written then.
 */
export async function verifyFiles(
  files: readonly string[],
  options: Options,
  version: string,
  console: Console,
): Promise<ExitStatus> {
  const texts = CLI_TEXTS[options.language];
  const { language } = options;
  const outputs = options.write === null ? null : await planOutputs(options.write, files, language);
  const pages = options.pages === null ? null : await planOutputs(options.pages, files, language, '.html');
  let status: ExitStatus = 0;
  for (const [index, file] of files.entries()) {
    const output = outputs?.[index] ?? null;
    const page = pages?.[index] ?? null;
    console.err(fill(texts['progress.verify'], { file }));
    try {
      const bytes = await readInput(file);
      const workbook = await XlsxWorkbook.open(bytes, basename(file));
      const verified = await verify(workbook, options.terms);
      report(verified, file, options, console);
      if (verified.verification.findings.some(({ verdict }) => verdict === 'disagrees') && status === 0) status = 1;
      const made = { language, time: options.time, version };
      if (output !== null && !(await writeCopy(workbook, verified, file, output, made, console))) status = 2;
      if (page !== null && !(await writePage(bytes, verified, page, made, console))) status = 2;
    } catch (error) {
      const { code, message } = renderError(error, options.language);
      if (options.json) console.out(JSON.stringify(jsonReport(null, file, options.language, { code, message })));
      console.err(fill(texts.error, { file, message }));
      status = 2;
    }
  }
  return status;
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = UNREADABLE[(cause as NodeJS.ErrnoException).code ?? ''];
    throw code ? new WorkbookError(code, '', { cause }) : cause;
  }
}

function report({ verification }: Verified, file: string, options: Options, console: Console): void {
  if (options.json) console.out(JSON.stringify(jsonReport(verification, file, options.language)));
  else console.out(textReport(verification, file, options.language));
}

/** Whether the copy was written; says so or why not. */
function writeCopy(
  workbook: XlsxWorkbook,
  verified: Verified,
  file: string,
  output: string,
  options: ReportOptions,
  console: Console,
): Promise<boolean> {
  return tellWritten(output, options.language, console, async () => {
    if (!['xlsx', 'xlsm'].includes(extensionOf(file))) throw new WorkbookError('cannot-write-format', 'format');
    await writeSheets(workbook, verified, options);
    await createFile(output, workbook.bytes);
  });
}

/** Whether the report was written as a page; says so or why not. */
function writePage(
  bytes: Uint8Array,
  { verification, snapshot }: Verified,
  output: string,
  options: ReportOptions,
  console: Console,
): Promise<boolean> {
  return tellWritten(output, options.language, console, async () => {
    const digests = { file: sha256(bytes), values: sha256(figuresText(snapshot)) };
    const page = htmlPage(planReportPage(verification, snapshot, options, digests));
    await createFile(output, new TextEncoder().encode(page));
  });
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

async function tellWritten(
  output: string,
  language: Language,
  console: Console,
  write: () => Promise<void>,
): Promise<boolean> {
  const texts = CLI_TEXTS[language];
  try {
    await write();
    console.err(fill(texts['write.done'], { name: output }));
    return true;
  } catch (error) {
    const reason = renderError(error, language).message;
    console.err(fill(texts['write.failed'], { name: output, reason }));
    return false;
  }
}
