import { type CellAddress, sameCell } from '../../sheets/address';
import type { DateCell, Figure, TableRow } from '../../tables/document';
import type { CalendarDate } from '../../values/calendar';
import { Decimal } from '../../values/decimal';
import type { Change } from './change';

/** The document with a few changes. Few enough to look through for every figure. */
export class Scenario {
  static readonly asPrinted = new Scenario([]);
  private constructor(readonly changes: readonly Change[]) {}

  /** With one more change; null where that changes what was already changed. */
  with(change: Change): Scenario | null {
    const again = this.changes.some(({ cause }) => sameCell(cause.cell, change.cause.cell));
    return again ? null : new Scenario([...this.changes, change]);
  }

  /** Bits of all changes. */
  get cost(): number {
    return this.changes.reduce((sum, { bits }) => sum + bits, 0);
  }

  valueOf(figure: Figure): Decimal {
    for (const { cause, effect } of this.changes) {
      if (effect.kind === 'value' && concerns(cause, figure)) return effect.value;
    }
    return figure.value;
  }

  /** What totals were added up from: the printed figure where they followed it. */
  addedValueOf(figure: Figure): Decimal {
    for (const { cause, effect } of this.changes) {
      if (effect.kind === 'value' && effect.followed && concerns(cause, figure)) return figure.value;
    }
    return this.valueOf(figure);
  }

  /** Whether a change says that totals added something up more than once, or not at all. */
  get counts(): boolean {
    return this.changes.some(({ effect }) => effect.kind === 'counts');
  }

  /** Whether totals followed a wrong figure. */
  get followed(): boolean {
    return this.changes.some(({ effect }) => effect.kind === 'value' && effect.followed);
  }

  /** How often totals added a figure up. */
  timesCounted({ cell }: Figure): number {
    for (const { effect } of this.changes) {
      if (effect.kind === 'counts' && effect.concerns(cell)) return effect.times;
    }
    return 1;
  }

  /** A figure with the value that it was meant to have. */
  figure<F extends Figure>(figure: F): F {
    const value = this.valueOf(figure);
    return value === figure.value ? figure : { ...figure, value };
  }

  /** Whether a change says how the figure of an assertion was reckoned. */
  explains(about: object): boolean {
    return this.changes.some(({ effect }) => effect.kind === 'explains' && effect.about === about);
  }

  /** A detail row with the figures and dates that it was meant to have. */
  row(row: TableRow): TableRow {
    if (this.changes.length === 0) return row;
    const figure = (each: Figure | null) => each && this.figure(each);
    return {
      ...row,
      days: figure(row.days),
      amount: figure(row.amount),
      fee: figure(row.fee),
      quantity: figure(row.quantity),
      unitPrice: figure(row.unitPrice),
      start: row.start && this.date(row.start),
      restored: row.restored && this.date(row.restored),
    };
  }

  private date(printed: DateCell): DateCell {
    const changed = this.dateAt(printed.cell);
    return changed ? { ...printed, reading: { ...printed.reading, start: changed, end: changed } } : printed;
  }

  private dateAt(cell: CellAddress): CalendarDate | null {
    for (const { cause, effect } of this.changes) {
      if (effect.kind === 'date' && sameCell(cause.cell, cell)) return effect.date;
    }
    return null;
  }
}

/** Whether a change is that of a figure: a text may hold several. */
function concerns({ cell, stated }: Change['cause'], figure: Figure): boolean {
  return sameCell(cell, figure.cell) && (!figure.textual || !Decimal.isDecimal(stated) || stated.equals(figure.value));
}
