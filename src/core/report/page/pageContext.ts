import type { Verification } from '../../checks/verification';
import type { Snapshot } from '../../sheets/snapshot';
import type { FigureIndex } from '../figureIndex';
import type { Words } from '../words';
import type { SayOnPage } from './pageWords';

/** What every section of the report as a document needs to know. */
export interface PageContext {
  readonly verification: Verification;
  readonly snapshot: Snapshot;
  readonly figures: FigureIndex;
  readonly words: Words;
  readonly say: SayOnPage;
}
