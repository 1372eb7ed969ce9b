import type { Judged } from './judge';
import { percent } from './percent';

const SIZES = [
  [5, 7],
  [8, 20],
  [21, 200],
] as const;

/** Whether the true pro-rata rule is the one that is named, by how many rows there are; with `list`, every book where it is not. */
export function printRules(judged: readonly Judged[], list: boolean): void {
  console.log(
    'true pro-rata rule or its class named first, or in the set of rules that are not told apart (by itself: without such sets); claims ("fits") and sets, and wrong ones',
  );
  for (const [label, chosen] of [
    ['round fees, not printed', judged.filter(({ book }) => book.roundFees && book.evidence !== 'fees')],
    ['any fees, not printed', judged.filter(({ book }) => !book.roundFees && book.evidence !== 'fees')],
    ['fees printed', judged.filter(({ book }) => book.evidence === 'fees')],
  ] as const) {
    for (const [least, most] of SIZES) {
      const books = chosen.filter(({ book, rule }) => rule && book.rows >= least && book.rows <= most);
      const share = percent(books.filter(({ rule }) => rule?.right).length, books.length);
      const alone = percent(books.filter(({ rule }) => rule?.alone).length, books.length);
      const sets = books.filter(({ rule }) => rule?.inSet);
      const wrongSets = sets.filter(({ rule }) => !rule?.right);
      const claims = books.filter(({ rule }) => rule?.claimed);
      const wrong = claims.filter(({ rule }) => !rule?.right);
      console.log(
        `  ${label}, ${least}–${most} rows: ${share} (by itself ${alone}) of ${books.length}; ${claims.length} claims, ${wrong.length} wrong; ${sets.length} sets, ${wrongSets.length} wrong`,
      );
      if (list) for (const one of books) if (!one.rule?.right) console.log(`    ${missed(one)}`);
    }
  }
}

/** How tables whose amounts follow their rule not plainly, and tables without any rule that is looked for, are taken; by what is so about them. */
export function printVaried(
  title: string,
  judged: readonly { readonly twist: string; readonly judged: Judged }[],
  list: boolean,
): void {
  console.log(
    `${title}: true rule or its class first or in the set; claims ("fits") and wrong ones; books with false alarms`,
  );
  for (const twist of [...new Set(judged.map((each) => each.twist))].sort()) {
    const books = judged.filter((each) => each.twist === twist).map((each) => each.judged);
    const claims = books.filter(({ rule }) => rule?.claimed);
    const wrong = claims.filter(({ rule }) => !rule?.right);
    const alarmed = books.filter(({ alarms }) => alarms.length > 0);
    const right = percent(books.filter(({ rule }) => rule?.right).length, books.length);
    console.log(
      `  ${twist.padEnd(20)} ${right.padStart(8)} of ${books.length}; ${claims.length} claims, ${wrong.length} wrong; ${alarmed.length} alarms`,
    );
    if (list) for (const one of [...new Set([...wrong, ...alarmed])]) console.log(`    ${missed(one)}`);
  }
}

function missed({ book, name, rule, verification }: Judged): string {
  const [said] = verification.prorations;
  const named = said
    ? `${said.rule.id}${said.alike.length > 0 ? ` or ${said.alike.length} others` : ''} (${said.strength}, ${said.bits.toFixed(1)} bits, ahead by ${said.marginBits.toFixed(1)}; then ${said.runnerUp?.rule.id ?? 'none'})`
    : 'nothing';
  return `${rule?.claimed ? 'WRONG CLAIM ' : ''}${name} ${book.rows} rows (${said?.supportingRows ?? 0} in support): is ${book.rule}, said ${named}`;
}
