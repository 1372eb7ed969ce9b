import { foldLabel } from '../../reading/fold';
import type { Decimal } from '../../values/decimal';
import type { GridCell, SheetGrid } from '../sheetGrid';

const RATE_LABEL = /^(消費税|税)率$|^(sales |consumption )?(tax|vat|gst|hst) ?(rate|%)$/;

/** The rate, in percent, of a line that holds nothing but the rate of the tax below it: TAX RATE | 8.875%, 税率 | 10%; else null. */
export function rateAlone(grid: SheetGrid, cells: readonly GridCell[]): Decimal | null {
  const [label, rate, ...others] = cells;
  if (label?.kind !== 'text' || !rate || others.length > 0) return null;
  if (!RATE_LABEL.test(foldLabel(label.text).replace(/[:\s]+$/, ''))) return null;
  const amount = grid.amountOf(rate);
  if (!amount || amount.value.lt(0) || amount.value.gt(100)) return null;
  return grid.isPercent(rate) || amount.value.lt(1) ? amount.value.times(100) : amount.value;
}
