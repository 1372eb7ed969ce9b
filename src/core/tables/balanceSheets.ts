import { foldLabel } from '../reading/fold';
import { placeKey } from '../sheets/address';
import type { Figure, SumRelation, Table } from './document';

type FoundTable = Omit<Table, 'id'>;

const ASSETS = /^(資産(の部)?(合計|計)|total assets)$/;
const OTHER_SIDE =
  /^(負債(の部)?((及|およ)び|と)?[・,、]?(純資産|資本|正味財産)(の部)?(合計|計)|total liabilities(,? and |,? & )(net assets|((share|stock)(holder|owner)s'? |owners?'? |members'? )?equity))$/;

/**
 * What a balance sheet is named for: its assets come to its liabilities and net assets (会社計算規則 第73条), column by column, where a sheet
 * prints both totals once for each column.
 *
 * @param tables those of one sheet.
 */
export function withBalanceSheet(tables: readonly FoundTable[]): readonly FoundTable[] {
  const assets = totalsNamed(tables, ASSETS);
  const others = totalsNamed(tables, OTHER_SIDE);
  if (assets.length === 0 || assets.length !== others.length) return tables;
  const balances = new Map<Figure, SumRelation>();
  others.forEach((target, at) => {
    const asset = assets[at];
    if (asset) balances.set(target, { kind: 'sum', target, addends: [asset], axis: 'columns', certainty: 'certain' });
  });
  return tables.map((table) => {
    const own = table.relations.flatMap(({ target }) => {
      const balance = balances.get(target);
      balances.delete(target);
      return balance ?? [];
    });
    return own.length === 0 ? table : { ...table, relations: [...table.relations, ...own] };
  });
}

/** The figures that are totals down the rows under such a name, from left to right. */
function totalsNamed(tables: readonly FoundTable[], name: RegExp): Figure[] {
  const found = new Map<number, Figure>();
  for (const { relations } of tables) {
    for (const relation of relations) {
      const { target } = relation;
      if (relation.kind !== 'sum' || relation.axis !== 'rows' || !name.test(foldLabel(target.label))) continue;
      found.set(placeKey(target.cell.row, target.cell.column), target);
    }
  }
  return [...found.values()].sort((a, b) => a.cell.column - b.cell.column);
}
