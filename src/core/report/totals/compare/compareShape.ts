import {
  type AdjustedTotals,
  adjustedTotals,
  type ComparedFigures,
  groupOf,
  type ViewKind,
} from '../../adjusted/adjustedTotals';
import type { Verification } from '../../../checks/verification';

/** Figure columns of the items, the wider of the two sections. */
export const COMPARE_COLUMNS = 11;
/** Grouping, rounding and rate, each a cell to change. */
export const COMPARE_TERMS = 3;
/** Every item's share looks at all others: beyond so many a sheet would take long to calculate. */
const MOST_ITEMS = 1000;

/** A row of the comparison: all items, or those of a group; a heading where it has no figures. */
export interface CompareRow {
  readonly kind: ViewKind | 'all';
  /** Of the group, as in the view; null: of none, or all. */
  readonly index: number | null;
  readonly figures: ComparedFigures | null;
  /** Indexes of the ledger's items. */
  readonly items: readonly number[];
}

/** What the comparison of taxes on the totals sheet shows. */
export interface CompareModel {
  readonly totals: AdjustedTotals;
  /** Empty where the document has too many items. */
  readonly rows: readonly CompareRow[];
}

/** Null where the user named no rule to compare with, or nothing is taxed. */
export function compareModel(verification: Verification): CompareModel | null {
  if (verification.terms.comparison?.source.kind !== 'user') return null;
  const totals = adjustedTotals(verification);
  if (!totals) return null;
  const { ledger, all, kinds } = totals;
  if (ledger.items.length > MOST_ITEMS) return { totals, rows: [] };
  const every = [...ledger.items.keys()];
  const views = kinds.flatMap((kind): CompareRow[] => {
    const rows = totals.view(kind).groups.map(({ index, ...figures }): CompareRow => {
      return { kind, index, figures, items: every.filter((item) => groupOf(kind, ledger, item) === index) };
    });
    return [{ kind, index: null, figures: null, items: [] }, ...rows];
  });
  return { totals, rows: [{ kind: 'all', index: null, figures: all, items: every }, ...views] };
}
