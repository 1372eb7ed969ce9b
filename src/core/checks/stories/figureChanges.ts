import type { Figure } from '../../tables/document';
import type { Decimal } from '../../values/decimal';
import { numberCause } from '../rankCauses';
import { classifySlip, otherValue, type Slip } from '../slips';
import type { Change } from './change';

/** A figure that was meant to be another. */
export function valueChange(figure: Figure, value: Decimal, slip: Slip, place: number, followed = false): Change {
  const { cost, ...cause } = numberCause(slip.kind, figure.cell, figure.value, value, slip.bits + place);
  return { cause, effect: { kind: 'value', value, followed }, bits: cost };
}

/** A figure that was meant to be another, by a slip or, at its price, altogether. Nothing where it is as printed. */
export function anyChange(figure: Figure, value: Decimal, place: number, followed = false): Change[] {
  if (value.equals(figure.value)) return [];
  const slip = classifySlip(figure.value, value) ?? otherValue(figure.value, value);
  return [valueChange(figure, value, slip, place, followed)];
}
