import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { date, type GridCell, type GridSheet, snapshotOf, textSheet } from '../../../support/grid';

/** Whole numbers that look random and are the same in every run (a linear congruential generator). */
function randomNumbers(seed: number): (least: number, greatest: number) => number {
  let state = seed;
  return (least, greatest) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return least + ((state >> 8) % (greatest - least + 1));
  };
}

function rowsOf(count: number, row: (index: number) => GridCell[]): GridCell[][] {
  return Array.from({ length: count }, (_, index) => row(index));
}

function generated(): GridSheet[] {
  const random = randomNumbers(20_240_401);
  return [
    { name: '乱数', rows: rowsOf(60, () => rowsOf(12, () => [random(0, 999_999)]).flat()) },
    { name: '小さな乱数', rows: rowsOf(40, () => rowsOf(10, () => [random(0, 9)]).flat()) },
    {
      name: 'ログ',
      rows: [
        ['ID', '時刻', '応答時間', '利用者'],
        ...rowsOf(80, (index) => [
          90_210 + index,
          `10:${10 + (index % 50)}:0${index % 10}`,
          random(12, 4000),
          random(1, 400),
        ]),
      ],
    },
    {
      name: '座標',
      rows: [
        ['地点', '緯度', '経度', '標高'],
        ...rowsOf(30, (index) => [
          `P${index}`,
          35 + random(0, 99_999) / 100_000,
          139 + random(0, 99_999) / 100_000,
          random(1, 300),
        ]),
      ],
    },
    {
      name: '為替',
      rows: [
        ['日付', 'USD', 'EUR', 'GBP'],
        ...rowsOf(40, (index) => [
          date(`2024-04-${String((index % 30) + 1).padStart(2, '0')}`),
          { value: 150 + random(0, 400) / 100, numberFormat: '0.00' },
          { value: 162 + random(0, 400) / 100, numberFormat: '0.00' },
          { value: 190 + random(0, 400) / 100, numberFormat: '0.00' },
        ]),
      ],
    },
    {
      name: '入荷',
      rows: [
        ['品番', '品名', '在庫数', '発注点', '単価'],
        ...rowsOf(50, (index) => [
          `A-${100 + index}`,
          `品${index}`,
          random(0, 200),
          random(1, 20) * 5,
          random(1, 90) * 10,
        ]),
      ],
    },
    {
      name: '成績',
      rows: [
        ['番号', '氏名', '国語', '数学', '英語', '平均'],
        ...rowsOf(30, (index) => {
          const marks = [random(20, 100), random(20, 100), random(20, 100)];
          const mean = Math.round(marks.reduce((a, b) => a + b, 0) / 0.3) / 10;
          return [index + 1, `生徒${index + 1}`, ...marks, { value: mean, numberFormat: '0.0' }];
        }),
      ],
    },
    {
      name: '九九',
      rows: [
        [null, ...rowsOf(9, (index) => [index + 1]).flat()],
        ...rowsOf(9, (row) => [row + 1, ...rowsOf(9, (column) => [(row + 1) * (column + 1)]).flat()]),
      ],
    },
    {
      name: '電話帳',
      rows: [
        ['氏名', '内線', '携帯', '郵便番号'],
        ...rowsOf(40, (index) => [
          `氏名${index}`,
          random(4000, 4999),
          9_000_000_000 + random(0, 99_999_999),
          random(1_000_000, 1_999_999),
        ]),
      ],
    },
    {
      name: '銀行コード',
      rows: [
        ['金融機関コード', '支店コード', '支店名'],
        ...rowsOf(40, (index) => [
          { value: random(1, 999), numberFormat: '0000' },
          { value: random(1, 999), numberFormat: '000' },
          `支店${index}`,
        ]),
      ],
    },
    {
      name: 'ガント',
      rows: [
        ['作業', '担当', ...rowsOf(20, (index) => [date(`2024-04-${String(index + 1).padStart(2, '0')}`, 'd')]).flat()],
        ...rowsOf(12, (index) => [`作業${index}`, '青山', ...rowsOf(20, () => [random(0, 4) === 0 ? 1 : null]).flat()]),
      ],
    },
    {
      name: '体温',
      rows: [
        ['日', '朝', '夜'],
        ...rowsOf(28, (index) => [
          index + 1,
          { value: 36 + random(0, 9) / 10, numberFormat: '0.0' },
          { value: 36 + random(0, 9) / 10, numberFormat: '0.0' },
        ]),
      ],
    },
    {
      name: '単価表',
      rows: [
        ['コード', '品名', '単価'],
        ...rowsOf(45, (index) => [1000 + index * 7, `品${index}`, random(1, 99) * 50]),
      ],
    },
  ];
}

