import type { ExcelHost } from '../excelHost';
import { type Conversation, webFrameContext } from './webFrameContext';
import { RESULT, webFrameEvent, webFrameReply, type WebFrameRequest, webFrameRequest } from './webFrameMessages';
import { answerQuery, registered, richApiMessage } from './webFrameQuery';

/** The pane's frame and the page around it. */
export interface WebFrame {
  readonly conversation: Conversation;
  /** The window of the pane, asked for anew each time. */
  readonly pane: () => Window | null;
  /** Origin of the pane's page. */
  readonly paneOrigin: string;
  /** Told when the keyboard leaves the pane: the client moves the focus among the pane's controls itself. */
  readonly onLeave: (direction: 'forward' | 'backward') => void;
}

const EXCEL_EVENT = 'richApiMessage';
const SELECTION_EVENT = 'documentSelectionChanged';
/** The client registers for it in any case; the add-in has no commands without a pane, so it never happens. */
const COMMAND_EVENT = 'appCommandInvoked';
const EVENTS = [EXCEL_EVENT, SELECTION_EVENT, COMMAND_EVENT];
/** The client's numbers (`AgaveHostAction`) of Tab past the last control, and of a pane without any. */
const LEAVES_FORWARD: readonly unknown[] = [13, 17];
const LEAVES_BACKWARD: readonly unknown[] = [14, 18];

/**
 * Answers the pane in a frame from a host as Excel on the web does: the pane's page is the one that ships, with the
 * library that it loads itself. The frame must bear the name that `webFrameName` gives. Only messages of this frame, its
 * origin and this conversation are taken. Gives a function that ends it.
 *
 * @param page the window around the pane
 */
export function serveWebFrame(host: ExcelHost, frame: WebFrame, page: Window = window): () => void {
  const { conversation, pane, paneOrigin } = frame;
  const origin = conversation.hostOrigin;
  const registrations = new Map<string, WebFrameRequest>();
  const send = (text: string) => pane()?.postMessage(text, paneOrigin);
  const tell = (event: string, data: unknown) => {
    const registration = registrations.get(event);
    if (registration) send(webFrameEvent(registration, origin, data));
  };

  const invoked = ({ name, data }: WebFrameRequest): { readonly data: unknown } | null => {
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync':
        return { data: webFrameContext(conversation) };
      case 'ContextActivationManager_notifyHost':
        if (Array.isArray(data) && LEAVES_FORWARD.includes(data[1])) frame.onLeave('forward');
        if (Array.isArray(data) && LEAVES_BACKWARD.includes(data[1])) frame.onLeave('backward');
        return { data: null };
      case 'executeMethod':
        return { data: answerQuery(data, (body) => host.answer(body)) };
      default:
        return null;
    }
  };
  const answered = (request: WebFrameRequest): { readonly data: unknown } | null => {
    if (request.action === 'invoke') return invoked(request);
    const known = EVENTS.includes(request.name);
    if (request.action === 'unregister') registrations.delete(request.name);
    else if (known) registrations.set(request.name, request);
    return { data: registered(known) };
  };
  const receive = (event: MessageEvent<unknown>) => {
    if (event.origin !== paneOrigin || event.source === null || event.source !== pane()) return;
    const request = webFrameRequest(event.data, conversation.id);
    if (!request) return;
    const answer = answered(request);
    send(webFrameReply(request, origin, answer?.data ?? null, answer ? RESULT.done : RESULT.notUnderstood));
  };

  page.addEventListener('message', receive);
  const stops = [
    host.onEvent((event) => tell(EXCEL_EVENT, richApiMessage(event))),
    host.model.onSelection(() => tell(SELECTION_EVENT, {})),
    () => page.removeEventListener('message', receive),
  ];
  return () => stops.forEach((stop) => stop());
}
