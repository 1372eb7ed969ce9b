import type { kinds as japanese } from '../ja/kinds';

/** The words for a kind of check: the same wherever findings are shown. */
export const kinds: Readonly<Record<keyof typeof japanese, string>> = {
  'kind.sum': 'Sum',
  'kind.day-count': 'Day count',
  'kind.tax': 'Tax',
  'kind.gross': 'Gross',
  'kind.amount': 'Amount',
  'kind.date': 'Date',
  'kind.order': 'Order of dates',
  'kind.duplicate': 'Duplicate',
  'kind.formula': 'Formula',
  'kind.interest': 'Interest',
  'kind.quantity': 'Quantity',
  'kind.share': 'Share',
};
