import { possibleDays } from '../reading/numericOrder';
import type { ColumnRole, Document, UnreadableCell } from '../tables/document';
import { draft, type DraftFinding } from './draft';
import type { CheckKind } from './finding';
import { message } from './message';

type UnreadableKind = Extract<CheckKind, 'date' | 'day-count' | 'quantity' | 'tax' | 'amount' | 'interest'>;

const KIND_OF_ROLE: Partial<Record<ColumnRole, UnreadableKind>> = {
  start: 'date',
  restored: 'date',
  date: 'date',
  due: 'date',
  paid: 'date',
  principal: 'interest',
  interest: 'interest',
  days: 'day-count',
  quantity: 'quantity',
  'unit-price': 'quantity',
  tax: 'tax',
  'tax-rate': 'tax',
};

/** Cells that are not what their column holds: not checked, with the reason. A day that does not exist and a range that ends before it begins are wrong for certain. */
export function checkUnreadable(document: Document): DraftFinding[] {
  const seen = new Set<string>();
  return [...document.tables.flatMap((table) => table.unreadable), ...document.unreadableDates].flatMap((cell) => {
    const key = `${cell.cell.sheet}!${cell.cell.row},${cell.cell.column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [unreadableFinding(cell)];
  });
}

function unreadableFinding({ cell, role, printed, reason }: UnreadableCell): DraftFinding {
  if (reason === 'impossible-date' || reason === 'reversed-range') {
    return draft({
      kind: 'date',
      cell,
      textual: true,
      verdict: 'disagrees',
      message: message(reason === 'impossible-date' ? 'date.impossible' : 'date.reversed-range', { printed }),
    });
  }
  const kind = KIND_OF_ROLE[role] ?? 'amount';
  const readings = reason === 'ambiguous-date' ? possibleDays(printed) : [];
  return draft({
    kind,
    cell,
    textual: true,
    verdict: 'not-checked',
    message: message(`${kind}.not-checked`, {
      reason:
        readings.length > 0
          ? message('reason.ambiguous-readings', { printed, readings })
          : message(`reason.${reason}`, { printed }),
    }),
    ...(readings.length > 0 ? { readings } : {}),
  });
}
