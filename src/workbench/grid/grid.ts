import type { CellArea } from '../../core/sheets/address';
import type { SheetModel } from '../../host/model/sheetModel';
import { ModelError, type ChangeReport, type WorkbookModel } from '../../host/model/workbookModel';
import type { Language } from '../../messages/language';
import { UserHistory } from '../userHistory';
import { showHostCharts } from './charts';
import { type CellEntry, Edits } from './edits';
import { showHostTexts } from './hostDisplay';
import { StyleTable } from './looks';
import { scrollFor } from './scrolling';
import { gridCell, gridConditionalFormat, gridSheet, ROW_HEADER_WIDTH } from './sheetData';
import { setUniverLanguage, startUniver, type RunningUniver } from './univer';
import { LocaleType, type ICellData } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from '@univerjs/preset-sheets-core';
import { ICommandService } from '@univerjs/core';

/** Changes of layout come in bursts while sheets are written; the grid is built anew once they pause. */
const PAUSE_MS = 120;

export interface GridEvents {
  /** An entry that the host refused, as on a protected sheet. */
  refused(error: ModelError): void;
  /** A cell with a link was clicked. */
  linkFollowed(documentReference: string): void;
}

/**
 * The spreadsheet grid over a workbook of the host: shows it, selects in it and sends entries to it. All values are the
 * host's; after every entry the cells are set to what the host made of it.
 */
export class Grid {
  private readonly running: RunningUniver;
  private readonly edits: Edits;
  private readonly commands: ICommandService;
  private model: WorkbookModel | null = null;
  private history: UserHistory | null = null;
  private styles = new StyleTable();
  private stopListening: () => void = () => undefined;
  private pending: number | null = null;
  private generation = 0;

  constructor(
    private readonly container: HTMLElement,
    language: Language,
    private readonly events: GridEvents,
  ) {
    showHostCharts(() => this.model);
    this.running = startUniver(container, language);
    // The grid's services come into being with its first workbook.
    this.running.api.createWorkbook({ id: this.unitId });
    this.commands = this.running.univer.__getInjector().get(ICommandService);
    showHostTexts(this.running, () => this.model);
    this.edits = new Edits(this.running, {
      entered: (entries) => this.enter(entries),
      calculated: (cells) => this.restore(cells),
      strayed: () => this.buildSoon(),
      editing: (open) => {
        if (this.model) this.model.cellEditMode = open;
      },
    });
    this.watchSelection();
    this.watchUndoKeys();
  }

  /** Shows a workbook in the place of the present one. */
  show(model: WorkbookModel): void {
    this.stopListening();
    this.model = model;
    this.history = new UserHistory(model);
    this.build();
    const stops = [model.onChange((report) => this.changed(report)), model.onSelection(() => this.showSelection())];
    this.stopListening = () => stops.forEach((stop) => stop());
  }

  setLanguage(language: Language): void {
    setUniverLanguage(this.running, language);
  }

  private get unitId(): string {
    return `workbook-${this.generation}`;
  }

  private build(): void {
    const { model } = this;
    if (!model) return;
    if (this.pending !== null) window.clearTimeout(this.pending);
    this.pending = null;
    this.edits.asHost(() => {
      const old = this.unitId;
      const { api } = this.running;
      this.generation += 1;
      this.styles = new StyleTable();
      const sheets = model.sheets.map((sheet) => gridSheet(sheet, this.styles));
      const formats = model.sheets.map((sheet) => [sheet.id, sheet.conditionalFormats.map(gridConditionalFormat)]);
      if (api.getWorkbook(old)) api.disposeUnit(old);
      api.createWorkbook({
        id: this.unitId,
        name: model.name,
        appVersion: '',
        locale: LocaleType.JA_JP,
        styles: this.styles.styles,
        sheetOrder: sheets.map(({ id }) => id),
        sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
        resources: [{ name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN', data: JSON.stringify(Object.fromEntries(formats)) }],
      });
    });
    this.showSelection();
  }

  private buildSoon(): void {
    if (this.pending !== null) window.clearTimeout(this.pending);
    this.pending = window.setTimeout(() => this.build(), PAUSE_MS);
  }

  private changed(report: ChangeReport): void {
    if (report.changes.some(({ kind }) => kind !== 'cells')) this.buildSoon();
    if (this.pending !== null) return;
    for (const change of report.changes) {
      const sheet = change.kind === 'cells' ? this.model?.sheet(change.sheetId) : null;
      if (sheet && change.kind === 'cells') this.refresh(sheet, change.area);
    }
  }

  /** Sets the cells of an area to what the host holds. */
  private refresh(sheet: SheetModel, area: CellArea): void {
    const workbook = this.running.api.getWorkbook(this.unitId);
    const shown = workbook?.getSheetBySheetId(sheet.id);
    if (!workbook || !shown) return;
    if (area.bottom >= shown.getMaxRows() || area.right >= shown.getMaxColumns()) {
      this.buildSoon();
      return;
    }
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let row = area.top; row <= area.bottom; row += 1) {
      const cells: Record<number, ICellData> = {};
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = sheet.cell(row, column);
        cells[column] = gridCell(cell, this.styles.idOf(sheet.lookAt(row, column)));
      }
      cellValue[row] = cells;
    }
    this.edits.asHost(() =>
      this.commands.syncExecuteCommand(SetRangeValuesMutation.id, {
        unitId: this.unitId,
        subUnitId: sheet.id,
        cellValue,
      }),
    );
  }

