import type { HostEvent, HostReply, TransportFault } from '../engine/session';

/** The client's number of the call that carries a request of the Excel API (`dispidExecuteRichApiRequestMethod`). */
const RICH_API_REQUEST = 93;
const VERSION = 1;
/** Office's numbers (`ErrorCodeManager`) for what the transport refuses; the client makes its codes of them. */
const NUMBERS: Readonly<Record<TransportFault, number>> = {
  'cell-edit-mode': 5004,
  'request-too-large': 5103,
  'response-too-large': 5104,
  'access-denied': 7000,
  'activity-limit': 5102,
  'session-expired': 5012,
  'connection-lost': 5001,
};
const NOT_SUPPORTED = 5000;
const INVALID_PARAMETER = 5010;

/** What `executeMethod` answers with. */
export interface QueryAnswer {
  readonly Version: number;
  /** 0, or Office's number of the error. */
  readonly Error: number;
  /** Status, headers (names and values in turn) and body. */
  readonly Data?: readonly [status: number, headers: readonly string[], body: string];
}

/**
 * Answers one call of the client. The requests of the Excel API come as an array of which the second to the fifth
 * members are method, path, headers and body; every other call of Office is refused as not supported.
 */
export function answerQuery(data: unknown, answer: (body: string) => HostReply): QueryAnswer {
  const { DdaMethod, ArrayData } = (data ?? {}) as { DdaMethod?: { DispatchId?: unknown } | null; ArrayData?: unknown };
  if (DdaMethod?.DispatchId !== RICH_API_REQUEST) return refused(NOT_SUPPORTED);
  if (!Array.isArray(ArrayData)) return refused(INVALID_PARAMETER);
  const [, method, path, , body] = ArrayData as readonly unknown[];
  if (method !== 'POST' || path !== 'ProcessQuery' || typeof body !== 'string') return refused(INVALID_PARAMETER);
  const reply = answer(body);
  if (reply.fault) return refused(NUMBERS[reply.fault]);
  return { Version: VERSION, Error: 0, Data: [reply.statusCode, [], reply.body] };
}

/** The answer to a registration, or to the end of one. */
export function registered(known: boolean): QueryAnswer {
  return refused(known ? 0 : NOT_SUPPORTED);
}

/** An event of the Excel API as `richApiMessage` carries it. */
export function richApiMessage(event: HostEvent): { readonly ArrayData: readonly (readonly unknown[])[] } {
  return { ArrayData: [[event.messageCategory, event.messageType, event.targetId, event.message, event.id, false]] };
}

function refused(number: number): QueryAnswer {
  return { Version: VERSION, Error: number };
}
