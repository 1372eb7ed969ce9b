/**
 * The workbench's web server: static files on 127.0.0.1, nothing else. It never looks outside the folders that it serves,
 * answers no other host name (so that no web page can reach it through a name of its own), and takes no data.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import { WorkbenchError } from './build.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The grid draws with style attributes and elements of its own, and the formula engine is WebAssembly. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The pane's is as strict as the one that it ships with, and knows no other server. */
const PANE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Over https the pane is as it ships, its own policy included: a web server adds only who may hold it in a frame. */
const SHIPPED_PANE_POLICY = "frame-ancestors 'self'";

const OFFICE_TAG =
  /<script[^>]*\ssrc=["']?https:\/\/appsforoffice\.microsoft\.com\/[^\s"'>]*office\.js["']?[^>]*><\/script>/;

/** The pane's page with office.js from node_modules, and before it the script that stands for Excel. */
function panePage(folder) {
  const html = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  if (!OFFICE_TAG.test(html)) throw new WorkbenchError('The pane’s page has no tag of office.js to replace.');
  return html.replace(
    OFFICE_TAG,
    '<script src="../bridge.js"></script>\n    <script src="../office-js/office.js"></script>',
  );
}

/** A file below a folder; null for anything that is not one. */
function fileIn(folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** The folder of office.js in node_modules, which stands in for Microsoft's server. */
function officeFolder(root) {
  const folder = join(root, 'node_modules/@microsoft/office-js/dist');
  if (!existsSync(join(folder, 'office.js'))) {
    throw new WorkbenchError('office.js is not in node_modules. Run `npm ci` first.');
  }
  return folder;
}

/**
 * Starts the server: over http the workbench is Excel on the desktop, with office.js from node_modules; over https it is
 * Excel on the web, and the pane's page is byte for byte the one that ships.
 *
 * @param {{ root: string, built: { page: string, pane: string }, port: number, nextFree: boolean,
 *   certificate?: { cert: Buffer, key: Buffer } | null }} options `port` 0 takes any free one; with `nextFree` a taken port
 *   is passed over for the next; with a `certificate` the server speaks https
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveWorkbench({ root, built, port, nextFree, certificate = null }) {
  const folders = [
    ...(certificate ? [] : [['/office-js/', officeFolder(root)]]),
    ['/pane/', built.pane],
    ['/sample/', join(root, 'assets/sample')],
    ['/', built.page],
  ];
  const pane = certificate ? null : panePage(built.pane);
  const panePolicy = certificate ? SHIPPED_PANE_POLICY : PANE_POLICY;

  const serve = (request, response) => {
    const refuse = (status, text) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    const { port: own } = server.address();
    if (![`127.0.0.1:${own}`, `localhost:${own}`].includes(request.headers.host ?? ''))
      return refuse(421, 'Wrong host.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only reading.');

    let path;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    } catch {
      return refuse(400, 'Not an address.');
    }
    if (path === '/') path = '/index.html';
    const headers = {
      'cache-control': 'no-cache',
      'content-security-policy': path.startsWith('/pane/') ? panePolicy : PAGE_POLICY,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    };
    if (pane !== null && path === '/pane/taskpane.html') {
      return response.writeHead(200, { ...headers, 'content-type': TYPES['.html'] }).end(pane);
    }
    const [prefix, folder] = folders.find(([start]) => path.startsWith(start));
    const file = fileIn(folder, path.slice(prefix.length));
    if (!file) return refuse(404, 'Not found.');
    response.writeHead(200, {
      ...headers,
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
    });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file).pipe(response);
  };
  const server = certificate ? createSecureServer(certificate, serve) : createServer(serve);

  const taken = await listen(server, port, nextFree ? port + 20 : port);
  return {
    address: `${certificate ? 'https' : 'http'}://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Listens on the first free port from `first` to `last` and gives its number. */
async function listen(server, first, last) {
  for (let port = first; port <= last; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (fault) {
      if (fault.code !== 'EADDRINUSE' && fault.code !== 'EACCES') throw fault;
    }
  }
  throw new WorkbenchError(
    first === last
      ? `Port ${first} is taken. Choose another with --port.`
      : `The ports from ${first} to ${last} are all taken. Choose one with --port.`,
  );
}
