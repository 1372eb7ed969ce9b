/* Whole numbers only: these are exact for every safe integer, and the only place in the core that may round. */
/* eslint-disable no-restricted-properties -- exact integer division, no fractions of money pass through here */

/** The largest integer not above a ÷ b, for safe integers and b > 0. */
export function floorDivide(a: number, b: number): number {
  return Math.floor(a / b);
}

/** The remainder that goes with {@link floorDivide}: never negative for b > 0. */
export function modulo(a: number, b: number): number {
  return a - b * floorDivide(a, b);
}
