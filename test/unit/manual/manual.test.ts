import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '../../../src/core/checks/checkDocument';
import { VERDICTS } from '../../../src/core/checks/finding';
import { NO_TERMS } from '../../../src/core/checks/terms';
import { DAY_COUNT_RULES } from '../../../src/core/rules/dayCount';
import { THIRTY_DAY_RULES } from '../../../src/core/rules/yearBases';
import { INTEREST_YEARS } from '../../../src/core/rules/interest';
import { PRORATION_RULES } from '../../../src/core/rules/prorationRules';
import { ROUNDING_MODES } from '../../../src/core/rules/rounding';
import { cellName } from '../../../src/core/sheets/address';
import { findDocument } from '../../../src/core/tables/findDocument';
import { findings as codes } from '../../../src/messages/ja/findings';
import { kinds } from '../../../src/messages/ja/kinds';
import { cells, type GridCell, snapshotOf } from '../support/grid';

const MANUAL = join(__dirname, '../../../docs/manual');
const LANGUAGES = ['ja', 'en'] as const;

const pagesOf = (language: string) =>
  readdirSync(join(MANUAL, language)).map((name) => ({
    name: `${language}/${name}`,
    text: readFileSync(join(MANUAL, language, name), 'utf8'),
  }));

interface Example {
  readonly name: string;
  readonly sheet: readonly string[];
  /** `D3 explained day-count.both-in`: cell, verdict, and the rule or the first cause. */
  readonly answers: readonly string[];
}

const examples = LANGUAGES.flatMap(pagesOf).flatMap(({ name, text }) =>
  [...text.matchAll(/```kenzan\n(.*?)```/gs)].map(([, block = ''], index): Example => {
    const lines = block.trimEnd().split('\n');
    return {
      name: `${name} ${index + 1}`,
      sheet: lines.filter((line) => !line.startsWith('→')),
      answers: lines.flatMap((line) => (line.startsWith('→ ') ? [line.slice(2)] : [])),
    };
  }),
);

/** A line of a sheet as its reader types it: 2024/4/1 is a date. */
const typed = (line: string): GridCell[] =>
  cells(
    line.replace(/(^|\| *)(\d{4})\/(\d{1,2})\/(\d{1,2})(?= *(\||$))/g, (_, before: string, ...parts: string[]) => {
      const [year = '', month = '', day = ''] = parts;
      return `${before}d:${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }),
  );

test('there are examples in both languages, as many in each', () => {
  const count = (language: string) => examples.filter(({ name }) => name.startsWith(language)).length;
  expect(count('ja')).toBeGreaterThanOrEqual(10);
  expect(count('en')).toBe(count('ja'));
  const answers = (language: string) =>
    examples.filter(({ name }) => name.startsWith(language)).map((example) => example.answers);
  expect(answers('en')).toEqual(answers('ja'));
});

test.each(examples.map((example) => [example.name, example] as const))('the example of %s', (_, { sheet, answers }) => {
  const document = findDocument(snapshotOf({ rows: sheet.map(typed) }));
  const said = checkDocument(document, NO_TERMS).findings.map(
    ({ cell, verdict, rule, causes }) =>
      `${cellName(cell)} ${verdict} ${verdict === 'disagrees' ? (causes[0]?.kind ?? '') : (rule?.id ?? '')}`,
  );
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) {
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${answer.replace(/\./g, '\\.')}( |$|\\.)`)));
  }
});

const ending = (prefix: string) =>
  Object.keys(codes).flatMap((code) => (code.startsWith(prefix) ? [code.slice(prefix.length)] : []));
/** Codes under `cause.` that are no kinds of causes, but sentences about them. */
const SENTENCES = ['together', 'more', 'date-to-change'];

const NAMES = [
  ...VERDICTS,
  ...Object.keys(kinds).map((key) => key.replace('kind.', '')),
  ...DAY_COUNT_RULES.map((rule) => `day-count.${rule}`),
  ...THIRTY_DAY_RULES.map((rule) => `day-count.${rule}`),
  'day-count.weekdays',
  ...new Set(PRORATION_RULES.map(({ rule }) => `pro-rata.${rule.family}`)),
  ...new Set(PRORATION_RULES.map(({ rule }) => rule.rounded)),
  'first-day-out',
  ...ending('grouping.').map((grouping) => `tax.${grouping}`),
  'inclusive',
  ...ROUNDING_MODES,
  ...ROUNDING_MODES.map((mode) => `quantity.${mode}`),
  'withholding.net',
  'withholding.gross',
  ...INTEREST_YEARS.map((year) => `interest.${year}`),
  ...ending('cause.').filter((kind) => !SENTENCES.includes(kind)),
];

test.each(LANGUAGES)('every rule, kind, verdict and cause has its place in the manual: %s', (language) => {
  const text = pagesOf(language)
    .map((page) => page.text)
    .join('\n');
  expect(NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test.each(LANGUAGES)('the index names every page, and pages link to pages that are there: %s', (language) => {
  const pages = pagesOf(language);
  const index = pages.find(({ name }) => name.endsWith('README.md'))?.text ?? '';
  const names = pages.map(({ name }) => name.replace(/^.*\//, '')).filter((name) => name !== 'README.md');
  expect(names.filter((name) => !index.includes(`](${name})`))).toEqual([]);
  const links = pages.flatMap(({ text }) => [...text.matchAll(/\]\(([^)#]+\.md)\)/g)].map(([, target = '']) => target));
  expect(links.filter((target) => !names.includes(target))).toEqual([]);
});
