import { type CellValue, isCellError } from '../../core/sheets/snapshot';
import { fileFormula } from './fileFormula';
import { childrenOf, type Element, newChild } from './xmlPart';
import { storedText } from './xmlText';

/** Puts a constant into a cell's element in place of what it held; null empties it. The format stays. */
export function setConstant(cell: Element, value: CellValue | null): void {
  empty(cell);
  if (typeof value === 'string') {
    cell.setAttribute('t', 'inlineStr');
    const holder = newChild(cell, 'is');
    const text = newChild(holder, 't');
    text.setAttribute('xml:space', 'preserve');
    text.textContent = storedText(value);
    holder.appendChild(text);
    cell.insertBefore(holder, cell.firstChild);
  } else if (value !== null) setValue(cell, value);
}

/** Puts a formula (with its leading `=`) and its cached result into a cell's element in place of what it held. */
export function setFormula(cell: Element, formula: string, result: CellValue | null): void {
  empty(cell);
  const element = newChild(cell, 'f');
  element.textContent = fileFormula(formula);
  cell.insertBefore(element, cell.firstChild);
  setValue(cell, result);
}

/** Replaces the cached result of a formula's cell. */
export function setResult(cell: Element, result: CellValue | null): void {
  for (const child of [...childrenOf(cell, 'v'), ...childrenOf(cell, 'is')]) cell.removeChild(child);
  cell.removeAttribute('t');
  cell.removeAttribute('vm');
  setValue(cell, result);
}

function empty(cell: Element): void {
  for (const name of ['f', 'v', 'is']) for (const child of childrenOf(cell, name)) cell.removeChild(child);
  // The type, and what says that the value is a rich one or the formula a dynamic array.
  for (const name of ['t', 'cm', 'vm', 'ph']) cell.removeAttribute(name);
}

function setValue(cell: Element, value: CellValue | null): void {
  if (value === null) return;
  const element = newChild(cell, 'v');
  element.textContent = valueText(value);
  const type = typeOf(value);
  if (type) cell.setAttribute('t', type);
  const formula = childrenOf(cell, 'f')[0];
  cell.insertBefore(element, formula ? formula.nextSibling : cell.firstChild);
}

function typeOf(value: CellValue): string | null {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'b';
  return isCellError(value) ? 'e' : null;
}

function valueText(value: CellValue): string {
  if (typeof value === 'string') return storedText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return isCellError(value) ? value.error : String(value);
}
