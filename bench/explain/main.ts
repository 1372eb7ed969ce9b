import { Random } from '../random';
import type { Book } from './book';
import { drawBook } from './draw';
import { compensationBook } from './compensation';
import { invoiceBook } from './invoice';
import { INVOICE_KINDS } from './invoiceFaults';
import { type Judged, judge } from './judge';
import { printClean, printFaults, printFound, printTimes } from './report';
import { printRules, printVaried } from './ruleReport';
import { outsideBook, variedBook } from './variedBooks';

const SEED = 20_260_701;
const CLEAN = 1_000;
const USAGE = `Usage: npm run bench:explain -- [--documents N] [--seed N] [--family compensation|invoice] [--rules] [--list] [--show NAME]

Generates workbooks without faults (N of them, ${CLEAN} unless given), with one fault of each kind and with two faults, and prints how
well each is explained. --rules leaves the faults out. --list also names the books where something was missed; --show prints one of them, and what was said of it.`;

const FAMILIES = ['compensation', 'invoice'] as const;
type Family = (typeof FAMILIES)[number];

const MAKERS = { compensation: compensationBook, invoice: invoiceBook };

const KINDS = [
  'transposed-digits',
  'wrong-digit',
  'omitted-row',
  'counted-twice',
  'sign',
  'subtotal-counted-with-details',
  'unit-slip',
  'old-tax-rate',
  'other-day-count',
  'other-date',
  'text-number-skipped',
  'hidden-row',
] as const;

interface Options {
  readonly documents: number;
  readonly seed: number;
  readonly list: boolean;
  readonly rulesOnly: boolean;
  readonly show: string | null;
  readonly families: readonly Family[];
}

/** Reads the arguments; null where they cannot be used. */
function readArguments(args: readonly string[]): Options | null {
  let options: Options = {
    documents: CLEAN,
    seed: SEED,
    list: false,
    rulesOnly: false,
    show: null,
    families: FAMILIES,
  };
  const rest = [...args];
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--list' || name === '--rules') {
      options = name === '--list' ? { ...options, list: true } : { ...options, rulesOnly: true };
      continue;
    }
    const value = rest.shift();
    const number = Number(value);
    if (name === '--show' && value !== undefined) options = { ...options, show: value };
    else if (name === '--documents' && Number.isInteger(number) && number > 0)
      options = { ...options, documents: number };
    else if (name === '--seed' && Number.isInteger(number)) options = { ...options, seed: number };
    else if (name === '--family') {
      const family = FAMILIES.find((each) => each === value);
      if (!family) return null;
      options = { ...options, families: [family] };
    } else return null;
  }
  return options;
}

/** As many books as asked for, each from a seed of its own, so that one can be made again by its name. */
function* books(
  family: Family,
  kind: string,
  kinds: readonly string[],
  count: number,
  seed: number,
): Generator<[string, Book]> {
  let made = 0;
  for (let trial = 0; made < count; trial += 1) {
    const book = MAKERS[family](new Random(seed + hash(kind) + trial * 7919), kinds);
    if (!book) continue;
    made += 1;
    yield [`${family === 'invoice' ? 'invoice:' : ''}${kind}:${trial}`, book];
  }
}

/** Judged books of a generator that says what is so about each, likewise made from seeds of their own. */
function variations(
  kind: string,
  make: typeof variedBook | typeof outsideBook,
  count: number,
  seed: number,
): { twist: string; judged: Judged }[] {
  const found: { twist: string; judged: Judged }[] = [];
  for (let trial = 0; found.length < count; trial += 1) {
    const made = make(new Random(seed + hash(kind) + trial * 7919));
    if (made) found.push({ twist: made.twist, judged: judge(made.book, `${kind}:${trial}`) });
  }
  return found;
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}

function show(book: Book, judged: Judged): void {
  for (const row of drawBook(book, 'shown').snapshot.sheets[0]?.rows ?? []) {
    console.log(row.map((cell) => cell?.text ?? '').join(' | '));
  }
  console.log(JSON.stringify({ rule: book.rule, faults: book.faults, named: judged.rule }));
  for (const { verdict, kind, cell, stated, computed, causes, message } of judged.verification.findings) {
    if (verdict === 'agrees') continue;
    console.log(
      `${kind} ${cell.row + 1}/${cell.column} ${verdict} ${stated?.toFixed()} ${computed?.toFixed()} ${message.code}`,
    );
    for (const each of causes) {
      console.log(
        `    ${each.cost.toFixed(1)} ${each.kind} ${each.cell.row + 1}/${each.cell.column} → ${String(each.suggested)}`,
      );
    }
  }
  for (const each of judged.verification.prorations) {
    console.log(each.rule.id, each.strength, each.bits, each.marginBits, each.runnerUp?.rule.id);
  }
}

function main(): void {
  const options = readArguments(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  if (options.show === null) for (const family of options.families) measure(family, options);
  else showNamed(options.show, options.seed);
}

/** Makes the book of a name again, and prints it with what was said of it. */
function showNamed(name: string, seed: number): void {
  const family: Family = name.startsWith('invoice:') ? 'invoice' : 'compensation';
  const [kind = '', trial = ''] = name.replace(/^invoice:/, '').split(':');
  const random = new Random(seed + hash(kind) + Number(trial) * 7919);
  const book =
    kind === 'varied'
      ? variedBook(random)?.book
      : kind === 'outside'
        ? outsideBook(random)?.book
        : MAKERS[family](random, kind === 'clean' ? [] : kind.split('+'));
  if (book) show(book, judge(book, name));
  else console.error(`There is no book ${name}.`);
}

function measure(family: Family, { documents, seed, list, rulesOnly }: Options): void {
  const kinds = family === 'invoice' ? INVOICE_KINDS : KINDS;
  const run = (name: string, chosen: readonly string[], count: number) =>
    [...books(family, name, chosen, count, seed)].map(([id, book]) => judge(book, id));
  console.log(family);
  const clean = run('clean', [], documents);
  printClean(clean, list);
  if (family === 'invoice') printFound(clean, list);
  else {
    printRules(clean, list);
    printVaried('rules not plainly followed', variations('varied', variedBook, documents, seed), list);
    printVaried('rules that are not looked for', variations('outside', outsideBook, documents, seed), list);
  }
  if (rulesOnly) {
    printTimes(clean);
    return;
  }
  const few = Math.max(1, Math.round(documents / 10));
  const faulty = kinds.flatMap((kind) => run(kind, [kind], few));
  printFaults('one fault', faulty, list);
  const two = kinds.flatMap((kind, index) => {
    const other = kinds[(index + 1) % kinds.length] ?? kind;
    return run(`${kind}+${other}`, [kind, other], Math.max(1, Math.round(few / 2)));
  });
  printFaults('two faults', two, list);
  printTimes(clean);
}

main();
