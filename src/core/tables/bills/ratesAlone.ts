import { foldLabel } from '../../reading/fold';
import type { Line } from '../lines';
import { NOTHING_SAID, type TotalLabel } from '../words/totalWords';

const TAXABLE = /^課税対象(金?額)?$|^taxable( (amount|total|sales|subtotal))?$/;
const BASE: TotalLabel = { ...NOTHING_SAID, kind: 'base' };

/**
 * Gives the rates that stand in lines of their own to the tax right below, and to what is taxed right above: of a bill that is not
 * taxed as a whole, TAXABLE is no total but the base of that rate (BT-116).
 */
export function withRatesAlone(lines: readonly Line[]): readonly Line[] {
  const settled = [...lines];
  lines.forEach(({ kind, rate }, index) => {
    const [base, tax] = [settled[index - 1], settled[index + 1]];
    if (kind !== 'section' || rate === null || tax?.kind !== 'tax' || !tax.total) return;
    settled[index + 1] = { ...tax, total: { ...tax.total, rate } };
    if (!base || !TAXABLE.test(foldLabel(base.label).replace(/[:\s]+$/, '')) || isWhole(base, lines)) return;
    settled[index - 1] = { ...base, kind: 'base', total: { ...BASE, rate }, settlement: null };
  });
  return settled;
}

/** Whether a line repeats a total above it. */
function isWhole(base: Line, lines: readonly Line[]): boolean {
  return lines
    .slice(0, lines.indexOf(base))
    .some(
      ({ kind, figures }) =>
        kind === 'total' && [...base.figures].some(([column, { value }]) => figures.get(column)?.value.eq(value)),
    );
}
