import type { Document } from '../tables/document';
import type { DraftFinding } from './draft';
import type { CheckKind } from './finding';

const KIND_ORDER: readonly CheckKind[] = [
  'date',
  'day-count',
  'quantity',
  'share',
  'amount',
  'interest',
  'sum',
  'tax',
  'gross',
  'order',
  'duplicate',
  'formula',
];

/** Findings in the order in which a reader meets them: sheet, row, column, kind. Stable. */
export function inReadingOrder(drafts: readonly DraftFinding[], document: Document): DraftFinding[] {
  const sheets = new Map<string, number>();
  for (const name of [
    ...document.tables.map((table) => table.sheet),
    ...document.timeline.map((event) => event.cell.sheet),
    ...document.unreadableDates.map((date) => date.cell.sheet),
    ...drafts.map((finding) => finding.cell.sheet),
  ]) {
    if (!sheets.has(name)) sheets.set(name, sheets.size);
  }
  const sheetOf = (finding: DraftFinding) => sheets.get(finding.cell.sheet) ?? 0;
  return [...drafts].sort(
    (a, b) =>
      sheetOf(a) - sheetOf(b) ||
      a.cell.row - b.cell.row ||
      a.cell.column - b.cell.column ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
  );
}
