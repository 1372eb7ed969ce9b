import fc from 'fast-check';
import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS, type Terms } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { countThirtyDays } from '../../../../src/core/rules/yearBases';
import { addDays, isoDate, parseIsoDate } from '../../../../src/core/values/calendar';
import { evaluateExpression } from '../../support/evaluateExpression';
import { cells, type GridCell, snapshotOf } from '../../support/grid';

/** Findings of a table of five rows with an annual fee, their days as given. */
function check(header: string, days: readonly (number | string)[], terms: Terms = NO_TERMS) {
  const dates = [
    ['2024-01-15', '2024-03-31'],
    ['2024-01-20', '2024-10-31'],
    ['2024-01-31', '2024-09-01'],
    ['2024-02-10', '2025-06-10'],
    ['2024-03-10', '2024-12-10'],
  ];
  const rows: GridCell[][] = [
    `システム名 | 停止開始日 | 復旧日 | ${header} | 年額 | 減額`,
    ...dates.map(([from, to], index) => {
      const fee = 36_000 * (index + 3);
      return `件名${index + 1} | d:${from} | d:${to} | ${days[index]} | ${fee} | ${(fee / 360) * Number(TRUE_DAYS[index])}`;
    }),
  ].map(cells);
  return checkDocument(findDocument(snapshotOf({ rows })), terms);
}

/** By 30E/360. */
const TRUE_DAYS = [75, 280, 211, 480, 270];

const verdicts = ({ findings }: ReturnType<typeof check>, kind: 'day-count' | 'amount') =>
  findings.filter((each) => each.kind === kind).map(({ verdict, rule }) => `${verdict} ${rule?.id ?? ''}`.trim());

test('days in months of thirty are told from the rows, and formulas give them', () => {
  const checked = check('停止日数', TRUE_DAYS);
  expect(verdicts(checked, 'day-count')).toEqual(Array.from({ length: 5 }, () => 'agrees'));
  expect(verdicts(checked, 'amount')).toEqual(Array.from({ length: 5 }, () => 'agrees'));
  expect(checked.prorations[0]?.rule.id).toMatch(/^pro-rata\.annual-360\./);
  for (const { kind, expression, computed } of checked.findings) {
    if (kind !== 'day-count' || !expression) continue;
    expect(evaluateExpression(expression, checked.document).toFixed()).toBe(computed?.toFixed());
  }
});

test('a row that follows neither way disagrees, and what repairs it is named', () => {
  const checked = check('停止日数', [75, 280, 211, 840, 270]);
  const wrong = checked.findings.filter(({ verdict }) => verdict === 'disagrees');
  expect(wrong.map(({ kind }) => kind)).toContain('day-count');
  for (const { causes } of wrong) {
    expect(causes[0]).toMatchObject({ kind: 'transposed-digits', cell: { row: 4, column: 3 } });
    expect(String(causes[0]?.suggested)).toBe('480');
  }
});

test('a row in days of the calendar among them is explained by its convention', () => {
  expect(verdicts(check('停止日数', [75, 280, 211, 480, 275]), 'day-count')).toEqual([
    ...Array.from({ length: 4 }, () => 'agrees'),
    'explained day-count.start-in-end-out',
  ]);
});

test('a heading that says so is believed at once, where rows could be taken for both', () => {
  const days = [75, 'なし', 'なし', 'なし', 'なし'];
  expect(verdicts(check('停止日数', days), 'day-count')).toEqual(['agrees']);
  expect(check('停止日数', days).document.tables[0]?.thirtyDays).toBeUndefined();
  expect(check('停止日数（30E/360）', days).document.tables[0]?.thirtyDays).toBe('30e-360');
});

test('a convention that the user has chosen stands, and rows are explained by months of thirty', () => {
  const checked = check('停止日数', TRUE_DAYS, { ...NO_TERMS, dayCount: 'start-in-end-out' });
  expect(verdicts(checked, 'day-count')).toEqual([
    'explained day-count.30e-360',
    'explained day-count.30e-360',
    'explained day-count.30e-360',
    'explained day-count.30e-360',
    'explained day-count.30e-360',
  ]);
});

test('months of thirty are only taken where they give more rows than any way to count days of the calendar', () => {
  const first = parseIsoDate('2019-12-04');
  if (!first) throw new Error('a date was expected');
  const row = fc.record({ start: fc.integer({ min: 0, max: 60 }), days: fc.integer({ min: 2, max: 200 }) });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 25 }),
      fc.constantFrom(0, 1, -1),
      fc.nat(),
      fc.integer({ min: -40, max: 40 }),
      (drawn, offset, at, slip) => {
        const wrong = at % drawn.length;
        const rows = drawn.map(({ start, days }, index) => {
          const [from, to] = [addDays(first, start), addDays(first, start + days)];
          const counted = days + offset + (index === wrong ? slip : 0) + (index % 6 === 5 ? 1 : 0);
          return { from, to, days, counted: Math.max(1, counted) };
        });
        const table = [
          cells('件名 | 停止開始日 | 復旧日 | 停止日数 | 減額'),
          ...rows.map(({ from, to, counted }, index) =>
            cells(`件名${index + 1} | d:${isoDate(from)} | d:${isoDate(to)} | ${counted} | 5000`),
          ),
        ];
        const { document } = checkDocument(findDocument(snapshotOf({ rows: table })), NO_TERMS);
        const taken = document.tables[0]?.thirtyDays;
        if (!taken) return;
        const plain = [-1, 0, 1].map((each) => rows.filter(({ days, counted }) => counted === days + each).length);
        const thirty = rows.filter(({ from, to, counted }) => countThirtyDays(from, to, taken) === counted).length;
        expect(thirty).toBeGreaterThan(Math.max(...plain));
      },
    ),
    { numRuns: 50 },
  );
});
