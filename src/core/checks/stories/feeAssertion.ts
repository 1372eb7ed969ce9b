import { invertProration } from '../../rules/invertProration';
import { prorate } from '../../rules/prorate';
import type { RulePrior } from '../../rules/prorationRules';
import type { ProrationShape } from '../../rules/prorationShape';
import { roundestFee } from '../../rules/roundness';
import type { CellAddress } from '../../sheets/address';
import type { Figure, Table, TableRow } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import { floorDivide } from '../../values/integers';
import { chargedRows, shapesOver } from '../chargedRows';
import { nearestSlip, otherValue } from '../slips';
import { statedFee } from '../statedProration';
import type { ResolvedTerms } from '../terms';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { anyChange, valueChange } from './figureChanges';
import type { Scenario } from './scenario';

/** Bits that it costs to have added up a wrong amount, and all that follows from it. */
export const FOLLOWED_BITS = 6;

/** The fee, the amount and the shape of the rule over a row's days under a scenario. */
interface Charge {
  readonly fee: number;
  readonly amount: Decimal;
  readonly magnitude: number;
  readonly shape: ProrationShape;
}

/** An amount as what the table's pro-rata rule gives from the row's printed fee and its days. */
export class FeeAssertion implements Assertion {
  readonly about: TableRow;
  readonly order = 1;
  readonly fails: boolean;

  constructor(
    private readonly table: Table,
    row: TableRow,
    private readonly fee: Figure,
    private readonly amount: Figure,
    private readonly rule: RulePrior,
    private readonly terms: ResolvedTerms,
    private readonly place: number,
    asPrinted: Scenario,
  ) {
    this.about = row;
    this.fails = this.bits(asPrinted) > 0;
  }

  get cells(): readonly CellAddress[] {
    const { days, restored, start } = this.about;
    return [this.fee.cell, this.amount.cell, ...[days, restored, start].flatMap((each) => (each ? [each.cell] : []))];
  }

  bits(scenario: Scenario): number {
    const charge = this.under(scenario);
    if (!charge) return UNEXPLAINED_BITS;
    return this.computed(charge) === charge.magnitude ? 0 : UNEXPLAINED_BITS;
  }

  changes(scenario: Scenario): readonly Change[] {
    const charge = this.under(scenario);
    if (!charge) return [];
    const computed = new Decimal(this.computed(charge)).times(charge.amount.isNegative() ? -1 : 1);
    return [
      ...anyChange(this.amount, computed, this.place),
      ...anyChange(this.amount, computed, this.place + FOLLOWED_BITS, true),
      ...this.feeChanges(charge),
    ];
  }

  private computed({ shape, fee }: Charge): number {
    return prorate(shape, fee, this.rule.unit, this.rule.rule.mode);
  }

  /** Among the fees that give the amount, the one that the printed one is a slip of, else the roundest. */
  private feeChanges({ shape, magnitude }: Charge): Change[] {
    const fees = invertProration(shape, magnitude, this.rule.unit, this.rule.rule.mode);
    if (!fees) return [];
    const { least, greatest } = fees;
    const middle = new Decimal(least + floorDivide(greatest - least, 2));
    const near = nearestSlip(this.fee.value, middle, new Decimal(greatest).minus(middle));
    if (near?.value.greaterThanOrEqualTo(least)) return [valueChange(this.fee, near.value, near.slip, this.place)];
    const round = new Decimal(roundestFee(fees, { main: 1, next: null }));
    return [valueChange(this.fee, round, otherValue(this.fee.value, round), this.place)];
  }

  private under(scenario: Scenario): Charge | null {
    const row = scenario.row(this.about);
    const [charged] = chargedRows({ ...this.table, rows: [row] }, this.terms);
    const fee = statedFee(row);
    if (!charged || !fee || !fee.value.isInteger()) return null;
    const shape = shapesOver([charged])(this.rule.rule)[0];
    return shape ? { fee: fee.value.toNumber(), amount: charged.amount, magnitude: charged.magnitude, shape } : null;
  }
}
