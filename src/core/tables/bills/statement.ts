import type { CellArea } from '../../sheets/address';
import type { Figure, Relation, SumRelation, Table } from '../document';
import { printedText, type SheetGrid } from '../sheetGrid';
import { type StatementRole, statementRole } from '../words/statementWords';
import { figureAt, figureBeside } from './printedFigure';
import { sumRelation } from '../sumRelation';

type FoundTable = Omit<Table, 'id'>;

const FEWEST = 4;

/** The head of a statement of account: its figures by what they say. */
export interface Statement {
  readonly figures: ReadonlyMap<StatementRole, Figure>;
  readonly table: FoundTable;
}

/**
 * The heads of statements on a sheet, which print side by side or below each other what was billed before, what came in, what is
 * carried over, what was bought, its tax, and what is billed now: carried = previous − received, due = carried + bought + tax.
 */
export function statementsOf(grid: SheetGrid): Statement[] {
  const found: Statement[] = [];
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const last = found[found.length - 1];
    if (last && last.table.range.bottom >= row) continue;
    const statement = acrossFrom(grid, row) ?? downFrom(grid, row);
    if (statement) found.push(statement);
  }
  return found;
}

/** Labels in a row with their figures in the row below. */
function acrossFrom(grid: SheetGrid, row: number): Statement | null {
  const figures = new Map<StatementRole, Figure>();
  for (const cell of grid.rowCells(row)) {
    const role = cell.kind === 'text' ? statementRole(cell.text) : null;
    const figure = role && !figures.has(role) ? figureAt(grid, grid.at(row + 1, cell.column), cell) : null;
    if (role && figure) figures.set(role, figure);
  }
  return statementOf(grid, figures, row, row + 1);
}

/** Labels below each other with their figures to the right. */
function downFrom(grid: SheetGrid, row: number): Statement | null {
  const figures = new Map<StatementRole, Figure>();
  let below = row;
  for (; below <= grid.bottom; below += 1) {
    const label = grid.rowCells(below).find((cell) => cell.kind === 'text' && statementRole(cell.text) !== null);
    const role = label ? statementRole(printedText(label)) : null;
    const figure = label ? figureBeside(grid, label) : null;
    if (!role || !figure || figures.has(role)) break;
    figures.set(role, figure);
  }
  return statementOf(grid, figures, row, below - 1);
}

function statementOf(
  grid: SheetGrid,
  figures: ReadonlyMap<StatementRole, Figure>,
  top: number,
  bottom: number,
): Statement | null {
  const due = figures.get('due');
  if (figures.size < FEWEST || !due || !(figures.has('previous') || figures.has('carried'))) return null;
  const relations = relationsOf(figures, bottom === top + 1 ? 'columns' : 'rows');
  if (relations.length === 0) return null;
  const columns = [...figures.values()].map(({ cell }) => cell.column);
  const range: CellArea = { top, bottom, left: Math.min(...columns), right: Math.max(...columns) };
  const across = bottom === top + 1;
  const left = across ? range.left : (grid.rowCells(top)[0]?.column ?? range.left);
  return {
    figures,
    table: {
      kind: 'amounts',
      sheet: grid.sheet.name,
      range: { ...range, left },
      columns: [...new Set(columns)]
        .sort((a, b) => a - b)
        .map((column) => {
          const header = across ? grid.at(top, column) : null;
          return {
            role: 'amount',
            column,
            header: header ? printedText(header) : '',
            headerCell: grid.address({ row: top, column }),
          };
        }),
      rows: [],
      categories: [],
      totals: [{ kind: 'total', row: due.cell.row, label: due.label, figure: due }],
      relations,
      unreadable: [],
    },
  };
}

function relationsOf(figures: ReadonlyMap<StatementRole, Figure>, axis: SumRelation['axis']): Relation[] {
  const sum = (target: Figure, added: readonly Figure[], off: readonly Figure[]) => sumOf(target, added, off, axis);
  const get = (role: StatementRole) => figures.get(role);
  const relations: Relation[] = [];
  const [previous, received, adjusted, carried] = [get('previous'), get('received'), get('adjusted'), get('carried')];
  const [purchases, tax, gross, due] = [get('purchases'), get('tax'), get('gross'), get('due')];
  const off = [received, adjusted].filter((figure) => figure !== undefined);
  if (carried && previous && off.length > 0) relations.push(sum(carried, [previous], off));
  if (gross && purchases && tax) relations.push({ kind: 'gross', target: gross, net: purchases, tax });
  const bought = gross ? [gross] : [purchases, tax].filter((figure) => figure !== undefined);
  if (!due || bought.length === 0) return relations;
  if (carried) relations.push(sum(due, [carried, ...bought], []));
  else if (previous) relations.push(sum(due, [previous, ...bought], off));
  return relations;
}

/** What is taken off may be printed with its sign. */
function sumOf(
  target: Figure,
  added: readonly Figure[],
  off: readonly Figure[],
  axis: SumRelation['axis'],
): SumRelation {
  const signed = off.filter(({ value }) => value.lt(0));
  const subtracted = off.filter(({ value }) => !value.lt(0));
  return sumRelation(target, { addends: [...added, ...signed], subtracted }, axis, 'certain');
}
