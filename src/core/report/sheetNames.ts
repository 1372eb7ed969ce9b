import type { SheetRole } from '../sheets/sheetPlan';
import type { Snapshot } from '../sheets/snapshot';

const LONGEST_NAME = 31;

/**
 * The name of each of our sheets in a workbook: the present name of our sheet of that role (the user may have renamed it),
 * or else the wanted name, numbered where another sheet has it. Excel takes names that
 * differ in case only, or in the width of their letters, for the same.
 */
export function sheetNames(
  present: Snapshot,
  wanted: Readonly<Record<SheetRole, string>>,
): Readonly<Record<SheetRole, string>> {
  const taken = new Set(present.sheets.map((sheet) => folded(sheet.name)));
  const nameOf = (role: SheetRole): string => {
    const own = present.sheets.filter((sheet) => sheet.role === role);
    // A copy that the user made of our sheet bears its mark too.
    const [kept] = [...own.filter(({ name }) => folded(name) === folded(wanted[role])), ...own];
    if (kept) return kept.name;
    const free = freeName(wanted[role], taken);
    taken.add(folded(free));
    return free;
  };

  return { findings: nameOf('findings'), totals: nameOf('totals'), timeline: nameOf('timeline') };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? '' : ` (${attempt})`;
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(folded(name))) return name;
  }
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
