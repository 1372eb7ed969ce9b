import { possibleDays } from '../reading/numericOrder';
import { whyImpossible } from '../reading/whyImpossible';
import type { ColumnRole, Document, UnreadableCell } from '../tables/document';
import { draft, type DraftFinding } from './draft';
import type { CheckKind, Message } from './finding';
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
      message: reason === 'impossible-date' ? impossibleMessage(printed) : message('date.reversed-range', { printed }),
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

function impossibleMessage(printed: string): Message {
  const why = whyImpossible(printed);
  switch (why?.kind) {
    case undefined:
      return message('date.impossible', { printed });
    case 'month':
      return message('date.impossible-month', { printed });
    case 'day':
      return why.last
        ? message('date.impossible-day', { printed, last: why.last })
        : message('date.impossible-day-ever', { printed, month: why.month, days: why.days });
    case 'before-era':
      return message('date.impossible-before-era', { printed, era: message(`era.${why.era}`), first: why.first });
    case 'after-era':
      return message('date.impossible-after-era', { printed, era: message(`era.${why.era}`), last: why.last });
    case 'years':
      return message('date.impossible-years', {
        printed,
        era: message(`era.${why.era}`),
        eraYear: why.eraYear,
        year: String(why.year),
      });
  }
}
