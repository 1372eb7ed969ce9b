import type { Certainty, SumRelation } from '../document';
import { sumRelation } from '../sumRelation';
import type { FigureGrid } from '../sums/figureGrid';
import { type FigureBlock, figureBlocks, type FigureOf } from './figureBlocks';
import { runningBalances } from './runningBalances';
import { type FigureAt, figuresOfStep, type StepReading, stepReadings } from './stepReadings';

type Axis = SumRelation['axis'];

/** So many rows in which columns follow from others say that they are meant to. */
const ENOUGH_ROWS = 3;

/**
 * The steps of the statements on a sheet, and its balances: figures that follow from others with signs, down the rows (売上総利益 = 売上高 −
 * 売上原価, 差引支給額 = 支給合計 − 控除合計) and across the columns (当月残 = 前月残 + 入庫 − 出庫), and balances that are carried on from row to row.
 */
export function stepSums(grid: FigureGrid, figureOf: FigureOf): SumRelation[] {
  return figureBlocks(grid).flatMap((block) => [...down(block, figureOf), ...across(block, figureOf)]);
}

function down({ rows, columns }: FigureBlock, figureOf: FigureOf): SumRelation[] {
  const positions = columns.map(({ index }) => index);
  const figureAt: FigureAt = (row, column) => figureOf({ row, column });
  const readings = stepReadings(rows, positions, figureAt);
  return readings.flatMap((reading) => {
    const certainty = certaintyDown(reading, readings);
    return certainty ? relationsOf(reading, positions, 'rows', certainty, figureAt) : [];
  });
}

/** How sure a step of a statement is where it fails; null where nothing speaks for it. */
function certaintyDown(reading: StepReading, all: readonly StepReading[]): Certainty | null {
  const { holds, fails, word, worded, terms } = reading;
  if (holds > 0 && holds >= fails) return word.strong || holds > 1 ? 'certain' : 'possible';
  if (!word.strong || !worded) return null;
  const others = all.some((other) => other !== reading && other.holds > 0 && other.holds >= other.fails);
  if (holds === 0 && !others && terms.length > 2) return null;
  return others || fails === 1 ? 'certain' : 'possible';
}

function across({ rows, columns }: FigureBlock, figureOf: FigureOf): SumRelation[] {
  const positions = rows.map(({ index }) => index);
  const figureAt: FigureAt = (column, row) => figureOf({ row, column });
  const balances = runningBalances(rows, columns, figureOf);
  const running = new Set(balances.map(({ target }) => target.cell.column));
  const readings = stepReadings(columns, positions, figureAt);
  const steps = readings.flatMap((reading) => {
    const { holds, fails, word } = reading;
    if (holds <= fails) return [];
    const certainty = holds >= ENOUGH_ROWS || word.strong ? 'certain' : 'possible';
    return relationsOf(reading, positions, 'columns', certainty, figureAt);
  });
  return [...balances, ...steps.filter(({ target }) => !running.has(target.cell.column))];
}

function relationsOf(
  reading: StepReading,
  positions: readonly number[],
  axis: Axis,
  certainty: Certainty,
  figureAt: FigureAt,
): SumRelation[] {
  return positions.flatMap((position): SumRelation[] => {
    const figures = figuresOfStep(reading, position, figureAt);
    if (!figures) return [];
    return [sumRelation(figures.target, figures, axis, certainty)];
  });
}
