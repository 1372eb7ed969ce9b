import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellEdit, editCells } from '../support/editXlsx';
import { type CalculatedWorkbook, recalculate } from '../support/libreOffice';
import { compare, Sheet, write, type Written } from './writtenSheets';

const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));

/** The fourth row's printed amount is raised; nothing else of the user's. */
const RAISED = 1000;
const EDITS: readonly CellEdit[] = [{ sheet: '減額', cell: 'D7', value: 94545 + RAISED }];

let written: Record<'ja' | 'en', Written>;
let books: ReadonlyMap<string, CalculatedWorkbook>;
let totals: (book: string) => Sheet;
let findings: (book: string) => Sheet;

function book(name: string): CalculatedWorkbook {
  const found = books.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

beforeAll(async () => {
  written = { ja: await write(SAMPLE, 'ja'), en: await write(SAMPLE, 'en') };
  const { bytes } = written.ja;
  const before = recalculate({ ja: bytes, en: written.en.bytes });
  const sheet = new Sheet('合計', before.get('ja') ?? new Map());
  const parameter = (label: string, value: number | string): CellEdit => ({
    sheet: '合計',
    cell: sheet.cellBeside(label, 1),
    value,
  });
  const after = recalculate({
    'source changed': await editCells(bytes, EDITS),
    'rounded down': await editCells(bytes, [parameter('税の端数処理', '切捨て')]),
    'on the whole': await editCells(bytes, [parameter('税の計算単位', '合計に一括')]),
    'as printed': await editCells(bytes, [parameter('税の計算単位', '記載どおり')]),
    'rate of 8 %': await editCells(bytes, [parameter('消費税率', 8)]),
    'incident a day later': await editCells(bytes, [parameter('障害発生日', 43804)]),
  });
  books = new Map([...before, ...after]);
  totals = (name) => new Sheet('合計', book(name));
  findings = (name) => new Sheet('検算結果', book(name));
}, 240_000);

describe('the sheets written into the sample, computed by LibreOffice', () => {
  it.each(['ja', 'en'] as const)('give what the core computed (%s)', (language) => {
    const { count, mismatches } = compare(written[language].plans, book(language));
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(400);
  });

  it('show the totals of the document', () => {
    const sheet = totals('ja');
    expect(
      ['税抜合計', '消費税（上の条件による）', '税込合計', '損害賠償（不課税）', '総計（税込合計 + 損害賠償）'].map(
        (label) => sheet.beside(label, 1),
      ),
    ).toEqual([7133008, 713303, 7846311, 69819986, 77666297]);
    expect(['切捨て', '四捨五入', '切上げ'].map((_, index) => sheet.beside('合計に一括', index + 1))).toEqual([
      713300, 713301, 713301,
    ]);
    expect(['切捨て', '四捨五入', '切上げ'].map((_, index) => sheet.beside('行ごと', index + 1))).toEqual([
      713294, 713300, 713310,
    ]);
  });
});

describe('after the user changed something, computed by LibreOffice', () => {
  it('a changed amount changes every total that it is part of, and the verdicts', () => {
    const sheet = totals('source changed');
    expect(sheet.beside('税抜合計', 1)).toBe(7133008 + RAISED);
    expect(sheet.beside('税抜合計', 3)).toBe(-RAISED);
    expect(sheet.beside('税抜合計', 4)).toBe('× 不一致');
    // The months inferred before do not hold the new yen: they stand apart, and are taxed there.
    expect(sheet.beside('税込合計', 1)).toBe(7133008 + RAISED + 713303 + 100);
    const results = findings('source changed');
    expect(results.beside('減額!D28', 3)).toBe(7133008);
    expect(results.beside('減額!D28', 4)).toBe(7133008 + RAISED);
    expect(results.beside('減額!D28', 6)).toBe('× 不一致');
    expect(results.beside('減額!D29', 6)).toBe('× 不一致');
    expect(results.beside('減額!D7', 6)).toBe('◇ 要確認');
    expect(results.beside('× 不一致', 1)).toBe(2);
  });

  it('the tax follows the rounding', () => {
    // Of the four months' taxes three are no whole yen: rounded down they are three yen less than rounded up.
    const sheet = totals('rounded down');
    expect(sheet.beside('消費税（上の条件による）', 1)).toBe(713303 - 3);
    expect(sheet.beside('消費税（上の条件による）', 4)).toBe('× 不一致');
  });

  it('the tax follows what it is computed on', () => {
    expect(totals('on the whole').beside('消費税（上の条件による）', 1)).toBe(713301);
    expect(totals('as printed').beside('消費税（上の条件による）', 1)).toBe(713303);
  });

  it('the tax follows the rate, here and in the checked results', () => {
    expect(totals('rate of 8 %').beside('合計に一括', 1)).toBe(570640);
    expect(findings('rate of 8 %').beside('減額!D29', 4)).toBe(570640);
  });

  it('the day counts and their verdicts follow the incident date', () => {
    const results = findings('incident a day later');
    expect(results.beside('減額!C5', 4)).toBe(5);
    expect(results.beside('減額!C5', 6)).toBe('× 不一致');
    expect(results.beside('減額!C4', 4)).toBe(21);
    expect(results.beside('減額!C4', 6)).toBe('× 不一致');
  });

  it('the lines still add up to the tax', () => {
    for (const name of ['source changed', 'rounded down', 'on the whole', 'rate of 8 %']) {
      const sheet = totals(name);
      expect(sheet.beside('合計', 2)).toBe(sheet.beside('消費税（上の条件による）', 1));
      expect(sheet.beside('合計', 3)).toBe(sheet.beside('税込合計', 1));
    }
  });
});
