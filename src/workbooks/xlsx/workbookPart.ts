import { cellName, quoteSheetName } from '../../core/sheets/address';
import { MARK_NAME, type SheetPlan, type SheetRole } from '../../core/sheets/sheetPlan';
import { WorkbookError } from '../../core/sheets/workbook';
import type { DateSystem } from '../../core/values/calendar';
import type { Dialect } from './dialect';
import { childrenOf, type Document, type Element, ensureChild, newChild, rootOf } from './xmlPart';

/** The children of workbook in the schema's sequence (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];
const PRINT_TITLES = '_xlnm.Print_Titles';
const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on';

/** The workbook part: the list of sheets, the defined names and the calculation settings. */
export class WorkbookPart {
  readonly #root: Element;

  constructor(
    document: Document,
    private readonly dialect: Dialect,
  ) {
    this.#root = rootOf(document);
  }

  get dateSystem(): DateSystem {
    const properties = childrenOf(this.#root, 'workbookPr')[0];
    return isTrue(properties?.getAttribute('date1904') ?? null) ? 1904 : 1900;
  }

  /** @throws WorkbookError `protected` where sheets must not be added. */
  assertUnprotected(): void {
    const protection = childrenOf(this.#root, 'workbookProtection')[0];
    if (isTrue(protection?.getAttribute('lockStructure') ?? null)) throw new WorkbookError('protected');
  }

  /**
   * Our sheet of a role, by its mark: where it stands in the list, and the relationship to its part. Of several (the user may
   * have copied it, mark and all) the one of the name, or else the first.
   */
  marked(role: SheetRole, sheetName: string): { readonly index: number; readonly relationshipId: string } | null {
    const marks = this.#names().filter((name) => {
      return name.getAttribute('name') === MARK_NAME && (name.textContent ?? '').trim() === `"${role}"`;
    });
    const indexes = new Set(marks.map((mark) => Number(mark.getAttribute('localSheetId') ?? -1)));
    const own = this.#sheets().flatMap((sheet, index) => (indexes.has(index) ? [{ sheet, index }] : []));
    const found = own.find(({ sheet }) => sheet.getAttribute('name') === sheetName) ?? own[0];
    return found ? { index: found.index, relationshipId: this.#relationshipOf(found.sheet) } : null;
  }

  /** The relationship to the part of a sheet by its name; null where there is none. */
  relationshipTo(sheetName: string): string | null {
    const sheet = this.#sheets().find((entry) => entry.getAttribute('name') === sheetName);
    return sheet ? this.#relationshipOf(sheet) : null;
  }

  /** Adds a sheet behind the last one and gives its index. */
  addSheet(name: string, relationshipId: string): number {
    const sheets = this.#sheets();
    const container = ensureChild(this.#root, 'sheets', ORDER);
    const greatest = sheets.reduce((max, sheet) => Math.max(max, Number(sheet.getAttribute('sheetId'))), 0);
    const sheet = newChild(container, 'sheet', { name, sheetId: String(greatest + 1) });
    sheet.setAttributeNS(this.dialect.relationships, 'r:id', relationshipId);
    container.appendChild(sheet);
    return sheets.length;
  }

  rename(index: number, name: string): void {
    this.#sheets()[index]?.setAttribute('name', name);
  }

  /** Gives a sheet of ours its names: the mark, its print titles, and the names of its cells. Names of other sheets stay. */
  setNames(plan: SheetPlan, index: number): void {
    const sheet = quoteSheetName(plan.name);
    this.#setName(MARK_NAME, index, `"${plan.role}"`, true);
    const titles = plan.page.titleRows;
    if (titles) this.#setName(PRINT_TITLES, index, `${sheet}!$${titles.first + 1}:$${titles.last + 1}`, false);
    for (const { name, cell } of plan.names) this.#setName(name, index, `${sheet}!${cellName(cell, true)}`, false);
  }

  /** Every reader is to calculate everything when it opens the file. */
  calculateOnLoad(): void {
    ensureChild(this.#root, 'calcPr', ORDER).setAttribute('fullCalcOnLoad', '1');
  }

  #setName(name: string, localSheet: number | null, reference: string, hidden: boolean): void {
    const local = localSheet === null ? null : String(localSheet);
    const present = this.#names().find((entry) => {
      const sameName = entry.getAttribute('name')?.toLowerCase() === name.toLowerCase();
      return sameName && entry.getAttribute('localSheetId') === local;
    });
    const container = ensureChild(this.#root, 'definedNames', ORDER);
    const entry = present ?? newChild(container, 'definedName', { name });
    if (!present) container.appendChild(entry);
    if (local !== null) entry.setAttribute('localSheetId', local);
    if (hidden) entry.setAttribute('hidden', '1');
    entry.textContent = reference;
  }

  #sheets(): Element[] {
    const container = childrenOf(this.#root, 'sheets')[0];
    return container ? childrenOf(container, 'sheet') : [];
  }

  #names(): Element[] {
    const container = childrenOf(this.#root, 'definedNames')[0];
    return container ? childrenOf(container, 'definedName') : [];
  }

  #relationshipOf(sheet: Element): string {
    return sheet.getAttributeNS(this.dialect.relationships, 'id') ?? '';
  }
}
