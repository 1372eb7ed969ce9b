import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { remarksOf } from '../../../../src/core/report/remarks';
import { areaName } from '../../../../src/core/sheets/address';
import type { Language } from '../../../../src/messages/language';
import { renderSentences } from '../../../../src/messages/renderMessage';
import { committeeDocument, document, REDUCTION_ROWS, table } from '../../support/documents';

const said = (doc: ReturnType<typeof committeeDocument>, language: Language = 'ja') =>
  remarksOf(checkDocument(doc, NO_TERMS)).map(
    ({ cells, sentences }) =>
      `${cells.map((range) => areaName(range)).join(',')} ${renderSentences(sentences, language)}`,
  );

test('rows of one end that count their days otherwise, and the rule with what comes next', () => {
  const [days = '', rule = ''] = said(committeeDocument(REDUCTION_ROWS));
  expect(days).toMatch(
    /^D\d+.* 2020年3月31日に終わる 4 行はいずれも、両端入れ（初日・末日とも算入）で数えられています。/,
  );
  expect(rule).toMatch(/^E4:E25 金額は「暦月による日割り.*」と整合します（22 行中 21 行）。次に近い規則.*。/);
});

test('in English', () => {
  expect(said(committeeDocument(REDUCTION_ROWS), 'en')[0]).toMatch(
    /The 4 rows that end on 2020-03-31 all count their days with both ends in; the table as a whole with first day in, last day out\.$/,
  );
});

test('rules that the amounts do not tell apart are named, and none of them again as the next', () => {
  const rows = [
    { restored: '2024-05-11', days: 10, amount: 1000 },
    { restored: '2024-05-16', days: 15, amount: 4500 },
    { restored: '2024-05-21', days: 20, amount: 14000 },
    { restored: '2024-05-26', days: 25, amount: 20000 },
    { restored: '2024-05-19', days: 18, amount: 10800 },
    { restored: '2024-05-13', days: 12, amount: 9600 },
  ];
  const [rule = ''] = said(document([table({ rows })], '2024-05-01'));
  expect(rule).toContain('によるものかもしれませんが、断定はできません（6 行中 6 行が整合します）。');
  expect(rule).toMatch(/ほかの \d+ 通りの規則・端数処理でも、同じ料金から同じ金額になります。/);
  expect(rule).toMatch(
    /次の規則とは、この表の金額だけでは区別できません: 「[^」]+」、「[^」]+」、「[^」]+」、ほか \d+ 件。$/,
  );
});

test('amounts from which no rule can be read are said to be so', () => {
  const rows = [
    { restored: '2024-04-11', days: 10, amount: 1237 },
    { restored: '2024-04-16', days: 15, amount: 4513 },
    { restored: '2024-05-21', days: 50, amount: 14091 },
  ];
  expect(said(document([table({ rows })], '2024-04-01'))).toEqual([
    expect.stringContaining('金額だけからは、日割りの規則を読み取れません（3 行）。'),
  ]);
});
