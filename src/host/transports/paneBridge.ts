import { CHANNEL, isBridgeEnvelope } from './desktopBridge';
import type { PaneSettings } from './paneSettings';

interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

/** Office's number for Excel among its applications. */
const EXCEL = 1;
const READ_WRITE = 2;
const TASK_PANE = 2;
/** Office's colourful theme, colours as numbers, as office.js takes them. */
const LIGHT_THEME = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xf0f0f0,
  controlForegroundColor: 0x262626,
};

/**
 * Stands where desktop Excel would: run in the pane's page before office.js, it offers what office.js looks for in
 * `window.external` and carries its requests to the page around the pane, of the same origin.
 */
export function installPaneBridge(settings: PaneSettings): void {
  const origin = window.location.origin;
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => window.parent.postMessage({ channel: CHANNEL, text }, origin),
    onMessageFromHost: () => undefined,
  };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source !== window.parent || !isBridgeEnvelope(event.data)) return;
    bridge.onMessageFromHost(event.data.text);
  });
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${settings.displayLanguage}$$$$0`,
    GetContext: () => appContext(settings),
    GetLoggingAllowed: () => false,
    // The calls of the API before Office.js 1.1 would come this way; the add-in makes none, settings aside.
    Execute: () => undefined,
    RegisterEvent: () => undefined,
    UnregisterEvent: () => undefined,
    MessageParent: () => undefined,
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true });
  Object.defineProperty(window, '_richApiNativeBridge', { value: bridge, configurable: true });
}

function appContext(settings: PaneSettings): Readonly<Record<string, () => unknown>> {
  const stored = new Map<string, string>();
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => 'kenzan',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => settings.displayLanguage,
    GetAppDataLocale: () => settings.displayLanguage,
    GetDocUrl: () => '',
    GetAppCapabilities: () => READ_WRITE,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => TASK_PANE,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '',
    GetInstanceId: () => '1',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: settings.excelApi }),
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.0.0',
    GetDialogRequirementMatrix: () => '',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(LIGHT_THEME),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        keys.push(...stored.keys());
        values.push(...stored.values());
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        stored.clear();
        keys.forEach((key, index) => stored.set(key, values[index] ?? ''));
      },
    }),
  };
}
