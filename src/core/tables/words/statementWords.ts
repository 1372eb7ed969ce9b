import { foldLabel } from '../../reading/fold';

/**
 * What a figure in the head of a statement of account says: 前回請求額, 御入金額, 調整額, 繰越額, 今回お買上額, 消費税額, 税込お買上額,
 * 今回ご請求額.
 */
export type StatementRole = 'previous' | 'received' | 'adjusted' | 'carried' | 'purchases' | 'tax' | 'gross' | 'due';

const ROLES: readonly (readonly [StatementRole, RegExp])[] = [
  [
    'previous',
    /^(前回|前月)(まで)?(の)?(分)?(ご|御)?(請求)?(残高|金?額|残)$|^(previous|last|opening) (balance|statement|invoice)( amount)?$/,
  ],
  ['received', /^(今回|当月|今月)?(ご|御)?入金(金?額|高)?$|^payments?( received)?$|^receipts$/],
  ['adjusted', /^(調整|相殺|値引)(金?額)?$|^(adjustments?|credits?)$/],
  ['carried', /^(差引)?(ご|御)?繰越(金?額|残高|高)?$|^(balance forward|carried forward|balance brought forward)$/],
  [
    'gross',
    /^(今回|当月|今月)?税込(み)?(お|御)?(買上|売上|取引)?(金?額|高|計)$|^(今回|当月|今月)(お|御)?(買上|売上|取引)(合計|計)$/,
  ],
  [
    'purchases',
    /^(今回|当月|今月)?(税抜)?(お|御|ご)?(買上|売上|取引)(金?額|高)(\(税抜き?\))?$|^((new|current) (charges|purchases)|purchases)$/,
  ],
  ['tax', /^(今回|当月)?消費税(等)?(相当)?(金?額)?(等)?$|^(tax|vat|sales tax|consumption tax)$/],
  [
    'due',
    /^(今回|当月|今月)(の)?(ご|御)?請求(金?額|残高|高)?$|^(ご|御)請求(金?額|高)$|^(amount due|balance due|new balance|total due)$/,
  ],
];

/** The role of a label in a statement's head; null for any other text. */
export function statementRole(text: string): StatementRole | null {
  const label = foldLabel(text).replace(/[:\s]+$/, '');
  return label.length > 24 ? null : (ROLES.find(([, pattern]) => pattern.test(label))?.[0] ?? null);
}
