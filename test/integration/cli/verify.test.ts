import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import JSZip from 'jszip';
import type { JsonReport } from '../../../src/core/report/jsonReport';
import { kenzan, reportsIn, ROOT, SAMPLE, writeBook } from '../../support/commandLine';

const TIME = ['--time', '2020-06-09T12:00'];

jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function reports(...args: string[]): { status: number | null; reports: JsonReport[]; stderr: string } {
  const { status, stdout, stderr } = kenzan('verify', '--json', ...args);
  return { status, reports: reportsIn(stdout), stderr };
}

const known = new Map<string, JsonReport>();

/** The sample's report, which many tests look at. */
function sample(): JsonReport {
  const report = known.get(SAMPLE) ?? one(SAMPLE);
  known.set(SAMPLE, report);
  return report;
}

function one(...args: string[]): JsonReport {
  const [report, ...more] = reports(...args).reports;
  if (!report || more.length > 0) throw new Error('one report was expected');
  return report;
}

const book = (name: string, total: number, bookType: 'xlsx' | 'ods' | 'xlsb' = 'xlsx') =>
  writeBook(join(folder, name), total, bookType);

describe('a range that the user has named', () => {
  function named(name: string | null): string {
    const rows = [['備考'], [], ['かな', 'いろ'], ['甲', 1200], ['乙', 3400], ['丙', 560]];
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '覚え書き');
    if (name !== null) workbook.Workbook = { Names: [{ Name: name, Ref: '覚え書き!$A$3:$B$6' }] };
    const path = join(folder, `${name ?? 'plain'}.xlsx`);
    writeFileSync(path, new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    return path;
  }

  test('is a table where none would be found', () => {
    const found = reports(named(null), named('単価'), named('検算_覚え'), named('KENZAN_1')).reports;
    expect(found.map(({ tables }) => tables.map(({ sheet, range, kind }) => [sheet, range, kind]))).toEqual([
      [],
      [],
      [['覚え書き', 'A3:B6', 'amounts']],
      [['覚え書き', 'A3:B6', 'amounts']],
    ]);
  });
});

