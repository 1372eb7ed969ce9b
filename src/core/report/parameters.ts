import type { Verification } from '../checks/verification';
import { qualifiedCell } from '../sheets/address';
import type { Table } from '../tables/document';

/** First row and the column of the editable terms on the totals sheet (0-based). */
export const PARAMETER_TOP = 4;
export const PARAMETER_COLUMN = 2;

/** Absolute references to the editable terms on the totals sheet, with its name; null where the document has no such term. */
export interface ParameterCells {
  readonly incidentDate: string | null;
  readonly taxRate: string | null;
  readonly taxRounding: string | null;
  readonly taxGrouping: string | null;
}

/** Which terms the totals sheet lets the user change, from the top. */
export function parameterKinds(verification: Verification): readonly (keyof ParameterCells)[] {
  const { terms, document, totals } = verification;
  const kinds: (keyof ParameterCells)[] = [];
  if (terms.incidentDate) kinds.push('incidentDate');
  if (terms.taxRate) kinds.push('taxRate');
  // Where the document has no tax at all, none is added here either.
  if (terms.taxRate && totals.tax && document.tables.some(isTaxedTable)) kinds.push('taxGrouping', 'taxRounding');
  return kinds;
}

/** Tables whose amounts consumption tax is added to. Damages are outside its scope (消費税法基本通達 5-2-5). */
export function isTaxedTable(table: Table): boolean {
  return (table.kind === 'reduction' || table.kind === 'invoice') && table.rows.some((row) => row.amount !== null);
}

/** Where those terms stand. Known before the sheet is planned, since the other sheets refer to them. */
export function parameterCells(verification: Verification, totalsSheet: string): ParameterCells {
  const kinds = parameterKinds(verification);
  const cellOf = (kind: keyof ParameterCells): string | null => {
    const index = kinds.indexOf(kind);
    if (index < 0) return null;
    return qualifiedCell({ sheet: totalsSheet, row: PARAMETER_TOP + index, column: PARAMETER_COLUMN }, true);
  };
  return {
    incidentDate: cellOf('incidentDate'),
    taxRate: cellOf('taxRate'),
    taxRounding: cellOf('taxRounding'),
    taxGrouping: cellOf('taxGrouping'),
  };
}
