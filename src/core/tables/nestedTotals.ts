import { foldLabel } from '../reading/fold';
import type { Line } from './lines';
import type { TotalLabel } from './words/totalWords';

const JAPANESE_TOTAL = /(の部)?(総|小|中)?(合計|計)(金?額)?$/;
const ENGLISH_TOTAL = /^total\b|\btotals?$/g;
/** Parts of 純資産 that do not hold its name (会社計算規則 第76条). */
const OF_NET_ASSETS = /^(株主資本|評価・?換算差額等|新株予約権|株式引受権|非支配株主持分)$/;
const BETWEEN = /[・及びおよ並びに、,&/]+/g;
const MOST_PARTS = 3;

/**
 * Totals whose names say which others they take in. 資産合計 takes in 流動資産合計 and 固定資産合計, though all are 合計: the narrower ones rank
 * below. 負債純資産合計 is the sum of 負債合計 and 純資産合計 and of nothing else that stands above.
 */
export function withNestedTotals(lines: readonly Line[]): readonly Line[] {
  const nested = [...lines];
  const before: Named[] = [];
  lines.forEach((line, index) => {
    const { kind, total, label, row } = line;
    const stem = kind === 'total' && total && !total.step ? stemOf(label) : '';
    if (stem === '' || !total) return;
    const parts = partsOf(stem, before);
    if (parts) nested[index] = withTotal(line, total, { parts: parts.map((part) => part.row), rank: 4 });
    else for (const { index: at } of before.filter(({ name }) => isWithin(name, stem))) lower(nested, at, total);
    before.push({ index, row, name: stem });
  });
  return nested.every((line, at) => line === lines[at]) ? lines : nested;
}

/** Ranks a total below a wider one. */
function lower(nested: Line[], at: number, wider: TotalLabel): void {
  const line = nested[at];
  if (!line?.total || line.total.rank < wider.rank) return;
  nested[at] = withTotal(line, line.total, { rank: wider.rank > 1 ? ((wider.rank - 1) as 1 | 2 | 3) : 1 });
}

const withTotal = (line: Line, total: TotalLabel, change: Partial<TotalLabel>): Line => {
  return { ...line, total: { ...total, ...change } };
};

/** What a total's label says that it is the total of. */
function stemOf(label: string): string {
  const folded = foldLabel(label)
    .replace(/[([][^)\]]*[)\]]/g, '')
    .trim();
  return folded.replace(JAPANESE_TOTAL, '').replace(ENGLISH_TOTAL, '').trim();
}

function isWithin(narrow: string, wide: string): boolean {
  if (narrow === wide) return false;
  if (wide === '純資産' && OF_NET_ASSETS.test(narrow)) return true;
  return /^[\x20-\x7e]+$/.test(wide) ? narrow.endsWith(` ${wide}`) : narrow.endsWith(wide);
}

interface Named {
  readonly index: number;
  readonly row: number;
  readonly name: string;
}

/** The totals whose names, in their order, make up a wider one's; null where they do not. */
function partsOf(stem: string, before: readonly Named[]): Named[] | null {
  if (/^[\x20-\x7e]+$/.test(stem)) {
    const names = stem.split(/,? and |, | ?& ?/);
    if (names.length < 2) return null;
    const parts = names.map((name) =>
      [...before].reverse().find((one) => one.name === name || isWithin(one.name, name)),
    );
    const found = parts.flatMap((part) => part ?? []);
    return found.length === names.length ? found : null;
  }
  const plain = stem.replace(BETWEEN, '');
  const lastOf = new Map(before.map((one) => [one.name.replace(BETWEEN, ''), one]));
  return split(plain, lastOf, MOST_PARTS);
}

function split(text: string, names: ReadonlyMap<string, Named>, most: number): Named[] | null {
  if (most < 2) return null;
  for (const [name, part] of names) {
    if (name === '' || !text.startsWith(name) || name === text) continue;
    const rest = text.slice(name.length);
    const last = names.get(rest);
    if (last && last !== part) return [part, last];
    const more = split(rest, names, most - 1);
    if (more) return [part, ...more];
  }
  return null;
}
