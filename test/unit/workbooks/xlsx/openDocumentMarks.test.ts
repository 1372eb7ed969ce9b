import { marksInOpenDocument } from '../../../../src/workbooks/xlsx/openDocumentMarks';

/* The marks of our sheets in an OpenDocument's content, as LibreOffice writes it. */

const sheet = (name: string, ...names: readonly string[]) =>
  `<table:table table:name="${name}" table:style-name="ta1"><table:table-row/><table:named-expressions>${names.join('')}</table:named-expressions></table:table>`;
const named = (name: string, expression: string) =>
  `<table:named-expression table:name="${name}" table:base-cell-address="$A.$A$1" table:expression="${expression}"/>`;

test('each mark belongs to its sheet, whatever that is called', () => {
  const content =
    sheet('減額', named('率', '0.1')) +
    sheet(
      'A&amp;B &lt;&#x5408;&#35336;&gt; &quot;O&apos;Brien&quot;',
      named('率', '0.1'),
      named('_kenzan', '&quot;totals&quot;'),
    ) +
    sheet('結果', named('_kenzan', 'of:=&quot;findings&quot;')) +
    sheet('別', named('_kenzan', '&quot;something else&quot;'));
  expect([...marksInOpenDocument(content)]).toEqual([
    [`A&B <合計> "O'Brien"`, 'totals'],
    ['結果', 'findings'],
  ]);
});

test('a name of the whole workbook marks nothing', () => {
  expect(marksInOpenDocument(named('_kenzan', '&quot;totals&quot;') + sheet('表')).size).toBe(0);
  expect(marksInOpenDocument('').size).toBe(0);
});
