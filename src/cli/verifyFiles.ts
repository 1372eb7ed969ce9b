import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { jsonReport } from '../core/report/jsonReport';
import { WorkbookError } from '../core/sheets/workbook';
import { type Verified, verify } from '../core/verify';
import { writeSheets } from '../core/writeSheets';
import { fill } from '../messages/fill';
import { renderError } from '../messages/renderError';
import { extensionOf } from '../workbooks/xlsx/fileKind';
import { XlsxWorkbook } from '../workbooks/xlsx/xlsxWorkbook';
import { createFile, planOutputs } from './outputFolder';
import { CLI_TEXTS, type Options } from './options';
import { textReport } from './textReport';

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
  const outputs = options.write === null ? null : await planOutputs(options.write, files, options.language);
  let status: ExitStatus = 0;
  for (const [index, file] of files.entries()) {
    const output = outputs?.[index] ?? null;
    console.err(fill(texts['progress.verify'], { file }));
    try {
      const workbook = await openFile(file);
      const verified = await verify(workbook, options.terms);
      report(verified, file, options, console);
      if (verified.verification.findings.some(({ verdict }) => verdict === 'disagrees') && status === 0) status = 1;
      if (output !== null && !(await write(workbook, verified, file, output, options, version, console))) status = 2;
    } catch (error) {
      const { code, message } = renderError(error, options.language);
      if (options.json) console.out(JSON.stringify(jsonReport(null, file, options.language, { code, message })));
      console.err(fill(texts.error, { file, message }));
      status = 2;
    }
  }
  return status;
}

async function openFile(file: string): Promise<XlsxWorkbook> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new WorkbookError('missing-file', '', { cause });
    throw cause;
  }
  return XlsxWorkbook.open(bytes, basename(file));
}

function report({ verification }: Verified, file: string, options: Options, console: Console): void {
  if (options.json) console.out(JSON.stringify(jsonReport(verification, file, options.language)));
  else console.out(textReport(verification, file, options.language));
}

/** Whether the copy was written; says so or why not. */
async function write(
  workbook: XlsxWorkbook,
  verified: Verified,
  file: string,
  output: string,
  { language, time }: Options,
  version: string,
  console: Console,
): Promise<boolean> {
  const texts = CLI_TEXTS[language];
  try {
    if (!['xlsx', 'xlsm'].includes(extensionOf(file))) throw new WorkbookError('cannot-write-format', 'format');
    await writeSheets(workbook, verified, { language, time, version });
    await createFile(output, workbook.bytes);
    console.err(fill(texts['write.done'], { name: output }));
    return true;
  } catch (error) {
    const reason = renderError(error, language).message;
    console.err(fill(texts['write.failed'], { name: output, reason }));
    return false;
  }
}
