import type { CellAddress, CellArea } from '../../../src/core/sheets/address';
import type { SheetPlan } from '../../../src/core/sheets/sheetPlan';
import type { CellSnapshot, SheetSnapshot, Snapshot } from '../../../src/core/sheets/snapshot';
import {
  type Cancellation,
  Cancelled,
  type InteractiveWorkbook,
  type Progress,
  type WorkbookError,
} from '../../../src/core/sheets/workbook';

type Content = string | number | null;

/** A workbook in memory with somebody before it: one sheet of constants, and what was written, selected and refused. */
export class MemoryWorkbook implements InteractiveWorkbook {
  readonly written: SheetPlan[][] = [];
  readonly selected: string[] = [];
  /** Thrown once by the next call. */
  refusal: WorkbookError | Error | null = null;
  /** Called in the middle of the next reading. */
  whileReading: () => void = () => undefined;
  private changed: () => void = () => undefined;
  private moved: (cell: CellAddress) => void = () => undefined;

  constructor(private grid: readonly (readonly Content[])[]) {}

  /** The user types into a cell. */
  type(row: number, column: number, content: Content): void {
    this.grid = this.grid.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? content : cell)));
    this.changed();
  }

  /** The user moves to a cell. */
  move(cell: CellAddress): void {
    this.moved(cell);
  }

  async read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot> {
    this.refuse();
    progress?.('read', 0, 1);
    await Promise.resolve();
    this.whileReading();
    if (cancellation?.cancelled) throw new Cancelled();
    progress?.('read', 1, 1);
    const sheet: SheetSnapshot = {
      name: '表',
      visible: true,
      role: null,
      origin: { row: 0, column: 0 },
      rows: this.grid.map((cells) => cells.map(cellOf)),
      merges: [],
      hiddenRows: new Set(),
      outlineLevels: null,
    };
    return { workbookName: 'book.xlsx', dateSystem: 1900, sheets: [sheet], names: [] };
  }

  async write(plans: readonly SheetPlan[], progress?: Progress): Promise<void> {
    this.refuse();
    progress?.('write', plans.length, plans.length);
    this.written.push([...plans]);
  }

  async select(sheet: string, area: CellArea): Promise<void> {
    this.refuse();
    this.selected.push(`${sheet} ${area.top},${area.left}`);
  }

  async onUserChange(listener: () => void): Promise<() => Promise<void>> {
    this.refuse();
    this.changed = listener;
    return async () => undefined;
  }

  async onSelection(listener: (cell: CellAddress) => void): Promise<() => Promise<void>> {
    this.moved = listener;
    return async () => undefined;
  }

  private refuse(): void {
    const { refusal } = this;
    this.refusal = null;
    if (refusal !== null) throw refusal;
  }
}

function cellOf(content: Content): CellSnapshot | null {
  return content === null
    ? null
    : { value: content, text: String(content), numberFormat: 'General', formula: null, emphasis: null };
}
