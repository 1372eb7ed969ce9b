import { type CellAddress, placeKey } from '../../sheets/address';
import { addsUp } from '../addsUp';
import type { Certainty, Figure, SumRelation, Table } from '../document';
import { figuresOf } from '../figuresOf';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import type { FigureGrid, GridPlace, PrintedSum } from '../sums/figureGrid';

/** A sum that does not hold is offered where so many places hold for each that does not, or the evidence is plain. */
const LEAST_SUPPORT = 2;
const CLEAR_SUPPORT = 4;
const MANY_BITS = 32;
/** Two ways to add up a line may both be meant where they both hold at so many more places than only one does, and are from so many on. */
const SOMETIMES_TOGETHER = 3;
const TOGETHER = 8;

/** A sum that the evidence speaks for, as a relation, with what is said for it. */
export interface FoundSum {
  readonly relation: SumRelation;
  /** The printed figures add up, by their own precision. */
  readonly exact: boolean;
  /** They are off by more than rounding may give. */
  readonly wrong: boolean;
  readonly bits: number;
  /** At how many places the same lines add up to the same line, but for rounding. */
  readonly support: number;
  /** The lines that it adds up. */
  readonly lines: string;
}

/** The key of what a sum asserts of a cell: there is to be one finding a cell and axis. */
export function assertionKey({ target, axis }: SumRelation): string {
  return `${axis} ${target.cell.row} ${target.cell.column}`;
}

/** Figures of a sheet, each made once, those of its tables first: relations that share a cell share the figure. */
export class SheetFigureIndex {
  private readonly known = new Map<number, Figure>();

  constructor(
    private readonly grid: SheetGrid,
    private readonly printed: FigureGrid,
    tables: readonly Omit<Table, 'id'>[],
  ) {
    for (const { relations } of tables) {
      for (const relation of relations) for (const figure of figuresOf(relation)) this.keep(figure);
    }
  }

  private keep(figure: Figure): void {
    this.known.set(placeKey(figure.cell.row, figure.cell.column), figure);
  }

  /** The figure at a place of the printed grid; null where none is printed. */
  at(place: GridPlace): Figure | null {
    const row = place.row + this.grid.top;
    const column = place.column + this.grid.left;
    const known = this.known.get(placeKey(row, column));
    if (known) return known;
    const cell = this.grid.at(row, column);
    return cell && this.printed.cell(place.row, place.column)?.kind === 'number' ? this.make(cell) : null;
  }

  /** The cell at a place of the printed grid where it prints that there is nothing, or what it does not say; else null. */
  nilAt(place: GridPlace): CellAddress | null {
    if (this.printed.cell(place.row, place.column)?.kind !== 'placeholder') return null;
    const cell = this.grid.at(place.row + this.grid.top, place.column + this.grid.left);
    return cell?.kind === 'text' ? this.grid.address(cell) : null;
  }

  /** The figure of a cell that a formula names: a number whatever it may be taken for, a text where it is a figure. */
  ofCell(cell: GridCell): Figure | null {
    const place = { row: cell.row - this.grid.top, column: cell.column - this.grid.left };
    const known = this.at(place);
    return known ?? (cell.kind === 'number' ? this.make(cell) : null);
  }

  private make(cell: GridCell): Figure | null {
    const amount = this.grid.amountOf(cell);
    if (!amount) return null;
    const { value, unit, approximate } = amount;
    const label = this.labelOf(cell);
    const figure = { value, unit, approximate, cell: this.grid.address(cell), textual: cell.kind === 'text', label };
    this.keep(figure);
    return figure;
  }

  /** The first text of the row that is no figure. */
  private labelOf(cell: GridCell): string {
    for (const one of this.grid.rowCells(cell.row)) {
      if (one.column >= cell.column) break;
      if (one.kind === 'text' && this.grid.amountOf(one) === null) return printedText(one);
    }
    return '';
  }
}

