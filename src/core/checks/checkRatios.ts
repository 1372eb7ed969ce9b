import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Ratio, Table } from '../tables/document';
import { exactRatio, ratioStep } from '../tables/ratioColumns';
import { Decimal } from '../values/decimal';
import { groupBy } from '../values/grouping';
import { comparison, draft, type DraftFinding, termOf } from './draft';
import type { Expression } from './expression';
import type { CausesOf, Verdict } from './finding';
import { message } from './message';

const HUNDRED = new Decimal(100);

/**
 * Every printed percentage of a column of ratios (構成比, 執行率, 増減率) against what it follows from, rounded as most of the column
 * are. One step off is a matter of rounding.
 */
export function checkRatios(table: Table, causesOf: CausesOf): DraftFinding[] {
  const byColumn = groupBy(table.ratios ?? [], ({ target }) => target.cell.column);
  return [...byColumn.values()].flatMap((ratios) => {
    const mode = modeOf(ratios);
    return ratios.map((ratio) => checkRatio(ratio, mode, causesOf));
  });
}

/** How most ratios of a column are rounded: half up where that fits as many as any other. */
function modeOf(ratios: readonly Ratio[]): RoundingMode {
  const modes: readonly RoundingMode[] = ['half-up', ...ROUNDING_MODES];
  const count = (mode: RoundingMode) =>
    ratios.filter((ratio) => computedRatio(ratio, mode).equals(ratio.target.value)).length;
  return modes.reduce((best, mode) => (count(mode) > count(best) ? mode : best));
}

/** A ratio as its column prints it: in percent or as a fraction. */
function computedRatio(ratio: Ratio, mode: RoundingMode): Decimal {
  return roundTo(exactRatio(ratio), ratioStep(ratio), mode);
}

function checkRatio(ratio: Ratio, mode: RoundingMode, causesOf: CausesOf): DraftFinding {
  const { target, part, less, whole, certainty, inPercent } = ratio;
  const computed = computedRatio(ratio, mode);
  const step = ratioStep(ratio);
  const off = target.value.minus(computed).abs();
  const verdict: Verdict = off.isZero()
    ? 'agrees'
    : off.lessThanOrEqualTo(step)
      ? 'within-rounding'
      : certainty === 'certain'
        ? 'disagrees'
        : 'possible';
  const percent = (value: Decimal) => (inPercent ? value : value.times(HUNDRED));
  const params = less
    ? { part: part.value, less: less.value, whole: whole.value }
    : { part: part.value, whole: whole.value };
  return draft({
    kind: 'share',
    ...comparison(target, computed),
    tolerance: step,
    verdict,
    operands: joinCells([part, ...(less ? [less] : []), whole].map(({ cell }) => cell)),
    expression: expressionOf(ratio, mode, step),
    causes: verdict === 'disagrees' ? causesOf(ratio) : [],
    message: message(`ratio.${verdict}`, {
      ratio: message(less ? 'ratio.growth' : 'ratio.of', params),
      stated: percent(target.value),
      computed: percent(computed),
      rounding: message(`rounding.${mode}`),
    }),
  });
}

function expressionOf({ part, less, whole, inPercent }: Ratio, mode: RoundingMode, unit: Decimal): Expression {
  const top: Expression = less ? { kind: 'subtract', from: termOf(part), what: termOf(less) } : termOf(part);
  const fraction: Expression = { kind: 'divide', a: top, b: termOf(whole) };
  const of: Expression = inPercent
    ? { kind: 'multiply', a: fraction, b: { kind: 'number', value: HUNDRED } }
    : fraction;
  return { kind: 'round', of, mode, unit };
}
