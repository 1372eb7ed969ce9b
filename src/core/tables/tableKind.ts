import { type Body, totalLabelOf } from './body';
import type { Column } from './column';
import type { TableKind } from './document';
import type { Line } from './lines';
import { printedText, type SheetGrid } from './sheetGrid';
import { namesRecovery } from './words/headerWords';
import { subjectOf, titlesBill } from './words/subjectWords';

const TITLE_ROWS = 5;
/** The head of a letter, from its title to its table, takes at most so many rows. */
const LETTER_ROWS = 25;

/**
 * What a table is about: its own columns and words first, then the nearest title above it, then the sheet's name. A table
 * that says nothing of itself is `amounts`.
 */
export function kindOf(grid: SheetGrid, body: Body, columns: readonly Column[], lines: readonly Line[]): TableKind {
  const has = (...roles: string[]) => columns.some(({ role }) => roles.includes(role));
  if (has('interest')) return 'interest';
  const priced = has('unit-price') && has('quantity', 'amount', 'total');
  const recovered = columns.some(({ role, header }) => role === 'restored' && namesRecovery(header));
  if (recovered && has('amount', 'days', 'fee')) return 'reduction';
  // A plan has days from a start to an end, too: only money makes a period one that was paid for.
  if (has('start') && has('restored') && has('days') && has('amount', 'fee')) return 'reduction';
  const own = [
    ...columns.map(({ header }) => header),
    ...lines.filter(({ kind }) => kind === 'total').map(({ label }) => label),
  ];
  const titles = titlesAbove(grid, body);
  // A credit note is a bill, though its total is a credit.
  const plain = has('unit-price') && has('quantity') && !has('days', 'start', 'restored');
  const billed = plain && titles.some((title) => subjectOf(title).invoice);
  for (const text of [own.join(' '), ...titles, grid.sheet.name]) {
    const subject = subjectOf(text);
    if (subject.claims) return 'claims';
    if (subject.reduction) return billed ? 'invoice' : 'reduction';
    if (subject.invoice) return 'invoice';
  }
  return priced || isTitledBill(grid, body, lines) ? 'invoice' : 'amounts';
}

/** Whether a table of taxed amounts without prices stands below the title of a bill, with an address and what is due between. */
function isTitledBill(grid: SheetGrid, { header }: Body, lines: readonly Line[]): boolean {
  if (!lines.some(({ kind }) => kind === 'tax')) return false;
  for (let row = Math.max(grid.top, header.top - LETTER_ROWS); row < header.top; row += 1) {
    if (grid.rowCells(row).some((cell) => cell.kind === 'text' && titlesBill(cell.text))) return true;
  }
  return false;
}

/** Texts above a table, the nearest first, up to other figures. */
export function titlesAbove(grid: SheetGrid, body: Body): string[] {
  const titles: string[] = [];
  for (let row = body.header.top - 1; row >= Math.max(grid.top, body.header.top - TITLE_ROWS); row -= 1) {
    const cells = grid.rowCells(row);
    // What is due may stand above the table of a bill, with its words.
    const figures = cells.some((cell) => cell.kind === 'number' && cell.column > body.header.left);
    if (figures && totalLabelOf(grid, cells)?.total.kind !== 'total') break;
    const text = cells
      .filter((cell) => cell.kind === 'text')
      .map(printedText)
      .join(' ');
    if (text !== '') titles.push(text);
  }
  return titles;
}
