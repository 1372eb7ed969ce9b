import { ROUNDING_MODES, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Figure, Table } from '../tables/document';
import { Decimal } from '../values/decimal';
import { comparison, draft, type DraftFinding, termOf } from './draft';
import type { Expression } from './expression';
import type { Cause, Explanation } from './finding';
import { message } from './message';
import { PrintedPrecision } from './printedPrecision';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';

const ONE_YEN = new Decimal(1);

/** Every amount that stands beside a quantity and a unit price, against their product (below one yen: rounded down). */
export function checkQuantities(table: Table): DraftFinding[] {
  const precision = new PrintedPrecision(table);
  return table.rows.flatMap(({ quantity, unitPrice, amount }) =>
    quantity && unitPrice && amount ? [checkProduct(quantity, unitPrice, amount, precision)] : [],
  );
}

function checkProduct(quantity: Figure, price: Figure, amount: Figure, precision: PrintedPrecision): DraftFinding {
  const product = quantity.value.times(price.value);
  const whole = amount.value.isInteger();
  const computed = whole ? roundTo(product, ONE_YEN, 'down') : product;
  const tolerance = precision
    .halfStep(amount)
    .plus(precision.halfStep(quantity).times(price.value.abs()))
    .plus(precision.halfStep(price).times(quantity.value.abs()));
  const difference = amount.value.minus(computed);
  const explanations = explain(amount.value, product);
  const taken = explanations.find((explanation) => explanation.fits);
  const verdict = difference.isZero()
    ? 'agrees'
    : taken
      ? 'explained'
      : difference.abs().lessThanOrEqualTo(tolerance)
        ? 'within-rounding'
        : 'disagrees';
  return draft({
    kind: 'quantity',
    ...comparison(amount, computed),
    tolerance,
    verdict,
    operands: joinCells([quantity.cell, price.cell]),
    expression: productExpression(quantity, price, whole && !product.isInteger()),
    rule: verdict === 'explained' && taken ? { id: taken.id, label: taken.label } : null,
    explanations: verdict === 'explained' ? explanations : [],
    causes: verdict === 'disagrees' ? causesOf(quantity, price, amount, computed) : [],
    message: message(`quantity.${verdict}`, {
      quantity: quantity.value,
      price: price.value,
      stated: amount.value,
      computed,
      difference: difference.abs(),
      tolerance,
      rule: taken?.label ?? '',
    }),
  });
}

function explain(stated: Decimal, product: Decimal): Explanation[] {
  const all = ROUNDING_MODES.map((mode): Explanation => {
    const value = roundTo(product, ONE_YEN, mode);
    const label = message('rule.quantity', { rounding: message(`rounding.${mode}`) });
    return { id: `quantity.${mode}`, label, value, fits: value.equals(stated) };
  });
  return [...all.filter(({ fits }) => fits), ...all.filter(({ fits }) => !fits)];
}

function productExpression(quantity: Figure, price: Figure, rounded: boolean): Expression {
  const product: Expression = { kind: 'multiply', a: termOf(quantity), b: termOf(price) };
  return rounded ? { kind: 'round', of: product, mode: 'down', unit: ONE_YEN } : product;
}

/** A slip in the amount, or in one of its factors where the other divides the amount. */
function causesOf(quantity: Figure, price: Figure, amount: Figure, computed: Decimal): Cause[] {
  const consider = (figure: Figure, needed: Decimal): Cause[] => {
    const slip = needed.decimalPlaces() <= figure.value.decimalPlaces() ? classifySlip(figure.value, needed) : null;
    return slip ? [numberCause(slip.kind, figure.cell, figure.value, needed, slip.bits + Math.log2(3))] : [];
  };
  return rankCauses([
    ...consider(amount, computed),
    ...(price.value.isZero() ? [] : consider(quantity, amount.value.div(price.value))),
    ...(quantity.value.isZero() ? [] : consider(price, amount.value.div(quantity.value))),
  ]);
}
