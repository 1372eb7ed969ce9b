import type { CellArea } from '../../sheets/address';
import type { CellLines, SideLine } from '../../sheets/emphasis';
import { floorDivide } from '../../values/integers';
import type { GridCell, SheetGrid } from '../sheetGrid';

/** How a line's format sets it apart from the lines around it, as a total's does. Nothing here is proof. */
export interface LineEmphasis {
  /** Bold, where most of the lines around are not. */
  readonly bold: boolean;
  /** Filled, where most of the lines around are not; every other line filled is a pattern and sets nothing apart. */
  readonly filled: boolean;
  /** The stroke above a row or left of a column, where most of the lines around have none like it. */
  readonly borderBefore: SideLine;
  /** The stroke below a row or right of a column, likewise. */
  readonly borderAfter: SideLine;
  /** Levels by which a row's label is indented less than the one above it: the alignment's levels and leading blanks. */
  readonly outdent: number;
  /** Levels by which the rows right above or below are grouped deeper (outline levels): a summary row stands beside its group. */
  readonly groupDepth: number;
}

/** What is asked of a line before it is compared. */
interface LineProfile {
  readonly bold: boolean;
  readonly filled: boolean;
  readonly before: SideLine;
  readonly after: SideLine;
  /** Null where the line has no label of text. */
  readonly indent: number | null;
}

/** Lines with cells that are compared on each side of a line, and how far they are looked for. */
const NEIGHBOURS = 4;
const REACH = 12;

/**
 * The formats of the rows or columns of an area, compared with the lines around them; each line is looked at once. Lines
 * without cells are passed over.
 */
export class LineFormats {
  private readonly profiles = new Map<number, LineProfile | null>();

  /** @param within the table, 0-based and inclusive: what stands beside it does not count */
  constructor(
    private readonly grid: SheetGrid,
    private readonly axis: 'rows' | 'columns',
    private readonly within: CellArea = grid,
  ) {}

  /** How a line stands apart; a line without cells, or without others around it, does in nothing. */
  emphasisOf(line: number): LineEmphasis {
    const own = this.profile(line);
    const before = this.neighbours(line, -1);
    const after = this.neighbours(line, 1);
    const around = [...before, ...after];
    const rareAs = (has: (profile: LineProfile) => boolean) => around.filter(has).length * 2 <= around.length;
    const apart = own !== null && around.length > 0;
    const stroke = (side: 'before' | 'after'): SideLine => {
      const style = apart ? own[side] : 'none';
      const alike = (profile: LineProfile) => profile[side] === style || profile[side] === 'double';
      return rareAs(alike) ? style : 'none';
    };
    const above = before.find(({ indent }) => indent !== null)?.indent ?? null;
    const indent = own?.indent ?? null;
    return {
      bold: apart && own.bold && rareAs(({ bold }) => bold),
      filled: apart && own.filled && rareAs(({ filled }) => filled) && ![before, after].some(isBanded),
      borderBefore: stroke('before'),
      borderAfter: stroke('after'),
      outdent: above === null || indent === null ? 0 : Math.max(0, above - indent),
      groupDepth: this.groupDepth(line),
    };
  }

  private groupDepth(line: number): number {
    const levels = this.grid.sheet.outlineLevels;
    if (this.axis === 'columns' || levels === null) return 0;
    const level = (row: number) => levels.get(row) ?? 0;
    return Math.max(0, level(line - 1) - level(line), level(line + 1) - level(line));
  }

  /** The nearest lines with cells on one side, nearest first. */
  private neighbours(line: number, step: 1 | -1): LineProfile[] {
    const found: LineProfile[] = [];
    for (let distance = 1; distance <= REACH && found.length < NEIGHBOURS; distance += 1) {
      const profile = this.profile(line + step * distance);
      if (profile) found.push(profile);
    }
    return found;
  }

  private profile(line: number): LineProfile | null {
    const known = this.profiles.get(line);
    if (known !== undefined) return known;
    const profile = this.look(line);
    this.profiles.set(line, profile);
    return profile;
  }

  private look(line: number): LineProfile | null {
    const cells = this.cellsOf(line);
    if (cells.length === 0) return null;
    const mostly = (has: (cell: GridCell) => boolean) => cells.filter(has).length * 2 >= cells.length;
    const [first] = cells;
    const [near, far] = this.axis === 'rows' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    const stroke = (side: keyof CellLines, step: 1 | -1, opposite: keyof CellLines): SideLine => {
      const lines = cells.map((cell) => edge(cell, this.beside(cell, step), side, opposite));
      const share = (style: SideLine) => lines.filter((found) => found === style).length;
      if (share('double') * 2 >= cells.length) return 'double';
      return (share('double') + share('thin')) * 2 >= cells.length ? 'thin' : 'none';
    };
    return {
      bold: mostly(({ cell }) => cell.emphasis?.bold === true),
      filled: mostly(({ cell }) => cell.emphasis?.filled === true),
      before: stroke(near, -1, far),
      after: stroke(far, 1, near),
      indent: this.axis === 'rows' && first?.kind === 'text' ? indentOf(first) : null,
    };
  }

  private cellsOf(line: number): readonly GridCell[] {
    const { top, bottom, left, right } = this.within;
    if (this.axis === 'rows') {
      if (line < top || line > bottom) return [];
      return this.grid.cellsWithin(line, this.within);
    }
    if (line < left || line > right) return [];
    const cells: GridCell[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cell = this.grid.at(row, line);
      if (cell) cells.push(cell);
    }
    return cells;
  }

  private beside({ row, column }: GridCell, step: 1 | -1): GridCell | null {
    return this.axis === 'rows' ? this.grid.at(row + step, column) : this.grid.at(row, column + step);
  }
}

/** Whether the line next to a filled one is not filled and the one after it is again. */
function isBanded([nearest, second]: readonly LineProfile[]): boolean {
  return nearest?.filled === false && second?.filled === true;
}

/** The stroke between two cells: either one's format may draw it, and Excel shows it as both cells' own. */
function edge(cell: GridCell, beside: GridCell | null, side: keyof CellLines, opposite: keyof CellLines): SideLine {
  const drawn = [cell.cell.emphasis?.[side], beside?.cell.emphasis?.[opposite]];
  return drawn.includes('double') ? 'double' : drawn.includes('thin') ? 'thin' : 'none';
}

/** Levels of indent of a label: an ideographic blank, a tab or two narrow blanks count as one level of the alignment. */
function indentOf({ cell }: GridCell): number {
  const blanks = typeof cell.value === 'string' ? (/^[ \t\u00A0\u3000]*/.exec(cell.value)?.[0] ?? '') : '';
  const wide = blanks.replace(/[ \u00A0]/g, '').length;
  return (cell.emphasis?.indent ?? 0) + wide + floorDivide(blanks.length - wide, 2);
}
