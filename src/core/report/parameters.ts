import type { Verification } from '../checks/verification';
import { qualifiedCell } from '../sheets/address';
import type { Table } from '../tables/document';
import { ruleGroups } from './ruleGroups';

/** First row and the column of the editable terms on the totals sheet (0-based). */
export const PARAMETER_TOP = 4;
export const PARAMETER_COLUMN = 2;

type DocumentParameter = 'incidentDate' | 'taxRate' | 'taxRounding' | 'taxGrouping';

/** How the empty cells of a group of tables are computed: the convention, and the parts of the pro-rata rule. */
export type RuleParameter = 'dayCount' | 'family' | 'rounded' | 'mode' | 'unit';

/** A term that the totals sheet lets the user change. */
export type ParameterKind =
  | { readonly of: 'document'; readonly kind: DocumentParameter }
  | { readonly of: 'rule'; readonly kind: RuleParameter; readonly group: number };

/** Absolute references to the editable terms on the totals sheet, with its name; null where the document has no such term. */
export type ParameterCells = Readonly<Record<DocumentParameter, string | null>> & {
  /** By group of {@link ruleGroups}; `family` and what follows it is null where the group computes no amounts. */
  readonly rules: readonly Readonly<Record<RuleParameter, string | null>>[];
};

/** Which terms the totals sheet lets the user change, from the top. */
export function parameterKinds(verification: Verification): readonly ParameterKind[] {
  const { terms, document } = verification;
  const kinds: ParameterKind[] = [];
  const add = (...own: DocumentParameter[]) => {
    for (const kind of own) kinds.push({ of: 'document', kind });
  };
  if (terms.incidentDate) add('incidentDate');
  ruleGroups(verification).forEach(({ rule }, group) => {
    const own: RuleParameter[] = rule ? ['dayCount', 'family', 'rounded', 'mode', 'unit'] : ['dayCount'];
    for (const kind of own) kinds.push({ of: 'rule', kind, group });
  });
  if (terms.taxRate) add('taxRate');
  // Where the document has no tax at all, none is added here either.
  const hasTax = verification.totals.tax !== null || computesTax(verification);
  if (terms.taxRate && hasTax && document.tables.some((table) => isTaxedTable(table, verification))) {
    add('taxGrouping', 'taxRounding');
  }
  return kinds;
}

function computesTax({ computed }: Verification): boolean {
  return computed.some(({ totals }) => totals.some(({ kind }) => kind === 'tax'));
}

/** Tables whose amounts, printed or computed, consumption tax is added to. Damages are outside its scope (消費税法基本通達 5-2-5). */
export function isTaxedTable(table: Table, { computed }: Pick<Verification, 'computed'>): boolean {
  if (table.kind !== 'reduction' && table.kind !== 'invoice') return false;
  const own = computed.find((each) => each.table === table.id);
  return table.rows.some((row) => row.amount !== null) || own?.rows.some(({ amount }) => amount !== null) === true;
}

/** Where those terms stand. Known before the sheet is planned, since the other sheets refer to them. */
export function parameterCells(verification: Verification, totalsSheet: string): ParameterCells {
  const kinds = parameterKinds(verification);
  const cellAt = (index: number): string | null =>
    index < 0
      ? null
      : qualifiedCell({ sheet: totalsSheet, row: PARAMETER_TOP + index, column: PARAMETER_COLUMN }, true);
  const cellOf = (kind: DocumentParameter) =>
    cellAt(kinds.findIndex((each) => each.of === 'document' && each.kind === kind));
  return {
    incidentDate: cellOf('incidentDate'),
    taxRate: cellOf('taxRate'),
    taxRounding: cellOf('taxRounding'),
    taxGrouping: cellOf('taxGrouping'),
    rules: ruleGroups(verification).map((_, group) => {
      const of = (kind: RuleParameter) =>
        cellAt(kinds.findIndex((each) => each.of === 'rule' && each.group === group && each.kind === kind));
      return {
        dayCount: of('dayCount'),
        family: of('family'),
        rounded: of('rounded'),
        mode: of('mode'),
        unit: of('unit'),
      };
    }),
  };
}
