import type { CellAddress } from '../../sheets/address';
import type { Figure } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import { cellsOf, factorsFor, type ProductRow } from '../productTerms';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { FOLLOWED_BITS } from './feeAssertion';
import { anyChange, valueChange } from './figureChanges';
import type { Scenario } from './scenario';
import { classifySlip } from '../slips';

/** Whether an amount follows from its row, and what would. */
export interface ProductCustom {
  readonly holds: (row: ProductRow) => boolean;
  readonly computed: (row: ProductRow) => Decimal;
}

/** An amount as quantity × unit price, with what is taken off and added. */
export class ProductAssertion implements Assertion {
  readonly about: Figure;
  readonly order = 1;
  readonly fails: boolean;

  constructor(
    private readonly row: ProductRow,
    private readonly custom: ProductCustom,
    private readonly place: number,
  ) {
    this.about = row.quantity;
    this.fails = !custom.holds(row);
  }

  get cells(): readonly CellAddress[] {
    return [this.row.amount.cell, ...cellsOf(this.row)];
  }

  bits(scenario: Scenario): number {
    return this.custom.holds(this.under(scenario)) ? 0 : UNEXPLAINED_BITS;
  }

  changes(scenario: Scenario): readonly Change[] {
    const { amount, quantity, price, factors: others } = this.row;
    const row = this.under(scenario);
    const computed = this.custom.computed(row);
    const factors = factorsFor(row, row.amount.value);
    return [
      ...anyChange(amount, computed, this.place),
      ...anyChange(amount, computed, this.place + FOLLOWED_BITS, true),
      ...this.factorChange(quantity, factors.quantity),
      ...this.factorChange(price, factors.price),
      ...others.flatMap(({ figure }, index) => this.factorChange(figure, factors.others[index] ?? null)),
    ];
  }

  /** A factor was meant to be another only where that has no more decimals than are printed, and is near by a slip. */
  private factorChange(figure: Figure, needed: Decimal | null): Change[] {
    if (!needed || needed.decimalPlaces() > Math.max(figure.value.decimalPlaces(), 0 - figure.unit.e)) return [];
    const slip = classifySlip(figure.value, needed);
    return slip ? [valueChange(figure, needed, slip, this.place)] : [];
  }

  private under(scenario: Scenario): ProductRow {
    const { row, quantity, price, amount, per, adjustments, factors } = this.row;
    return {
      row,
      quantity: scenario.figure(quantity),
      price: scenario.figure(price),
      amount: scenario.figure(amount),
      per: per instanceof Decimal ? per : scenario.figure(per),
      adjustments: adjustments.map((each) => ({ ...each, figure: scenario.figure(each.figure) })),
      factors: factors.map((each) => ({ ...each, figure: scenario.figure(each.figure) })),
    };
  }
}
