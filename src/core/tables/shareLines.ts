import type { Decimal } from '../values/decimal';
import { type Column, ownColumn } from './column';
import type { Figure, ShareLine } from './document';
import type { Line } from './lines';
import { type Entry, entriesOf } from './signedTerms';
import { detailsOf, previousTotal } from './totalLines';
import { isReckonedInPercent, markAndName, shareInLabel, type StatedShare, statedShare } from './words/shareWords';

/** What a label says that its figure is a share of, as lines above it. */
export interface StatedBase {
  readonly percent: Decimal;
  readonly added: readonly Entry[];
  readonly taken: readonly Entry[];
}

/** The lines that a label names as what its figure is a share of (①×10%); null where it names none, or one that is not there. */
export function statedBase(entries: readonly Entry[], index: number): StatedBase | null {
  const entry = entries[index];
  const stated = entry ? statedShare(entry.line.label) : null;
  return stated && namedLines(entries.slice(0, index), stated);
}

function namedLines(above: readonly Entry[], { percent, terms }: StatedShare): StatedBase | null {
  const named = (wanted: string) =>
    [...above].reverse().find(({ line }) => {
      const { mark, name } = markAndName(line.label);
      return mark === wanted || name === wanted;
    });
  const found = terms.map(({ name, taken }) => ({ entry: named(name), taken }));
  const those = (taken: boolean) => found.flatMap((each) => (each.taken === taken ? (each.entry ?? []) : []));
  if (found.some((each) => !each.entry)) return null;
  return { percent, added: those(false), taken: those(true) };
}

/** The lines of a table that say what percentage of others they are: 諸経費（15%）, 値引（①×5%）, Contingency 10%. */
export function shareLines(lines: readonly Line[], columns: readonly Column[]): ShareLine[] {
  const own = ownColumn(columns);
  if (!own?.addable) return [];
  const entries = entriesOf(lines, own.column);
  return entries.flatMap((entry, index) => shareLine(entries, entry, index) ?? []);
}

function shareLine(entries: readonly Entry[], { line, figure }: Entry, index: number): ShareLine | null {
  if (line.kind !== 'detail' || figure.value.isZero()) return null;
  const stated = statedShare(line.label);
  if (stated) {
    const base = namedLines(entries.slice(0, index), stated);
    if (!base) return null;
    const [added, subtracted] = [figuresOf(base.added), figuresOf(base.taken)];
    return { target: figure, percent: base.percent, bases: [{ added, subtracted }], stated: true, worded: true };
  }
  const percent = shareInLabel(line.label) ?? line.share;
  const bases = percent ? basesAbove(entries, index) : [];
  if (!percent || bases.length === 0) return null;
  return { target: figure, percent, bases, stated: false, worded: isReckonedInPercent(line.label) };
}

/** What a share may be of: the total right above, with what stands between; the details above; any total above. */
function basesAbove(entries: readonly Entry[], index: number): ShareLine['bases'] {
  const at = previousTotal(entries, index);
  const total = at < 0 ? null : entries[at];
  const between = entries.slice(at + 1, index);
  const { details } = detailsOf(entries, index, 3);
  const all = entries.slice(0, index).filter(({ line }) => line.kind === 'detail');
  const totals = entries.slice(0, Math.max(at, 0)).filter(({ line }) => line.kind === 'total');
  const candidates = [
    ...(total ? [[total], ...(between.length > 0 ? [[total, ...between]] : [])] : []),
    ...(total ? [] : [details]),
    ...(between.length === 1 ? [between] : []),
    all,
    ...totals.reverse().map((each) => [each]),
  ].filter((candidate) => candidate.length > 0);
  const seen = new Set<string>();
  return candidates.flatMap((candidate) => {
    const key = candidate.map(({ line }) => line.row).join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ added: figuresOf(candidate), subtracted: [] }];
  });
}

const figuresOf = (entries: readonly Entry[]): Figure[] => entries.map(({ figure }) => figure);
