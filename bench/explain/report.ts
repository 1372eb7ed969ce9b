import type { Judged, JudgedFault } from './judge';
import { percent } from './percent';

/** How many books without faults have a figure that is said to disagree. */
export function printClean(judged: readonly Judged[], list: boolean): void {
  const alarmed = judged.filter(({ alarms }) => alarms.length > 0);
  const doubted = judged.filter(({ verification }) =>
    verification.findings.some(({ verdict, kind }) => verdict === 'possible' && kind !== 'amount'),
  );
  console.log(
    `${judged.length} books without faults: ${alarmed.length} with false alarms, ${doubted.length} with doubts`,
  );
  if (!list) return;
  for (const { name, alarms } of alarmed) console.log(`  ${name} ${alarms.map(({ id }) => id).join(' ')}`);
  for (const { name } of doubted) console.log(`  doubts: ${name}`);
}

/** How many of the relations that are true of books without faults are found, by their kind. */
export function printFound(judged: readonly Judged[], list: boolean): void {
  const shares = (['quantity', 'sum', 'tax', 'gross'] as const).map((kind) => {
    const all = judged.flatMap(({ book }) => book.truths.filter((truth) => truth.kind === kind)).length;
    const missed = judged.flatMap(({ found }) => found.missed.filter((truth) => truth.kind === kind)).length;
    return `${kind} ${percent(all - missed, all)} of ${all}`;
  });
  const unchecked = judged.filter(({ verification }) =>
    verification.findings.some(({ verdict }) => verdict === 'not-checked'),
  );
  const explained = judged.filter(({ verification }) =>
    verification.findings.some(({ verdict }) => verdict === 'explained'),
  );
  console.log(`  true relations found: ${shares.join('; ')}`);
  console.log(`  ${unchecked.length} with figures not checked, ${explained.length} with figures explained`);
  if (!list) return;
  for (const { name, found } of judged)
    if (found.missed.length > 0)
      console.log(`  missed: ${name} ${found.missed.map(({ cell, kind }) => `${kind}:${cell}`).join(' ')}`);
  for (const { name } of unchecked) console.log(`  not checked: ${name}`);
}

/** How the faults were explained, by kind and by what the book prints. */
export function printFaults(title: string, judged: readonly Judged[], list: boolean): void {
  const all = judged.flatMap(({ book, name, faults }) => faults.map((judgedFault) => ({ book, name, ...judgedFault })));
  console.log(`${title}: detected; right cause first or in the tie; alone first`);
  const line = (label: string, chosen: readonly JudgedFault[]) => {
    const share = (holds: (fault: JudgedFault) => boolean) => percent(chosen.filter(holds).length, chosen.length);
    const shares = [share((each) => each.detected), share((each) => each.amongFirst), share((each) => each.alone)];
    console.log(`  ${label.padEnd(50)} ${shares.map((each) => each.padStart(8)).join(' ')}  of ${chosen.length}`);
  };
  line('all', all);
  for (const evidence of ['one-total', 'tax-and-gross', 'rule', 'fees', 'prices'] as const) {
    const chosen = all.filter(({ book }) => book.evidence === evidence);
    if (chosen.length > 0) line(evidence, chosen);
  }
  for (const label of [...new Set(all.map(({ fault }) => fault.label))].sort()) {
    line(
      label,
      all.filter(({ fault }) => fault.label === label),
    );
  }
  if (!list) return;
  for (const { name, fault, detected, amongFirst, alone, book } of all) {
    if (alone) continue;
    const lacking = !detected ? 'MISSED' : amongFirst ? 'tie' : 'cause';
    console.log(`  ${lacking} ${name} ${fault.label} ${fault.cell} [${book.evidence}]`);
  }
}

/** How long the checks take. */
export function printTimes(judged: readonly Judged[]): void {
  for (const [least, most] of [
    [3, 99],
    [100, 200],
  ] as const) {
    const chosen = judged.filter(({ book }) => book.rows >= least && book.rows <= most);
    const at = (times: readonly number[], share: number) =>
      [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1) ?? '–';
    const explain = chosen.map(({ milliseconds }) => milliseconds.explain);
    const find = chosen.map(({ milliseconds }) => milliseconds.find);
    console.log(
      `${least}–${most} rows (${chosen.length}): explained in ${at(explain, 0.5)} ms median, ${at(explain, 0.95)} ms 95th percentile; tables found in ${at(find, 0.5)} / ${at(find, 0.95)} ms`,
    );
  }
}
