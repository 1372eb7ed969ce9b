import { DOMParser, type Element } from '@xmldom/xmldom';

/* Parts of a workbook as XML, to hold what was written against what was there. */

/** The root of a part, given with a character for each byte; UTF-8 or UTF-16 by its first bytes. */
export function rootOf(part: string | undefined): Element {
  const bytes = Buffer.from(part ?? '', 'latin1');
  const text = bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  if (!root) throw new Error('The part has no root');
  return root;
}

/** The elements of an element, in order. */
export function childrenOf(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

/** Whether an element holds all that another one held, in order, and the same said of it; counts of entries may grow. */
export function holdsAllOf(after: Element, before: Element): boolean {
  const said = Array.from(before.attributes).filter(({ name }) => name !== 'count' && name !== 'fullCalcOnLoad');
  if (after.tagName !== before.tagName || after.namespaceURI !== before.namespaceURI) return false;
  if (said.some(({ name, value }) => after.getAttribute(name) !== value)) return false;
  const [old, now] = [childrenOf(before), childrenOf(after)];
  if (old.length === 0) return now.length > 0 || after.textContent === before.textContent;
  let next = 0;
  return old.every((child) => {
    while (next < now.length) if (holdsAllOf(now[next++] as Element, child)) return true;
    return false;
  });
}
