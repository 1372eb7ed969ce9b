import type { Verification } from '../checks/verification';
import type { SheetRole } from '../sheets/sheetPlan';
import type { FigureIndex } from './figureIndex';
import type { ParameterCells } from './parameters';
import type { Words } from './words';

/** What every planner of a sheet needs to know. */
export interface ReportContext {
  readonly verification: Verification;
  readonly words: Words;
  /** The report's time, as text. */
  readonly time: string;
  readonly version: string;
  readonly names: Readonly<Record<SheetRole, string>>;
  readonly parameters: ParameterCells;
  readonly figures: FigureIndex;
}
