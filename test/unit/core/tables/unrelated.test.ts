import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { relationsOf } from '../../support/describeDocument';
import { snapshotOf, textSheet } from '../../support/grid';

/** Sheets as offices have them, none of which holds a total to verify, but where one is said. */
const SHEETS: Record<string, string> = {
  名簿: `
社員名簿
No. | 氏名 | 年齢 | 入社年 | 内線
1 | 青山 | 34 | 2012 | 4011
2 | 石川 | 51 | 1994 | 4012
3 | 上田 | 27 | 2019 | 4013
平均 | | 37.3 | |`,
  住所録: `
氏名 | 郵便番号 | 住所 | 電話番号 | FAX
青山 | 164-8501 | 中野4-8-1 | 03-3389-1111 | 03-3389-1112
石川 | 100-0001 | 千代田1-1 | 03-1234-5678 | 03-1234-5679
上田 | 1500001 | 神宮前1 | 0312345678 | 0312345679`,
  時間割: `
時間 | 月 | 火 | 水
9:00-10:30 | 国語 | 算数 | 理科
10:40-12:10 | 社会 | 国語 | 体育
13:00-14:30 | 算数 | 音楽 | 図工`,
  会議日程: `
日付 | 開始 | 終了 | 会議名 | 参加人数
d:2024-04-01 | 10:00 | 11:00 | 定例会 | 8
d:2024-04-08 | 10:00 | 11:30 | 定例会 | 7
d:2024-04-15 | 13:00 | 15:00 | 設計会議 | 12`,
  識別子: `
ID | コード | 名称 | 枝番
100234 | 5521 | 本庁舎 | 1
100235 | 5522 | 東支所 | 2
100236 | 5530 | 西支所 | 1`,
  在庫: `
品番 | 品名 | 在庫数 | 発注点 | 棚番号
A-001 | 用紙 | 120 | 50 | 301
A-002 | 封筒 | 48 | 60 | 302
B-104 | トナー | 6 | 4 | 115`,
  アンケート: `
設問 | 満足 | 普通 | 不満 | 回答数
窓口の対応 | 61% | 30% | 9% | 120
待ち時間 | 40% | 35% | 25% | 118
わかりやすさ | 55% | 33% | 12% | 119`,
  暦: `
2024年4月
日 | 月 | 火 | 水 | 木 | 金 | 土
 | 1 | 2 | 3 | 4 | 5 | 6
7 | 8 | 9 | 10 | 11 | 12 | 13
14 | 15 | 16 | 17 | 18 | 19 | 20
21 | 22 | 23 | 24 | 25 | 26 | 27
28 | 29 | 30`,
  議事録: `
第3回 情報システム会議 議事録
日時 | 2024年4月1日（月）10:00～11:00
場所 | 第2会議室
出席者 | 青山、石川、上田（計3名）
1 前回の確認
予算 1,200 千円のうち、480 千円を執行した。
2 今後の予定
次回は4月15日（月）に行う。`,
  気温: `
月 | 最高 | 最低 | 平均
1月 | 9.8 | 1.2 | 5.4
2月 | 10.9 | 2.1 | 6.1
3月 | 14.2 | 5.0 | 9.4
年平均 | 11.6 | 2.8 | 7.0`,
  勤務表: `
氏名 | 4/1 | 4/2 | 4/3 | 4/4
青山 | 日 | 夜 | 休 | 日
石川 | 夜 | 休 | 日 | 日
上田 | 休 | 日 | 日 | 夜`,
  版歴: `
版 | 日付 | 改訂内容 | 作成者
1.0 | 2023/4/1 | 初版 | 青山
1.1 | 2023/6/15 | 3章を追加 | 石川
2.0 | 2024/4/1 | 全面改訂 | 上田`,
  料金表: `
プラン | 月額(円) | 初期費用(円)
基本 | 980 | 3,000
標準 | 1,980 | 3,000
総合 | 2,980 | 0`,
  得点: `
順位 | チーム | 勝 | 負 | 勝点 | 得失点差
1 | 東 | 10 | 2 | 30 | 15
2 | 西 | 8 | 4 | 24 | 6
3 | 南 | 3 | 9 | 9 | -21`,
  身体測定: `
氏名 | 身長 | 体重 | 体重計
青山 | 171.2 | 65.0 | A
石川 | 160.5 | 52.3 | B
上田 | 168.0 | 70.1 | A`,
  工程表: `
作業 | 担当 | 開始日 | 完了日 | 工数
要件 | 青山 | 2024/4/1 | 2024/4/12 | 10
設計 | 石川 | 2024/4/15 | 2024/5/10 | 18
試験 | 上田 | 2024/5/13 | 2024/5/31 | 15`,
  目次: `
章 | 題 | 頁
1 | 概要 | 3
2 | 会計の基礎 | 12
3 | 合計と平均 | 27
4 | 総計の求め方 | 41`,
  Grades: `
Student | Maths | English | Average
Ann | 71 | 64 | 67.5
Bob | 58 | 80 | 69
Cid | 90 | 77 | 83.5
Average | 73 | 73.7 | 73.3`,
  Contacts: `
Name | Phone | Extension | Since
Ann | +44 20 7946 0018 | 214 | 2011
Bob | +44 20 7946 0971 | 310 | 2017
Cid | +44 20 7946 0302 | 115 | 2020`,
  複数回答: `
項目 | 回答数 | 割合
価格 | 80 | 66.7%
品質 | 70 | 58.3%
納期 | 30 | 25.0%
延べ | 180 | 150.0%`,
  勤務時間: `
氏名 | 出勤日数 | 残業時間 | 合計時間
青山 | 20 | 12.5 | 172.5
石川 | 18 | 3.0 | 147.0`,
  推移: `
年度 | 人口 | 世帯数 | 前年比
2021 | 334,193 | 207,130 | 99.2%
2022 | 332,017 | 206,004 | 99.3%
2023 | 333,593 | 208,093 | 100.5%`,
  設定: `
項目 | 値
最大接続数 | 200
合計タイムアウト(秒) | 30
再試行 | 3`,
  単位換算: `
km | mile
1 | 0.621
5 | 3.107
10 | 6.214`,
};

test.each(Object.entries(SHEETS))('%s: nothing disagrees and no sum is certain', (name, text) => {
  const document = findDocument(snapshotOf(textSheet(text, { name })));
  expect(relationsOf(document)).toEqual([]);
  const { findings } = checkDocument(document, NO_TERMS);
  expect(findings.filter(({ verdict }) => verdict === 'disagrees')).toEqual([]);
});

test('all of them in one workbook, too', () => {
  const document = findDocument(snapshotOf(...Object.entries(SHEETS).map(([name, text]) => textSheet(text, { name }))));
  const { findings, totals } = checkDocument(document, NO_TERMS);
  expect(findings.filter(({ verdict }) => verdict === 'disagrees' || verdict === 'possible')).toEqual([]);
  expect(totals.claims).toBeNull();
});

test('answers of which each may be several do not disagree with the number of those who answered', () => {
  const survey = textSheet(`
項目 | 回答数 | 割合
価格 | 80 | 66.7%
品質 | 70 | 58.3%
納期 | 30 | 25.0%
回答者合計 | 120 | 100%`);
  const { findings } = checkDocument(findDocument(snapshotOf(survey)), NO_TERMS);
  const shares = findings.filter(({ kind }) => kind === 'share');
  expect(shares.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'agrees', 'agrees']);
  const others = findings.filter(({ kind }) => kind !== 'share');
  expect(others.map(({ id, verdict }) => [id, verdict])).toEqual([['sum:Sheet1!B5', 'possible']]);
});
