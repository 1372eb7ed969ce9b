/**
 * Makes assets/sample/nakano-2020.xlsx: the public committee document of Nakano City (Tokyo) of 9 June 2020 on the
 * fee reduction and the damage claim after a cloud outage, as an officer would lay it out in Excel. System names and
 * figures are as printed; the events are in our own short words. Every amount is a constant, totals too, as in a
 * document whose figures were typed. The same bytes every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packWorkbook } from './sample/packWorkbook.mjs';

const TARGET = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'sample', 'nakano-2020.xlsx');

const TITLE =
  '2019年12月4日に発生した統合仮想サーバークラウドサービスの障害にかかる2019年度使用料減額及び請求費用の内訳等';

const SYSTEMS = [
  [
    ['インターネット接続サービス(中野区ホームページ、インターネットメール送受信、Web 閲覧)', '2019/12/26', 23, 2288868],
    ['内部事務管理システム', '2019/12/10', 6, 190602],
    ['入退室管理システム', '2019/12/6', 2, 1470],
    ['グループウェアシステム', '2019/12/9', 5, 94545],
    ['人事・給与総合情報システム(庁内情報系)', '2019/12/6', 2, 12940],
    ['要支援者情報台帳システム', '2020/3/27', 114, 347584],
    ['ADWORLD 介護保険システム', '2020/3/23', 110, 1163700],
    ['戸籍情報総合システム', '2019/12/6', 2, 3592],
    ['滞納整理支援システム(税・国保)', '2019/12/6', 2, 26586],
    ['後期高齢者医療管理システム', '2019/12/6', 2, 9302],
    ['母子保健・乳幼児健診システム', '2020/2/1', 59, 297844],
    ['子育て相談支援システム(1次)', '2019/12/9', 5, 46205],
    ['子育て相談支援システム(2次)', '2019/12/9', 5, 31610],
    ['子ども・子育て支援システム「こあら」', '2019/12/6', 2, 2224],
  ],
  [
    ['子ども・子育て支援システム「こあら」(検証用)', '2020/3/31', 119, 134636],
    ['私立幼稚園等補助金システム', '2020/2/15', 73, 207794],
    ['学童保育システム', '2019/12/6', 2, 5348],
    ['高齢・障害福祉業務管理システム', '2019/12/6', 2, 34314],
    ['高齢・障害福祉業務管理システム(高齢・障害セキュリティサーバ)', '2020/3/31', 119, 202572],
    ['生活保護事務支援システム', '2020/3/8', 95, 1430580],
    ['区内小中学校教育系共有ファイルサーバシステム', '2020/3/31', 119, 226772],
    ['就学事務システム', '2020/3/31', 119, 373920],
  ],
];

const REDUCTION_TOTALS = [
  ['合計金額', 7133008],
  ['消費税相当額(端数調整後)', 713303],
  ['減額総合計', 7846311],
];

const CLAIMS = [
  {
    label: '障害対応に伴い発生した費用 4,264,579 円',
    lines: [
      ['障害対応にかかった人件費 (時間外勤務時間延べ 1,218 時間)', 3752388],
      ['郵便代等通信費、印刷費', 507561],
      ['交通費 (旅行命令延べ 11 件(延べ 8 人分))', 4630],
    ],
  },
  {
    label: 'システム復旧等に伴い発生した費用 65,555,407円',
    lines: [
      ['システム動作確認及び復旧費用(ホームページ管理システム(CMS))', 396000],
      ['システム動作確認及び復旧費用(グループウェアシステム)', 786500],
      ['「住民情報連携基盤における仮想基盤障害対応」(住民情報連携基盤システム)', 443520],
      ['システム動作確認及び復旧費用(介護保険受給者管理システム)', 55321200],
      ['システム動作確認及び復旧費用(生活保護事務支援システム)', 1007187],
      ['システム動作確認及び復旧費用(高齢・障害福祉業務管理システム(高齢・障害システム))', 1821600],
      ['システム動作確認及び復旧費用(区内小中学校教育系共有ファイルサーバシステム)', 968000],
      ['システム動作確認及び復旧費用(就学事務システム)', 4811400],
    ],
  },
];
const CLAIMS_TOTAL = ['賠償請求額合計', 69819986];

const EVENTS = [
  [
    '2019年',
    [
      ['12月4日', '統合仮想サーバークラウドサービスに障害が発生。'],
      ['12月9日', '区の職員が事業者を訪問し、対応状況を聞き取り、迅速な対応を求めた。'],
      ['12月12日', '副区長らが事業者を訪問し、早い復旧と原因の解明を求めた。'],
      ['12月18日～2020年3月下旬', '毎朝8:30に事業者から障害対応の進み具合の報告を受けた。'],
    ],
  ],
  [
    '2020年',
    [
      ['1月7日', '危機管理対策会議で、損害賠償請求などに当たる体制の案を確認。'],
      ['1月14日', '法務担当へ説明し、損害賠償請求について協議。\n以後、法務担当が内部の会議に加わり、請求項目を協議。'],
      ['1月22日', '事業者の代表が区長を訪問し、謝罪と経過報告。'],
      ['2月下旬', '補償についての内部の打合せを開始。\n使用料減額などについて事業者と交渉を開始。'],
      ['3月 6日', '請求予定の項目を事業者に通知(金額は一部未定)。\n以後、仮和解まで金額の内訳と積算の確認を継続。'],
      ['3月24日', '事業者から再発防止策と事故の分析結果の報告。'],
      ['3月31日', '争訟事務会議で請求の項目、金額、使用料減額の考え方などを決定。\n使用料減額に関する協議書を締結。'],
      ['5月8日', '事業者から、区の請求を受け入れる旨の連絡。'],
      ['5月19日', '事業者の取締役会が区との仮和解に合意。\n同日付けで仮和解を締結。'],
    ],
  ],
];

const HEAD = { bold: true, fill: 'FFD9E1F2', border: true, horizontal: 'center', vertical: 'center', wrap: true };
const TEXT = { border: true, vertical: 'center', wrap: true };
const DATE = { border: true, format: 'yyyy/m/d', horizontal: 'center', vertical: 'center' };
const DAYS = { border: true, format: '#,##0', horizontal: 'right', vertical: 'center' };
const YEN = { border: true, format: '#,##0', vertical: 'center' };
const TOTAL = { bold: true, fill: 'FFF2F2F2', border: true, horizontal: 'center', vertical: 'center' };
const TOTAL_YEN = { bold: true, fill: 'FFF2F2F2', border: true, format: '#,##0', vertical: 'center' };
const TITLE_STYLE = { bold: true, size: 14, vertical: 'center', wrap: true };
const SECTION = { bold: true, size: 12, vertical: 'center' };
const NOTE = { size: 9, horizontal: 'right' };

/** A day as the number that a cell holds: days since 30 December 1899. */
function serial(printed) {
  const [year, month, day] = printed.split('/').map(Number);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Lines that a text takes in a column so many half-width characters wide. */
function linesOf(text, width) {
  const halves = (line) => [...line].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halves(line) / (width - 6))), 0);
}