  private enter(entries: readonly CellEntry[]): void {
    const { model } = this;
    if (!model) return;
    model.cellEditMode = false;
    try {
      this.history?.enter(entries, () =>
        model.change('user', () => {
          for (const { sheetId, row, column, typed } of entries) model.userEdit(sheetId, row, column, typed);
        }),
      );
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      this.events.refused(error);
    }
    this.restore(entries);
  }

  /** Sets cells to what the host holds, whatever the grid made of them. */
  private restore(cells: readonly CellEntry[]): void {
    for (const { sheetId, row, column } of cells) {
      const sheet = this.model?.sheet(sheetId);
      if (sheet) this.refresh(sheet, { top: row, left: column, bottom: row, right: column });
    }
  }

  /** Undo and redo are the workbook's; within a cell's editor and in fields they stay what they are there. */
  private watchUndoKeys(): void {
    const take = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const undoes = key === 'z' && !event.shiftKey;
      const redoes = key === 'y' || (key === 'z' && event.shiftKey);
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !(undoes || redoes)) return;
      if (this.model?.cellEditMode || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      if (undoes) this.history?.undo();
      else this.history?.redo();
    };
    this.container.addEventListener('keydown', take, { capture: true });
  }

  private watchSelection(): void {
    const { api } = this.running;
    const take = () => {
      const workbook = api.getWorkbook(this.unitId);
      const range = workbook?.getActiveRange()?.getRange();
      const sheetId = workbook?.getActiveSheet().getSheetId();
      if (!range || !sheetId || !this.model?.sheet(sheetId)) return;
      this.model.select(sheetId, {
        top: range.startRow,
        left: range.startColumn,
        bottom: range.endRow,
        right: range.endColumn,
      });
    };
    this.commands.onCommandExecuted(({ id }) => {
      const moved = id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id;
      if (moved && !this.edits.hostActs) take();
    });
    api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
      const link = this.model?.sheet(worksheet.getSheetId())?.link(row, column);
      if (link?.documentReference) this.events.linkFollowed(link.documentReference);
    });
  }

  /** Brings the grid to the host's selection, wherever it came from. */
  private showSelection(): void {
    const selection = this.model?.selection;
    const workbook = this.running.api.getWorkbook(this.unitId);
    const sheet = selection && workbook?.getSheetBySheetId(selection.sheetId);
    if (!selection || !workbook || !sheet) return;
    this.edits.asHost(() => {
      if (workbook.getActiveSheet().getSheetId() !== selection.sheetId) workbook.setActiveSheet(sheet);
      const { top, left, bottom, right } = selection.area;
      const present = workbook.getActiveRange()?.getRange();
      const same =
        present?.startRow === top &&
        present.startColumn === left &&
        present.endRow === bottom &&
        present.endColumn === right;
      if (same) return;
      sheet.getRange(top, left, bottom - top + 1, right - left + 1).activate();
      const model = this.model?.sheet(selection.sheetId);
      const sight = sheet.getVisibleRange();
      const width = this.container.clientWidth - ROW_HEADER_WIDTH;
      const target = model && sight ? scrollFor(selection.area, sight, model, width) : null;
      if (target) sheet.scrollToCell(target.row, target.column);
    });
  }
}