/** Makes relations of printed sums, the best one for each cell and axis. */
export function foundSums(sums: readonly PrintedSum[], figures: SheetFigureIndex): FoundSum[] {
  const drafts = sums.flatMap((sum): Draft[] => {
    const target = figures.at(sum.target);
    const addends = sum.addends.flatMap((place) => figures.at(place) ?? []);
    if (!target || (addends.length === 0 && !isNilTotal(sum, target))) return [];
    const nil = sum.addends.flatMap((place) => figures.nilAt(place) ?? []);
    return [{ sum, target, addends, nil, exact: addsUp(target, addends) }];
  });
  const places = supportOf(drafts);
  const readings = new Map<string, FoundSum[]>();
  for (const { sum, target, addends, nil, exact } of drafts) {
    const lines = linesKey(sum);
    const known = places.get(lines) ?? { holds: 0, fails: 0, wrong: 0 };
    const { holds, fails } = known;
    const support = sum.heldElsewhere ?? holds + fails - known.wrong;
    const borne = support >= known.wrong * LEAST_SUPPORT || (sum.certainty === 'certain' && sum.bits >= MANY_BITS);
    // A figure that differs from a single other one is no sum of it.
    if (!exact && (!borne || addends.length < 2)) continue;
    // What is off by what rounding may give is an error only among sums that are not.
    const rounded = !exact && sum.holds && holds < fails * CLEAR_SUPPORT;
    const certainty: Certainty = rounded ? 'possible' : sum.certainty;
    const relation: SumRelation = { kind: 'sum', target, addends, axis: sum.axis, certainty, nil };
    const wrong = !exact && !sum.holds;
    const found = { relation, exact, wrong, bits: sum.bits, support, lines };
    const key = assertionKey(relation);
    const all = readings.get(key);
    if (all) all.push(found);
    else readings.set(key, [found]);
  }
  const cells = [...readings.values()];
  const together = heldTogether(cells);
  return cells.flatMap((one) => worthTelling(one, together));
}

/** A line of totals prints a zero where its details print nothing. */
function isNilTotal({ certainty }: PrintedSum, { value }: Figure): boolean {
  return certainty === 'certain' && value.isZero();
}

/**
 * The best reading of a cell, and whatever else is meant for certain: details as well as subtotals may give a total. What does not
 * add up is, where nearly everywhere else it does besides the reading that holds.
 */
function worthTelling(readings: readonly FoundSum[], together: ReadonlyMap<string, number>): FoundSum[] {
  const [best, ...others] = [...readings].sort((a, b) => (isBetter(a, b) ? -1 : 1));
  if (!best?.exact) return best ? [best] : [];
  const meant = others.flatMap((one): FoundSum[] => {
    const both = together.get(pairKey(best, one)) ?? 0;
    if (one.relation.certainty === 'possible') return one.wrong && both >= TOGETHER ? [one] : [];
    if (one.exact || (one.wrong && both >= TOGETHER)) return [one];
    return one.wrong && both >= SOMETIMES_TOGETHER ? [doubted(one)] : [];
  });
  return [best, ...meant];
}

function doubted(one: FoundSum): FoundSum {
  return { ...one, relation: { ...one.relation, certainty: 'possible' } };
}

/** For two ways to add up the same line: at how many places both hold, less those at which only one does. */
function heldTogether(cells: readonly (readonly FoundSum[])[]): Map<string, number> {
  const together = new Map<string, number>();
  for (const readings of cells) {
    const certain = readings.filter(({ relation }) => relation.certainty === 'certain');
    for (const one of certain) {
      for (const other of certain) {
        if (one === other || !one.exact) continue;
        const key = pairKey(one, other);
        together.set(key, (together.get(key) ?? 0) + (other.exact ? 1 : -1));
      }
    }
  }
  return together;
}

function pairKey(one: FoundSum, other: FoundSum): string {
  return `${one.lines} and ${other.lines}`;
}

interface Draft {
  readonly sum: PrintedSum;
  readonly target: Figure;
  readonly addends: readonly Figure[];
  readonly nil: readonly CellAddress[];
  readonly exact: boolean;
}

function isBetter(one: FoundSum, other: FoundSum): boolean {
  const certain = one.relation.certainty === 'certain';
  if (certain !== (other.relation.certainty === 'certain')) return certain;
  if (one.exact !== other.exact) return one.exact;
  return one.bits > other.bits;
}

interface Support {
  holds: number;
  fails: number;
  /** Those that fail by more than rounding may give. */
  wrong: number;
}

/** At how many places the lines of each sum add up, and at how many they do not. */
function supportOf(drafts: readonly Draft[]): Map<string, Support> {
  const support = new Map<string, Support>();
  for (const { sum, exact } of drafts) {
    const key = linesKey(sum);
    const known = support.get(key) ?? { holds: 0, fails: 0, wrong: 0 };
    if (exact) known.holds += 1;
    else {
      known.fails += 1;
      if (!sum.holds) known.wrong += 1;
    }
    support.set(key, known);
  }
  return support;
}

/** The lines of a sum, without the place along them. Which of many lines are empty at a place makes no difference. */
function linesKey({ axis, target, addends }: PrintedSum): string {
  const line = ({ row, column }: GridPlace) => (axis === 'rows' ? row : column);
  const last = addends[addends.length - 1];
  return [axis, line(target), addends[0] && line(addends[0]), last && line(last)].join(' ');
}
