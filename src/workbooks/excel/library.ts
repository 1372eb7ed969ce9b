import { WorkbookError } from '../../core/sheets/workbook';
import { workbookErrorOf } from './errors';

/** The newest requirement set that anything here calls; the manifest asks for the same. */
const REQUIRED_SET = '1.13';

/** Office.js as this port uses it. */
export interface ExcelLibrary {
  readonly excel: typeof Excel;
  /** Whether the host offers a version of the requirement set ExcelApi, such as `1.13`. */
  readonly supports: (excelApi: string) => boolean;
}

/** Office.js as a page in Excel has it: as globals, once `Office.onReady` has answered. */
export function libraryOfPage(): ExcelLibrary {
  return {
    excel: Excel,
    supports: (excelApi) => Office.context.requirements.isSetSupported('ExcelApi', excelApi),
  };
}

/**
 * Runs a batch against the open workbook.
 *
 * @throws WorkbookError `host-too-old` before anything is called, or what Excel's refusal means. Errors that are not Excel's pass unchanged.
 */
export async function inExcel<T>(
  library: ExcelLibrary,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (!library.supports(REQUIRED_SET)) throw new WorkbookError('host-too-old', `ExcelApi ${REQUIRED_SET}`);
  try {
    return await library.excel.run(batch);
  } catch (error) {
    throw workbookErrorOf(error);
  }
}