describe('the report of the sample', () => {
  test('has the shape and the order of the schema', () => {
    const report = sample();
    expect(Object.keys(report)).toEqual([
      'schema',
      'file',
      'error',
      'tables',
      'terms',
      'checks',
      'computed',
      'prorations',
      'remarks',
      'interest',
      'adjusted',
      'totals',
      'timeline',
      'summary',
    ]);
    expect(report).toMatchObject({ schema: 'kenzan-report/1', file: SAMPLE, error: null });
    expect(report.tables.map(({ id, kind, sheet, range }) => [id, kind, sheet, range])).toEqual([
      ['t1', 'reduction', '減額', 'A3:D30'],
      ['t2', 'claims', '損害賠償', 'A3:C17'],
      ['t3', 'timeline', '経過', expect.any(String)],
    ]);
    expect(report.tables[0]?.columns).toEqual([
      { role: 'name', column: 'A' },
      { role: 'restored', column: 'B' },
      { role: 'days', column: 'C' },
      { role: 'amount', column: 'D' },
    ]);
    expect(Object.keys(report.terms)).toEqual(['incidentDate', 'dayCount', 'taxRate', 'taxRounding', 'proration']);
    expect(report.terms.incidentDate).toEqual({ value: '2019-12-04', source: '減額!A1' });
    expect(report.terms.dayCount).toEqual({ value: 'start-in-end-out', source: 'inferred 17/22' });
    const counted = Object.values(report.summary).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(report.checks.length);
    expect(new Set(report.checks.map(({ id }) => id)).size).toBe(report.checks.length);
  });

  test('sums and day counts', () => {
    const report = sample();
    const sums = report.checks.filter(({ kind }) => kind === 'sum');
    expect(sums.map(({ stated, verdict }) => [stated, verdict])).toEqual(
      expect.arrayContaining([
        ['7133008', 'agrees'],
        ['4264579', 'agrees'],
        ['65555407', 'agrees'],
        ['69819986', 'agrees'],
      ]),
    );
    expect(sums).toHaveLength(4);
    expect(sums.find(({ stated }) => stated === '7133008')).toMatchObject({
      id: 'sum:減額!D28',
      cell: 'D28',
      computed: '7133008',
      difference: '0',
      operands: ['減額!D4:D17', '減額!D20:D27'],
    });
    const days = report.checks.filter(({ kind }) => kind === 'day-count');
    expect(days.filter(({ verdict }) => verdict === 'agrees')).toHaveLength(17);
    const explained = days.filter(({ verdict }) => verdict === 'explained');
    expect(explained.map(({ cell, stated }) => [cell, stated])).toEqual([
      ['C4', '23'],
      ['C20', '119'],
      ['C24', '119'],
      ['C26', '119'],
      ['C27', '119'],
    ]);
    expect(explained[0]).toMatchObject({ computed: '22', difference: '1', rule: { id: 'day-count.both-in' } });
    expect(explained[0]?.explanations).toContainEqual(
      expect.objectContaining({ id: 'day-count.both-in', value: '23', fits: true }),
    );
  });

  test('tax, gross, totals and the pro-rata rule', () => {
    const report = sample();
    const check = (id: string) => report.checks.find((entry) => entry.id === id);
    expect(check('tax:減額!D29')).toMatchObject({
      stated: '713303',
      computed: '713300',
      difference: '3',
      verdict: 'explained',
      rule: { id: 'tax.per-month.up' },
    });
    const misses = check('tax:減額!D29')?.explanations.filter(({ fits }) => !fits) ?? [];
    expect(misses).toHaveLength(3);
    expect(check('gross:減額!D30')).toMatchObject({ stated: '7846311', verdict: 'agrees' });
    expect(check('gross:減額!D30')?.operands).toEqual(['減額!D28:D29']);
    expect(report.totals).toEqual({
      net: '7133008',
      tax: '713303',
      gross: '7846311',
      claims: '69819986',
      grand: '77666297',
    });
    expect(report.terms.taxRate?.value).toBe('10');
    expect(report.terms.proration?.value).toMatch(/^pro-rata\.calendar-month\.daily\.down\.1/);
    expect(report.terms.proration?.source).toBe('inferred 21/22');
  });

  test('the course of events', () => {
    const { timeline } = sample();
    expect(timeline).toHaveLength(13);
    expect(timeline.find(({ printed }) => printed === '12月18日～2020年3月下旬')).toMatchObject({
      start: '2019-12-18',
      startPrecision: 'day',
      end: '2020-03-31',
      endPrecision: 'third',
      inferredYear: true,
      cell: expect.stringMatching(/^経過!A\d+$/),
    });
    expect(timeline.find(({ printed }) => printed === '2月下旬')).toMatchObject({
      start: '2020-02-21',
      end: '2020-02-29',
    });
  });

  test('is the same each time, in the language asked for', () => {
    expect(one(SAMPLE)).toEqual(sample());
    const messages = (language: string) => one(SAMPLE, '--lang', language).checks.map(({ message }) => message);
    expect(messages('ja').every((message) => /[ぁ-ん]/.test(message))).toBe(true);
    expect(messages('en').every((message) => /^[A-Z0-9]/.test(message))).toBe(true);
  });
});

