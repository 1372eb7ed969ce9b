import type { Line } from './lines';
import type { Entry } from './signedTerms';

/** Whether a line is a tax that is added to what stands above it. */
export function isExclusiveTax({ line }: { readonly line: Line }): boolean {
  return line.kind === 'tax' && line.total?.inclusive !== true;
}

/** The position of the nearest total above a line; −1 where there is none. */
export function previousTotal(entries: readonly Entry[], index: number): number {
  return lastIndex(entries, index, ({ line }) => line.kind === 'total');
}

/** The position of the last entry before a position that is such; −1 where there is none. */
export function lastIndex(entries: readonly Entry[], before: number, isSuch: (entry: Entry) => boolean): number {
  for (let at = before - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry && isSuch(entry)) return at;
  }
  return -1;
}

/** The details that a total of a rank takes in: those since the last total of its rank or a higher one. */
export function detailsOf(
  entries: readonly Entry[],
  index: number,
  rank: number,
): { readonly details: readonly Entry[]; readonly doubtful: boolean } {
  const details = (from: number, to: number) => entries.slice(from, to).filter(({ line }) => line.kind === 'detail');
  const closes = ({ line }: Entry) => line.kind === 'total' && (line.total?.rank ?? 0) >= rank;
  const boundary = lastIndex(entries, index, closes);
  const since = details(boundary + 1, index);
  if (since.length > 0) return { details: since, doubtful: false };
  const before = details(0, index);
  // Two totals of one rank below each other: the second may take in everything.
  if (before.length > 0) return { details: rank >= 3 ? before : [], doubtful: true };
  const next = entries.findIndex((entry, at) => at > index && closes(entry));
  const end = next < 0 ? entries.length : next;
  return { details: details(index + 1, end), doubtful: end < entries.length };
}

/** Whether a total takes in all details above it: it is no subtotal of one group among several. */
export function isWhole(entries: readonly Entry[], index: number): boolean {
  const rank = entries[index]?.line.total?.rank ?? 3;
  const closes = ({ line }: Entry) => line.kind === 'total' && (line.total?.rank ?? 0) >= rank;
  const boundary = lastIndex(entries, index, closes);
  if (boundary < 0) return true;
  const since = entries.slice(boundary + 1, index).filter(({ line }) => line.kind === 'detail');
  return since.length === 0 || since.every(({ line }) => line.settlement !== null);
}
