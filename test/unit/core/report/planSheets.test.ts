import { planSheets } from '../../../../src/core/report/planSheets';
import { areaName, cellName } from '../../../../src/core/sheets/address';
import type { PlannedCell, SheetPlan, SheetRole } from '../../../../src/core/sheets/sheetPlan';
import { Decimal, decimalText } from '../../../../src/core/values/decimal';
import { snapshotOf } from '../../support/grid';
import {
  CLAIMED,
  day,
  emptyVerification,
  finding,
  cell as address,
  NET,
  smallSnapshot,
  smallVerification,
  TAX,
  yen,
} from './smallCase';

const OPTIONS = {
  language: 'ja',
  time: { date: day('2026-11-23'), hour: 9, minute: 5 },
  version: '0.1.0',
} as const;

function plan(role: SheetRole, verification = smallVerification(), language: 'ja' | 'en' = 'ja'): SheetPlan {
  const found = planSheets(verification, smallSnapshot(), { ...OPTIONS, language }).find((one) => one.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}

function at(one: SheetPlan, name: string): PlannedCell['content'] | undefined {
  return one.cells.find((cell) => cellName(cell) === name)?.content;
}

/** The first cell whose text is this. */
function whereIs(one: SheetPlan, text: string): { row: number; column: number } {
  const found = one.cells.find(({ content }) => content.kind === 'text' && content.text === text);
  if (!found) throw new Error(`${text} is not on ${one.name}`);
  return found;
}

function beside(one: SheetPlan, text: string, columns: number): PlannedCell['content'] | undefined {
  const { row, column } = whereIs(one, text);
  return at(one, cellName({ row, column: column + columns }));
}

const formulas = (one: SheetPlan) =>
  one.cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : []));

