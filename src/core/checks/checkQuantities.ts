import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import { joinCells } from '../sheets/address';
import type { Table } from '../tables/document';
import type { Decimal } from '../values/decimal';
import { comparison, draft, type DraftFinding } from './draft';
import type { Expression } from './expression';
import type { CausesOf, Explanation } from './finding';
import { message } from './message';
import { type Products, productsOf, productTolerance, stepsFor, WHOLE } from './productCustom';
import { cellsOf, expressionOf, productInWords, productOf, type ProductRow } from './productTerms';

/**
 * Every amount that stands beside a quantity and a unit price, against their product, with the quantity that the price is for and
 * the row's discounts and surcharges where they are printed. Amounts in yen are rounded down to a yen unless most rows are
 * rounded otherwise, those with cents half up to a cent. Where most rows are no products, it is no error to be none.
 */
export function checkQuantities(table: Table, causesOf: CausesOf): DraftFinding[] {
  const products = productsOf(table);
  return products ? products.rows.map((row) => checkProduct(row, products, causesOf)) : [];
}

function checkProduct(row: ProductRow, { custom, precision, certainty }: Products, causesOf: CausesOf): DraftFinding {
  const { quantity, amount } = row;
  const { step, mode } = custom;
  const product = productOf(row);
  const computed = roundTo(product, step, mode);
  const tolerance = productTolerance(row, custom, precision);
  const difference = amount.value.minus(computed);
  const explanations = stepsFor(row, step).flatMap((each) => explain(amount.value, product, each));
  const taken = explanations.find(({ fits }) => fits);
  const verdict = difference.isZero()
    ? 'agrees'
    : taken
      ? 'explained'
      : difference.abs().lessThanOrEqualTo(tolerance)
        ? 'within-rounding'
        : certainty === 'certain'
          ? 'disagrees'
          : 'possible';
  return draft({
    kind: 'quantity',
    ...comparison(amount, computed),
    tolerance,
    verdict,
    operands: joinCells(cellsOf(row)),
    expression: rounded(expressionOf(row), computed.eq(product) ? null : mode, step),
    rule: verdict === 'explained' && taken ? { id: taken.id, label: taken.label } : null,
    explanations: verdict === 'explained' ? fittingFirst(explanations) : [],
    causes: verdict === 'disagrees' ? causesOf(quantity) : [],
    message: message(`quantity.${verdict}`, {
      product: productInWords(row),
      stated: amount.value,
      computed,
      difference: difference.abs(),
      tolerance,
      rule: taken?.label ?? '',
    }),
  });
}

function explain(stated: Decimal, product: Decimal, step: Decimal): Explanation[] {
  return ROUNDING_MODES.map((mode): Explanation => {
    const value = roundTo(product, step, mode);
    const rounding = message(`rounding.${mode}`);
    const label = step.eq(WHOLE)
      ? message('rule.quantity', { rounding })
      : message('rule.quantity-step', { rounding, step });
    return { id: `quantity.${mode}`, label, value, fits: value.equals(stated) };
  });
}

const fittingFirst = (all: readonly Explanation[]): Explanation[] => [
  ...all.filter(({ fits }) => fits),
  ...all.filter(({ fits }) => !fits),
];

function rounded(of: Expression, mode: RoundingMode | null, unit: Decimal): Expression {
  return mode === null ? of : { kind: 'round', of, mode, unit };
}
