import type { Table } from '../tables/document';
import { draft, type DraftFinding } from './draft';
import { message } from './message';

/** Rows of one table that print the same as an earlier one in every column. */
export function checkDuplicates(table: Table): DraftFinding[] {
  const byRow = new Map(table.rows.map((row) => [row.row, row]));
  return table.rows.flatMap(({ amount, name, repeats }) => {
    const earlier = repeats === undefined ? null : (byRow.get(repeats)?.amount ?? null);
    if (!amount || !earlier || amount.value.isZero() || name.trim() === '') return [];
    return [
      draft({
        kind: 'duplicate',
        cell: amount.cell,
        textual: amount.textual,
        stated: amount.value,
        verdict: 'possible',
        message: message('duplicate.possible', { other: earlier.cell }),
      }),
    ];
  });
}
