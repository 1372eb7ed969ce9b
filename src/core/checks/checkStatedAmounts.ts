import type { ProrationRule } from '../rules/proration';
import type { ProrationShape } from '../rules/prorationShape';
import { joinCells } from '../sheets/address';
import { Decimal } from '../values/decimal';
import { comparison, draft, type DraftFinding, termOf, statedOnly } from './draft';
import type { Expression } from './expression';
import type { CausesOf } from './finding';
import { message } from './message';
import { prorationLabel } from './prorationLabel';
import type { StatedProration, StatedRow } from './statedProration';

/** Amounts against their printed fees and days, under the rule that most rows follow. */
export function checkStatedAmounts(stated: StatedProration, causesOf: CausesOf): DraftFinding[] {
  const { rule } = stated.inference;
  const label = prorationLabel(rule);
  return stated.rows.map((each) => {
    const { row, fee, amount, charged, shape, computed } = each;
    const operands = joinCells([fee.cell, ...(row.days ? [row.days.cell] : [])]);
    if (!shape || !computed || (!computed.equals(amount.value) && !stated.certain)) {
      return draft({
        kind: 'amount',
        ...statedOnly(amount),
        verdict: 'not-checked',
        operands,
        message: message('amount.not-checked', { reason: message('reason.no-known-rule') }),
      });
    }
    const agrees = computed.equals(amount.value);
    const expression = prorationExpression(each, shape, rule);
    if (!agrees && stated.ownRule && each.byOwnRule?.equals(amount.value)) {
      const own = { id: stated.ownRule.id, label: prorationLabel(stated.ownRule) };
      return draft({
        kind: 'amount',
        ...comparison(amount, computed),
        verdict: 'explained',
        operands,
        expression,
        rule: own,
        explanations: [
          { ...own, value: each.byOwnRule, fits: true },
          { id: rule.id, label, value: computed, fits: false },
        ],
        message: message('amount.explained-other-rule', { rule: own.label, chosen: label, computed }),
      });
    }
    return draft({
      kind: 'amount',
      ...comparison(amount, computed),
      verdict: agrees ? 'agrees' : 'disagrees',
      operands,
      expression,
      causes: agrees ? [] : causesOf(row),
      message: message(agrees ? 'amount.agrees' : 'amount.disagrees', {
        fee: fee.value,
        days: charged.days,
        rule: label,
        stated: amount.value,
        computed,
        difference: amount.value.minus(computed).abs(),
      }),
    });
  });
}

/** The rule over the row as a formula over the fee's cell, and over the days' cell where all days are charged alike. */
function prorationExpression(
  { fee, row, charged, amount }: StatedRow,
  shape: ProrationShape,
  rule: ProrationRule,
): Expression {
  const number = (value: number): Expression => ({ kind: 'number', value: new Decimal(value) });
  const days = (value: number): Expression =>
    row.days && !row.days.textual && row.days.value.equals(value) && value === charged.days
      ? { kind: 'cell', cell: row.days.cell }
      : number(value);
  const terms: Expression[] = [];
  if (shape.fullFees !== 0) {
    const times = rule.family === 'price-by-day' ? days(shape.fullFees) : number(shape.fullFees);
    terms.push(shape.fullFees === 1 ? termOf(fee) : { kind: 'multiply', a: termOf(fee), b: times });
  }
  for (const { times, numerator, denominator } of shape.terms) {
    const of: Expression = {
      kind: 'divide',
      a: numerator === 1 ? termOf(fee) : { kind: 'multiply', a: termOf(fee), b: days(numerator) },
      b: number(denominator),
    };
    const rounded: Expression = { kind: 'round', of, mode: rule.mode, unit: rule.unit };
    terms.push(times === 1 ? rounded : { kind: 'multiply', a: rounded, b: days(times) });
  }
  const [only] = terms;
  const total: Expression = terms.length === 1 && only ? only : { kind: 'sum', ranges: [], terms };
  return amount.value.isNegative() ? { kind: 'multiply', a: total, b: number(-1) } : total;
}
