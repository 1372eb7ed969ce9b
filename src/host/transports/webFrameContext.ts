import type { PaneSettings } from './paneSettings';

/** Who speaks with whom: the pane's frame carries it in its name. */
export interface Conversation {
  /** Different for every time that the pane is loaded. */
  readonly id: string;
  /** Origin of the page around the pane, such as `https://127.0.0.1:3210`. The client refuses any that is not https. */
  readonly hostOrigin: string;
  readonly settings: PaneSettings;
}

const ADD_IN = 'kenzan';
/** The client's numbers of Excel on the web (`AppName`), of a workbook that may be edited, and of a task pane. */
const EXCEL_ON_THE_WEB = 16;
const READ_WRITE = 1;
const TASK_PANE = 1;

/** The name to give the pane's frame: where the client reads in which Office it is, and how to speak with it. */
export function webFrameName({ id, hostOrigin, settings }: Conversation): string {
  return JSON.stringify({
    baseFrameName: id,
    hostInfo: `Excel|Web|16.00|${settings.displayLanguage}|${id}|isNotDialog|disableLogging|0`,
    xdmInfo: `${id}|${ADD_IN}|${hostOrigin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The answer to the client's first question: what `Office.context` is made of. */
export function webFrameContext({ id, settings }: Conversation): Readonly<Record<string, unknown>> {
  return {
    _id: ADD_IN,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: 16,
    _appMinorVersion: 0,
    _hostFullVersion: '16.0.0.0',
    _appUILocale: settings.displayLanguage,
    _dataLocale: settings.displayLanguage,
    _docUrl: '',
    _clientMode: READ_WRITE,
    _settings: [],
    _reason: 'documentOpened',
    _osfControlType: TASK_PANE,
    _eToken: '',
    _correlationId: id,
    _appInstanceId: id,
    _requirementMatrix: JSON.stringify({ ExcelApi: settings.excelApi }),
    _appDomains: [],
    _initialDisplayMode: 0,
  };
}
