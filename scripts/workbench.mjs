/**
 * `npm run workbench`: a local page with the sample workbook in a spreadsheet grid and the add-in's task pane beside it.
 *
 *   --port N     the port on 127.0.0.1 (default 3210, or the next free one; 0 for any)
 *   --no-open    do not open a browser
 *   --built      serve what `npm run build` made instead of building
 *   --https      be Excel on the web: serve over https, with a certificate of its own making, the pane's page as it ships;
 *                the browser then loads office.js from Microsoft, as it does in Excel
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildForWorkbench, builtForShipping, WorkbenchError } from './workbench/build.mjs';
import { ownCertificate } from './workbench/certificate.mjs';
import { openBrowser } from './workbench/open-browser.mjs';
import { serveWorkbench } from './workbench/server.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DEFAULT_PORT = 3210;

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        built: { type: 'boolean', default: false },
        https: { type: 'boolean', default: false },
      },
    }));
  } catch (fault) {
    throw new WorkbenchError(
      `${fault.message}\nUsage: npm run workbench -- [--port N] [--no-open] [--built] [--https]`,
    );
  }
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WorkbenchError(`${values.port} is not a port.`);
  return {
    port,
    nextFree: values.port === undefined,
    open: !values['no-open'],
    shipped: values.built,
    secure: values.https,
  };
}

try {
  const { port, nextFree, open, shipped, secure } = readOptions();
  const built = shipped ? builtForShipping(ROOT) : await buildForWorkbench(ROOT, (line) => console.log(line));
  const certificate = secure ? await ownCertificate(ROOT) : null;
  const { address, close } = await serveWorkbench({ root: ROOT, built, port, nextFree, certificate });
  console.log(`Workbench: ${address}  (Ctrl+C ends it)`);
  if (open) openBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(0)));
} catch (fault) {
  console.error(fault instanceof WorkbenchError ? fault.message : fault);
  process.exitCode = 1;
}
