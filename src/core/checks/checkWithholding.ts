import { HIGHER_RATE, LOWER_PART, LOWER_RATE, withheldFrom } from '../rules/withholding';
import { joinCells } from '../sheets/address';
import type { Figure, Table, WithholdingRelation } from '../tables/document';
import { Decimal } from '../values/decimal';
import { comparison, draft, type DraftFinding, termOf } from './draft';
import type { Expression } from './expression';
import type { Explanation } from './finding';
import { message } from './message';

/**
 * Every printed income tax withheld (源泉徴収税額) against that on the fee without consumption tax, or with it. Other kinds of
 * payment have rates of their own: a figure that fits neither is only doubted.
 */
export function checkWithholding(table: Table): DraftFinding[] {
  return table.relations.flatMap((relation) => (relation.kind === 'withholding' ? [checkRelation(relation)] : []));
}

function checkRelation({ target, net, gross }: WithholdingRelation): DraftFinding {
  const magnitude = target.value.abs();
  const explained = (base: 'net' | 'gross', figure: Figure): Explanation => {
    const value = withheldFrom(figure.value);
    return {
      id: `withholding.${base}`,
      label: message(`rule.withholding-${base}`),
      value,
      fits: value.equals(magnitude),
    };
  };
  const onNet = explained('net', net);
  const onGross = gross && explained('gross', gross);
  const signed = { ...target, value: magnitude };
  const shared = {
    kind: 'tax' as const,
    ...comparison(signed, onNet.value),
    stated: target.value,
    ...(target.value.isNegative()
      ? { computed: onNet.value.negated(), difference: target.value.plus(onNet.value) }
      : {}),
    operands: joinCells([net.cell]),
    expression: expressionOf(net, target.value.isNegative()),
  };
  const params = { base: net.value, computed: onNet.value };
  if (onNet.fits) return draft({ ...shared, verdict: 'agrees', message: message('withholding.agrees', params) });
  const explanations = [...(onGross ? [onGross] : []), onNet];
  if (!onGross?.fits) {
    return draft({ ...shared, verdict: 'possible', explanations, message: message('withholding.possible', params) });
  }
  const { id, label } = onGross;
  return draft({
    ...shared,
    verdict: 'explained',
    rule: { id, label },
    explanations,
    message: message('withholding.explained', { ...params, rule: label }),
  });
}

function expressionOf(net: Figure, negative: boolean): Expression {
  const number = (value: Decimal): Expression => ({ kind: 'number', value });
  const yen = (of: Expression): Expression => ({ kind: 'round', of, mode: 'down', unit: new Decimal(1) });
  const fee = termOf(net);
  const above: Expression = { kind: 'subtract', from: fee, what: number(LOWER_PART) };
  const amount: Expression = net.value.lte(LOWER_PART)
    ? yen({ kind: 'multiply', a: fee, b: number(LOWER_RATE) })
    : {
        kind: 'sum',
        ranges: [],
        terms: [number(LOWER_PART.times(LOWER_RATE)), yen({ kind: 'multiply', a: above, b: number(HIGHER_RATE) })],
      };
  return negative ? { kind: 'subtract', from: number(new Decimal(0)), what: amount } : amount;
}
