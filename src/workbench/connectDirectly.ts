import type { ExcelHost } from '../host/excelHost';
import { HostWorkbook } from '../host/port/hostWorkbook';
import type { Language } from '../messages/language';
import { offerWorkbook } from '../workbooks/page/handOver';
import type { PaneFrame } from './page/paneFrame';

/** Loads the pane and hands it the workbook itself, without office.js between. Gives a function that ends it. */
export function connectDirectly(host: ExcelHost, pane: PaneFrame, language: Language): () => void {
  const workbook = new HostWorkbook(host.model, afterDrawing);
  const withdraw = offerWorkbook(pane.element, workbook);
  pane.load(language);
  return () => {
    withdraw();
    // The pane's page goes without a word.
    workbook.forgetListeners();
  };
}

/** Waits until the browser has had its turn: it draws, and takes clicks. */
function afterDrawing(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
