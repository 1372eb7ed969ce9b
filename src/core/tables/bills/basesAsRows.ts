import type { Column } from '../column';
import type { Line } from '../lines';

/** In a breakdown by rates, what is taxed (10%対象 | 10,000 | 1,000) is a row like any other. */
export function basesAsRows(lines: readonly Line[], columns: readonly Column[]): readonly Line[] {
  const taxed = columns.some(({ role }) => role === 'tax');
  if (!taxed || lines.some(({ kind }) => kind === 'detail')) return lines;
  return lines.map((line) =>
    line.kind === 'base' ? { ...line, kind: 'detail', total: null, rate: line.total?.rate ?? null } : line,
  );
}
