import type { ExcelHost } from '../host/excelHost';
import type { Language } from '../messages/language';
import type { PaneFrame } from './page/paneFrame';

/** Loads the pane and gives it the workbook of a host. Gives a function that ends it. */
export type ConnectPane = (host: ExcelHost, pane: PaneFrame, language: Language) => () => void;
