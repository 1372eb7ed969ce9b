import { areaHolds, type CellArea } from '../core/sheets/address';
import type { ModelCell, SheetModel } from '../host/model/sheetModel';
import type { WorkbookModel } from '../host/model/workbookModel';

/** A cell before and after one entry. */
interface CellStep {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly before: ModelCell | null;
  readonly after: ModelCell | null;
}

type Step = readonly CellStep[];

const LONGEST = 200;

/**
 * What somebody entered at the grid, so that it can be undone and redone. As in Excel, it ends where an add-in writes: what
 * an add-in did cannot be undone, and older entries must not be put over it.
 */
export class UserHistory {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  constructor(private readonly model: WorkbookModel) {
    model.onChange(({ source }) => {
      if (source !== 'add-in') return;
      this.done.length = 0;
      this.undone.length = 0;
    });
  }

  /** Runs one entry, however many cells it fills, and remembers what it changed, also when it fails half way. */
  enter(
    cells: readonly { readonly sheetId: string; readonly row: number; readonly column: number }[],
    work: () => void,
  ) {
    const places = cells.flatMap(({ sheetId, row, column }) => {
      const sheet = this.model.sheet(sheetId);
      return sheet ? [{ sheet, ...cornerOf(sheet, row, column) }] : [];
    });
    const before = places.map(({ sheet, row, column }) => sheet.cell(row, column));
    try {
      work();
    } finally {
      const step = places.flatMap(({ sheet, row, column }, index): CellStep[] => {
        const after = sheet.cell(row, column);
        const was = before[index] ?? null;
        return after === was ? [] : [{ sheetId: sheet.id, row, column, before: was, after }];
      });
      if (step.length > 0) {
        this.done.push(step);
        this.undone.length = 0;
        if (this.done.length > LONGEST) this.done.shift();
      }
    }
  }

  /** Takes the last entry back; nothing where there is none. */
  undo(): void {
    const step = this.done.pop();
    if (!step) return;
    this.undone.push(step);
    this.put([...step].reverse(), ({ before }) => before);
  }

  /** Makes the entry again that was last taken back. */
  redo(): void {
    const step = this.undone.pop();
    if (!step) return;
    this.done.push(step);
    this.put(step, ({ after }) => after);
  }

  private put(step: Step, wanted: (cell: CellStep) => ModelCell | null): void {
    const { model } = this;
    const [first] = step;
    model.change('user', () => {
      for (const change of step) {
        const { row, column } = change;
        const sheet = model.sheet(change.sheetId);
        if (!sheet || sheet.protected) continue;
        const cell = wanted(change);
        sheet.setContent(row, column, cell?.value ?? null, cell?.formula ?? null);
        sheet.setLook(row, column, cell?.look ?? sheet.defaultLook);
      }
    });
    if (first) model.select(first.sheetId, areaAround(step.filter(({ sheetId }) => sheetId === first.sheetId)));
  }
}

/** The cell that an entry goes to: a merged area holds its content in the corner. */
function cornerOf(sheet: SheetModel, row: number, column: number): { row: number; column: number } {
  const merged = sheet.merges.find((area) => areaHolds(area, row, column));
  return merged ? { row: merged.top, column: merged.left } : { row, column };
}

function areaAround(cells: Step): CellArea {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}
