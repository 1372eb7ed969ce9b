import type { Table, TableRow } from '../tables/document';
import { compareDates } from '../values/calendar';
import { decimalText } from '../values/decimal';
import { draft, type DraftFinding } from './draft';
import { message } from './message';

/** Rows of one table that say the same as an earlier one: same name, amount, dates, days and quantity. */
export function checkDuplicates(table: Table): DraftFinding[] {
  const seen = new Map<string, TableRow>();
  return table.rows.flatMap((row) => {
    const amount = row.amount;
    if (!amount || amount.value.isZero() || row.name.trim() === '') return [];
    const key = [
      row.name.normalize('NFKC').replace(/\s+/gu, ''),
      row.category,
      ...[amount, row.days, row.quantity, row.fee, row.unitPrice].map((figure) => figure && decimalText(figure.value)),
      ...[row.start, row.restored].map((cell) => cell && compareDates(cell.reading.start, ORIGIN)),
    ].join('\u0000');
    const earlier = seen.get(key);
    if (!earlier?.amount) {
      seen.set(key, row);
      return [];
    }
    return [
      draft({
        kind: 'duplicate',
        cell: amount.cell,
        textual: amount.textual,
        stated: amount.value,
        verdict: 'possible',
        message: message('duplicate.possible', { other: earlier.amount.cell }),
      }),
    ];
  });
}

const ORIGIN = { year: 1970, month: 1, day: 1 };