function sheet(name, widths) {
  return { name, widths, rows: [], merges: [], printTitle: null };
}

function addRow(target, cells, height) {
  target.rows.push({ cells, height });
  return target.rows.length;
}

function reductionSheet() {
  const result = sheet('減額', [58, 13, 10, 16]);
  const blank = (style) => ({ style });
  addRow(result, [{ text: TITLE, style: TITLE_STYLE }], 40);
  result.merges.push('A1:D1');
  addRow(result, [{ text: '1 使用料減額のシステム別内訳(2019年12月4日から復旧まで)', style: SECTION }], 24);
  SYSTEMS.forEach((block, index) => {
    if (index > 0) addRow(result, [], 12);
    addRow(
      result,
      ['システム名', '復旧日', '停止日数', '金額(円)'].map((text) => ({ text, style: HEAD })),
      24,
    );
    for (const [system, restored, days, yen] of block) {
      addRow(
        result,
        [
          { text: system, style: TEXT },
          { number: serial(restored), style: DATE },
          { number: days, style: DAYS },
          { number: yen, style: YEN },
        ],
        20 * linesOf(system, 58),
      );
    }
  });
  for (const [label, yen] of REDUCTION_TOTALS) {
    const row = addRow(
      result,
      [{ text: label, style: TOTAL }, blank(TOTAL), blank(TOTAL), { number: yen, style: TOTAL_YEN }],
      22,
    );
    result.merges.push(`A${row}:C${row}`);
  }
  addRow(result, [], 12);
  const source = '令和2年(2020年)6月9日 総務委員会資料 企画部情報システム課';
  const row = addRow(result, [{ text: source, style: NOTE }, blank(NOTE), blank(NOTE), blank(NOTE)], 18);
  result.merges.push(`A${row}:D${row}`);
  return result;
}

function claimsSheet() {
  const result = sheet('損害賠償', [26, 70, 16]);
  addRow(result, [{ text: '2 損害賠償請求内訳', style: SECTION }], 24);
  addRow(result, [], 8);
  CLAIMS.forEach(({ label, lines }, index) => {
    if (index > 0) addRow(result, [], 12);
    addRow(
      result,
      ['費用種別', '内容', '金額(円)'].map((text) => ({ text, style: HEAD })),
      24,
    );
    const first = result.rows.length + 1;
    lines.forEach(([text, yen], line) => {
      const category = line === 0 ? { text: label, style: TEXT } : { style: TEXT };
      addRow(result, [category, { text, style: TEXT }, { number: yen, style: YEN }], 20 * linesOf(text, 62));
    });
    result.merges.push(`A${first}:A${result.rows.length}`);
  });
  const [label, yen] = CLAIMS_TOTAL;
  const row = addRow(result, [{ text: label, style: TOTAL }, { style: TOTAL }, { number: yen, style: TOTAL_YEN }], 22);
  result.merges.push(`A${row}:B${row}`);
  return result;
}

function courseSheet() {
  const result = sheet('経過', [28, 74]);
  addRow(result, [{ text: '3 損害賠償請求に係る交渉経過等', style: SECTION }], 24);
  addRow(result, [], 8);
  addRow(
    result,
    ['月日', '内容'].map((text) => ({ text, style: HEAD })),
    22,
  );
  for (const [year, events] of EVENTS) {
    const heading = { bold: true, fill: 'FFEDEDED', border: true, vertical: 'center' };
    const row = addRow(result, [{ text: year, style: heading }, { style: heading }], 20);
    result.merges.push(`A${row}:B${row}`);
    for (const [date, text] of events) {
      addRow(
        result,
        [date, text].map((value) => ({ text: value, style: TEXT })),
        20 * linesOf(text, 74),
      );
    }
  }
  return result;
}

mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(
  TARGET,
  await packWorkbook({
    title: '使用料減額及び請求費用の内訳等',
    sheets: [reductionSheet(), claimsSheet(), courseSheet()],
  }),
);
console.log('assets/sample/nakano-2020.xlsx');
