import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type ConsoleMessage, type Page } from 'playwright-core';

const ROOT = join(__dirname, '..', '..');
const START_MS = 120_000;
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium that the tests run in: CHROMIUM_PATH, or where systems put it. */
export function chromiumPath(): string {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (!found) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.');
  return found;
}

export function launchChromium(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...ARGUMENTS, ...more] });
}

export interface WorkbenchServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `npm run workbench` on a free port, as a user would but without opening a browser. */
export async function startWorkbench(...options: readonly string[]): Promise<WorkbenchServer> {
  const server = spawn(process.execPath, ['scripts/workbench.mjs', '--no-open', '--port', '0', ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { address: await addressOf(server), stop: () => stopped(server) };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`The workbench did not start: ${printed}`)), START_MS);
    const take = (data: Buffer) => {
      printed += data.toString();
      const address = /https?:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout?.on('data', take);
    server.stderr?.on('data', take);
    server.once('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${printed}`)));
  });
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('exit');
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

/** What went wrong on a page without anybody asking: scripts' faults, violations of the policy, requests to other servers. */
export interface Watch {
  readonly faults: string[];
  readonly outside: string[];
}

/** Harmless words of office.js about where it runs. */
const EXPECTED = [
  /^Warning: Office\.js is loaded outside of Office client$/,
  /^The add-in is not hosted in plain browser/,
];

export function watch(context: BrowserContext, address: string): Watch {
  const seen: Watch = { faults: [], outside: [] };
  const note = (message: ConsoleMessage) => {
    const text = message.text();
    const serious = ['error', 'warning'].includes(message.type()) || /Content.Security.Policy/i.test(text);
    if (serious && !EXPECTED.some((pattern) => pattern.test(text))) seen.faults.push(`${message.type()}: ${text}`);
  };
  context.on('console', note);
  context.on('weberror', (error) => seen.faults.push(`fault: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) seen.outside.push(url);
  });
  return seen;
}

export type { Browser, BrowserContext, Page };
