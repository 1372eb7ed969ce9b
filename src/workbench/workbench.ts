import { parseArea } from '../core/sheets/address';
import { ExcelHost } from '../host/excelHost';
import type { FormulaEngineFactory } from '../host/formulas/formulaEngine';
import type { ModelError } from '../host/model/workbookModel';
import type { ConnectPane } from './connectPane';
import { reasonOf } from './errorText';
import { Grid } from './grid/grid';
import { Page } from './page/page';
import { rememberedLanguage, type Texts } from './page/texts';
import { askAboutUnsaved } from './page/unsavedDialog';
import { parseReference } from './reference';

export const SAMPLE_NAME = 'nakano-2020.xlsx';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbench: one workbook of the host, shown in the grid and served to the pane. */
export class Workbench {
  private readonly page: Page;
  private readonly grid: Grid;
  private host: ExcelHost | null = null;
  /** Whether anything was typed or written that no downloaded file holds. */
  private unsaved = false;
  private stopServing: () => void = () => undefined;

  constructor(
    root: HTMLElement,
    private readonly engines: FormulaEngineFactory,
    private readonly connectPane: ConnectPane,
  ) {
    this.page = new Page(root, rememberedLanguage(), {
      open: (files) => void this.openFiles(files),
      sample: () => void this.reopenSample(),
      download: () => void this.download(),
      language: (language) => this.grid.setLanguage(language),
    });
    this.grid = new Grid(this.page.gridPlace, this.page.language, {
      refused: (error) => this.page.notice.error(this.texts(refusalKey(error))),
      linkFollowed: (reference) => this.follow(reference),
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault();
    });
  }

  /** Opens the sample workbook, dropping the present one. */
  async openSample(): Promise<void> {
    await this.open(SAMPLE_NAME, async () => {
      const response = await fetch(`sample/${SAMPLE_NAME}`);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return new Uint8Array(await response.arrayBuffer());
    });
  }

  private async reopenSample(): Promise<void> {
    if (await this.mayReplace()) await this.openSample();
  }

  /** Whether the present workbook may go: asks when it has changes that no file holds. */
  private async mayReplace(): Promise<boolean> {
    if (!this.unsaved || !this.host) return true;
    const answer = await askAboutUnsaved(this.host.model.name, this.texts);
    return answer === 'save' ? this.download() : answer === 'drop';
  }

  private get texts(): Texts {
    return this.page.texts;
  }

  private async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) this.page.notice.error(this.texts('error.many-files'));
    else if (await this.mayReplace()) await this.open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  }

  /** Opens a workbook; when that fails the present one stays and a message says why. */
  private async open(name: string, read: () => Promise<Uint8Array>): Promise<void> {
    this.page.toolbar.setBusy(true);
    const first = this.host === null;
    if (!first) this.page.notice.status(this.texts('status.opening', { name }));
    try {
      this.show(await ExcelHost.open(await read(), name, this.engines));
      if (!first) this.page.notice.status(this.texts('status.opened', { name }));
    } catch (error) {
      this.page.notice.error(this.texts('error.open', { name, reason: reasonOf(error, this.texts) }));
    } finally {
      this.page.toolbar.setBusy(false);
    }
  }

  private show(host: ExcelHost): void {
    this.stopServing();
    this.host = host;
    this.unsaved = false;
    host.model.onChange(() => {
      if (this.host === host) this.unsaved = true;
    });
    this.page.setFile(host.model.name);
    this.grid.show(host.model);
    this.stopServing = this.connectPane(host, this.page.pane, this.page.language);
  }

  /** Gives whether the file was made; a message says why where it was not, and nothing is lost. */
  private async download(): Promise<boolean> {
    const { host } = this;
    if (!host) return false;
    const { name } = host.model;
    try {
      const saving = host.save();
      // What is entered while the file is being made is not in it.
      this.unsaved = false;
      const bytes = await saving;
      const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: WORKBOOK_TYPE }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      this.page.notice.status(this.texts('status.downloaded', { name }));
      return true;
    } catch (error) {
      this.unsaved = true;
      this.page.notice.error(this.texts('error.download', { reason: reasonOf(error, this.texts) }));
      return false;
    }
  }

  /** Goes where a link in a cell leads, when that is in the workbook. */
  private follow(documentReference: string): void {
    const model = this.host?.model;
    const target = parseReference(documentReference);
    const sheet = target && model?.sheet(target.sheet);
    const area = target && parseArea(target.area);
    if (model && sheet && area) model.select(sheet.id, area);
  }
}

function refusalKey({ code }: ModelError): 'error.protected-sheet' | 'error.entry-refused' {
  return code === 'AccessDenied' ? 'error.protected-sheet' : 'error.entry-refused';
}
