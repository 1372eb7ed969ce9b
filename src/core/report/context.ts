import type { Verification } from '../checks/verification';
import type { CellAddress } from '../sheets/address';
import type { PlannedContent, SheetRole } from '../sheets/sheetPlan';
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
  /** A name as a reference to the user's cell; as text where the cell holds more or other than the name. */
  readonly nameContent: (cell: CellAddress | null, name: string) => PlannedContent;
}
