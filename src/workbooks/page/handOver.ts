import type { InteractiveWorkbook } from '../../core/sheets/workbook';

/** The event by which a page in a frame asks the page around it for the workbook. */
const REQUEST = 'kenzan-workbook';

type Receive = (workbook: InteractiveWorkbook) => void;

/**
 * Asks the page around this one, of the same origin, for the workbook that it holds. Null where there is no such page or it
 * has no workbook.
 */
export function requestWorkbook(page: Window): InteractiveWorkbook | null {
  const received: InteractiveWorkbook[] = [];
  const receive: Receive = (workbook) => received.push(workbook);
  // A page of another origin does not let its frame's element be seen.
  page.frameElement?.dispatchEvent(new CustomEvent(REQUEST, { detail: receive, bubbles: true }));
  return received[0] ?? null;
}

/** Hands a workbook to the page that asks from a frame within an element. Gives a function that ends it. */
export function offerWorkbook(around: EventTarget, workbook: InteractiveWorkbook): () => void {
  const answer = (event: Event) => (event as CustomEvent<Receive>).detail(workbook);
  around.addEventListener(REQUEST, answer);
  return () => around.removeEventListener(REQUEST, answer);
}
