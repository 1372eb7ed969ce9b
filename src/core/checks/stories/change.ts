import type { CellAddress } from '../../sheets/address';
import type { CalendarDate } from '../../values/calendar';
import type { Decimal } from '../../values/decimal';
import { CellIndex } from '../cellIndex';
import type { Cause } from '../finding';

/** A figure was meant to be another. Where sums have `followed`, they were added up from the printed one. */
export interface ValueEffect {
  readonly kind: 'value';
  readonly value: Decimal;
  readonly followed: boolean;
}

/** What a change makes of the document. */
export type Effect =
  | ValueEffect
  /** A date was meant to be another. */
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | CountsEffect
  /** The figure of one assertion, looked up by what it is about, was reckoned in another way; no other is concerned. */
  | { readonly kind: 'explains'; readonly about: object };

/** That totals added figures up so many times. */
export interface CountsEffect {
  readonly kind: 'counts';
  readonly cells: readonly CellAddress[];
  readonly times: number;
  /** Whether a cell is one of those. */
  readonly concerns: (cell: CellAddress) => boolean;
}

/** Figures that totals added up so many times, instead of once. */
export function countsEffect(cells: readonly CellAddress[], times: number): CountsEffect {
  const index = new CellIndex<true>();
  for (const cell of cells) index.set(cell, true);
  return { kind: 'counts', cells, times, concerns: (cell) => index.get(cell) === true };
}

/** Something that may have gone wrong, as a story tells it: what a user is told, what it changes, and its code length in bits. */
export interface Change {
  readonly cause: Omit<Cause, 'cost'>;
  readonly effect: Effect;
  readonly bits: number;
}

/** The same for changes that are the same to the figures. */
export function changeKey(change: Change): string {
  const { effect } = change;
  return `${causeKey(change)} ${effect.kind === 'value' && effect.followed ? 'followed' : ''}`;
}

/** The same for changes that tell a reader the same of the same cell. */
export function causeKey({ cause: { kind, cell, suggested } }: Change): string {
  return `${cell.sheet} ${cell.row} ${cell.column} ${kind} ${suggestedText(suggested)}`;
}

function suggestedText(suggested: Cause['suggested']): string {
  if (suggested === null) return '';
  return 'year' in suggested ? `${suggested.year}-${suggested.month}-${suggested.day}` : suggested.toFixed();
}
