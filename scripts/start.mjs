/**
 * `npm start`: serves the pane on https://localhost:3000 and opens Excel with the add-in.
 *
 * Excel is opened by office-addin-debugging, an optional dependency that does not install everywhere: without it this
 * says how to load the add-in by hand, and serves all the same.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BY_HAND, debuggingCommand, ROOT } from './sideload/debugging.mjs';

const PORT = 3000;
const require = createRequire(import.meta.url);

const command = debuggingCommand();
if (!command) {
  console.log('office-addin-debugging is not installed (npm leaves it out where it cannot be built),');
  console.log('so Excel is not opened for you. Load the add-in by hand:');
  console.log(BY_HAND);
}
const certificates = await makeCertificates();
if (certificates) {
  await serve(certificates);
  if (command) openExcel(command);
  console.log(`The pane is served on https://localhost:${PORT}/ (Ctrl+C ends it).`);
}

/** Excel opens a pane over https only, from a certificate that the system trusts. */
async function makeCertificates() {
  try {
    return await require('office-addin-dev-certs').getHttpsServerOptions();
  } catch (fault) {
    console.error(`No certificate for https://localhost could be made and trusted: ${fault.message}`);
    console.error(
      'Excel opens a pane over https only: trust ca.crt of .office-addin-dev-certs in your home folder by hand,',
    );
    console.error(
      'as an administrator, and run `npm start` again. Without Excel, `npm run workbench` needs no certificate.',
    );
    process.exitCode = 1;
    return null;
  }
}

async function serve(server) {
  const webpack = require('webpack');
  const DevServer = require('webpack-dev-server');
  const compiler = webpack(require('../webpack/pane')('development'));
  const { devServer } = require('../webpack/pane-server');
  await new DevServer({ ...devServer(PORT), server: { type: 'https', options: server } }, compiler).start();
}

function openExcel(command) {
  const manifest = path.join(ROOT, 'manifest.xml');
  spawn(process.execPath, [command, 'start', manifest, 'desktop', '--app', 'excel'], {
    cwd: ROOT,
    stdio: 'inherit',
  }).on('exit', (code) => {
    if (code !== 0) console.log(`Excel could not be opened. Load the add-in by hand:\n${BY_HAND}`);
  });
}
