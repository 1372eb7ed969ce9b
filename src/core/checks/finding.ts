import type { CellAddress, CellRange } from '../sheets/address';
import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { Expression } from './expression';
import type { MessageCode } from './messageCodes';

export const CHECK_KINDS = [
  'sum',
  'day-count',
  'tax',
  'gross',
  'amount',
  'date',
  'order',
  'duplicate',
  'formula',
  'quantity',
  'share',
  'interest',
] as const;

export type CheckKind = (typeof CHECK_KINDS)[number];

/** What needs a look first comes first. */
export const VERDICTS = ['disagrees', 'possible', 'explained', 'not-checked', 'within-rounding', 'agrees'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A code of `messages/` with what goes into its placeholders. A nested message is rendered in the same language. */
export interface Message {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, MessageParam>>;
}

export type MessageParam =
  string | number | Decimal | Fraction | CalendarDate | CellAddress | Message | readonly MessageParam[];

/** A fraction that is shown as its cell prints it, in percent: 0.621 as 62.1%. */
export interface Fraction {
  readonly fraction: Decimal;
}

/** A named rule, such as `day-count.both-in` or `tax.per-month.up`; `label` says it in words. */
export interface RuleReference {
  readonly id: string;
  readonly label: Message;
}

/** A rule that was tried on a figure. */
export interface Explanation extends RuleReference {
  readonly value: Decimal;
  readonly fits: boolean;
}

export const CAUSE_KINDS = [
  'transposed-digits',
  'wrong-digit',
  'omitted-row',
  'counted-twice',
  'sign',
  'subtotal-counted-with-details',
  'unit-slip',
  'other-value',
  'old-tax-rate',
  'other-day-count',
  'other-date',
  'text-number-skipped',
  'hidden-row',
  'odd-formula',
] as const;

export type CauseKind = (typeof CAUSE_KINDS)[number];

/** What is probably wrong. `cell` is the cell to change. */
export interface Cause {
  readonly kind: CauseKind;
  readonly cell: CellAddress;
  readonly stated: Decimal | CalendarDate | null;
  readonly suggested: Decimal | CalendarDate | null;
  /** Code length in bits; the smallest is the most likely. Causes within 3 bits of the first are a tie. */
  readonly cost: number;
  readonly label: Message;
  /** Cells where something else has to be wrong as well for the figure to follow. Absent where this alone explains it. */
  readonly together?: readonly CellAddress[];
  /** The cell prints a fraction in percent. Absent elsewhere. */
  readonly inPercent?: true;
}

/**
 * The causes for what is wrong with a figure, most likely first, by the relation or the figure that is checked; none where nothing
 * explains it.
 */
export type CausesOf = (about: object) => readonly Cause[];

/** What one check says of one printed figure. */
export interface Finding {
  /** `sum:減額!D28`; `#row`, `#column`, `#2` where several share the cell. Stable from run to run. */
  readonly id: string;
  readonly kind: CheckKind;
  readonly cell: CellAddress;
  /** The checked figure is inside a text, so a formula cannot refer to it. */
  readonly textual: boolean;
  readonly stated: Decimal | null;
  readonly computed: Decimal | null;
  /** stated − computed. */
  readonly difference: Decimal | null;
  /** How far stated and computed may lie apart by printed precision alone; zero for exact figures. */
  readonly tolerance: Decimal;
  readonly verdict: Verdict;
  readonly operands: readonly CellRange[];
  /** How `computed` follows from the cells; null where nothing was computed. */
  readonly expression: Expression | null;
  readonly rule: RuleReference | null;
  readonly explanations: readonly Explanation[];
  readonly causes: readonly Cause[];
  readonly message: Message;
  /** The cell prints a fraction in percent (0.621 as 62.1%); stated, computed and difference are fractions. Absent elsewhere. */
  readonly inPercent?: true;
  /** The days that a printed date may mean, where it is not certain which. Absent elsewhere. */
  readonly readings?: readonly CalendarDate[];
}
