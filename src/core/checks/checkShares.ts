import { joinCells } from '../sheets/address';
import { valueOfTerms } from '../tables/addsUp';
import type { ShareLine, Table } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';
import { comparison, draft, type DraftFinding } from './draft';
import type { Expression } from './expression';
import type { CausesOf } from './finding';
import { message } from './message';
import { plainShare, type ShareBase, shareFit, type ShareFit, unitOf } from './shareTerms';
import { differenceExpression } from './sumExpression';

const HUNDRED = new Decimal(100);

/**
 * Every line that says what percentage of others it is (諸経費 15%, 値引（①×5%）) against that. Where the line does not say of
 * what, the totals and details above are tried: one that fits is told, one that does not is at most doubted.
 */
export function checkShares(table: Table, causesOf: CausesOf): DraftFinding[] {
  return (table.shareLines ?? []).flatMap((line) => {
    const fit = shareFit(line);
    if (fit) return [fitting(line, fit)];
    return line.worded ? (failing(line, causesOf) ?? []) : [];
  });
}

function fitting(line: ShareLine, { base, exact, step, mode, plain }: ShareFit): DraftFinding {
  const { target, percent } = line;
  const value = valueOfTerms(base.added, base.subtracted);
  const rounding = message(`rounding.${mode}`);
  const label = message('rule.quantity-step', { rounding, step });
  return draft({
    ...shared(line, base, target.value, { mode, step }),
    verdict: plain ? 'agrees' : 'explained',
    ...(plain
      ? {}
      : {
          rule: { id: `share.${mode}`, label },
          explanations: [{ id: `share.${mode}`, label, value: target.value, fits: true }],
        }),
    message: plain
      ? message(exact.equals(target.value.abs()) ? 'share.agrees' : 'share.agrees-rounded', {
          base: value,
          percent,
          rounding,
        })
      : message('share.explained', { base: value, percent, exact, rule: label }),
  });
}

function failing(line: ShareLine, causesOf: CausesOf): DraftFinding | null {
  const { target, percent, stated } = line;
  const [base] = line.bases;
  if (!base) return null;
  const computed = plainShare(line, base);
  const verdict = stated ? 'disagrees' : 'possible';
  return draft({
    ...shared(line, base, computed, { mode: 'down', step: unitOf(target) }),
    verdict,
    causes: stated ? causesOf(line) : [],
    message: message(`share.${verdict}`, {
      base: valueOfTerms(base.added, base.subtracted),
      percent,
      stated: target.value,
      computed,
      difference: target.value.minus(computed).abs(),
    }),
  });
}

function shared(
  { target, percent }: ShareLine,
  { added, subtracted }: ShareBase,
  computed: Decimal,
  { mode, step }: Pick<ShareFit, 'mode' | 'step'>,
) {
  const share: Expression = {
    kind: 'round',
    of: {
      kind: 'multiply',
      a: differenceExpression(added, subtracted),
      b: { kind: 'number', value: percent.div(HUNDRED) },
    },
    mode,
    unit: step,
  };
  const negative = target.value.isNegative() !== valueOfTerms(added, subtracted).isNegative();
  const expression: Expression = negative
    ? { kind: 'subtract', from: { kind: 'number', value: ZERO }, what: share }
    : share;
  return {
    kind: 'share' as const,
    ...comparison(target, computed),
    operands: joinCells([...added, ...subtracted].map(({ cell }) => cell)),
    expression,
  };
}
