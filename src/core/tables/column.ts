import type { ColumnRole } from './document';
import { amountRank } from './words/headerWords';

/** A column with its role settled by words and contents. */
export interface Column {
  readonly role: ColumnRole;
  readonly column: number;
  readonly header: string;
  readonly headerRow: number;
  /** Holds figures that may be added up. */
  readonly addable: boolean;
}

/** The column whose figures are the rows' amounts; null where there is none. */
export function amountColumn(columns: readonly Column[]): Column | null {
  const amounts = columns.filter(({ role }) => role === 'amount');
  return amounts.find(({ header }) => amountRank(header) === 0) ?? amounts[0] ?? null;
}

/** The column whose figures the table is about: its amounts, or the interest of a table of interest. */
export function ownColumn(columns: readonly Column[]): Column | null {
  return columns.find(({ role }) => role === 'interest') ?? amountColumn(columns);
}
