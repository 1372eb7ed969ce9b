import type { Term } from '../checks/terms';
import type { ComputedTable, Verification } from '../checks/verification';
import type { DayCountRule } from '../rules/dayCount';
import type { ProrationRule } from '../rules/proration';

/** Tables whose empty cells are computed by one convention and one rule, which stand in parameter cells together. */
export interface RuleGroup {
  readonly dayCount: DayCountRule;
  /** Null where only days are computed. */
  readonly rule: Term<ProrationRule> | null;
  readonly tables: readonly ComputedTable[];
}

/** The groups of a verification, in the order of their first tables; nearly always one. */
export function ruleGroups(verification: Pick<Verification, 'computed'>): RuleGroup[] {
  const computed = verification.computed.filter(({ rows }) => rows.length > 0);
  const keyOf = ({ dayCount, rule }: ComputedTable) => `${dayCount} ${rule?.value.id ?? ''}`;
  return [...new Set(computed.map(keyOf))].flatMap((key) => {
    const tables = computed.filter((table) => keyOf(table) === key);
    const [first] = tables;
    return first ? [{ dayCount: first.dayCount, rule: first.rule, tables }] : [];
  });
}
