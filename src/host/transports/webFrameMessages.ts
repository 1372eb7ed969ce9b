/**
 * The messages between a pane in a frame and Excel on the web around it, as the client library (office.js, its
 * `XdmCommunicationManager`) writes and reads them: JSON text whose members begin with an underscore.
 */

/** What the pane asks for: one call, or to begin or end hearing of an event. */
export type WebFrameAction = 'invoke' | 'register' | 'unregister';

/** One request of the pane. */
export interface WebFrameRequest {
  readonly action: WebFrameAction;
  /** Name of the method or of the event. */
  readonly name: string;
  readonly conversation: string;
  /** The client's number of this request, which the reply repeats. */
  readonly correlation: number;
  readonly data: unknown;
}

/** The client's own numbers of how a request went (`InvokeResultCode`). */
export const RESULT = { done: 0, notUnderstood: -2 } as const;

const REQUEST = 0;
const RESPONSE = 1;
/** In the order of the client's numbers (`ActionType`). */
const ACTIONS: readonly WebFrameAction[] = ['invoke', 'register', 'unregister'];
const FOR_CALLING = 0;
const FOR_EVENTING = 1;
/** The only way to write messages that this client knows: JSON as browsers write it. */
const SERIALIZER = 1;

/** The request that a received message is; null for anything that is no request of this conversation. */
export function webFrameRequest(message: unknown, conversation: string): WebFrameRequest | null {
  const envelope = parsed(message);
  if (typeof envelope !== 'object' || envelope === null) return null;
  const { _messageType, _actionName, _conversationId, _correlationId, _actionType, _data } = envelope as Readonly<
    Record<string, unknown>
  >;
  const action = typeof _actionType === 'number' ? ACTIONS[_actionType] : undefined;
  if (_messageType !== REQUEST || _conversationId !== conversation || !action) return null;
  if (typeof _actionName !== 'string' || typeof _correlationId !== 'number') return null;
  return { action, name: _actionName, conversation, correlation: _correlationId, data: _data ?? null };
}

/** The reply to a request, as text. */
export function webFrameReply(
  request: WebFrameRequest,
  origin: string,
  data: unknown,
  result: number = RESULT.done,
): string {
  return response(request, origin, { _errorCode: result, _responseType: FOR_CALLING, _data: data });
}

/** An event, told under the request that registered for it. */
export function webFrameEvent(registration: WebFrameRequest, origin: string, data: unknown): string {
  return response(registration, origin, { _errorCode: RESULT.done, _responseType: FOR_EVENTING, _data: data });
}

function response({ name, conversation, correlation }: WebFrameRequest, origin: string, rest: object): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: correlation,
    _origin: origin,
    _serializerVersion: SERIALIZER,
    ...rest,
  });
}

function parsed(message: unknown): unknown {
  if (typeof message !== 'string') return null;
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
