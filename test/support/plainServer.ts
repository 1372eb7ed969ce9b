import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

export interface PlainServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * A web server that knows nothing of what it serves: the files of a folder under a path, with the types that every server
 * knows (WebAssembly and workbooks are not among them) and no headers of its own.
 *
 * @param under where the folder stands, such as `/tools/kenzan/`
 */
export function servePlainly(folder: string, under: string): Promise<PlainServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = normalize(join(folder, path.slice(under.length)));
    const known =
      path.startsWith(under) && file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile();
    if (!known) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        stop: () =>
          new Promise((stopped) => {
            server.closeAllConnections();
            server.close(() => stopped());
          }),
      });
    });
  });
}
