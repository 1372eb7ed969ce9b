import type { CellAddress } from '../../sheets/address';
import { CellIndex } from '../cellIndex';
import { AddingAssertion } from './addingAssertion';
import type { Assertion } from './assertion';
import { Scenario } from './scenario';

/** The assertions of a document by the cells of those that fail: nothing else is ever asked for. */
export class Network {
  private readonly byCell = new CellIndex<Assertion[]>();
  private strained: CellIndex<Assertion[]> | 'none' | null = null;

  constructor(readonly assertions: readonly Assertion[]) {
    const failing = assertions.filter(({ fails }) => fails);
    for (const { cells } of failing) {
      for (const cell of cells) if (!this.byCell.get(cell)) this.byCell.set(cell, []);
    }
    if (failing.length === 0) return;
    for (const assertion of assertions) {
      for (const cell of assertion.cells) {
        const known = this.byCell.get(cell);
        if (known && known[known.length - 1] !== assertion) known.push(assertion);
      }
    }
  }

  /** The assertions that a cell of a failing one is in. */
  at(cell: CellAddress): readonly Assertion[] {
    return this.byCell.get(cell) ?? [];
  }

  /** The sums that a cell of a failing assertion is in. */
  sumsAt(cell: CellAddress): readonly AddingAssertion[] {
    return this.at(cell).filter((assertion) => assertion instanceof AddingAssertion);
  }

  /** The failing assertions that share a cell with one, itself first. */
  failingNear(assertion: Assertion): Set<Assertion> {
    const near = new Set([assertion]);
    for (const cell of assertion.cells) for (const other of this.at(cell)) if (other.fails) near.add(other);
    return near;
  }

  /** Assertions, and those nearby that only hold by an unusual rule: what explains them may only look so. */
  withStrained(assertions: readonly Assertion[]): Set<Assertion> {
    this.strained ??= this.strainedByCell();
    const all = new Set(assertions);
    if (this.strained === 'none') return all;
    for (const { cells } of assertions) {
      for (const cell of cells) for (const other of this.strained.get(cell) ?? []) all.add(other);
    }
    return all;
  }

  private strainedByCell(): CellIndex<Assertion[]> | 'none' {
    const strained = this.assertions.filter((each) => !each.fails && each.bits(Scenario.asPrinted) > 0);
    if (strained.length === 0) return 'none';
    const index = new CellIndex<Assertion[]>();
    for (const assertion of strained) {
      for (const cell of assertion.cells) index.set(cell, [...(index.get(cell) ?? []), assertion]);
    }
    return index;
  }
}
