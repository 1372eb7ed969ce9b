import type { Line } from '../lines';
import { stepOf } from '../words/stepWords';
import { NOTHING_SAID, type TotalLabel } from '../words/totalWords';

/** A step closes all that stands above it: totals below begin anew. */
const STEP: TotalLabel = { ...NOTHING_SAID, kind: 'total', rank: 4, step: true };
const FEWEST_ABOVE = 2;

/**
 * Marks the lines that are steps of a statement (売上総利益, 工事原価, 差引支給額): they follow from lines above with signs and are no details
 * of a total. 工事価格 is one where 純工事費 or 工事原価 stands above, else the total of a bill.
 */
export function withStepLines(lines: readonly Line[]): readonly Line[] {
  let works = false;
  let above = 0;
  return lines.map((line) => {
    const word = line.figures.size > 0 ? stepOf(line.label) : null;
    const bill = word?.kind === 'works' && line.kind === 'total' && !works;
    if (line.figures.size > 0) above += 1;
    if (!word?.strong || bill || above <= FEWEST_ABOVE || line.kind === 'tax' || line.kind === 'section') return line;
    if (word.kind === 'works') works = true;
    return { ...line, kind: 'total', total: { ...STEP, net: line.total?.net ?? false } };
  });
}
