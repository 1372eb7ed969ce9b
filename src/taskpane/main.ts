import { ExcelWorkbook } from '../workbooks/excel/excelWorkbook';
import { PanePage } from './panePage';

/** Office says within this time whether it is there; in a browser of its own it may never say. */
const PATIENCE_MS = 10_000;

function officeIsThere(): boolean {
  return typeof Office !== 'undefined' && typeof Office.onReady === 'function';
}

function ofOffice<T>(read: (context: Office.Context) => T): T | undefined {
  return officeIsThere() && Office.context ? read(Office.context) : undefined;
}

async function connect(page: PanePage): Promise<void> {
  if (!officeIsThere()) return page.showMissing('none');
  const impatient = setTimeout(() => page.showMissing('none'), PATIENCE_MS);
  const info = await Office.onReady();
  clearTimeout(impatient);
  if (info.host !== Office.HostType.Excel) page.showMissing('none');
  else if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) page.showMissing('too-old');
  else page.showWorkbook(new ExcelWorkbook());
}

void connect(
  new PanePage({
    locale: () => ofOffice(({ displayLanguage }) => displayLanguage),
    background: () => ofOffice(({ officeTheme }) => officeTheme?.bodyBackgroundColor),
  }),
);
