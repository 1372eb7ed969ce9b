import { type CellArea, areasOverlap } from '../../core/sheets/address';
import { type CellEmphasis, EmphasisPool, type SideLine } from '../../core/sheets/emphasis';
import { type NamedRange, readNamedRange } from '../../core/sheets/namedRange';
import type { SheetRole } from '../../core/sheets/sheetPlan';
import { type CellSnapshot, isCellError, type SheetSnapshot } from '../../core/sheets/snapshot';
import { trimGrid } from '../../core/sheets/trimGrid';
import type { DefinedNameModel } from '../model/features';
import type { ModelCell, SheetModel } from '../model/sheetModel';
import type { BorderLine, CellLook } from '../model/style';
import type { WorkbookModel } from '../model/workbookModel';

/** Gives the cells' emphases; one for a whole workbook, whose cells share looks. */
export class LookReader {
  private readonly pool = new EmphasisPool();
  private readonly known = new Map<CellLook, CellEmphasis | null>();

  /** Null where nothing of the look is special. White counts as not filled. */
  emphasisOf(look: CellLook): CellEmphasis | null {
    const known = this.known.get(look);
    if (known !== undefined) return known;
    const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = look.borders;
    const emphasis = this.pool.of({
      bold: look.bold,
      indent: look.indent,
      filled: look.fill !== null && look.fill.toUpperCase() !== '#FFFFFF',
      top: lineOf(EdgeTop),
      bottom: lineOf(EdgeBottom),
      left: lineOf(EdgeLeft),
      right: lineOf(EdgeRight),
    });
    this.known.set(look, emphasis);
    return emphasis;
  }
}

function lineOf(line: BorderLine | undefined): SideLine {
  return line === undefined ? 'none' : line.style === 'Double' ? 'double' : 'thin';
}

/** The cells of an area, row by row. Ours are read without emphasis: `looks` is null for them. */
export function rowsOf(
  model: WorkbookModel,
  sheet: SheetModel,
  area: CellArea,
  looks: LookReader | null,
): (CellSnapshot | null)[][] {
  const rows: (CellSnapshot | null)[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: (CellSnapshot | null)[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = sheet.cell(row, column);
      line.push(cell ? cellOf(model, cell, looks) : null);
    }
    rows.push(line);
  }
  return rows;
}

function cellOf(model: WorkbookModel, cell: ModelCell, looks: LookReader | null): CellSnapshot | null {
  const { formula, look } = cell;
  if ((cell.value === null || cell.value === '') && formula === null) return null;
  const value = cell.value ?? '';
  // A text is read as it is, whatever its format makes of it.
  const text = typeof value === 'string' ? value : isCellError(value) ? value.error : model.text(cell);
  return { value, text, numberFormat: look.numberFormat, formula, emphasis: looks?.emphasisOf(look) ?? null };
}

/** A sheet around the rows of its used area, which may be empty. */
export function sheetOf(
  sheet: SheetModel,
  role: SheetRole | null,
  used: CellArea | null,
  rows: readonly (readonly (CellSnapshot | null)[])[],
): SheetSnapshot {
  return {
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    role,
    ...trimGrid({ row: used?.top ?? 0, column: used?.left ?? 0 }, rows),
    merges: used ? sheet.merges.filter((area) => areasOverlap(area, used)) : [],
    hiddenRows: new Set([...sheet.hiddenRows].filter((row) => used && row >= used.top && row <= used.bottom)),
    // The workbook in memory keeps no outline.
    outlineLevels: null,
  };
}

/** The visible names that stand for one rectangle: those of the workbook, then those of its sheets in their order. */
export function namedRangesOf(model: WorkbookModel): NamedRange[] {
  const lists = [model.names.of(null), ...model.sheets.map(({ id }) => model.names.of(id))];
  return lists.flat().flatMap((name: DefinedNameModel) => {
    return name.visible ? (readNamedRange(name.name, name.formula) ?? []) : [];
  });
}
