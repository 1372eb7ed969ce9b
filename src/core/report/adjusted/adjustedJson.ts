import type { Language } from '../../../messages/language';
import { renderMessage } from '../../../messages/renderMessage';
import { comparisonLabel, ownRuleLabel } from '../../checks/comparisonLabel';
import type { Verification } from '../../checks/verification';
import { comparisonId } from '../../rules/comparisonRule';
import { qualifiedCell } from '../../sheets/address';
import { decimalText } from '../../values/decimal';
import { adjustedTotals, type AdjustedView, type ComparedFigures, type TaxFigures } from './adjustedTotals';
import { groupName } from './groupNames';
import type { Ledger } from './ledger';
import { onlyRateOfPart } from './reckon';

/** The tax-adjusted totals for the JSON report; null where nothing is taxed. */
export function adjustedEntry(verification: Verification, language: Language) {
  const totals = adjustedTotals(verification);
  if (!totals) return null;
  const { ledger, rule, own, all, kinds, view } = totals;
  return {
    rule: {
      id: comparisonId(rule.value),
      rate: rule.value.rate && decimalText(rule.value.rate),
      label: renderMessage(comparisonLabel(rule.value), language),
      source: rule.source.kind === 'user' ? 'option' : 'default',
    },
    own: own.parts.flatMap(({ rule: its, inclusive }, index) => {
      const part = ledger.parts[index];
      if (!part || part.domains.length === 0) return [];
      const named = its && {
        id: its.id,
        label: renderMessage(ownRuleLabel(its, onlyRateOfPart(ledger, index)), language),
      };
      return [{ table: part.table.id, rule: named, inclusive }];
    }),
    all: comparedEntry(all),
    views: kinds.map((kind) => viewEntry(view(kind), ledger)),
  };
}

function viewEntry({ kind, groups, residue }: AdjustedView, ledger: Ledger) {
  return {
    by: kind,
    groups: groups.map(({ index, ...figures }) => {
      const { name, month, table, cell } = groupName(ledger, kind, index);
      const label = month ? `${month.year}-${String(month.month).padStart(2, '0')}` : name;
      return { label, table, cell: cell && qualifiedCell(cell), ...comparedEntry(figures) };
    }),
    residue: { own: decimalText(residue.own), compared: decimalText(residue.compared) },
  };
}

function comparedEntry({ own, compared, difference }: ComparedFigures) {
  return { own: figures(own), compared: figures(compared), difference: figures(difference) };
}

function figures({ net, tax, gross }: TaxFigures) {
  return { net: decimalText(net), tax: decimalText(tax), gross: decimalText(gross) };
}
