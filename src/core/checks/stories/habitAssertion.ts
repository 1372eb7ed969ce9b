import type { CellAddress } from '../../sheets/address';
import type { Table, TableRow } from '../../tables/document';
import { chargedRows, shapesOver } from '../chargedRows';
import type { InferredProration } from '../inferProration';
import { feesOf, rowBits } from '../ruleEvidence';
import type { ResolvedTerms } from '../terms';
import type { Assertion } from './assertion';
import type { Change } from './change';
import { Scenario } from './scenario';

/**
 * What an inferred rule says of an amount: that a fee as round as the others' gives it. Evidence only: it speaks for one change or
 * another, but never fails, as the rule was inferred from the amounts themselves.
 */
export class HabitAssertion implements Assertion {
  readonly about: TableRow;
  readonly order = 1;
  readonly fails = false;
  private printed: number | null = null;

  constructor(
    private readonly table: Table,
    row: TableRow,
    private readonly inferred: InferredProration,
    private readonly terms: ResolvedTerms,
  ) {
    this.about = row;
  }

  get cells(): readonly CellAddress[] {
    const { amount, days, restored, start } = this.about;
    return [amount, days, restored, start].flatMap((each) => (each ? [each.cell] : []));
  }

  /** Negative where the amount fits better than as printed. */
  bits(scenario: Scenario): number {
    if (scenario.changes.length === 0) return 0;
    this.printed ??= this.evidence(Scenario.asPrinted);
    return this.printed - this.evidence(scenario);
  }

  changes(): readonly Change[] {
    return [];
  }

  private evidence(scenario: Scenario): number {
    const { best, profile } = this.inferred;
    const [charged] = chargedRows({ ...this.table, rows: [scenario.row(this.about)] }, this.terms);
    const shape = charged && shapesOver([charged])(best.rule)[0];
    return charged && shape ? rowBits(feesOf(best, shape, charged), shape, profile) : 0;
  }
}
