/**
 * Builds the pane and the workbench for `npm run workbench`, unminified, and only when something that goes into them has
 * changed since the last time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const SOURCES = [
  'src',
  'webpack',
  'assets/icons',
  'manifest.xml',
  'tsconfig.json',
  'tsconfig.base.json',
  'package-lock.json',
];

/** A fault that the user can act on; its message is all that is printed. */
export class WorkbenchError extends Error {}

/** @returns {Iterable<string>} every file in or at a path, in a stable order */
function* filesOf(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true, recursive: false }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(full);
    else yield full;
  }
}

function digestOf(root) {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    const path = join(root, source);
    for (const file of /\.\w+$/.test(source) ? [path] : filesOf(path)) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root the project's folder
 * @param {(line: string) => void} say told what is going on
 * @returns {Promise<{ page: string, pane: string }>} the folders to serve
 */
export async function buildForWorkbench(root, say) {
  const cache = join(root, '.cache', 'workbench');
  const built = { page: join(cache, 'page'), pane: join(cache, 'pane') };
  const stamp = join(cache, 'built');
  const digest = digestOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return built;

  say('Building the pane and the workbench (once, and after a change) …');
  const require = createRequire(join(root, 'package.json'));
  let webpack;
  try {
    webpack = require('webpack');
  } catch {
    throw new WorkbenchError('The packages are not installed. Run `npm ci` first.');
  }
  const configurations = [
    [require(join(root, 'webpack/pane.js'))('development'), built.pane],
    [require(join(root, 'webpack/workbench.js'))('development'), built.page],
  ].map(([configuration, path]) => ({
    ...configuration,
    devtool: false,
    output: { ...configuration.output, path },
    cache: { type: 'filesystem', cacheDirectory: join(cache, 'webpack'), name: configuration.name },
  }));
  await new Promise((resolve, reject) => {
    const compiler = webpack(configurations);
    compiler.run((fault, stats) => {
      compiler.close(() => {
        if (fault) reject(fault);
        else if (stats.hasErrors()) reject(new WorkbenchError(stats.toString('errors-only')));
        else resolve();
      });
    });
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, digest);
  return built;
}

/** The folders that `npm run build` filled. */
export function builtForShipping(root) {
  const built = { page: join(root, 'dist/workbench'), pane: join(root, 'dist/pane') };
  if (!existsSync(join(built.page, 'index.html')) || !existsSync(join(built.pane, 'taskpane.html'))) {
    throw new WorkbenchError('There is no build to serve. Run `npm run build` first.');
  }
  return built;
}
