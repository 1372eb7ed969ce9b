import { floorDivide } from '../values/integers';
import type { RoundingMode } from './rounding';

/**
 * numerator ÷ denominator to a multiple of `unit`, exactly, for safe whole numbers (numerator not negative, twice the numerator
 * still safe).
 */
export function roundQuotient(numerator: number, denominator: number, unit: number, mode: RoundingMode): number {
  const step = denominator * unit;
  if (mode === 'down') return unit * floorDivide(numerator, step);
  if (mode === 'up') return unit * ceilingDivide(numerator, step);
  return unit * floorDivide(2 * numerator + step, 2 * step);
}

/** The smallest integer not below a ÷ b, for safe integers and b > 0. */
export function ceilingDivide(a: number, b: number): number {
  return 0 - floorDivide(0 - a, b);
}
