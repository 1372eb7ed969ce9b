import type { ExcelHost } from '../host/excelHost';
import { serveDesktopBridge } from '../host/transports/desktopBridge';
import { serveWebFrame } from '../host/transports/webFrame';
import { webFrameName } from '../host/transports/webFrameContext';
import type { Language } from '../messages/language';
import type { PaneFrame } from './page/paneFrame';
import { paneSettings } from './paneSettings';

let conversations = 0;

/**
 * Loads the pane and answers it from a host: over https as Excel on the web, which office.js trusts nowhere else, over
 * http as Excel on the desktop. Gives a function that ends it.
 */
export function connectThroughOffice(host: ExcelHost, pane: PaneFrame, language: Language): () => void {
  const { origin, protocol } = window.location;
  if (protocol !== 'https:') {
    const stop = serveDesktopBridge(host, () => pane.window, origin);
    pane.load(language);
    return stop;
  }
  conversations += 1;
  const conversation = { id: `workbook-${conversations}`, hostOrigin: origin, settings: paneSettings(language) };
  const stop = serveWebFrame(host, {
    conversation,
    pane: () => pane.window,
    paneOrigin: origin,
    onLeave: (direction) => pane.leave(direction),
  });
  pane.load(language, webFrameName(conversation));
  return stop;
}
