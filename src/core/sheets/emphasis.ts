/** The line along one side of a cell: none, one stroke of whatever weight, or the double stroke that closes accounts. */
export type SideLine = 'none' | 'thin' | 'double';

/** The sides of a cell with the lines that the cell's own format draws. A neighbour's format may draw the same edge. */
export interface CellLines {
  readonly top: SideLine;
  readonly bottom: SideLine;
  readonly left: SideLine;
  readonly right: SideLine;
}

/** What of a cell's format may set it apart from others. Conditional formats do not count. */
export interface CellEmphasis extends CellLines {
  readonly bold: boolean;
  /** Levels of the alignment's indent; blanks at the beginning of a text are part of the cell's value. */
  readonly indent: number;
  /** Filled with a colour other than white. */
  readonly filled: boolean;
}

/** Gives equal emphases as one object, so that a sheet of many cells holds few of them. */
export class EmphasisPool {
  private readonly known = new Map<string, CellEmphasis>();

  /** The shared object for a format; null for one with nothing special. */
  of({ bold, indent, filled, top, bottom, left, right }: CellEmphasis): CellEmphasis | null {
    const lines = [top, bottom, left, right];
    if (!bold && indent === 0 && !filled && lines.every((line) => line === 'none')) return null;
    const key = [bold, indent, filled, ...lines].join();
    const present = this.known.get(key);
    if (present) return present;
    const emphasis: CellEmphasis = { bold, indent, filled, top, bottom, left, right };
    this.known.set(key, emphasis);
    return emphasis;
  }
}
