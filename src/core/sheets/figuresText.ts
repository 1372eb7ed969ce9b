import { isTableName } from './namedRange';
import { isCellError, type Snapshot } from './snapshot';

/**
 * All that a verification reads of the user's sheets (ours aside) as one text, to be digested: the same figures give the same text,
 * whatever their formats. One JSON value a line: the date system, then for every sheet its name and each cell that holds something, as
 * row and column (0-based), value and formula; then the ranges that are named as tables.
 */
export function figuresText(snapshot: Snapshot): string {
  const lines: string[] = [JSON.stringify(snapshot.dateSystem)];
  for (const { name, role, origin, rows } of snapshot.sheets) {
    if (role !== null) continue;
    lines.push(JSON.stringify(name));
    rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (!cell) return;
        const value = isCellError(cell.value) ? { error: cell.value.error } : cell.value;
        lines.push(JSON.stringify([origin.row + r, origin.column + c, value, cell.formula]));
      }),
    );
  }
  const named = snapshot.names.filter(({ name }) => isTableName(name));
  lines.push(...named.map(({ name, sheet, area }) => JSON.stringify([name, sheet, area])));
  return lines.join('\n');
}
