import { addsUp } from './addsUp';
import type { Column } from './column';
import type { Certainty, ColumnRole, Relation, SumRelation } from './document';
import type { Line } from './lines';

const PARTS = new Set<ColumnRole>(['amount', 'tax', 'fee', 'principal', 'interest']);

/** Columns that a total column to their right may add up; quantities, days and prices are of another kind. */
function isPart(column: Column): boolean {
  return column.addable && PARTS.has(column.role);
}

/**
 * The relations that total columns (計, 合計, Total) assert across the rows. How the rows themselves come out shows whether
 * the columns were meant so: where most do not fit, nothing is asserted; where few speak for it, it is only possible.
 */
export function rowRelations(lines: readonly Line[], columns: readonly Column[]): Relation[] {
  const relations: Relation[] = [];
  let parts: Column[] = [];
  for (const column of columns) {
    if (isPart(column)) parts.push(column);
    if (column.role !== 'total' || !column.addable) continue;
    if (parts.length >= 2) relations.push(...judged(acrossRows(lines, parts, column)));
    parts = [];
  }
  return relations;
}

function acrossRows(lines: readonly Line[], parts: readonly Column[], total: Column): SumRelation[] {
  return lines.flatMap((line) => {
    const target = line.figures.get(total.column);
    if (!target || line.kind === 'aside' || line.kind === 'section' || line.kind === 'base') return [];
    const addends = parts.flatMap(({ column }) => {
      const figure = line.figures.get(column);
      return figure ? [figure] : [];
    });
    return addends.length < 2 ? [] : [{ kind: 'sum', target, addends, axis: 'columns', certainty: 'certain' } as const];
  });
}

function judged(relations: readonly SumRelation[]): SumRelation[] {
  const fitting = relations.filter(({ target, addends }) => addsUp(target, addends)).length;
  if (fitting * 2 < relations.length || fitting === 0) return [];
  const certainty: Certainty = fitting >= 2 ? 'certain' : 'possible';
  return relations.map((relation) => ({ ...relation, certainty }));
}
