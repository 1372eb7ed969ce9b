import type { CellAddress } from '../../sheets/address';
import type { Ledger } from './ledger';
import type { ViewKind } from './adjustedTotals';

/** What a group of a view is called in the document. */
export interface GroupName {
  /** A part is called by its sheet; null for months and for what belongs to no group. */
  readonly name: string | null;
  readonly month: { readonly year: number; readonly month: number } | null;
  readonly table: string | null;
  readonly cell: CellAddress | null;
}

const NONE: GroupName = { name: null, month: null, table: null, cell: null };

export function groupName(
  { parts, lines, categories, months }: Ledger,
  kind: ViewKind,
  index: number | null,
): GroupName {
  if (index === null) return NONE;
  switch (kind) {
    case 'part': {
      const table = parts[index]?.table;
      return table ? { ...NONE, name: table.sheet, table: table.id } : NONE;
    }
    case 'category': {
      const category = categories[index];
      return category ? { ...NONE, name: category.label, cell: category.cell } : NONE;
    }
    case 'month':
      return { ...NONE, month: months[index] ?? null };
    case 'line': {
      const line = lines[index];
      return line ? { ...NONE, name: line.name, cell: line.cell, table: parts[line.part]?.table.id ?? null } : NONE;
    }
  }
}
