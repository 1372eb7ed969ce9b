import { type AnnotatedTable, readTables } from './aggrecol';
import { printFaults } from './faultReport';
import { runFaults, trueSums } from './faults';
import { printOffice } from './office/officeReport';
import { Random } from '../random';
import { printScores, readGrids } from './scoring';
import { printSpeed } from './speed';
import { checkUntouched, printUntouched } from './untouched';

const SEED = 20_260_401;
const TRIALS = 600;
const USAGE = `Usage: npm run bench:totals -- FILE [--list] [--faults] [--seed=N]
       npm run bench:totals -- --office [--list] [--seed=N]

FILE holds AggreCol's tables, one JSON object a line, gzipped or not.
--list also prints every table with false or missed sums, every reported sum, and every changed digit that was missed, and why.
--faults leaves out precision and recall, and speed. --seed=N draws other faults.
--office takes the tables of this bench, as offices print them, instead of a file.`;

interface Arguments {
  /** Null for the tables of this bench. */
  readonly tables: AnnotatedTable[] | null;
  readonly list: boolean;
  readonly faultsOnly: boolean;
  readonly seed: number;
}

/** Reads the arguments and the file; null, with a message on the error stream, where they cannot be used. */
function readArguments(args: readonly string[]): Arguments | null {
  const files = args.filter((argument) => !argument.startsWith('--'));
  const seeds = args.flatMap((argument) => /^--seed=(\d{1,9})$/.exec(argument)?.[1] ?? []);
  const flags = ['--list', '--faults', '--office', ...seeds.map((seed) => `--seed=${seed}`)];
  const unknown = args.filter((argument) => argument.startsWith('--') && !flags.includes(argument));
  const [file] = files;
  const office = args.includes('--office');
  if ((file === undefined) !== office || files.length > 1 || unknown.length > 0) {
    console.error(USAGE);
    return null;
  }
  try {
    return {
      tables: file === undefined ? null : readTables(file),
      list: args.includes('--list'),
      faultsOnly: args.includes('--faults'),
      seed: seeds[0] === undefined ? SEED : Number(seeds[0]),
    };
  } catch (error) {
    console.error(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

function main(): void {
  const given = readArguments(process.argv.slice(2));
  if (!given) {
    process.exitCode = 1;
    return;
  }
  const { list, faultsOnly, seed } = given;
  if (!given.tables) {
    printOffice(seed, list);
    return;
  }
  const tables = readGrids(given.tables);
  if (!faultsOnly) printScores(tables, seed, list);
  const untouched = checkUntouched(tables);
  printUntouched(untouched, list);
  const sums = trueSums(tables);
  for (const faultIn of ['total', 'addend'] as const) {
    printFaults(faultIn, runFaults(sums, untouched, faultIn, TRIALS, new Random(seed)), list);
  }
  if (!faultsOnly) printSpeed();
}

main();