describe('the three sheets', () => {
  it('are named in the language of the report', () => {
    const names = (language: 'ja' | 'en') =>
      planSheets(smallVerification(), smallSnapshot(), { ...OPTIONS, language }).map(({ name }) => name);
    expect(names('ja')).toEqual(['検算結果', '合計', '時系列']);
    expect(names('en')).toEqual(['Checked results', 'Totals', 'Timeline']);
  });

  it('keep the present name of a sheet of ours, and leave a sheet of the user’s alone', () => {
    const present = snapshotOf(
      { name: '私の結果', rows: [['x']], role: 'findings' },
      { name: '合計', rows: [['user']] },
      { name: '時系列', rows: [['user']] },
      { name: '時系列 (2)', rows: [['user']] },
    );
    const plans = planSheets(smallVerification(), present, OPTIONS);
    expect(plans.map(({ name }) => name)).toEqual(['私の結果', '合計 (2)', '時系列 (3)']);
    expect(formulas(plans[0] as SheetPlan)).toContain("='合計 (2)'!$C$5");
  });

  it('take names that differ in case only for taken', () => {
    const present = snapshotOf({ name: 'TOTALS', rows: [['x']] });
    const plans = planSheets(smallVerification(), present, { ...OPTIONS, language: 'en' });
    expect(plans[1]?.name).toBe('Totals (2)');
  });

  it('are equal for the same input and time', () => {
    const make = () => planSheets(smallVerification(), smallSnapshot(), OPTIONS);
    expect(make()).toEqual(make());
  });

  it.each(['ja', 'en'] as const)(
    'have no cell twice, no merge over other content and no empty place (%s)',
    (language) => {
      for (const one of planSheets(smallVerification(), smallSnapshot(), { ...OPTIONS, language })) {
        const names = one.cells.map((cell) => cellName(cell));
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
        for (const area of one.merges) {
          const covered = one.cells.filter(
            ({ row, column, content }) =>
              row >= area.top &&
              row <= area.bottom &&
              column > area.left &&
              column <= area.right &&
              content.kind !== 'blank',
          );
          expect({ area: areaName(area), covered }).toEqual({ area: areaName(area), covered: [] });
        }
        const texts = one.cells.map(({ content }) => (content.kind === 'text' ? content.text : ''));
        expect(texts.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([]);
        expect(names).toContain('A1');
        expect(one.incompleteNotice).not.toBe('');
      }
    },
  );

  it('use only functions that Excel 2016 and LibreOffice 7.4 both compute', () => {
    const used = new Set(
      planSheets(smallVerification(), smallSnapshot(), OPTIONS)
        .flatMap((one) => [...formulas(one), ...one.highlights.map(({ formula }) => formula)])
        .flatMap((formula) => formula.replace(/"[^"]*"/g, '').match(/[A-Z]+(?=\()/g) ?? []),
    );
    const allowed =
      'ABS AND CHOOSE COUNTIF DATE DAY EOMONTH IF INDEX INT MATCH MIN MONTH NOT OR RANK ROUND ROUNDDOWN ROUNDUP ROW SUM SUMPRODUCT YEAR';
    expect([...used].filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
  });

  it('say plainly that there is nothing', () => {
    const plans = planSheets(emptyVerification(), snapshotOf({ rows: [] }), OPTIONS);
    const [findings, totals, timeline] = plans as [SheetPlan, SheetPlan, SheetPlan];
    expect(whereIs(findings, '検算できる数値は見つかりませんでした。').row).toBeGreaterThan(0);
    expect(whereIs(totals, '減額・請求・損害賠償の表は見つかりませんでした。合計するものはありません。')).toBeDefined();
    expect(whereIs(timeline, '経過や停止期間は見つかりませんでした。表示するものはありません。')).toBeDefined();
    expect(timeline.charts).toEqual([]);
  });

  it('never plan a user’s text as a formula', () => {
    const texts = plan('timeline').cells.filter(
      ({ content }) => content.kind === 'text' && content.text.startsWith('@'),
    );
    expect(texts).toHaveLength(1);
    const names = plan('totals').cells.filter(
      ({ content }) => content.kind === 'formula' && content.result === '=福祉業務管理',
    );
    expect(names.map(({ content }) => (content.kind === 'formula' ? content.formula : ''))).toEqual([
      '=減額!A7',
      '=B31',
    ]);
  });
});

describe('検算結果', () => {
  const one = plan('findings');
  const header = whereIs(one, '判定').row;
  const cell = (row: number, column: string) => at(one, `${column}${header + 2 + row}`);

  it('puts disagreements first and agreements last', () => {
    const verdicts = Array.from({ length: 9 }, (_, row) => cell(row, 'H'));
    expect(verdicts.map((content) => (content?.kind === 'formula' ? content.result : content))).toEqual([
      '× 不一致',
      ...Array<string>(3).fill('△ 説明可'),
      { kind: 'text', text: '― 未検査' },
      ...Array<string>(4).fill('○ 一致'),
    ]);
  });

  it('links to the cell and refers to it for the stated figure', () => {
    expect(cell(3, 'B')).toEqual({ kind: 'link', text: '減額!D10', target: address('減額', 9, 3) });
    expect(cell(3, 'E')).toEqual({ kind: 'formula', formula: '=減額!D10', result: yen(TAX) });
  });

  it('writes a figure that stands inside a text as a number, with a mark', () => {
    expect(cell(0, 'E')).toEqual({ kind: 'number', value: yen(CLAIMED + 9) });
    const style = one.cells.find((candidate) => cellName(candidate) === `E${header + 2}`)?.style;
    expect(style?.numberFormat).toBe('#,##0"*"');
  });

  it('computes live, under the terms on the sheet of totals', () => {
    expect(cell(3, 'F')).toEqual({
      kind: 'formula',
      formula: '=ROUNDDOWN(ROUND(SUM(減額!D4:D8)*合計!$C$6/100,6),0)',
      result: yen(289994),
    });
    expect(cell(0, 'F')).toMatchObject({ formula: "=SUM('O''Brien 損害'!C2:C4)" });
    expect(cell(1, 'F')).toMatchObject({ formula: '=減額!B5-合計!$C$5' });
  });

  it('gives verdicts that follow the figures', () => {
    expect(cell(0, 'H')).toMatchObject({ formula: `=IF(G${header + 2}=0,"○ 一致","× 不一致")` });
    expect(cell(1, 'H')).toMatchObject({
      formula: `=IF(G${header + 3}=0,"○ 一致",IF(G${header + 3}=1,"△ 説明可","× 不一致"))`,
    });
    expect(cell(3, 'H')).toMatchObject({
      formula: `=IF(G${header + 5}=0,"○ 一致",IF(AND(E${header + 5}=${TAX},SUM(減額!D4:D8)=${NET}),"△ 説明可","× 不一致"))`,
    });
  });

  it('tells agreement within the printed precision from exact agreement', () => {
    const within = finding({
      kind: 'sum',
      cell: address('減額', 8, 3),
      verdict: 'within-rounding',
      stated: yen(1000),
      computed: yen('999.5'),
      difference: yen('0.5'),
      tolerance: yen('1.5'),
    });
    const other = plan('findings', smallVerification({ findings: [within] }));
    const { row } = whereIs(other, '判定');
    expect(at(other, `G${row + 2}`)).toMatchObject({ formula: `=ROUND(E${row + 2}-F${row + 2},6)` });
    expect(at(other, `H${row + 2}`)).toEqual({
      kind: 'formula',
      formula: `=IF(G${row + 2}=0,"○ 一致",IF(ABS(G${row + 2})<=1.5,"○ 端数の範囲内","× 不一致"))`,
      result: '○ 端数の範囲内',
    });
  });

  it('counts the verdicts live and marks each by a word besides its colour', () => {
    expect(beside(one, '× 不一致', 1)).toMatchObject({ result: new Decimal(1) });
    expect(one.highlights.map(({ formula }) => formula.slice(formula.indexOf('"')))).toEqual(
      ['× 不一致', '◇ 要確認', '△ 説明可', '― 未検査', '○ 端数の範囲内', '○ 一致'].map((word) => `"${word}"`),
    );
  });

  it('says when, on which ranges and under which terms', () => {
    expect(beside(one, '作成日時', 2)).toEqual({ kind: 'text', text: '2026/11/23 9:05  Kenzan 0.1.0' });
    expect(beside(one, '表 t2', 2)).toMatchObject({ text: "損害賠償 'O''Brien 損害'!A1:C5" });
    expect(beside(one, '障害発生日', 1)).toEqual({ kind: 'formula', formula: '=合計!$C$5', result: day('2019-12-04') });
    expect(beside(one, '障害発生日', 2)).toEqual({ kind: 'text', text: '減額!A1 から' });
  });

  it('repeats its header on every page and keeps it in view', () => {
    expect(one.page).toEqual({ orientation: 'landscape', titleRows: { first: header, last: header } });
    expect(one.frozen).toEqual({ rows: header + 1, columns: 0 });
  });
});

describe('合計', () => {
  const one = plan('totals');
  const result = (text: string, columns = 1) => {
    const content = beside(one, text, columns);
    if (content?.kind !== 'formula' || !(content.result instanceof Decimal)) throw new Error(`${text}: no formula`);
    return decimalText(content.result);
  };

  it('gives net, tax, gross, damages and the grand total', () => {
    expect(result('税抜合計')).toBe(String(NET));
    expect(result('消費税（上の条件による）')).toBe(String(TAX));
    expect(result('税込合計')).toBe(String(NET + TAX));
    expect(result('損害賠償（不課税）')).toBe(String(CLAIMED));
    expect(result('総計（税込合計 + 損害賠償）')).toBe(String(NET + TAX + CLAIMED));
  });

  it('puts the printed figures beside as references', () => {
    expect(beside(one, '税抜合計', 2)).toEqual({ kind: 'formula', formula: '=減額!D9', result: yen(NET) });
    expect(beside(one, '税抜合計', 4)).toMatchObject({ result: '○ 一致' });
  });

  it('starts from the combination that explains the printed tax', () => {
    expect(beside(one, '税の計算単位', 1)).toEqual({ kind: 'text', text: '月ごと' });
    expect(beside(one, '税の端数処理', 1)).toEqual({ kind: 'text', text: '切上げ' });
    expect(one.choices.map(({ choices }) => choices)).toEqual([
      ['記載どおり', '合計に一括', '行ごと', '月ごと'],
      ['切捨て', '四捨五入', '切上げ'],
    ]);
  });

  it('shares the tax so that the lines add up to it', () => {
    const { row, column } = whereIs(one, '消費税（円）');
    const shares = one.cells.filter((cell) => cell.column === column && cell.row > row && cell.row <= row + 5);
    const sum = shares.reduce(
      (total, { content }) =>
        content.kind === 'formula' && content.result instanceof Decimal ? total.plus(content.result) : total,
      new Decimal(0),
    );
    expect(decimalText(sum)).toBe(String(TAX));
  });

  it('splits the lines over the service months by formulas over the inferred fee', () => {
    const { row, column } = whereIs(one, '2019年12月');
    expect(at(one, cellName({ row: row + 3, column }))).toEqual({
      kind: 'formula',
      formula: `=ROUNDDOWN(C${row + 4}/31,0)*28`,
      result: yen(83888),
    });
    expect(at(one, cellName({ row: row + 3, column: column + 1 }))).toEqual({
      kind: 'formula',
      formula: `=C${row + 4}`,
      result: yen(92900),
    });
  });

  it('has no section for what the document lacks', () => {
    const verification = smallVerification();
    const { document, totals } = verification;
    const other = plan(
      'totals',
      smallVerification({
        document: { ...document, tables: document.tables.filter(({ kind }) => kind === 'claims') },
        findings: [],
        prorations: [],
        totals: { ...totals, net: null, tax: null, gross: null, grand: null },
      }),
    );
    const texts = other.cells.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    expect(texts).toContain('損害賠償');
    expect(texts).not.toContain('システム別');
    expect(texts).not.toContain('月別（推定）');
    expect(texts).not.toContain('税の計算単位');
  });

  it('takes the printed tax as it is where it holds by another rule', () => {
    const verification = smallVerification({ findings: [] });
    const other = plan('totals', {
      ...verification,
      totals: { ...verification.totals, tax: yen(TAX) },
    });
    expect(beside(other, '税の計算単位', 1)).toEqual({ kind: 'text', text: '記載どおり' });
  });
});

describe('時系列', () => {
  const one = plan('timeline');
  const header = whereIs(one, '開始').row;

  it('sorts the events and says how exact each date is', () => {
    const column = (index: number) =>
      one.cells
        .filter((cell) => cell.column === index && cell.row > header && cell.row <= header + 4)
        .map(({ content }) => (content.kind === 'text' ? content.text : content));
    expect(column(5)).toEqual(['障害発生', '毎朝、進捗の報告を受けた', '@協議を開始', '請求予定項目を通知']);
    expect(column(3)).toEqual(['日', '日～旬', '旬', '日']);
    expect(column(4)).toEqual(['12月4日 *', '12月18日～2020年3月下旬', '2月下旬 *', '3月6日 *']);
  });

  it('counts the days of a range only, and the days since the incident', () => {
    expect(at(one, `H${header + 2}`)).toEqual({ kind: 'blank' });
    expect(at(one, `H${header + 3}`)).toMatchObject({ result: new Decimal(105) });
    expect(at(one, `H${header + 4}`)).toEqual({ kind: 'blank' });
    expect(at(one, `I${header + 3}`)).toEqual({
      kind: 'formula',
      formula: `=B${header + 3}-合計!$C$5`,
      result: new Decimal(14),
    });
  });

  it('draws weeks from Monday over half a year, with the months above', () => {
    expect(at(one, `J${header + 1}`)).toEqual({ kind: 'date', value: day('2019-12-02') });
    expect(at(one, `K${header + 1}`)).toEqual({ kind: 'date', value: day('2019-12-09') });
    expect(at(one, `J${header}`)).toEqual({ kind: 'text', text: '2019年12月' });
    expect(one.highlights).toHaveLength(3);
  });

  it('plans a native chart whose axis is in the serials of the workbook’s date system', () => {
    const [chart] = one.charts;
    expect(chart?.axis).toEqual({ minimum: 43803, maximum: 43929, majorUnit: 14, numberFormat: 'm/d' });
    const document = { ...smallVerification().document, dateSystem: 1904 as const };
    expect(plan('timeline', smallVerification({ document })).charts[0]?.axis.minimum).toBe(43803 - 1462);
    expect(chart?.series.map(({ fill }) => fill === null)).toEqual([true, false]);
  });
});