describe('exit status', () => {
  test('0 where nothing disagrees, also where no table is found; 1 where a figure disagrees', () => {
    expect(reports(SAMPLE).status).toBe(0);
    expect(reports(book('right.xlsx', 5160)).status).toBe(0);
    writeFileSync(join(folder, 'words.csv'), 'hello\n');
    expect(reports(join(folder, 'words.csv'))).toMatchObject({ status: 0, reports: [{ tables: [], checks: [] }] });
    const wrong = reports(book('wrong.xlsx', 5190));
    expect(wrong.status).toBe(1);
    expect(wrong.reports[0]?.checks).toContainEqual(
      expect.objectContaining({
        kind: 'sum',
        cell: 'B5',
        stated: '5190',
        computed: '5160',
        difference: '30',
        verdict: 'disagrees',
      }),
    );
  });

  test('2 where a file cannot be read; the others are still done, in order', () => {
    writeFileSync(join(folder, 'empty.xlsx'), '');
    writeFileSync(join(folder, 'text.xlsx'), 'hello');
    const files = ['missing.xlsx', 'empty.xlsx', 'text.xlsx'].map((name) => join(folder, name));
    const result = reports(...files, book('wrong.xlsx', 1), SAMPLE);
    expect(result.status).toBe(2);
    expect(result.reports.map(({ error }) => error?.code ?? null)).toEqual([
      'missing-file',
      'empty-file',
      'not-a-workbook',
      null,
      null,
    ]);
    expect(result.reports[0]).toMatchObject({ tables: [], checks: [], timeline: [], totals: { net: null } });
    expect(result.reports[0]?.summary.disagrees).toBe(0);
    expect(result.stderr).toContain('ファイルが見つかりません。');
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['verify']],
    [['check', SAMPLE]],
    [['verify', SAMPLE, '--incident-date', '2019-02-30']],
    [['verify', SAMPLE, '--day-count', 'all']],
    [['verify', SAMPLE, '--tax-rate', '-1']],
    [['verify', SAMPLE, '--tax-rate', '1e1']],
    [['verify', SAMPLE, '--tax-rounding', 'nearest']],
    [['verify', SAMPLE, '--compare-tax', 'per-week.down']],
    [['verify', SAMPLE, '--compare-tax', 'whole.down', '--compare-rate', '-8']],
    [['verify', SAMPLE, '--compare-rate', '8']],
    [['verify', SAMPLE, '--lang', 'fr']],
    [['verify', SAMPLE, '--no-such-option']],
  ])('2 and one clear line for a wrong call: %j', (args) => {
    const { status, stdout, stderr } = kenzan(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('help and version', () => {
    expect(kenzan('verify', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--incident-date') });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(kenzan('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  });
});

describe('options', () => {
  test('replace what would be inferred', () => {
    const { terms, summary } = one(
      SAMPLE,
      '--day-count',
      'both-in',
      '--incident-date',
      '2019-12-04',
      '--tax-rate',
      '8',
    );
    expect(terms.dayCount).toEqual({ value: 'both-in', source: 'option' });
    expect(terms.incidentDate).toEqual({ value: '2019-12-04', source: 'option' });
    expect(terms.taxRate).toEqual({ value: '8', source: 'option' });
    expect(summary.explained).toBeGreaterThanOrEqual(17);
  });

  test('without --json: a report for people, what does not agree with its cell', () => {
    const { status, stdout } = kenzan('verify', book('wrong.xlsx', 5190));
    expect(status).toBe(1);
    expect(stdout).toContain('[不一致] 表!B5');
    expect(kenzan('verify', '--lang', 'en', SAMPLE).stdout).toContain('[Explained] 減額!C4');
  });

  test('the text says terms in words, many like findings in one line, and what other tax rules give', () => {
    const { stdout } = kenzan('verify', SAMPLE);
    expect(stdout).toContain('日数の数え方: 片端入れ（初日算入・末日不算入）（22 行中 17 行から推定）');
    expect(stdout).toContain('端数処理: 切捨て（既定）');
    expect(stdout).toMatch(/日割りの規則: 暦月による日割り.*（22 行中 21 行から推定）/);
    expect(stdout).toContain('減額!D4:D17,D20:D22,D24:D27 金額 21 件: いずれも「暦月による日割り');
    expect(stdout).toMatch(/減額!D29 消費税.*\n {6}ほかの規則では: 一括で税率 10% を掛け、四捨五入 713,301（差 2）/);
    expect(stdout.match(/^ {2}\[説明可\] 減額!C\d+ 日数「/gm)).toHaveLength(5);
    expect(stdout).not.toMatch(/start-in-end-out|pro-rata\.|: down/);
  });
});

describe('--write', () => {
  const written = () => join(folder, 'out');

  test('adds the sheets and leaves every other part as it was; again, it replaces its own', async () => {
    expect(kenzan('verify', SAMPLE, '--write', written(), ...TIME).status).toBe(0);
    const output = join(written(), 'nakano-2020.xlsx');
    const before = await partsOf(readFileSync(join(ROOT, SAMPLE)));
    const after = await partsOf(readFileSync(output));
    const changed = [...before.entries()].flatMap(([path, content]) => (after.get(path) === content ? [] : [path]));
    expect(changed.sort()).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'].sort(),
    );
    const names = Buffer.from(after.get('xl/workbook.xml') ?? '', 'latin1').toString('utf8');
    for (const name of ['検算結果', '合計', '時系列']) expect(names).toContain(`name="${name}"`);
    expect(one(output).checks).toEqual(sample().checks);
    const again = join(folder, 'again');
    expect(kenzan('verify', output, '--write', again, ...TIME).status).toBe(0);
    const second = await partsOf(readFileSync(join(again, 'nakano-2020.xlsx')));
    expect([...second.keys()].sort()).toEqual([...after.keys()].sort());
    expect(second.get('xl/worksheets/sheet5.xml')).toBe(after.get('xl/worksheets/sheet5.xml'));
    expect(readdirSync(written())).toEqual(['nakano-2020.xlsx']);
  });

  test('the same time gives the same bytes', () => {
    const outputs = ['a', 'b'].map((name) => {
      kenzan('verify', SAMPLE, '--write', join(folder, name), ...TIME);
      return readFileSync(join(folder, name, 'nakano-2020.xlsx'));
    });
    expect(outputs[0]?.equals(outputs[1] ?? Buffer.of())).toBe(true);
  });

  test('never over a file: not the input, not another, nor one of two with the same name; nothing is written then', () => {
    const input = book('book.xlsx', 5160);
    const original = readFileSync(input);
    const other = join(folder, 'other');
    mkdirSync(other);
    copyFileSync(input, join(other, 'book.xlsx'));
    expect(kenzan('verify', input, '--write', folder).status).toBe(2);
    expect(readFileSync(input).equals(original)).toBe(true);
    expect(kenzan('verify', input, '--write', other).status).toBe(2);
    expect(readFileSync(join(other, 'book.xlsx')).equals(original)).toBe(true);
    const twice = kenzan('verify', input, join(other, 'book.xlsx'), '--json', '--write', written());
    expect(twice).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(folder).sort()).toEqual(['book.xlsx', 'other']);
  });

  test('a link of the name that leads nowhere is not written through', () => {
    mkdirSync(written());
    symlinkSync(join(folder, 'elsewhere.xlsx'), join(written(), 'book.xlsx'));
    expect(kenzan('verify', book('book.xlsx', 5160), '--write', written()).status).toBe(2);
    expect(existsSync(join(folder, 'elsewhere.xlsx'))).toBe(false);
  });

  test('a disk that is full leaves nothing behind, and is told', () => {
    mkdirSync(written());
    // The shell counts blocks of 512 or 1024 bytes: a copy of the sample is larger than eight.
    const command = `ulimit -f 8; exec "${process.execPath}" dist/cli.js verify ${SAMPLE} --write "${written()}"`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('ディスクの空きが足りません');
    expect(readdirSync(written())).toEqual([]);
  });

  test('other formats are verified but not written', () => {
    const ods = book('book.ods', 5160, 'ods');
    const result = reports(ods, '--write', written());
    expect(result).toMatchObject({ status: 2, reports: [{ error: null, summary: { agrees: 1 } }] });
    expect(result.stderr).toContain('xlsx');
    expect(readdirSync(folder)).toEqual(['book.ods']);
  });

  test('a folder that cannot be made: exit 2 with the reason', () => {
    writeFileSync(written(), 'a file');
    chmodSync(written(), 0o444);
    const { status, stderr } = kenzan('verify', book('book.xlsx', 5160), '--write', written());
    expect(status).toBe(2);
    expect(stderr).toContain('書き出せませんでした');
  });
});

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('binarystring')] as const)));
}
