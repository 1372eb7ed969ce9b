import { areaHolds, type CellArea, parseArea } from '../../core/sheets/address';
import { WorkbookError } from '../../core/sheets/workbook';
import type { PartCell, SheetCells } from './sheetCells';
import { shiftFormula } from './shiftFormula';
import { childrenOf, type Element } from './xmlPart';

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The formulas of a sheet's part that concern more than their own cell: shared ones, arrays and data tables. */
export class JointFormulas {
  /** The cell that holds a shared formula's text, by its index. */
  readonly #masters = new Map<string, SharedFormula>();
  readonly #users = new Map<string, PartCell[]>();
  readonly #blocks: CellArea[] = [];

  constructor(cells: SheetCells) {
    for (const cell of cells.all()) {
      const formula = formulaOf(cell.element);
      const type = formula?.getAttribute('t');
      if (!formula || !type) continue;
      if (type === 'shared') this.#addShared(cell, formula);
      else {
        const area = parseArea(formula.getAttribute('ref') ?? '');
        if (area && type !== 'normal') this.#blocks.push(area);
      }
    }
  }

  /**
   * Makes a cell free to be given other content: where others share its formula they get their own text of it.
   *
   * @throws WorkbookError `cannot-write-format` (`array`) in an array formula or data table of several cells: Excel changes
   * those as a whole only.
   */
  release(row: number, column: number, element: Element | null): void {
    for (const area of this.#blocks) {
      const single = area.top === area.bottom && area.left === area.right;
      if (!single && areaHolds(area, row, column)) throw new WorkbookError('cannot-write-format', 'array');
    }
    const formula = element ? formulaOf(element) : null;
    const index = formula?.getAttribute('t') === 'shared' ? formula.getAttribute('si') : null;
    const master = index ? this.#masters.get(index) : undefined;
    if (!index || master?.row !== row || master.column !== column) return;
    for (const user of this.#users.get(index) ?? []) {
      const own = formulaOf(user.element);
      // A user that was edited before this one has nothing of the shared formula any more.
      if (own?.getAttribute('t') === 'shared' && own.getAttribute('si') === index) spellOut(own, user, master);
    }
    this.#masters.delete(index);
  }

  #addShared(cell: PartCell, formula: Element): void {
    const index = formula.getAttribute('si') ?? '';
    const text = formula.textContent ?? '';
    if (text !== '' && formula.hasAttribute('ref')) {
      this.#masters.set(index, { row: cell.row, column: cell.column, formula: text });
    }
    this.#users.set(index, [...(this.#users.get(index) ?? []), cell]);
  }
}

function spellOut(formula: Element, user: PartCell, master: SharedFormula): void {
  for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name);
  formula.textContent = shiftFormula(master.formula, user.row - master.row, user.column - master.column);
}

function formulaOf(cell: Element): Element | null {
  return childrenOf(cell, 'f')[0] ?? null;
}
