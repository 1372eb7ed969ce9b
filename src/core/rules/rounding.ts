import { Decimal } from '../values/decimal';

/** 切捨て, 四捨五入, 切上げ. Each is symmetric about zero: the magnitude is rounded, the sign kept (as Excel's ROUNDDOWN, ROUND and ROUNDUP do). */
export type RoundingMode = 'down' | 'half-up' | 'up';

export const ROUNDING_MODES: readonly RoundingMode[] = ['down', 'half-up', 'up'];

const MODES = { down: Decimal.ROUND_DOWN, 'half-up': Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP } as const;

/** `value` to a multiple of `unit` (positive: 1 yen, 10, 100, 0.01). Exact. */
export function roundTo(value: Decimal, unit: Decimal, mode: RoundingMode): Decimal {
  return value.div(unit).toDecimalPlaces(0, MODES[mode]).times(unit);
}

/** The first way in which a value is an exact one rounded to a unit; null where it is in none. */
export function roundingThatGives(value: Decimal, exact: Decimal, unit: Decimal): RoundingMode | null {
  return ROUNDING_MODES.find((mode) => roundTo(exact, unit, mode).equals(value)) ?? null;
}
