import { VERDICTS } from '../../../src/core/checks/finding';
import { NO_TERMS } from '../../../src/core/checks/terms';
import { comparisonRuleOf } from '../../../src/core/rules/comparisonRule';
import { Decimal } from '../../../src/core/values/decimal';
import { languageOfLocale, paneText } from '../../../src/taskpane/language';
import { countVerdicts, entriesOf, groupFindings } from '../../../src/taskpane/session/findings';
import { draftOfTerms, EMPTY_DRAFT, readDraft } from '../../../src/taskpane/session/termsDraft';
import { themeOfBackground } from '../../../src/taskpane/themeKind';
import { piecesOf, ruleText, signed } from '../../../src/taskpane/view/words';
import { sampleVerification } from '../../support/paneGallery/findings';

const incident = { year: 2019, month: 12, day: 4 };

test.each(['2019-12-04', '2019/12/4', '２０１９/１２/４', '令和元年12月4日', 'R1.12.4', ' 2019.12.4 '])(
  'the incident date may be typed as %s',
  (typed) => {
    expect(readDraft({ ...EMPTY_DRAFT, incidentDate: typed }, null)).toEqual({
      terms: { ...NO_TERMS, incidentDate: incident },
    });
  },
);

test.each(['12/4', '2019年12月', '2019-02-30', '2月下旬', 'yesterday', '2019-12-04～2019-12-09'])(
  '%s is no incident date',
  (typed) => {
    expect(readDraft({ ...EMPTY_DRAFT, incidentDate: typed }, null)).toEqual({ problems: ['incidentDate'] });
  },
);

test.each([
  ['8', '8'],
  ['１０％', '10'],
  [' 7.8 % ', '7.8'],
])('a rate may be typed as %s', (typed, rate) => {
  expect(readDraft({ ...EMPTY_DRAFT, taxRate: typed }, null)).toEqual({
    terms: { ...NO_TERMS, taxRate: new Decimal(rate) },
  });
});

test.each(['-1', '101', '1,0', 'ten'])('%s is no rate', (typed) => {
  expect(readDraft({ ...EMPTY_DRAFT, taxRate: typed }, null)).toEqual({ problems: ['taxRate'] });
});

test('terms survive the form', () => {
  const terms = {
    incidentDate: incident,
    dayCount: 'both-in',
    taxRate: new Decimal('7.8'),
    taxRounding: 'half-up',
    proration: null,
    comparison: comparisonRuleOf('per-line.down', new Decimal(8)),
  } as const;
  expect(readDraft(draftOfTerms(terms), terms.comparison)).toEqual({ terms });
  expect(readDraft(draftOfTerms(NO_TERMS), null)).toEqual({ terms: NO_TERMS });
});

test('groups stand worst first, hold every finding once, and a filter leaves one', () => {
  const { findings } = sampleVerification(5);
  const groups = groupFindings(findings, null);
  expect(groups.map((group) => group.verdict)).toEqual(VERDICTS);
  expect(groups.flatMap((group) => group.findings)).toHaveLength(findings.length);
  expect(groupFindings(findings, 'agrees').map((group) => group.findings.length)).toEqual([5]);
  expect(countVerdicts(findings)).toEqual(
    Object.fromEntries(groups.map((group) => [group.verdict, group.findings.length])),
  );
});

test('findings that say the same of many figures are one entry, in their place; those that agree stay single', () => {
  const groups = groupFindings(sampleVerification(30, undefined, 8).findings, null);
  const sizes = groups.map((group) => [
    group.verdict,
    entriesOf(group).map((entry) => ('findings' in entry ? entry.findings.length : 1)),
  ]);
  expect(Object.fromEntries(sizes)).toMatchObject({ explained: [1, 1, 8], agrees: Array<number>(30).fill(1) });
});

test('the words of a pro-rata rule are those of the inferred rule, though no finding carries them', () => {
  const verification = { ...sampleVerification(1), findings: [] };
  expect(ruleText('pro-rata.calendar-month.daily.down.1', verification, 'ja')).toBe(
    '暦月による日割り（全月は月額、端数月は暦日数で日割り）、日額を 1 円未満切捨て',
  );
});

test.each([
  ['金額は 1,234 日で、22 日ではなりません。', ['1,234 日', '22 日']],
  ['料金は 531,867～531,897 となり、', ['531,867～531,897']],
  ['2019年12月4日から2020-03-31まで', ['2019年12月4日', '2020-03-31']],
  ['約 46%、1 か月 30 日', ['46%', '1 か月', '30 日']],
  ['差は −2 です。', ['−2']],
])('in %s the figures, dates and units are kept together and nothing is lost', (sentence, kept) => {
  const pieces = piecesOf(sentence);
  expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
  expect(pieces.filter((piece) => piece.kept).map(({ text }) => text)).toEqual(kept);
});

test('differences carry their sign', () => {
  expect([72, -1000, 0].map((value) => signed(new Decimal(value)))).toEqual(['+72', '−1,000', '0']);
});

test('Japanese for Japanese locales, English for all others', () => {
  expect(['ja-JP', 'ja', 'en-US', 'de-DE', 'jam'].map(languageOfLocale)).toEqual(['ja', 'ja', 'en', 'en', 'en']);
  expect(paneText('en')('list.more', { count: 40, rest: 60 })).toBe('Show 40 more (60 left)');
});

test('the theme follows the brightness of Office’s background', () => {
  expect(['#FFFFFF', '#f3f2f1', '#262626', '000000', undefined, 'none'].map(themeOfBackground)).toEqual([
    'light',
    'light',
    'dark',
    'dark',
    'light',
    'light',
  ]);
});
