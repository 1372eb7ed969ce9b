import type { Random } from '../random';

export const chance = (random: Random, probability: number): boolean => random.next() < probability;

export function oneOf<T>(random: Random, items: readonly T[]): T {
  const item = random.pick(items);
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/** One of the items, each as often as its weight says. */
export function weighted<T>(random: Random, items: readonly (readonly [T, number])[]): T {
  let left = random.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  throw new RangeError('There is nothing to choose from.');
}

/** A whole number between the bounds, all orders of magnitude alike. */
export function logBetween(random: Random, least: number, most: number): number {
  return Math.min(most, Math.floor(least * ((most + 1) / least) ** random.next()));
}

/** Another digit at one place of a whole number; never at the front a nought. */
export function otherDigit(random: Random, value: number): number {
  const digits = [...Math.abs(value).toString()];
  const place = random.below(digits.length);
  const least = place === 0 && digits.length > 1 ? 1 : 0;
  const others = [...'0123456789'].filter((digit) => Number(digit) >= least && digit !== digits[place]);
  digits[place] = oneOf(random, others);
  return Math.sign(value || 1) * Number(digits.join(''));
}

/** Two neighbouring digits changed for each other; null where that changes nothing or puts a nought in front. */
export function swappedDigits(random: Random, value: number): number | null {
  const digits = [...Math.abs(value).toString()];
  const places = digits.flatMap((digit, place) => {
    const next = digits[place + 1];
    return next === undefined || next === digit || (place === 0 && next === '0') ? [] : [place];
  });
  const place = random.pick(places);
  if (place === undefined) return null;
  const [a = '', b = ''] = [digits[place], digits[place + 1]];
  digits.splice(place, 2, b, a);
  return Math.sign(value) * Number(digits.join(''));
}

/** A value as a slip leaves it: two digits swapped, one changed, or its thousands lost or added; null where it has no two to swap. */
export function slipped(random: Random, kind: string, value: number): number | null {
  if (kind === 'transposed-digits') return swappedDigits(random, value);
  if (kind === 'wrong-digit') return otherDigit(random, value);
  return value % 1000 === 0 && random.next() < 0.5 ? value / 1000 : value * 1000;
}
