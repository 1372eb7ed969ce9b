import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';

const ROOT = join(__dirname, '../../..');
const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

/** Runs the checks as `npm run validate` does: in Node, as the module that they are. */
function faultsOf(xml: string): string[] {
  const check = pathToFileURL(join(ROOT, 'scripts/manifest/check-manifest.mjs')).href;
  const script = `import { readFileSync } from 'node:fs';
    const { checkManifest } = await import(${JSON.stringify(check)});
    console.log(JSON.stringify(checkManifest(readFileSync(0, 'utf8'), ${JSON.stringify(ROOT)})));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input: xml, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[];
}

test('the manifest passes every check', () => {
  expect(faultsOf(manifest)).toEqual([]);
});

const broken: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
  ['not XML', (xml) => xml.replace('</OfficeApp>', ''), /./],
  [
    'elements in another order',
    (xml) => xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'),
    /Id stands too late/,
  ],
  ['an element missing', (xml) => xml.replace(/<SupportUrl.*\/>/, ''), /SupportUrl is missing/],
  [
    'an address over http',
    (xml) => xml.replace('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html'),
    /not https/,
  ],
  ['a resource id that is too long', (xml) => xml.replaceAll('Pane.Url', 'P'.repeat(33)), /longer than 32/],
  ['a resource that is not there', (xml) => xml.replace('resid="OpenPane.Tip"', 'resid="OpenPane.Hint"'), /asks for/],
  ['an icon of another size', (xml) => xml.replace('/icon-64.png', '/icon-80.png'), /is 80 × 80, not 64 × 64/],
  ['an icon that is no file', (xml) => xml.replace('/icon-20.png', '/icon-21.png'), /no file/],
  ['a text without English', (xml) => xml.replace(/<Override Locale="en-US" Value="Kenzan" \/>/, ''), /no en-US text/],
  ['a lower floor of the API', (xml) => xml.replaceAll('"1.13"', '"1.7"'), /ExcelApi 1.13/],
  ['another default language', (xml) => xml.replace('ja-JP', 'fr-FR'), /DefaultLocale/],
  ['fewer rights', (xml) => xml.replace('ReadWriteDocument', 'ReadDocument'), /Permissions/],
];

test.each(broken)('%s is noticed', (_, change, fault) => {
  const changed = change(manifest);
  expect(changed).not.toBe(manifest);
  expect(faultsOf(changed).join('\n')).toMatch(fault);
});

test('the page carries the strict policy, and the tag of office.js on a line of its own', () => {
  const page = readFileSync(join(ROOT, 'src/taskpane/taskpane.html'), 'utf8');
  expect(page.split('\n').map((line) => line.trim())).toContain(
    '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
  );
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy).not.toMatch(/unsafe/);
});
