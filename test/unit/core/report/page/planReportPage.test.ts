import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { planReportPage } from '../../../../../src/core/report/page/planReportPage';
import type { PageBlock, PageTable, ReportPage } from '../../../../../src/core/report/page/reportPage';
import type { Snapshot } from '../../../../../src/core/sheets/snapshot';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { date, snapshotOf } from '../../../support/grid';

const TIME = { date: { year: 2020, month: 6, day: 9 }, hour: 9, minute: 5 };
const DIGESTS = { file: 'f'.repeat(64), values: 'a'.repeat(64) };

function report(snapshot: Snapshot, language: 'ja' | 'en' = 'ja'): ReportPage {
  const verification = checkDocument(findDocument(snapshot), NO_TERMS);
  return planReportPage(verification, snapshot, { language, time: TIME, version: '1.2.3' }, DIGESTS);
}

function blocks(page: ReportPage, heading: string): readonly PageBlock[] {
  const section = page.sections.find((each) => each.heading === heading);
  if (!section) throw new Error(`no section ${heading}`);
  return section.blocks;
}

const tables = (all: readonly PageBlock[]): PageTable[] =>
  all.flatMap((block) => (block.kind === 'table' ? [block] : []));

const CASE = snapshotOf(
  {
    name: '減額',
    rows: [
      ['2019年12月4日に発生した障害'],
      [],
      ['システム名', '復旧日', '停止日数', '金額(円)'],
      ['グループウェア', date('2019-12-09'), 5, 94545],
      ['要支援者情報台帳', date('2020-03-27'), 114, 347584],
      ['福祉業務管理', date('2019-12-06'), 2, 34314],
      ['こあら', date('2020-03-31'), 'あとで記入', 1000],
      ['合計金額', null, null, 477453],
    ],
  },
  {
    name: '経過',
    rows: [
      ['2019年'],
      ['12月4日（火）'],
      ['障害発生'],
      ['12月18日～2020年3月下旬'],
      ['毎朝、進捗の報告を受けた'],
      ['2020年'],
      ['2月下旬'],
      ['協議を開始'],
    ],
  },
  { name: '覚え書き', rows: [['電話する']] },
);

test('holds every part, in the order of reading', () => {
  expect(report(CASE).sections.map(({ heading }) => heading)).toEqual([
    '総括',
    '検算の条件',
    '指摘と説明',
    '規則と根拠',
    '時系列',
    '検算した関係の一覧',
    '検算していないもの',
    '検算の記録',
  ]);
  expect(report(CASE, 'en').sections.map(({ heading }) => heading)[0]).toBe('Summary');
});

test('the summary counts what the list of relations holds', () => {
  const page = report(CASE);
  const [counts] = tables(blocks(page, '総括'));
  const listed = tables(blocks(page, '検算した関係の一覧'))[0]?.rows ?? [];
  const unchecked = tables(blocks(page, '検算していないもの'))[0]?.rows ?? [];
  const counted = (counts?.rows ?? []).map(([, count]) => Number(count));
  expect(counted.reduce((a, b) => a + b, 0)).toBe(listed.length + unchecked.length);
  expect(blocks(page, '総括')[0]).toMatchObject({ tone: 'lead', text: expect.stringContaining('一致しない数値が') });
});

test('a finding says where, what, the figures and why', () => {
  const found = blocks(report(CASE), '指摘と説明').flatMap((block) => (block.kind === 'finding' ? [block] : []));
  const wrongDay = found.find(({ title }) => title.includes('経過!A2'));
  expect(wrongDay).toMatchObject({ verdict: 'disagrees', verdictText: '× 不一致' });
  const sum = found.find(({ title }) => title.startsWith('減額!D8'));
  expect(sum).toMatchObject({
    title: '減額!D8　合計「合計金額」',
    figures: [
      { label: '記載値', value: '477,453' },
      { label: '計算値', value: '477,443' },
      { label: '差', value: '10' },
    ],
  });
});

test('terms say where each came from', () => {
  const [facts] = blocks(report(CASE), '検算の条件');
  expect(facts).toMatchObject({
    kind: 'facts',
    facts: expect.arrayContaining([{ label: '障害発生日', value: '2019/12/04', note: '減額!A1 から' }]),
  });
});

test('what was not checked has its reason, and sheets without a table are named', () => {
  const all = blocks(report(CASE), '検算していないもの');
  const [table] = tables(all);
  expect(table?.rows).toContainEqual(['減額!C7', '日数', 'こあら', expect.stringContaining('あとで記入')]);
  expect(all).toContainEqual(expect.objectContaining({ text: '表が見つからなかったシート: 覚え書き。' }));
});

test('the record names file, time, version, digests and sheets', () => {
  const all = blocks(report(CASE, 'en'), 'Record of this verification');
  expect(all[0]).toMatchObject({
    facts: [
      { label: 'File', value: CASE.workbookName },
      { label: 'Made', value: '2020-06-09 9:05' },
      { label: 'Version', value: 'Kenzan 1.2.3' },
      { label: 'SHA-256 of the file', value: DIGESTS.file },
      { label: 'SHA-256 of the values read', value: DIGESTS.values },
    ],
  });
  expect(tables(all)[0]?.rows.map(([sheet]) => sheet)).toEqual(['減額', '経過', '覚え書き']);
});

test('a workbook without tables says so', () => {
  const page = report(snapshotOf({ name: 'A', rows: [['hello']] }));
  expect(blocks(page, '総括')).toEqual([
    { kind: 'text', tone: 'lead', text: '検算できる数値は見つかりませんでした。' },
  ]);
  expect(page.sections.some(({ heading }) => heading === '時系列')).toBe(false);
});

test('the same verification gives the same page', () => {
  expect(report(CASE)).toEqual(report(CASE));
});
