import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { startWorkbench, type WorkbenchServer } from '../support/browser';

jest.setTimeout(180_000);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let server: WorkbenchServer;
beforeAll(async () => {
  server = await startWorkbench();
});
afterAll(() => server?.stop());

/** Asks without any help of a client: paths go out as they are written here. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port, host } = new URL(server.address);
  return new Promise((resolve, reject) => {
    request(
      { hostname, port, path, method: options.method ?? 'GET', headers: { host: options.host ?? host } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}

it('builds what it serves and serves the page, the pane, office.js and the sample', async () => {
  for (const path of ['/', '/workbench.js', '/bridge.js', '/office-js/office.js', '/sample/nakano-2020.xlsx']) {
    expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 200 });
  }
});

it('puts the bridge and its own office.js in the place of the tag for Excel', async () => {
  const { text } = await ask('/pane/taskpane.html');
  expect(text).not.toContain('<script src="https:');
  expect(text.indexOf('bridge.js')).toBeGreaterThan(0);
  expect(text.indexOf('office-js/office.js')).toBeGreaterThan(text.indexOf('bridge.js'));
});

it('gives the pane a strict policy, and the grid one without eval and without other servers', async () => {
  const pane = String((await ask('/pane/taskpane.html')).headers['content-security-policy']);
  const page = String((await ask('/')).headers['content-security-policy']);
  expect(pane).not.toMatch(/unsafe/);
  expect(page).not.toMatch(/'unsafe-eval'|https?:/);
  for (const policy of [pane, page]) expect(policy).toContain("default-src 'none'");
});

it.each([
  ['/../package.json', 404],
  ['/pane/..%2f..%2f..%2fpackage.json', 404],
  ['/office-js/../../../../package.json', 404],
  ['/%2e%2e/%2e%2e/package.json', 404],
  ['/pane/', 404],
  ['/%', 400],
  ['/%00', 404],
])('gives nothing outside its folders for %j', async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.text).not.toContain('"kenzan"');
});

it('answers no other host name, and takes no data', async () => {
  expect((await ask('/', { host: 'example.org' })).status).toBe(421);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
});

it('says so when the port is taken, and when an option is wrong', () => {
  const run = (...options: string[]) =>
    spawnSync(process.execPath, ['scripts/workbench.mjs', '--no-open', ...options], {
      cwd: join(__dirname, '../..'),
      encoding: 'utf8',
    });
  const { port } = new URL(server.address);
  const taken = run('--port', port);
  expect(taken).toMatchObject({ status: 1, stderr: `Port ${port} is taken. Choose another with --port.\n` });
  expect(run('--port', 'x')).toMatchObject({ status: 1, stderr: 'x is not a port.\n' });
  expect(run('--colour')).toMatchObject({ status: 1 });
});
