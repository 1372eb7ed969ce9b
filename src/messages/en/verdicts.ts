import type { verdicts as japanese } from '../ja/verdicts';

/** The words for a verdict: the same in the pane, in the written sheets and on the command line. */
export const verdicts: Readonly<Record<keyof typeof japanese, string>> = {
  'verdict.agrees': 'Agrees',
  'verdict.within-rounding': 'Within rounding',
  'verdict.explained': 'Explained',
  'verdict.possible': 'To be confirmed',
  'verdict.disagrees': 'Disagrees',
  'verdict.not-checked': 'Not checked',
};
