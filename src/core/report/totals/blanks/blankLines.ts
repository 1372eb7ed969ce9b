import type { ComputedRow, ComputedTable, ComputedTotal, Verification } from '../../../checks/verification';
import type { Table, TableRow } from '../../../tables/document';
import { ruleGroups } from '../../ruleGroups';

/** A row with an empty cell, as the totals sheet lists it. */
export interface BlankLine {
  readonly table: Table;
  readonly tableRow: TableRow;
  readonly computed: ComputedRow;
  readonly sign: 1 | -1;
  /** Index of the group of rules. */
  readonly group: number;
  /** Position among the rows whose days are split over months, where the amount is computed; else null. */
  readonly split: number | null;
}

/** A total line with an empty cell. */
export interface BlankTotalLine {
  readonly table: Table;
  readonly total: ComputedTotal;
}

/** All rows with empty cells, table by table. */
export function blankLines(verification: Verification): BlankLine[] {
  let splits = 0;
  return eachTable(verification).flatMap(({ table, computed, group }) =>
    computed.rows.flatMap((row): BlankLine[] => {
      const tableRow = table.rows[row.row];
      if (!tableRow) return [];
      const split = row.amount === null ? null : splits++;
      return [{ table, tableRow, computed: row, sign: computed.sign, group, split }];
    }),
  );
}

/** All total lines with empty cells that could be computed. */
export function blankTotalLines(verification: Verification): BlankTotalLine[] {
  return eachTable(verification).flatMap(({ table, computed }) =>
    computed.totals.flatMap((total) => (total.value === null ? [] : [{ table, total }])),
  );
}

function eachTable(verification: Verification): { table: Table; computed: ComputedTable; group: number }[] {
  const groups = ruleGroups(verification);
  return verification.computed.flatMap((computed) => {
    const table = verification.document.tables.find(({ id }) => id === computed.table);
    const group = groups.findIndex(({ tables }) => tables.includes(computed));
    return table ? [{ table, computed, group }] : [];
  });
}
