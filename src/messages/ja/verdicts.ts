/** The words for a verdict: the same in the pane, in the written sheets and on the command line. */
export const verdicts = {
  'verdict.agrees': '一致',
  'verdict.within-rounding': '端数の範囲内',
  'verdict.explained': '説明可',
  'verdict.possible': '要確認',
  'verdict.disagrees': '不一致',
  'verdict.not-checked': '未検査',
};
