import type { Day } from './calendar';

/** A printed figure or date of a book, before it is drawn into cells. */
export type Printed =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly value: number;
      readonly places: number;
      readonly asText: boolean;
      readonly unit: Unit;
    }
  /** `minutes` after midnight where a time of day is printed. */
  | { readonly kind: 'date'; readonly day: Day; readonly minutes: number | null }
  | { readonly kind: 'share'; readonly percent: number };

/** What a figure counts; a style may print it beside the figure. */
export type Unit = 'money' | 'days' | 'none';

/** A cell of a drawn page, with the name under which a fault refers to it. */
export interface PageCell {
  readonly key: string | null;
  readonly printed: Printed;
}

export interface Page {
  readonly rows: readonly (readonly (PageCell | null)[])[];
  /** 0-based rows that are hidden. */
  readonly hidden: ReadonlySet<number>;
}

export const text = (words: string): PageCell => ({ key: null, printed: { kind: 'text', text: words } });
export const figure = (key: string, value: number, unit: Unit = 'money', asText = false, places = 0): PageCell => ({
  key,
  printed: { kind: 'figure', value, places, asText, unit },
});
export const dateCell = (key: string, day: Day, minutes: number | null = null): PageCell => ({
  key,
  printed: { kind: 'date', day, minutes },
});

export type FaultKind =
  | 'transposed-digits'
  | 'wrong-digit'
  | 'omitted-row'
  | 'counted-twice'
  | 'sign'
  | 'subtotal-counted-with-details'
  | 'unit-slip'
  | 'old-tax-rate'
  | 'other-day-count'
  | 'other-date'
  | 'text-number-skipped'
  | 'hidden-row';

/** A fault that was put into a book. `cell` is the key of the cell to change. */
export interface Fault {
  readonly kind: FaultKind;
  readonly cell: string;
  /** What was done, for lists: `wrong-digit in amount`. */
  readonly label: string;
}

export type NumberStyle = 'grouped' | 'plain' | 'text' | 'wide-text';
export type DateStyle = 'serial' | 'era-format' | 'era-text' | 'short-era-text' | 'dotted-text' | 'iso-text';

export interface Style {
  readonly language: 'ja' | 'en';
  readonly numbers: NumberStyle;
  readonly dates: DateStyle;
}

/** What a book prints that its figures can be checked against. */
export type Evidence = 'one-total' | 'tax-and-gross' | 'rule' | 'fees' | 'prices';

/** A relation that is true of a book: the named cell follows from others, as a finding of this kind is to say. */
export interface Truth {
  readonly cell: string;
  readonly kind: 'sum' | 'tax' | 'gross' | 'quantity';
}

/** A generated book: what is on the page, and what is true of it. */
export interface Book {
  readonly family: 'compensation' | 'invoice';
  readonly page: Page;
  readonly style: Style;
  readonly evidence: Evidence;
  readonly rows: number;
  /** The pro-rata rule behind the amounts; null where there is none. */
  readonly rule: string | null;
  readonly roundFees: boolean;
  readonly faults: readonly Fault[];
  /** The relations that are true of it, where the generator says them. */
  readonly truths: readonly Truth[];
}
