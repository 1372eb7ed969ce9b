import { areaHolds, areaName, type CellArea, cellName, parseArea } from '../../core/sheets/address';
import { childrenOf, type Document, type Element, ensureChild, newChild, rootOf } from './xmlPart';

/** The children of worksheet that stand before its rows (ECMA-376 part 1, 18.3.1.99). */
const ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'];

/** A cell of a sheet's part, 0-based, with its element. */
export interface PartCell {
  readonly row: number;
  readonly column: number;
  readonly element: Element;
}

interface Row {
  readonly element: Element;
  readonly cells: Map<number, Element>;
}

/** The rows and cells of a sheet's part. Positions that the part leaves to counting are written out. */
export class SheetCells {
  readonly #root: Element;
  readonly #data: Element;
  readonly #rows = new Map<number, Row>();
  /** Row numbers in ascending order. */
  readonly #order: number[] = [];

  constructor(document: Document) {
    this.#root = rootOf(document);
    this.#data = ensureChild(this.#root, 'sheetData', ORDER);
    let row = -1;
    for (const element of childrenOf(this.#data, 'row')) {
      row = element.hasAttribute('r') ? Number(element.getAttribute('r')) - 1 : row + 1;
      element.setAttribute('r', String(row + 1));
      this.#rows.set(row, { element, cells: cellsOf(element, row) });
      this.#order.push(row);
    }
    this.#order.sort((a, b) => a - b);
  }

  /** Merged areas of the sheet. */
  get merges(): CellArea[] {
    const list = childrenOf(this.#root, 'mergeCells')[0];
    return (list ? childrenOf(list, 'mergeCell') : []).flatMap(
      (merge) => parseArea(merge.getAttribute('ref') ?? '') ?? [],
    );
  }

  /** Every cell that the part has, in reading order where the part has them so. */
  *all(): Generator<PartCell> {
    for (const row of this.#order) {
      for (const [column, element] of this.#rows.get(row)?.cells ?? []) yield { row, column, element };
    }
  }

  cell(row: number, column: number): Element | null {
    return this.#rows.get(row)?.cells.get(column) ?? null;
  }

  /** The cell, put in its place where the part has none: with the format of its row or column, as Excel would give it. */
  ensureCell(row: number, column: number): Element {
    const present = this.cell(row, column);
    if (present) return present;
    const line = this.#ensureRow(row);
    const element = newChild(line.element, 'c', { r: cellName({ row, column }) });
    const format = rowFormat(line.element) ?? this.#columnFormat(column);
    if (format !== null) element.setAttribute('s', format);
    let next: Element | null = null;
    let nearest = Infinity;
    for (const [other, candidate] of line.cells) {
      if (other > column && other < nearest) [next, nearest] = [candidate, other];
    }
    line.element.insertBefore(element, next ?? extensionOf(line.element));
    line.cells.set(column, element);
    // The span is a hint of where the row's cells are, which need not be given.
    line.element.removeAttribute('spans');
    this.#widenDimension(row, column);
    return element;
  }

  #ensureRow(row: number): Row {
    const present = this.#rows.get(row);
    if (present) return present;
    let at = this.#order.length;
    while (at > 0 && (this.#order[at - 1] ?? -1) > row) at -= 1;
    const next = this.#rows.get(this.#order[at] ?? -1)?.element ?? null;
    const made: Row = { element: newChild(this.#data, 'row', { r: String(row + 1) }), cells: new Map() };
    this.#data.insertBefore(made.element, next);
    this.#rows.set(row, made);
    this.#order.splice(at, 0, row);
    return made;
  }

  #columnFormat(column: number): string | null {
    const list = childrenOf(this.#root, 'cols')[0];
    const found = (list ? childrenOf(list, 'col') : []).find((entry) => {
      return Number(entry.getAttribute('min')) - 1 <= column && column <= Number(entry.getAttribute('max')) - 1;
    });
    return found?.getAttribute('style') || null;
  }

  #widenDimension(row: number, column: number): void {
    const dimension = childrenOf(this.#root, 'dimension')[0];
    const area = parseArea(dimension?.getAttribute('ref') ?? '');
    if (!dimension || !area || areaHolds(area, row, column)) return;
    const wider = {
      top: Math.min(area.top, row),
      left: Math.min(area.left, column),
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, column),
    };
    dimension.setAttribute('ref', areaName(wider));
  }
}

function cellsOf(row: Element, index: number): Map<number, Element> {
  const cells = new Map<number, Element>();
  let column = -1;
  for (const element of childrenOf(row, 'c')) {
    column = parseArea(element.getAttribute('r') ?? '')?.left ?? column + 1;
    element.setAttribute('r', cellName({ row: index, column }));
    cells.set(column, element);
  }
  return cells;
}

function rowFormat(row: Element): string | null {
  return ['1', 'true'].includes(row.getAttribute('customFormat') ?? '0') ? row.getAttribute('s') || null : null;
}

/** What applications added behind a row's cells: new cells go before it. */
function extensionOf(row: Element): Element | null {
  return childrenOf(row, 'extLst')[0] ?? null;
}
