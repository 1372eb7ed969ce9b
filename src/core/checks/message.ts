import type { Message, MessageParam } from './finding';
import type { MessageCode } from './messageCodes';

/** A message code with what goes into its places. */
export function message(code: MessageCode, params: Readonly<Record<string, MessageParam>> = {}): Message {
  return { code, params };
}
