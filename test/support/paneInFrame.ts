import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { ExcelHost } from '../../src/host/excelHost';
import { serveWebFrame } from '../../src/host/transports/webFrame';
import { webFrameName } from '../../src/host/transports/webFrameContext';
import { type Watch, watch } from './browser';
import { answerOfficeCdn } from './officeCdn';

const SHIPPED = join(__dirname, '../../dist/pane');
/** Two origins on one host name, which is all that office.js asks of a host outside Microsoft's own. */
const HOST_ORIGIN = 'https://127.0.0.1:8443';
const PANE_ORIGIN = 'https://127.0.0.1:8444';
const SETTINGS = { displayLanguage: 'ja-JP', excelApi: '1.13' };

/** What arrived at the page around the pane. */
interface Arrival {
  readonly data: unknown;
  readonly origin: string;
  readonly fromPane: boolean;
}

/**
 * The pane that ships, in a frame of a page of another origin, served by a host that stays with the test: the test sees
 * the workbook and makes requests fail. Nothing listens on the two origins: the browser's requests are answered from
 * the build.
 */
export class PaneInFrame {
  readonly pane: FrameLocator;

  private constructor(
    page: Page,
    private readonly context: BrowserContext,
    readonly seen: Watch,
    private readonly stop: () => void,
  ) {
    this.pane = page.frameLocator('iframe');
  }

  static async open(browser: Browser, host: ExcelHost): Promise<PaneInFrame> {
    const context = await browser.newContext({ viewport: { width: 350, height: 800 }, locale: 'ja-JP' });
    await answerOfficeCdn(context);
    await context.route(`${HOST_ORIGIN}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await context.route(`${PANE_ORIGIN}/**`, async (route) => {
      const path = join(SHIPPED, new URL(route.request().url()).pathname);
      if (existsSync(path)) await route.fulfill({ path });
      else await route.fulfill({ status: 404, body: '' });
    });
    const page = await context.newPage();
    await page.goto(`${HOST_ORIGIN}/`);
    const seen = watch(context, PANE_ORIGIN);
    return new PaneInFrame(page, context, seen, await serve(page, host));
  }

  async close(): Promise<void> {
    this.stop();
    await this.context.close();
  }
}

/** Puts the pane's frame on the page and carries the messages of both to and from the host. Gives a function that ends it. */
async function serve(page: Page, host: ExcelHost): Promise<() => void> {
  const conversation = { id: 'book-1', hostOrigin: HOST_ORIGIN, settings: SETTINGS };
  const around = new EventTarget();
  const pane = {
    postMessage: (text: string, origin: string) => {
      const post = ([message, target]: readonly [string, string]) =>
        document.querySelector('iframe')?.contentWindow?.postMessage(message, target);
      // A page that is closed meanwhile needs no answer.
      page.evaluate(post, [text, origin] as const).catch(() => undefined);
    },
  } as unknown as Window;
  const stop = serveWebFrame(
    host,
    { conversation, pane: () => pane, paneOrigin: PANE_ORIGIN, onLeave: () => undefined },
    around as unknown as Window,
  );
  await page.exposeFunction('arrived', ({ data, origin, fromPane }: Arrival) => {
    around.dispatchEvent(Object.assign(new Event('message'), { data, origin, source: fromPane ? pane : null }));
  });
  await page.evaluate(
    ({ name, src }) => {
      const frame = document.createElement('iframe');
      const { arrived } = window as unknown as { arrived: (arrival: Arrival) => void };
      window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
        arrived({ data, origin, fromPane: source === frame.contentWindow });
      });
      frame.name = name;
      frame.src = src;
      frame.style.cssText = 'width: 320px; height: 760px';
      document.body.append(frame);
    },
    { name: webFrameName(conversation), src: `${PANE_ORIGIN}/taskpane.html` },
  );
  return stop;
}
