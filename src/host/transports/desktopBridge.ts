import type { ExcelHost } from '../excelHost';
import { bridgeEvent, bridgeReply, isBridgeRequest } from './messages';

/** Marks the messages between the pane's page and the page around it. */
export const CHANNEL = 'kenzan-desktop-bridge';

/** One message of the bridge in either direction; `text` is what office.js wrote or is to read. */
export interface BridgeEnvelope {
  readonly channel: typeof CHANNEL;
  readonly text: string;
}

/** Whether something received by postMessage belongs to this bridge. */
export function isBridgeEnvelope(value: unknown): value is BridgeEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { channel, text } = value as { channel?: unknown; text?: unknown };
  return channel === CHANNEL && typeof text === 'string';
}

/**
 * Answers the pane in a frame from a host: the page's part of the bridge of which `paneBridge` is the pane's part. Only
 * messages of this frame and origin are taken. Gives a function that ends it.
 *
 * @param pane the window of the frame, asked for anew each time because a reload replaces nothing but its document
 */
export function serveDesktopBridge(host: ExcelHost, pane: () => Window | null, origin: string): () => void {
  const send = (text: string) => pane()?.postMessage({ channel: CHANNEL, text } satisfies BridgeEnvelope, origin);
  const receive = (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source !== pane() || !isBridgeEnvelope(event.data)) return;
    const request: unknown = JSON.parse(event.data.text);
    if (isBridgeRequest(request)) send(bridgeReply(request.id, host.answer(request.message.body)));
  };
  window.addEventListener('message', receive);
  const stopEvents = host.onEvent((event) => send(bridgeEvent(event)));
  return () => {
    window.removeEventListener('message', receive);
    stopEvents();
  };
}
