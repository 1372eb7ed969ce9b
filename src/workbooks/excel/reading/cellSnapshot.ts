import type { CellEmphasis } from '../../../core/sheets/emphasis';
import type { CellSnapshot } from '../../../core/sheets/snapshot';

/** What Office.js gives of one cell, each from the array of its name. */
export interface RawCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly text: unknown;
  readonly numberFormat: unknown;
  readonly valueType: unknown;
}

/** One cell as the core reads it; null where it is empty. */
export function cellSnapshot(raw: RawCell, emphasis: CellEmphasis | null): CellSnapshot | null {
  const formula = formulaOf(raw);
  const { value } = raw;
  if ((value === '' || value === null || value === undefined) && formula === null) return null;
  const numberFormat = typeof raw.numberFormat === 'string' && raw.numberFormat !== '' ? raw.numberFormat : 'General';
  if (raw.valueType === 'Error') {
    const error = String(value);
    return { value: { error }, text: error, numberFormat, formula, emphasis };
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { value, text: String(raw.text), numberFormat, formula, emphasis };
  }
  // A long text in a narrow format may be displayed as a run of number signs: the text itself is what stands there.
  const text = typeof value === 'string' ? value : '';
  return { value: text, text, numberFormat, formula, emphasis };
}

/** `formulas` repeats a constant: a text that begins with an equals sign is told from a formula by equalling its own value. */
function formulaOf({ formula, value }: RawCell): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : null;
}
