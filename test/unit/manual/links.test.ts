import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { LANGUAGES, MANUAL, pagesOf } from './examples';

const ROOT = join(__dirname, '../../..');
const DOCUMENTS = [
  ...['README.md', 'CONTEXT.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(ROOT, name)),
  ...LANGUAGES.flatMap((language) => pagesOf(language).map(({ name }) => join(MANUAL, language, name))),
];

const read = (path: string) => readFileSync(path, 'utf8').replace(/^```.*?^```/gms, '');

/** The anchors of a document: those that GitHub makes of its headings, and its own. */
function anchorsOf(path: string): string[] {
  const text = read(path);
  const headings = [...text.matchAll(/^#+ (.*)/gm)].map(([, heading = '']) =>
    heading
      .replace(/<[^>]*>/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-'),
  );
  const slugs = headings.map((slug, index) => {
    const before = headings.slice(0, index).filter((each) => each === slug).length;
    return before > 0 ? `${slug}-${before}` : slug;
  });
  return [...slugs, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

const links = DOCUMENTS.flatMap((path) =>
  [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : [{ path, target }],
  ),
);

test.each(links.map(({ path, target }) => [relative(ROOT, path), target, path] as const))(
  '%s links to %s, which is there',
  (_, target, path) => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : resolve(dirname(path), file);
    expect(existsSync(to)).toBe(true);
    if (anchor !== undefined) {
      expect(statSync(to).isFile()).toBe(true);
      expect(anchorsOf(to)).toContain(decodeURIComponent(anchor));
    }
  },
);

test.each(LANGUAGES)('every page of the manual is reached from its index: %s', (language) => {
  const pages = pagesOf(language);
  const index = pages.find(({ name }) => name === 'README.md')?.text ?? '';
  const names = pages.map(({ name }) => name).filter((name) => name !== 'README.md');
  expect(names.filter((name) => !index.includes(`](${name})`))).toEqual([]);
});

test('both languages have the same pages', () => {
  const [japanese = [], english = []] = LANGUAGES.map((language) => pagesOf(language).map(({ name }) => name));
  expect(english).toEqual(japanese);
});
