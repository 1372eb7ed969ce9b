import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonReport } from '../../../src/core/report/jsonReport';
import { kenzan, ROOT, SAMPLE, writeBook } from '../../support/commandLine';

const TIME = ['--time', '2020-06-09T12:00'];

jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-report-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const book = (name: string, total: number, bookType: 'xlsx' | 'ods' = 'xlsx') =>
  writeBook(join(folder, name), total, bookType);

describe('--report html', () => {
  const reported = () => join(folder, 'reports');
  const asked = () => ['--report', 'html', '--out', reported()];

  test('writes one page a file, named after it; what it says agrees with the JSON report', () => {
    const { status, stdout } = kenzan('verify', '--json', SAMPLE, ...asked(), ...TIME);
    expect(status).toBe(0);
    const { checks } = JSON.parse(stdout) as JsonReport;
    expect(readdirSync(reported())).toEqual(['nakano-2020.html']);
    const html = readFileSync(join(reported(), 'nakano-2020.html'), 'utf8');
    expect(html).toContain('<html lang="ja">');
    for (const { cell, sheet } of checks) expect(html).toContain(`${sheet}!${cell}`);
    expect(html).toContain('77,666,297');
    expect(html).toContain('2020/06/09 12:00');
    const digest = createHash('sha256')
      .update(readFileSync(join(ROOT, SAMPLE)))
      .digest('hex');
    expect(html).toContain(digest);
  });

  test('in English; the same time gives the same bytes; beside --write', () => {
    const pages = ['a', 'b'].map((name) => {
      const out = join(folder, name);
      const args = ['--report', 'html', '--out', out, '--write', out, '--lang', 'en', ...TIME];
      expect(kenzan('verify', SAMPLE, ...args).status).toBe(0);
      expect(readdirSync(out).sort()).toEqual(['nakano-2020.html', 'nakano-2020.xlsx']);
      return readFileSync(join(out, 'nakano-2020.html'), 'utf8');
    });
    expect(pages[0]).toContain('<html lang="en">');
    expect(pages[0]).toBe(pages[1]);
  });

  test('never over a file, nor one of two with the same name; nothing is written then', () => {
    mkdirSync(reported());
    writeFileSync(join(reported(), 'nakano-2020.html'), 'mine');
    expect(kenzan('verify', SAMPLE, ...asked(), '--write', join(folder, 'out'))).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect(readFileSync(join(reported(), 'nakano-2020.html'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['reports']);
    const ods = book('book.ods', 5160, 'ods');
    expect(kenzan('verify', ods, book('book.xlsx', 5160), ...asked()).status).toBe(2);
    expect(readdirSync(reported())).toEqual(['nakano-2020.html']);
  });

  test('of any format that can be read; a figure that disagrees is exit 1', () => {
    expect(kenzan('verify', book('book.ods', 5190, 'ods'), ...asked()).status).toBe(1);
    expect(readFileSync(join(reported(), 'book.html'), 'utf8')).toContain('× 不一致');
  });

  test.each([[['--report', 'html']], [['--out', 'reports']], [['--report', 'pdf', '--out', 'reports']]])(
    'a wrong call is exit 2 with one clear line: %j',
    (args) => {
      const { status, stdout, stderr } = kenzan('verify', SAMPLE, ...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );
});
