/** What the heading of a line says of its figures. */
export interface LineWords {
  /** All texts of the heading, folded, joined; empty where there are none. */
  readonly label: string;
  /** The text next to the figures. */
  readonly last: string;
  /** How plainly the words name a total. */
  readonly total: 'strong' | 'weak' | 'none';
  /** A difference or a balance. */
  readonly net: boolean;
  /** A share, an average, an index: never added up. */
  readonly percent: boolean;
}

const STRONG =
  /合計|小計|総計|総額|総数|^計(?![画上測算量器])|(?<![累会統設家推時])計$|(?<![a-z])(grand total|sub-?totals?|totals?|sum|summe|insgesamt|gesamt|ukupno|celkem|razem|összesen|totale?|totaux|totaal|suma)(?![a-z])/u;
const WEAK = /総|全体|全国|(?<![a-z])(all|overall|both|combined|aggregate|whole|persons|population)(?![a-z])/u;
const NET = /差引|比較|増減|差額|純|(?<![a-z])(net|balance|change|difference|surplus|deficit|profit|loss)(?![a-z])/u;
/** A number before the sign says which share, 8%対象 or 50% holdings, not that the figures are shares. */
const PERCENT =
  /(?<!\d ?)[%％]|平均|割合|比率|構成比|指数|標準偏差|分散|最大|最小|(?<![a-z])(percent(age)?|pct|average|avg|mean|median|ratio|rate|index|share|per|max(imum)?|min(imum)?|std\.? ?dev|stdevs?|variance|deviation)(?![a-z])/u;

const PLAIN: LineWords = { label: '', last: '', total: 'none', net: false, percent: false };

/** Reads the heading of a line: its texts from outside to the figures, folded. Words count as whole words. */
export function wordsOfLine(texts: readonly string[]): LineWords {
  const last = texts[texts.length - 1];
  if (last === undefined) return PLAIN;
  const label = texts.join(' ');
  const total = STRONG.test(last) ? 'strong' : STRONG.test(label) || WEAK.test(last) ? 'weak' : 'none';
  return { label, last, total, net: NET.test(last), percent: PERCENT.test(label) };
}
