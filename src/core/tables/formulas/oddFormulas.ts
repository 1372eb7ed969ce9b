import { areaHolds, joinCells, placeKey } from '../../sheets/address';
import { Decimal } from '../../values/decimal';
import type { Figure, OddFormula } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { type Arithmetic, areasOf, type CellNumber, evaluateArithmetic } from './arithmetic';
import { type FormulaLine, formulaLines, type NumberCell, type Stretch } from './formulaLines';
import { isNamedTotal, ownFigure } from './ownFigure';
import { readArithmetic } from './readArithmetic';
import { copiedFormula } from './relativeFormula';

/** So many cells in a row that differ from those on both sides may be a slip; more are meant. */
const LONGEST_SLIP = 2;
/** So many others have to be alike, fewer where only the extent of what is added differs, more where nothing can be reckoned. */
const FEWEST_ALIKE = { differs: 3, extent: 2, unknown: 5 };
/** At the end of a line others than those alike are usual: only another extent counts there, and so many have to be alike. */
const FEWEST_BEFORE_END = 3;
/** At most this share of a line may differ from what is usual in it. */
const MOST_ODD = 0.25;
/** Quotients go on for ever. */
const MOST_PLACES = 10;
/** What binary fractions may be off by. */
const NOISE = new Decimal('0.000001');

interface Candidate {
  readonly axis: FormulaLine['axis'];
  readonly cell: NumberCell;
  readonly model: NumberCell;
  readonly alike: readonly NumberCell[];
  /** Only the extent of the areas differs: a sum that takes in fewer or more cells than the others. */
  readonly extent: boolean;
}

/**
 * Figures whose formula is another one than that of their neighbours in a column or a row, or that are typed among formulas, where the
 * neighbours' formula would give another figure. Whole lines of another kind (totals, lump sums) are left alone. What a figure would
 * be is reckoned from what the cells hold now.
 *
 * Neighbouring formulas that are alike are the spreadsheet's own record of what was meant: Abraham, Erwig, "GoalDebug"; Barowy,
 * Berger, Zorn, "ExceLint: automatically finding spreadsheet formula errors" (OOPSLA 2018).
 *
 * @param numberAt of any cell of the workbook
 */
export function oddFormulas(grid: SheetGrid, numberAt: CellNumber): OddFormula[] {
  const found = new Map<number, OddFormula>();
  for (const candidate of withoutWholeLines(formulaLines(grid).flatMap((line) => candidatesOf(line)))) {
    const odd = isOfOwnKind(grid, candidate) ? null : judged(candidate, grid, numberAt);
    const key = placeKey(candidate.cell.row, candidate.cell.column);
    if (odd && odd.alikeCount > (found.get(key)?.alikeCount ?? 0)) found.set(key, odd);
  }
  return [...found.values()];
}

function candidatesOf({ axis, stretches }: FormulaLine): Candidate[] {
  return stretches.flatMap((stretch, at): Candidate[] => {
    if (stretch.cells.length > LONGEST_SLIP) return [];
    const sides = [stretches[at - 1], stretches[at + 1]].filter((side) => side !== undefined);
    const usual = usualOf(sides);
    const model = usual?.cells[0];
    if (!usual || !model) return [];
    const alike = stretches.flatMap(({ relative, cells }) => (relative === usual.relative ? cells : []));
    const extent = sameButForExtent(stretch.relative, usual.relative);
    const fewest = sides.length === 1 ? FEWEST_BEFORE_END : extent ? FEWEST_ALIKE.extent : FEWEST_ALIKE.differs;
    if ((sides.length === 1 && !extent) || alike.length < fewest) return [];
    if (isMixed(stretches, usual)) return [];
    return stretch.cells.map((cell) => ({ axis, cell, model, alike, extent }));
  });
}

/** Whether much of a line differs from what is usual in it, between the first and the last cell that has it. */
function isMixed(stretches: readonly Stretch[], { relative }: Stretch): boolean {
  const usual = stretches.map((stretch) => stretch.relative === relative);
  const inside = stretches.slice(usual.indexOf(true), usual.lastIndexOf(true) + 1);
  const count = (some: readonly Stretch[]) => some.reduce((sum, { cells }) => sum + cells.length, 0);
  const odd = count(inside.filter((stretch) => stretch.relative !== relative));
  return odd > Math.max(1, count(inside) * MOST_ODD);
}

/** The formula on both sides, or on the only one. */
function usualOf([before, after]: readonly Stretch[]): Stretch | null {
  if (!before || before.relative === null) return null;
  return after === undefined || after.relative === before.relative ? before : null;
}

function sameButForExtent(relative: string | null, usual: string | null): boolean {
  const shape = (formula: string) => formula.replace(/\[-?\d+\]/g, '[]');
  return relative !== null && usual !== null && relative.includes(':') && shape(relative) === shape(usual);
}

/** A line that differs at several of its cells is a line of another kind. */
function withoutWholeLines(candidates: readonly Candidate[]): Candidate[] {
  const lineOf = ({ axis, cell }: Candidate) => `${axis} ${axis === 'rows' ? cell.row : cell.column}`;
  const counts = new Map<string, number>();
  for (const candidate of candidates) counts.set(lineOf(candidate), (counts.get(lineOf(candidate)) ?? 0) + 1);
  return candidates.filter((candidate) => counts.get(lineOf(candidate)) === 1);
}

/** Whether words say that the cell's line is of another kind than the lines around it, such as a subtotal. */
function isOfOwnKind(grid: SheetGrid, { axis, cell, model }: Candidate): boolean {
  return isNamedTotal(grid, axis, cell) && !isNamedTotal(grid, axis, model);
}

function judged(candidate: Candidate, grid: SheetGrid, numberAt: CellNumber): OddFormula | null {
  const { cell, model, alike } = candidate;
  const usual = copiedFormula(model.cell.formula ?? '', model, cell);
  const figure = ownFigure(grid, cell);
  if (usual === null || !figure) return null;
  const own = cell.cell.formula;
  const { sheet } = grid.address(cell);
  const reckons = readArithmetic(usual, sheet);
  const ownReckons = own === null ? null : readArithmetic(own, sheet);
  if (ownReckons && reckons && addsUpLine(candidate, ownReckons) && !addsUpLine(candidate, reckons)) return null;
  const exact = reckons && evaluateArithmetic(reckons, numberAt);
  const value = exact && exact.toDecimalPlaces(MOST_PLACES);
  const told: Omit<OddFormula, 'deviation' | 'own'> = {
    figure,
    usual,
    alike: joinCells(alike.map((each) => grid.address(each))),
    alikeCount: alike.length,
    reckons: value && reckons,
    value,
    skipped: [],
  };
  if (reckons ? !value || isSame(figure, value) : alike.length < FEWEST_ALIKE.unknown) return null;
  return { ...told, own, deviation: own === null ? 'typed' : 'differs' };
}

/** Whether two values print the same. */
function isSame({ value, unit }: Figure, other: Decimal): boolean {
  return value
    .minus(other)
    .abs()
    .lessThanOrEqualTo(Decimal.max(unit.div(2), NOISE));
}

/** Whether a formula takes in cells of the very line that it stands in. */
function addsUpLine({ axis, cell }: Candidate, formula: Arithmetic): boolean {
  return areasOf(formula).some((area) => {
    return axis === 'rows' ? areaHolds(area, area.top, cell.column) : areaHolds(area, cell.row, area.left);
  });
}
