import { type Document, DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom';
import { WorkbookError } from '../../core/sheets/workbook';
import { DECLARATION } from './xmlText';

export type { Document, Element };

/** The text of a part's bytes: UTF-8, or UTF-16 with a byte order mark. */
export function decodePart(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Parses a part's bytes, encoded as {@link decodePart} knows. */
export function parsePart(bytes: Uint8Array): Document {
  const text = decodePart(bytes);
  try {
    const onError = (level: string, message: string): void => {
      if (level !== 'warning') throw new Error(message);
    };
    return new DOMParser({ onError }).parseFromString(text, 'text/xml');
  } catch (cause) {
    throw new WorkbookError('not-a-workbook', '', { cause });
  }
}

/** A part's bytes in UTF-8. */
export function serializePart(document: Document): Uint8Array {
  return new TextEncoder().encode(DECLARATION + new XMLSerializer().serializeToString(rootOf(document)));
}

export function rootOf(document: Document): Element {
  if (!document.documentElement) throw new WorkbookError('not-a-workbook');
  return document.documentElement;
}

/** The element's children that are elements of its own namespace, of one name where one is given. */
export function childrenOf(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (element.namespaceURI === parent.namespaceURI && (!name || element.localName === name)) found.push(element);
  }
  return found;
}

/** A new element in the namespace of `parent` and with its prefix, not yet inserted. */
export function newChild(parent: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const document = parent.ownerDocument;
  if (!document) throw new WorkbookError('not-a-workbook');
  const element = document.createElementNS(parent.namespaceURI, parent.prefix ? `${parent.prefix}:${name}` : name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * The child of that name, made where it is absent. `order` is the schema's sequence of the parent's children: the new
 * element goes behind the last child that may stand before it.
 */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const present = childrenOf(parent, name)[0];
  if (present) return present;
  const created = newChild(parent, name);
  const before = new Set(order.slice(0, order.indexOf(name)));
  const earlier = childrenOf(parent).filter((child) => before.has(child.localName ?? ''));
  const last = earlier[earlier.length - 1];
  parent.insertBefore(created, last ? last.nextSibling : parent.firstChild);
  return created;
}
