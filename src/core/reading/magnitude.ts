import { Decimal, ZERO } from '../values/decimal';

const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };
const ENGLISH: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** Source of a pattern for figures: grouped by threes or plain, decimals allowed. */
export const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
/** Source of a pattern for figures with counting words of ten to the fourth (`4億6,245万6,000`) or of thousand and million. */
export const MAGNITUDE = `${DIGITS}(?: ?[十百千]?[万億兆]?(?: ?${DIGITS} ?[十百千]?[万億兆]?)*(?<=[十百千万億兆]|[万億兆]${DIGITS}))?(?: ?(?:thousand|million|billion)\\b|(?:k|m|mn|bn)\\b)?`;

const PART = new RegExp(`^ ?(${DIGITS}) ?([十百千]?)([万億兆]?)`);

/** A printed magnitude without sign: its value and the worth of one step of the last printed place. */
export interface Magnitude {
  readonly value: Decimal;
  readonly unit: Decimal;
}

/** Reads `7,133,008`, `4億6,245万6,000`, `443千`, `3百万`, `1.5 million`; null for anything else, such as `1,23` or `0123`. */
export function readMagnitude(text: string): Magnitude | null {
  const english = /^(.*?) ?(thousand|million|billion|k|mn|m|bn)$/.exec(text);
  if (english?.[1] !== undefined && english[2] !== undefined) {
    const inner = readMagnitude(english[1]);
    const factor = ENGLISH[english[2]] ?? 1;
    return inner && { value: inner.value.times(factor), unit: inner.unit.times(factor) };
  }
  return readCounted(text);
}

function readCounted(text: string): Magnitude | null {
  let rest = text;
  let total = ZERO;
  let section = ZERO;
  let unit = new Decimal(1);
  let previousLarge = Infinity;
  let previousSmall = Infinity;
  let parts = 0;
  while (rest !== '') {
    const match = PART.exec(rest);
    const digits = match?.[1];
    if (!match || digits === undefined || hasLeadingZero(digits)) return null;
    const small = SMALL[match[2] ?? ''] ?? 1;
    const large = LARGE[match[3] ?? ''] ?? 1;
    const plain = new Decimal(digits.replace(/,/g, ''));
    if (parts > 0 && (small >= previousSmall || (previousSmall === Infinity && large >= previousLarge))) return null;
    section = section.plus(plain.times(small));
    unit = new Decimal(10).pow(-plainDecimals(digits)).times(small).times(large);
    if (large > 1 || match[0].length === rest.length) {
      if (large >= previousLarge) return null;
      total = total.plus(section.times(large));
      section = ZERO;
      previousLarge = large;
      previousSmall = Infinity;
    } else {
      if (small === 1) return null;
      previousSmall = small;
    }
    parts += 1;
    rest = rest.slice(match[0].length);
  }
  return parts === 0 ? null : { value: total, unit };
}

function plainDecimals(digits: string): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}

/** `0120` is a number to call, not to add; `0` and `0.5` are figures. */
function hasLeadingZero(digits: string): boolean {
  return /^0[\d,]/.test(digits);
}
