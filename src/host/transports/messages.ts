import type { HostEvent, HostReply } from '../engine/session';

/** What the client's native bridge sends: a request to answer under its id. */
export interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly url: string; readonly body: string | object };
}

/** Whether something received is a request of the client's bridge. */
export function isBridgeRequest(value: unknown): value is BridgeRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type, message } = value as { id?: unknown; type?: unknown; message?: { body?: unknown } };
  return (
    typeof id === 'number' && type === 1 && (typeof message?.body === 'string' || typeof message?.body === 'object')
  );
}

/** The reply as the client's bridge expects it. */
export function bridgeReply(id: number, reply: HostReply): string {
  return JSON.stringify({ id, type: 1, message: { statusCode: reply.statusCode, headers: {}, body: reply.body } });
}

/** An event as the client's bridge expects it. */
export function bridgeEvent(event: HostEvent): string {
  return JSON.stringify({ type: 3, message: { entries: [event] } });
}
