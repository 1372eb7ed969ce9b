import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAUSE_KINDS, CHECK_KINDS, VERDICTS } from '../../../src/core/checks/finding';
import type { MessageCode } from '../../../src/core/checks/messageCodes';
import { DAY_COUNT_RULES } from '../../../src/core/rules/dayCount';
import { INTEREST_YEARS } from '../../../src/core/rules/interest';
import { PRORATION_RULES } from '../../../src/core/rules/prorationRules';
import { ROUNDING_MODES } from '../../../src/core/rules/rounding';
import { findings as codes } from '../../../src/messages/ja/findings';
import { kinds as english } from '../../../src/messages/en/kinds';
import { kinds as japanese } from '../../../src/messages/ja/kinds';
import type { Language } from '../../../src/messages/language';
import { examplesOf, LANGUAGES, MANUAL, pagesOf, saidOf, toldIn, verdictWord, verify } from './examples';

const pages = LANGUAGES.flatMap(pagesOf);
const examples = pages.flatMap(examplesOf);

test('every example is in both languages, with sheets of which the same is said', () => {
  const said = (language: Language) =>
    examples
      .filter((example) => example.language === language)
      .map((example) => ({
        name: example.name.slice(language.length),
        told: toldIn(example),
        findings: verify(example).findings.map(({ id, verdict, computed, rule, causes }) => ({
          id,
          verdict,
          computed: computed?.toFixed() ?? null,
          rule: rule?.id ?? null,
          causes: causes.map(({ kind, cell }) => ({ kind, cell })),
        })),
      }));
  expect(said('ja').length).toBeGreaterThanOrEqual(10);
  expect(said('en')).toEqual(said('ja'));
});

test.each(examples.map((example) => [example.name, example] as const))('the example of %s', (_, example) => {
  expect(toldIn(example)).not.toEqual([]);
  expect(example.answers).toBe(saidOf(verify(example), example.language, toldIn(example)));
});

const ending = (prefix: string) =>
  Object.keys(codes).flatMap((code) => (code.startsWith(prefix) ? [code.slice(prefix.length)] : []));

type RuleCode = Extract<MessageCode, `rule.${string}`>;

/** What the manual has to name for every rule that the product has words for. */
const RULES: Readonly<Record<RuleCode, readonly string[]>> = {
  'rule.day-count.start-in-end-out': ['day-count.start-in-end-out'],
  'rule.day-count.start-out-end-in': ['day-count.start-out-end-in'],
  'rule.day-count.both-in': ['day-count.both-in'],
  'rule.day-count.both-out': ['day-count.both-out'],
  'rule.day-count.30-360': ['day-count.30-360'],
  'rule.day-count.30-360-us': ['day-count.30-360-us'],
  'rule.day-count.30e-360': ['day-count.30e-360'],
  'rule.weekdays': ['day-count.weekdays'],
  'rule.tax': ending('grouping.').map((grouping) => `tax.${grouping}`),
  'rule.tax-rates': ['tax.per-rate'],
  'rule.tax-inclusive': ['inclusive'],
  'rule.comparison': ending('grouping.').map((grouping) => `tax.${grouping}`),
  'rule.comparison-inclusive': ['inclusive'],
  'rule.comparison-exclusive': ['exclusive'],
  'rule.withholding-net': ['withholding.net'],
  'rule.withholding-gross': ['withholding.gross'],
  'rule.quantity': ROUNDING_MODES.map((mode) => `quantity.${mode}`),
  'rule.quantity-step': ROUNDING_MODES.map((mode) => `quantity.${mode}`),
  'rule.pro-rata': ending('rounded.'),
  'rule.pro-rata-exact': [...new Set(PRORATION_RULES.map(({ rule }) => `pro-rata.${rule.family}`)), 'exact'],
  'rule.pro-rata-unit': [...ROUNDING_MODES],
  'rule.pro-rata-first-day-out': ['first-day-out'],
  'rule.interest': [...INTEREST_YEARS, ...ending('interest-rate.')].map((name) => `interest.${name}`),
  'rule.interest-principal': ['principal-1000'],
  'rule.interest-least': ['least-1000'],
  'rule.interest-days': DAY_COUNT_RULES.map((rule) => `day-count.${rule}`),
};

/** The first cells of the rows of all tables in a page. */
function entriesOf(language: Language, page: string): string[] {
  const text = pagesOf(language).find(({ name }) => name === page)?.text ?? '';
  return [...text.matchAll(/^\| (.*?) \|/gm)].map(([, entry = '']) => entry);
}

const entry = (word: string, name: string, language: Language) =>
  language === 'ja' ? `${word}（\`${name}\`）` : `${word} (\`${name}\`)`;

describe.each(LANGUAGES)('in the manual in %s', (language) => {
  const texts = language === 'ja' ? japanese : english;

  test('every verdict and every kind of check has an entry, in the words of the product', () => {
    const verdicts = VERDICTS.map((verdict) => entry(verdictWord(verdict, language), verdict, language));
    const kinds = CHECK_KINDS.map((kind) => entry(texts[`kind.${kind}`], kind, language));
    expect(entriesOf(language, 'verdicts.md')).toEqual(expect.arrayContaining([...verdicts, ...kinds]));
  });

  test('every verdict has a chapter on what to do', () => {
    const headings = [
      ...(pagesOf(language).find(({ name }) => name === 'what-to-do.md')?.text ?? '').matchAll(/^## (.*)/gm),
    ];
    expect(headings.map(([, heading]) => heading)).toEqual(
      expect.arrayContaining(VERDICTS.map((verdict) => verdictWord(verdict, language))),
    );
  });

  test('every cause has an entry, and an example that tells it', () => {
    const entries = entriesOf(language, 'causes.md').join('\n');
    expect(CAUSE_KINDS.filter((kind) => !entries.includes(`\`${kind}\``))).toEqual([]);
    const told = examples
      .filter((example) => example.language === language)
      .flatMap(({ answers }) => [...answers.matchAll(/^ {2}.*?[（(]([a-z-]+)[、,]/gm)].map(([, kind]) => kind));
    expect(CAUSE_KINDS.filter((kind) => !told.includes(kind))).toEqual([]);
  });

  test('every rule that the product has a name for has an entry', () => {
    const entries = pagesOf(language)
      .flatMap(({ name }) => entriesOf(language, name))
      .join('\n');
    const names = new Set(Object.values(RULES).flat());
    expect([...names].filter((name) => !entries.includes(`\`${name}\``))).toEqual([]);
  });

  test('the page of terms uses the words of the glossary', () => {
    const rows = readFileSync(join(MANUAL, '../../CONTEXT.md'), 'utf8').matchAll(/^\| (.*?) \| (.*?) \|/gm);
    const terms = [...rows].flatMap(([, term = '', word = '']) =>
      (language === 'ja' ? word : term).split(/、|, | · /).map((each) => each.replace(/（.*）/, '')),
    );
    const entries = entriesOf(language, 'glossary.md').filter((each) => !/^(用語|Term|---)$/.test(each));
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.filter((each) => !terms.includes(each.replace(/^[A-Z]/, (first) => first.toLowerCase())))).toEqual(
      [],
    );
  });
});
