import { lstat, realpath } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { CLI_TEXTS, UsageError } from './options';

/**
 * Where what is made of each input goes, in the inputs' order: under its own name, with another extension where one is given (`.html`).
 *
 * @throws UsageError where one may not be written: then none is.
 */
export async function planOutputs(
  folder: string,
  files: readonly string[],
  language: Language,
  extension: string | null = null,
): Promise<string[]> {
  const texts = CLI_TEXTS[language];
  const outputs = files.map((file) => {
    const name = extension === null ? basename(file) : `${basename(file, extname(file))}${extension}`;
    return join(folder, name);
  });
  const names = outputs.map((output) => resolve(output).normalize('NFC').toLowerCase());
  for (const [index, output] of outputs.entries()) {
    if (names.indexOf(names[index] ?? '') !== index) {
      throw new UsageError(fill(texts['write.same-name'], { name: basename(output) }));
    }
    for (const file of files) {
      if (await isSamePath(output, file)) throw new UsageError(fill(texts['write.own-path'], { name: output }));
    }
    if (await exists(output)) throw new UsageError(fill(texts['write.exists'], { name: output }));
  }
  return outputs;
}

/** Anything of that name: a symbolic link too, wherever it leads. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function isSamePath(a: string, b: string): Promise<boolean> {
  const real = async (path: string) => realpath(path).catch(() => resolve(path));
  return (await real(a)) === (await real(b));
}
