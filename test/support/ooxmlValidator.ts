import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/* Microsoft's own validator of Office Open XML, as the test set-up installs it. */

const VALIDATOR = join(__dirname, '../../.cache/ooxml-validator/node_modules/.bin/ooxml-validator');

/**
 * The errors that the validator finds in a file, as text.
 *
 * @throws Error where it cannot be run.
 */
export function errorsOf(file: string): string[] {
  const { stdout, stderr, error } = spawnSync(VALIDATOR, [file], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error || stdout === '') throw new Error(`The validator could not be run: ${error?.message ?? stderr}`);
  return (JSON.parse(stdout) as { errors: unknown[] }).errors.map((entry) => JSON.stringify(entry));
}
