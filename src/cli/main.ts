import { Command, CommanderError } from 'commander';
import manifest from '../../package.json';
import type { ReportOptions } from '../core/report/planSheets';
import { DAY_COUNT_RULES } from '../core/rules/dayCount';
import { ROUNDING_MODES } from '../core/rules/rounding';
import { LANGUAGES } from '../messages/language';
import { CLI_TEXTS, type RawOptions, readOptions, REPORT_FORMATS, UsageError } from './options';
import { type ExitStatus, verifyFiles } from './verifyFiles';

const USAGE_FAULT = 2;

function now(): ReportOptions['time'] {
  const clock = new Date();
  const date = { year: clock.getFullYear(), month: clock.getMonth() + 1, day: clock.getDate() };
  return { date, hour: clock.getHours(), minute: clock.getMinutes() };
}

/** Help is in the language asked for, which has to be known before the options are read. */
function languageOf(args: readonly string[]) {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'ja';
}

async function main(args: readonly string[]): Promise<ExitStatus> {
  const texts = CLI_TEXTS[languageOf(args)];
  let status: ExitStatus = 0;
  const program = new Command('kenzan').description(texts.description).version(manifest.version).exitOverride();
  program
    .command('verify')
    .description(texts['verify.description'])
    .argument('<FILE...>')
    .option('--json', texts['option.json'])
    .option('--lang <LANG>', `${texts['option.lang']} (${LANGUAGES.join(', ')})`)
    .option('--incident-date <DATE>', texts['option.incident-date'])
    .option('--day-count <RULE>', `${texts['option.day-count']} (${DAY_COUNT_RULES.join(', ')})`)
    .option('--tax-rate <PERCENT>', texts['option.tax-rate'])
    .option('--tax-rounding <MODE>', `${texts['option.tax-rounding']} (${ROUNDING_MODES.join(', ')})`)
    .option('--proration <RULE>', texts['option.proration'])
    .option('--compare-tax <RULE>', texts['option.compare-tax'])
    .option('--compare-rate <PERCENT>', texts['option.compare-rate'])
    .option('--write <DIR>', texts['option.write'])
    .option('--report <FORMAT>', `${texts['option.report']} (${REPORT_FORMATS.join(', ')})`)
    .option('--out <DIR>', texts['option.out'])
    .addOption(program.createOption('--time <TIME>').hideHelp())
    .exitOverride()
    .action(async (files: string[], raw: RawOptions) => {
      status = await verifyFiles(files, readOptions(raw, now()), manifest.version, {
        out: (line) => console.log(line),
        err: (line) => console.error(line),
      });
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_FAULT;
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return USAGE_FAULT;
  }
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = USAGE_FAULT;
  },
);
