/**
 * Writes `THIRD-PARTY-NOTICES.txt` beside what is built: every package that went into it, with its version, its licence and
 * the licence's text as the package brings it. Most licences ask for that wherever the code is passed on.
 */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Compilation, sources } = require('webpack');

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
/** The folder of a package: the last one of the path that lies in a node_modules. */
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

class NoticesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('notices', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'notices', stage }, () => {
        const notices = [...packagesOf(compilation.modules)].sort().map(notice);
        compilation.emitAsset(
          'THIRD-PARTY-NOTICES.txt',
          new sources.RawSource(notices.join(`\n${'='.repeat(80)}\n\n`)),
        );
      });
    });
  }
}

/** The folders of all packages that modules come from, those that webpack joined into one module included. */
function packagesOf(modules) {
  const folders = new Set();
  for (const { resource, modules: joined } of modules) {
    const folder = PACKAGE.exec(resource ?? '')?.[1];
    if (folder) folders.add(folder);
    if (joined) for (const inner of packagesOf(joined)) folders.add(inner);
  }
  return folders;
}

function notice(folder) {
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  const title = [`${name} ${version}`, license ? `Licence: ${license}` : '', homepage ?? ''].filter(Boolean).join('\n');
  return `${[title, ...texts].join('\n\n')}\n`;
}

module.exports = NoticesPlugin;