/** Sheets of offices that hold no total that is wrong. */
const SHEETS: Record<string, string> = {
  住所録: `
氏名 | 郵便番号 | 住所 | 電話番号
青山 | 164-8501 | 中野4-8-1 | 03-3389-1111
石川 | 100-0001 | 千代田1-1 | 03-1234-5678
上田 | 150-0001 | 神宮前1-2 | 03-1234-9999`,
  暦: `
2024年4月
日 | 月 | 火 | 水 | 木 | 金 | 土
 | 1 | 2 | 3 | 4 | 5 | 6
7 | 8 | 9 | 10 | 11 | 12 | 13
14 | 15 | 16 | 17 | 18 | 19 | 20
21 | 22 | 23 | 24 | 25 | 26 | 27
28 | 29 | 30`,
  勤務表: `
日 | 始業 | 終業 | 休憩 | 実働
1 | 9:00 | 17:30 | 60 | 7.5
2 | 9:00 | 18:00 | 60 | 8.0
3 | 9:30 | 17:30 | 45 | 7.25
4 | 8:45 | 20:00 | 60 | 10.25`,
  アンケート: `
設問 | とても満足 | 満足 | 普通 | 不満
窓口の対応 | 61 | 30 | 9 | 4
待ち時間 | 40 | 35 | 25 | 12
わかりやすさ | 55 | 33 | 12 | 3`,
  議事録: `
第3回 情報システム会議 議事録
日時 | 2024年4月1日（月）10:00～11:00
出席者 | 青山、石川、上田（計3名）
1 前回の確認
予算 1,200 千円のうち、480 千円を執行した。合計すると 1,680 千円となる。
2 次回は4月15日（月）`,
  割合: `
項目 | 令和4年度 | 令和5年度 | 令和6年度
窓口 | 61.2% | 58.8% | 55.1%
郵送 | 20.4% | 22.9% | 21.0%
電子 | 35.7% | 41.3% | 48.6%`,
  開票: `
候補者 | 得票数 | 得票率
青山 | 12,034 | 48.1%
石川 | 9,811 | 39.2%
上田 | 3,190 | 12.7%`,
  料理: `
材料 | 2人分 | 4人分
玉ねぎ | 1 | 2
にんじん | 0.5 | 1
じゃがいも | 2 | 4
水(ml) | 400 | 800
塩(g) | 3 | 6`,
  人口: `
年 | 人口 | 世帯数
2019 | 331,658 | 204,613
2020 | 335,234 | 208,093
2021 | 334,193 | 207,130
2022 | 332,017 | 206,004`,
  スポーツ: `
順位 | チーム | 試合 | 勝 | 負 | 勝率
1 | 東 | 12 | 10 | 2 | .833
2 | 西 | 12 | 8 | 4 | .667
3 | 南 | 12 | 3 | 9 | .250`,
};

const sheets = [...generated(), ...Object.entries(SHEETS).map(([name, text]) => textSheet(text, { name }))];

const odd = (...some: readonly GridSheet[]) =>
  checkDocument(findDocument(snapshotOf(...some)), NO_TERMS)
    .findings.filter(({ verdict }) => verdict === 'disagrees' || verdict === 'possible')
    .map(({ id, verdict }) => `${id} ${verdict}`);

test.each(sheets.map((sheet) => [sheet.name ?? '', sheet] as const))('%s: no false alarm', (_, sheet) => {
  expect(odd(sheet)).toEqual([]);
});

test('none in a workbook of all of them', () => {
  expect(sheets.length).toBeGreaterThanOrEqual(20);
  expect(odd(...sheets)).toEqual([]);
});
