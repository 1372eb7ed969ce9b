import type { PaneSettings } from '../host/transports/paneSettings';
import type { Language } from '../messages/language';

/** Newest requirement set of Excel that the host answers. */
const EXCEL_API = '1.13';

/** What the pane is to know of the Excel that the workbench stands for. */
export function paneSettings(language: Language): PaneSettings {
  return { displayLanguage: language === 'en' ? 'en-US' : 'ja-JP', excelApi: EXCEL_API };
}
