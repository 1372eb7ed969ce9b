import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { ExcelHost } from '../../src/host/excelHost';
import { bridgeEvent, bridgeReply, type BridgeRequest } from '../../src/host/transports/messages';

const BUNDLE = join(__dirname, '../../node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
let script: Script | null = null;

/** The real office.js for Excel, answered by a host: what a page in Excel finds as globals. */
export interface OfficeInNode {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** Loads the unmodified client library into a context of its own, its bridge tied to the host. Answers come asynchronously. */
export function startOfficeInNode(host: ExcelHost): OfficeInNode {
  script ??= new Script(readFileSync(BUNDLE, 'utf8'), { filename: BUNDLE });
  const bridge = {
    sendMessageToHost(text: string) {
      const request = JSON.parse(text) as BridgeRequest;
      setImmediate(() => bridge.onMessageFromHost(bridgeReply(request.id, host.answer(request.message.body))));
    },
    // The library puts its own in place of this when it loads.
    onMessageFromHost: (text: string): void => void text,
  };
  host.onEvent((event) => setImmediate(() => bridge.onMessageFromHost(bridgeEvent(event))));
  const page: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, console, Promise },
    location: { href: 'http://localhost/', protocol: 'http:', host: 'localhost', search: '' },
    navigator: { userAgent: 'node' },
    document: {
      getElementsByTagName: () => [],
      addEventListener: () => undefined,
      cookie: '',
      URL: 'http://localhost/',
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    external: {},
    _richApiNativeBridge: bridge,
  };
  Object.assign(page, { window: page, self: page, top: page });
  script.runInContext(createContext(page));
  return page as unknown as OfficeInNode;
}
