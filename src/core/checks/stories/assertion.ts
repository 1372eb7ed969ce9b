import type { CellAddress } from '../../sheets/address';
import type { Change } from './change';
import type { Scenario } from './scenario';

/** Bits that a story costs for every assertion that it leaves unexplained. */
export const UNEXPLAINED_BITS = 20;
/** The same for a sum that only may be meant. */
export const POSSIBLE_BITS = 12;

/** What a printed figure claims to follow from, as far as stories reckon with it. */
export interface Assertion {
  /** What the assertion is looked up by: its relation, its row's figure. */
  readonly about: object;
  /** Cells that a change may concern; read only where something near fails. */
  readonly cells: readonly CellAddress[];
  /** Row by row evidence is looked at first: it names values, where a long sum only names differences. */
  readonly order: number;
  /** Does not hold as printed. */
  readonly fails: boolean;
  /** What the assertion costs under a scenario: nothing where it plainly holds. */
  bits(scenario: Scenario): number;
  /** Changes that would make it hold under a scenario. `concerned` tells whether a cell is in another assertion that fails. */
  changes(scenario: Scenario, concerned: (cell: CellAddress) => boolean): readonly Change[];
}
