import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';

/* Changes cells of a workbook's file as somebody would in Excel, and leaves the cached values of formulas as they are. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface CellEdit {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly value: number | string;
}

/**
 * The file with cells set to other constants.
 *
 * @throws Error when a sheet or a cell is not there: an edit never adds cells.
 */
export async function editCells(bytes: Uint8Array, edits: readonly CellEdit[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const edit of edits) {
    const path = await sheetPath(zip, edit.sheet);
    const document = await parse(zip, path);
    const cell = elements(document, 'c').find((one) => one.getAttribute('r') === edit.cell);
    if (!cell) throw new Error(`${edit.sheet}!${edit.cell} is not in the file`);
    setValue(document, cell, edit.value);
    zip.file(path, new XMLSerializer().serializeToString(document));
  }
  return zip.generateAsync({ type: 'uint8array' });
}

function setValue(document: Document, cell: Element, value: number | string): void {
  while (cell.firstChild) cell.removeChild(cell.firstChild);
  const add = (parent: Element, name: string): Element => {
    const child = document.createElementNS(MAIN, name);
    parent.appendChild(child);
    return child;
  };
  if (typeof value === 'number') {
    cell.removeAttribute('t');
    add(cell, 'v').textContent = String(value);
  } else {
    cell.setAttribute('t', 'inlineStr');
    add(add(cell, 'is'), 't').textContent = value;
  }
}

async function sheetPath(zip: JSZip, name: string): Promise<string> {
  const workbook = await parse(zip, 'xl/workbook.xml');
  const sheet = elements(workbook, 'sheet').find((one) => one.getAttribute('name') === name);
  const id = sheet?.getAttributeNS(RELATIONS, 'id');
  const relations = await parse(zip, 'xl/_rels/workbook.xml.rels');
  const relation = elements(relations, 'Relationship').find((one) => one.getAttribute('Id') === id);
  const target = relation?.getAttribute('Target');
  if (!target) throw new Error(`${name} is not in the file`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function parse(zip: JSZip, path: string): Promise<Document> {
  const xml = await zip.file(path)?.async('string');
  if (xml === undefined) throw new Error(`${path} is not in the file`);
  return new DOMParser().parseFromString(xml, 'text/xml');
}

function elements(document: Document, name: string): Element[] {
  return Array.from(document.getElementsByTagNameNS('*', name));
}
