import {
  CanceledError,
  CellValueType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type ICellData,
  type ICommandInfo,
  ICommandService,
  IUniverInstanceService,
  type Nullable,
  RedoCommand,
  UndoCommand,
} from '@univerjs/core';
import {
  IEditorBridgeService,
  type IEditorBridgeServiceVisibleParam,
  type ISetRangeValuesMutationParams,
  KeyCode,
  SetCellEditVisibleOperation,
  SetRangeValuesMutation,
} from '@univerjs/preset-sheets-core';
import type { RunningUniver } from './univer';

/** One cell as somebody left it: what was typed, as Excel would read it. */
export interface CellEntry {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly typed: string;
}

export interface EditListener {
  /** Cells that somebody typed, pasted, filled or cleared. */
  entered(entries: readonly CellEntry[]): void;
  /** The grid's own calculation set cells: they must be set back to the host's results. */
  calculated(cells: readonly CellEntry[]): void;
  /** The grid changed something that is not edited here (a pasted merge, say): it must be shown anew. */
  strayed(): void;
  /** A cell's editor opened or closed. */
  editing(open: boolean): void;
}

/**
 * Commands that somebody at the grid may run: moving about, entering values, sizes of rows and columns (which are the view's
 * alone). Formatting and structure are for Excel.
 */
const ALLOWED = new Set(
  [
    'set-range-values',
    'clear-selection-content',
    'auto-clear-content',
    'auto-fill',
    'refill',
    'copy-down',
    'copy-right',
    'move-selection',
    'move-selection-enter-tab',
    'expand-selection',
    'select-all',
    'select-range',
    'scroll-to-cell',
    'scroll-view',
    'scroll-view-reset',
    'set-scroll-relative',
    'set-worksheet-activate',
    'set-zoom-ratio',
    'change-zoom-ratio',
    'delta-column-width',
    'delta-row-height',
    'set-worksheet-col-width',
    'set-row-height',
    'set-col-auto-width',
    'set-row-is-auto-height',
    'paste-value',
    'optional-paste',
  ].map((name) => `sheet.command.${name}`),
);

/** Mutations that pasting and filling bring along, and that the host does not take from the grid. */
const STRAY =
  /^sheet\.mutation\.(add-worksheet-merge|remove-worksheet-merge|move-range|set\.numfmt|remove\.numfmt|(add|set|delete)-conditional-rule|(insert|remove|move)-(sheet|rows?|cols?|columns)|set-worksheet-(name|order|hidden)|set-frozen)$/;

const UNDOING = new Set<string>([UndoCommand.id, RedoCommand.id]);

/** Watches what somebody does at the grid, and passes on what they entered. */
export class Edits {
  private own = 0;
  private typed: CellEntry | null = null;
  private readonly commands: ICommandService;

  constructor(
    private readonly running: RunningUniver,
    private readonly listener: EditListener,
  ) {
    const injector = running.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    const editor = injector.get(IEditorBridgeService);
    this.commands.beforeCommandExecuted((command) => {
      this.refuseForeign(command);
      // The grid would put back values without their formulas. Within a cell's editor it is letters that are put back.
      if (UNDOING.has(command.id) && !editor.isVisible().visible) throw new CanceledError();
    });
    this.commands.onCommandExecuted((command, options) => {
      if (this.own > 0) return;
      if (command.id === SetRangeValuesMutation.id && options?.fromFormula) {
        this.listener.calculated(entriesOf(command.params as ISetRangeValuesMutationParams));
      } else if (command.id === SetRangeValuesMutation.id) {
        this.take(command.params as ISetRangeValuesMutationParams);
      } else if (STRAY.test(command.id)) {
        this.listener.strayed();
      }
    });
    this.watchEditor();
  }

  /** Whether the grid is being set to the host's state just now. */
  get hostActs(): boolean {
    return this.own > 0;
  }

  /** Runs what the host asks of the grid: nothing in it counts as somebody's edit. */
  asHost<T>(work: () => T): T {
    this.own += 1;
    try {
      return work();
    } finally {
      this.own -= 1;
    }
  }

  private refuseForeign({ id }: Readonly<ICommandInfo>): void {
    if (this.own === 0 && id.startsWith('sheet.command.') && !ALLOWED.has(id)) throw new CanceledError();
  }

  private watchEditor(): void {
    const injector = this.running.univer.__getInjector();
    const editor = injector.get(IEditorBridgeService);
    const documents = injector.get(IUniverInstanceService);
    this.commands.beforeCommandExecuted((command) => {
      const place = editor.getEditLocation();
      const closing = editorMove(command);
      if (!closing || closing.visible || !place || !editor.isVisible().visible) return;
      const text = documents.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)?.getBody()?.dataStream;
      this.typed =
        closing.keycode === KeyCode.ESC || text === undefined
          ? null
          : { sheetId: place.sheetId, row: place.row, column: place.column, typed: text.replace(/\r\n$/, '') };
    });
    this.commands.onCommandExecuted((command) => {
      const move = editorMove(command);
      if (move) this.listener.editing(move.visible);
    });
  }

  private take(params: ISetRangeValuesMutationParams): void {
    const entries = entriesOf(params);
    const { typed } = this;
    this.typed = null;
    const [only] = entries;
    const isTyped =
      typed &&
      entries.length === 1 &&
      only?.row === typed.row &&
      only.column === typed.column &&
      only.sheetId === typed.sheetId;
    this.listener.entered(isTyped ? [typed] : entries);
  }
}

/** The opening or closing of a cell's editor, where the command is one. */
function editorMove({ id, params }: Readonly<ICommandInfo>): IEditorBridgeServiceVisibleParam | null {
  return id === SetCellEditVisibleOperation.id ? (params as IEditorBridgeServiceVisibleParam) : null;
}

function entriesOf({ subUnitId, cellValue }: ISetRangeValuesMutationParams): CellEntry[] {
  const entries: CellEntry[] = [];
  for (const [row, cells] of Object.entries(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {}) as [string, Nullable<ICellData>][]) {
      entries.push({ sheetId: subUnitId, row: Number(row), column: Number(column), typed: entryOf(cell) });
    }
  }
  return entries;
}

/** What one would type to get a cell that was pasted or filled; text stays text whatever it looks like. */
function entryOf(cell: Nullable<ICellData>): string {
  if (cell?.f) return cell.f;
  const text = cell?.p?.body?.dataStream.replace(/\r\n$/, '');
  const value = cell?.v ?? text;
  if (value === undefined || value === null || value === '') return '';
  if (cell?.t === CellValueType.BOOLEAN) return value ? 'TRUE' : 'FALSE';
  return cell?.t === CellValueType.NUMBER || typeof value !== 'string' ? String(value) : `'${value}`;
}
