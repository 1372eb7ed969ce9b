import type { Column } from '../column';
import type { ColumnRole } from '../document';
import { headInterest, type InterestPart, interestPart } from '../words/interestWords';

const MONEY = new Set<ColumnRole>(['amount', 'fee', 'tax', 'total', 'principal']);

/**
 * Gives the columns of a table of interest their roles: principal, due date (or first day), day of payment, days, rate and interest.
 * The principal is the column that says so, else the last amount left of the interest. Columns of other tables stay as they are.
 */
export function settleInterest(columns: readonly Column[]): Column[] {
  if (!headInterest(columns.map(({ header }) => header))) return [...columns];
  const parts = new Map<InterestPart, Column>();
  for (const column of columns) {
    const part = interestPart(column.header);
    if (part !== null && part !== 'interest' && !parts.has(part) && fitsPart(column, part)) parts.set(part, column);
  }
  // Of several columns of interest the last is what they come to.
  const interest = columns.filter((column) => interestPart(column.header) === 'interest' && column.role !== 'date');
  const last = interest[interest.length - 1];
  if (!last || interest.length > 1) return [...columns];
  const left = columns.filter(({ role, column }) => MONEY.has(role) && column < last.column);
  const principal = parts.get('principal') ?? left[left.length - 1];
  if (!principal || principal === last) return [...columns];
  parts.set('principal', principal);
  parts.set('interest', last);
  const partOf = new Map([...parts].map(([part, column]) => [column, part]));
  return columns.map((column): Column => {
    const part = partOf.get(column);
    if (part === undefined) return column;
    return { ...column, role: part, addable: part === 'principal' || part === 'interest' || part === 'days' };
  });
}

function fitsPart({ role }: Column, part: InterestPart): boolean {
  if (part === 'principal') return MONEY.has(role);
  const money = MONEY.has(role) && part !== 'interest-rate' && part !== 'days';
  return role !== 'name' && role !== 'description' && !money;
}
