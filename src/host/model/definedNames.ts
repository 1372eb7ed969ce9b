import type { DefinedNameModel } from './features';

/** The workbook's defined names: one of a name for the whole workbook, and one for every sheet. */
export class DefinedNames {
  private readonly list: DefinedNameModel[] = [];

  constructor(private readonly changed: (change: { name: DefinedNameModel; deleted: boolean }) => void) {}

  get all(): readonly DefinedNameModel[] {
    return this.list;
  }

  /** The names that belong to a sheet, or to the workbook with null. */
  of(sheetId: string | null): DefinedNameModel[] {
    return this.list.filter((name) => name.sheetId === sheetId);
  }

  find(name: string, sheetId: string | null): DefinedNameModel | null {
    const wanted = name.toLowerCase();
    return this.list.find((other) => other.sheetId === sheetId && other.name.toLowerCase() === wanted) ?? null;
  }

  /** Adds a name, or redefines the one that is there. `formula` begins with `=`. */
  define(name: string, sheetId: string | null, formula: string, visible = true, comment = ''): DefinedNameModel {
    const present = this.find(name, sheetId);
    const defined = present ?? { name, sheetId, formula, visible, comment };
    defined.formula = formula;
    if (!present) this.list.push(defined);
    this.changed({ name: defined, deleted: false });
    return defined;
  }

  delete(name: DefinedNameModel): void {
    const index = this.list.indexOf(name);
    if (index < 0) return;
    this.list.splice(index, 1);
    this.changed({ name, deleted: true });
  }

  deleteOfSheet(sheetId: string): void {
    for (const name of this.of(sheetId)) this.delete(name);
  }
}
