import type { Column } from './column';
import { Decimal, ZERO } from '../values/decimal';
import type { Certainty, Figure, Ratio } from './document';
import type { Line } from './lines';
import { readFigure } from './readCell';
import type { SheetGrid } from './sheetGrid';
import { namesRatio } from './words/shareWords';

const HUNDRED = new Decimal(100);
/** So many lines have to fit; of those printed in whole percents more, for they often fit by chance. */
const FEWEST = 3;
const FEWEST_WHOLE = 5;
/** A way to reckon them is meant where at most a quarter of the lines do not fit. */
const MOST_FAILING = 0.25;
/** From so many lines in whole percents on, what does not fit is an error. */
const SURE_FROM_WHOLE = 7;
/** Which way is meant is seen from so many lines. */
const LINES_TRIED = 60;
const MOST_COLUMNS = 8;
/** Cells hold fifteen digits. */
const NOT_ROUNDED = new Decimal('1e-10');
const MOST_TYPED = 6;
const WHOLE_PERCENT = new Decimal('0.01');

/** A line with a printed ratio. */
interface RatioLine {
  readonly line: Line;
  readonly printed: Figure;
}

/** One way to reckon the ratios of a column: what of a line is divided by what. */
type Way = (line: Line) => { readonly part: Figure; readonly less: Figure | null; readonly whole: Figure } | null;

/**
 * What columns of percentages assert (構成比, 執行率, 増減率, % of total): that each is one figure of its line over another, the
 * growth from one to another, or the line's share of a total. Which it is, and whether figures are printed as fractions or in
 * percent, is what nearly all lines show; a column that no way fits so well asserts nothing.
 */
export function ratioColumns(grid: SheetGrid, lines: readonly Line[], columns: readonly Column[]): Ratio[] {
  const figures = columns.filter(({ addable }) => addable).slice(0, MOST_COLUMNS);
  if (figures.length === 0) return [];
  return columns.flatMap((column) => {
    if (column.role !== 'other' || !namesRatio(column.header)) return [];
    const printed = lines.flatMap((line): RatioLine[] => {
      if (line.kind !== 'detail' && line.kind !== 'total') return [];
      const read = readFigure(grid, grid.at(line.row, column.column), 'factor', line.label);
      return read === null || typeof read === 'string' ? [] : [{ line, printed: read }];
    });
    return printed.length < FEWEST ? [] : bestWay(grid, printed, waysOf(lines, figures));
  });
}

function waysOf(lines: readonly Line[], columns: readonly Column[]): Way[] {
  const totals = lines.filter(({ kind }) => kind === 'total').reverse();
  const shares = columns.flatMap(({ column }): Way[] => {
    const total = totals.find(({ figures }) => figures.has(column));
    const whole = total?.figures.get(column);
    if (!whole) return [];
    return [
      ({ figures }) => {
        const part = figures.get(column);
        return part ? { part, less: null, whole } : null;
      },
    ];
  });
  const pairs = columns.flatMap(({ column }) =>
    columns.flatMap(({ column: other }): Way[] => {
      if (column === other) return [];
      const both = ({ figures }: Line) => [figures.get(column), figures.get(other)] as const;
      return [
        (line) => {
          const [part, whole] = both(line);
          return part && whole ? { part, less: null, whole } : null;
        },
        (line) => {
          const [part, whole] = both(line);
          return part && whole ? { part, less: whole, whole } : null;
        },
      ];
    }),
  );
  return [...shares, ...pairs];
}

function bestWay(grid: SheetGrid, printed: readonly RatioLine[], ways: readonly Way[]): Ratio[] {
  const few = printed.slice(0, LINES_TRIED);
  let best: { readonly of: (lines: readonly RatioLine[]) => Ratio[]; readonly fitting: number } | null = null;
  for (const way of ways) {
    for (const percent of [false, true]) {
      const of = (lines: readonly RatioLine[]) => ratiosOf(grid, lines, way, percent);
      const ratios = of(few);
      const fitting = ratios.filter(fitsRatio).length;
      if (fitting > (best?.fitting ?? 0) && isMeant(ratios, fitting)) best = { of, fitting };
    }
  }
  const ratios = best?.of(printed) ?? [];
  const fitting = ratios.filter(fitsRatio).length;
  if (!isMeant(ratios, fitting)) return [];
  const certainty: Certainty = fitting >= (areWhole(ratios) ? SURE_FROM_WHOLE : FEWEST) ? 'certain' : 'possible';
  return ratios.map((ratio) => ({ ...ratio, certainty }));
}

function ratiosOf(grid: SheetGrid, lines: readonly RatioLine[], way: Way, percent: boolean): Ratio[] {
  return lines.flatMap(({ line, printed: target }): Ratio[] => {
    const terms = way(line);
    if (!terms || terms.whole.value.isZero()) return [];
    const own = grid.at(target.cell.row, target.cell.column);
    const inPercent = percent && !(own && grid.isPercent(own));
    return [{ target, ...terms, inPercent, certainty: 'possible' }];
  });
}

const areWhole = (ratios: readonly Ratio[]): boolean =>
  ratios.every((ratio) => ratioStep(ratio).gte(ratio.inPercent ? 1 : WHOLE_PERCENT));

function isMeant(ratios: readonly Ratio[], fitting: number): boolean {
  const different = new Set(ratios.map(({ target }) => target.value.toFixed())).size;
  return (
    fitting >= (areWhole(ratios) ? FEWEST_WHOLE : FEWEST) &&
    different >= FEWEST &&
    ratios.length - fitting <= ratios.length * MOST_FAILING
  );
}

/** What a ratio is before rounding, in the measure that it is printed in. */
export function exactRatio({ part, less, whole, inPercent }: Ratio): Decimal {
  const fraction = part.value.minus(less?.value ?? ZERO).div(whole.value);
  return inPercent ? fraction.times(HUNDRED) : fraction;
}

/** The step that a ratio is rounded to, in the measure that it is printed in; one beyond what cells hold where it is not rounded. */
export function ratioStep({ target: { value, unit } }: Ratio): Decimal {
  if (value.div(unit).isInteger()) return Decimal.max(unit, NOT_ROUNDED);
  // A cell may hold more digits than its format shows: few are what was typed, many what a formula gave.
  const places = value.decimalPlaces();
  return places <= MOST_TYPED ? new Decimal(10).pow(-places) : NOT_ROUNDED;
}

/** Whether a ratio is what its figures give, rounded to its step in whichever way. */
export function fitsRatio(ratio: Ratio): boolean {
  return ratio.target.value.minus(exactRatio(ratio)).abs().lessThan(ratioStep(ratio));
}
