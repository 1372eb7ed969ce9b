import { DOMParser, type Element } from '@xmldom/xmldom';
import { cellAt } from '../../../../src/core/sheets/snapshot';
import { XlsxWorkbook } from '../../../../src/workbooks/xlsx/xlsxWorkbook';
import { addSheets } from '../../../../src/workbooks/xlsx/addSheets';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { withZip64Directory } from './zip/zips';
import { fullPlan, partsOf, SAMPLE, workbookOf, workbookParts, zipOf } from './fixtures';

const CHANGING = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

function root(xml: string | undefined): Element {
  const document = new DOMParser().parseFromString(Buffer.from(xml ?? '', 'latin1').toString('utf8'), 'text/xml');
  if (!document.documentElement) throw new Error('no XML');
  return document.documentElement;
}
const children = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
const childOf = (element: Element, name: string): Element => {
  const found = children(element).find(({ localName }) => localName === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const plans = [fullPlan(), fullPlan({ role: 'totals', name: '合計', charts: [], names: [] })];

describe('addSheets', () => {
  test('leaves every part but four byte for byte, and those only gain entries', async () => {
    const before = await partsOf(SAMPLE);
    const after = await partsOf(await addSheets(SAMPLE, plans));
    for (const [path, content] of before) if (!CHANGING.includes(path)) expect(after.get(path)).toBe(content);
    for (const path of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
      const [old, now] = [children(root(before.get(path))), children(root(after.get(path)))].map((list) =>
        list.map(String),
      );
      expect(now?.slice(0, old?.length)).toEqual(old);
    }
    const [oldStyles, newStyles] = [root(before.get('xl/styles.xml')), root(after.get('xl/styles.xml'))];
    for (const list of children(oldStyles)) {
      const now = children(childOf(newStyles, list.localName ?? ''));
      const old = children(list);
      expect(now.slice(0, old.length).map(String)).toEqual(old.map(String));
      expect(Number(childOf(newStyles, list.localName ?? '').getAttribute('count'))).toBe(now.length);
    }
    const [oldBook, newBook] = [root(before.get('xl/workbook.xml')), root(after.get('xl/workbook.xml'))];
    const order = children(newBook).map(({ localName }) => localName);
    expect(order).toEqual(['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr']);
    expect(children(childOf(newBook, 'sheets')).slice(0, 3).map(String)).toEqual(
      children(childOf(oldBook, 'sheets')).map(String),
    );
    expect(childOf(newBook, 'calcPr').getAttribute('fullCalcOnLoad')).toBe('1');
    expect(childOf(newBook, 'calcPr').getAttribute('calcId')).toBe('191029');
  });

  test('writes what was planned: values, cached results, marks, names', async () => {
    const written = await addSheets(SAMPLE, plans);
    const snapshot = readSnapshot(written, 'a.xlsx');
    expect(snapshot.sheets.map(({ name, role }) => [name, role])).toEqual([
      ['減額', null],
      ['損害賠償', null],
      ['経過', null],
      ['検算結果', 'findings'],
      ['合計', 'totals'],
    ]);
    const sheet = snapshot.sheets[3];
    if (!sheet) throw new Error('no sheet');
    expect(cellAt(sheet, 1, 0)).toMatchObject({ value: '=1+1', formula: null });
    expect(cellAt(sheet, 1, 1)).toMatchObject({ value: 7133008, text: '7,133,008' });
    expect(cellAt(sheet, 1, 2)).toMatchObject({ value: 43803, text: '2019/12/4' });
    expect(cellAt(sheet, 2, 1)).toMatchObject({ value: 7133009, formula: '=SUM(B2,1)' });
    expect(cellAt(sheet, 2, 2)).toMatchObject({ value: 'x<y', formula: '=IF(B2>1,"x<y","z")' });
    expect(cellAt(sheet, 2, 3)).toMatchObject({ value: true });
    expect(cellAt(sheet, 3, 0)?.value).toBe('D28');
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    const parts = await partsOf(written);
    const xml = Buffer.from(parts.get('xl/worksheets/sheet4.xml') ?? '', 'latin1').toString('utf8');
    expect(xml).toContain(`<hyperlink ref="A4" location="'O''Brien'!D28"`);
    expect(xml).toContain('<formula1>&quot;切捨て,切上げ&quot;</formula1>');
    expect(parts.get('xl/workbook.xml')).toContain('name="kenzan_rate"');
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['xl/drawings/drawing1.xml', 'xl/charts/chart1.xml']));
  });

  test('written again, sheets of ours replace themselves and nothing grows; the same plans give the same bytes', async () => {
    const once = await addSheets(SAMPLE, plans);
    expect(await addSheets(SAMPLE, plans)).toEqual(once);
    const [first, second] = [await partsOf(once), await partsOf(await addSheets(once, plans))];
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
    for (const [path, content] of first) if (path !== '[Content_Types].xml') expect(second.get(path)).toBe(content);
    const types = (parts: Map<string, string>) =>
      children(root(parts.get('[Content_Types].xml')))
        .map(String)
        .sort();
    expect(types(second)).toEqual(types(first));
  });

  test('a renamed sheet of ours is found by its mark; a chart that is gone leaves no part behind', async () => {
    const once = await addSheets(SAMPLE, [fullPlan({ name: 'renamed' })]);
    const again = await addSheets(once, [fullPlan({ charts: [], names: [] })]);
    expect(readSnapshot(again, 'a').sheets.map(({ name }) => name)).toEqual(['減額', '損害賠償', '経過', '検算結果']);
    const paths = [...(await partsOf(again)).keys()];
    expect(paths.filter((path) => /drawing|chart|sheet4.xml.rels/.test(path))).toEqual([]);
  });

  test.each([
    ['before it', ['検算結果 (2)', '検算結果'], '検算結果', [false, true]],
    ['behind it', ['検算結果', '検算結果 (2)'], '検算結果', [true, false]],
    ['of names that the user gave both', ['今月', '先月'], '今月', [true, false]],
  ])('a copy that the user made of our sheet stays as it is: %s', async (_, names, name, rewritten) => {
    const parts = workbookParts({ sheetName: names[0] ?? '' });
    const marks = [1, 0].map((index) => `<definedName name="_kenzan" localSheetId="${index}">"findings"</definedName>`);
    const copy = `<sheet name="${names[1]}" sheetId="9" rel:id="rId4"/></sheets><definedNames>${marks.join('')}</definedNames>`;
    const bytes = await zipOf({
      ...parts,
      'book/second.xml': parts['book/first.xml'] ?? '',
      'book/main.xml': (parts['book/main.xml'] ?? '').replace('</sheets>', copy),
      'book/_rels/main.xml.rels': (parts['book/_rels/main.xml.rels'] ?? '').replace(
        /(<Relationship Id=)"rId3"([^>]*)first.xml"\/>/,
        '$&$1"rId4"$2second.xml"/>',
      ),
    });
    const written = await addSheets(bytes, [fullPlan({ name })]);
    expect(readSnapshot(written, 'a').sheets.map((sheet) => sheet.name)).toEqual(names);
    const [before, after] = [await partsOf(bytes), await partsOf(written)];
    expect(['book/first.xml', 'book/second.xml'].map((path) => before.get(path) !== after.get(path))).toEqual(
      rewritten,
    );
  });

  test('a sheet of the user with our name but no mark stays', async () => {
    const bytes = await workbookOf({ sheetName: '検算結果' });
    const written = await addSheets(bytes, [fullPlan({ name: '検算結果 (2)' })]);
    expect((await partsOf(written)).get('book/first.xml')).toBe((await partsOf(bytes)).get('book/first.xml'));
    expect(readSnapshot(written, 'a').sheets.map(({ name, role }) => [name, role])).toEqual([
      ['検算結果', null],
      ['検算結果 (2)', 'findings'],
    ]);
  });

  const styles = (prefix: string) => {
    const ns = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const body =
      '<p:fonts><p:font><p:sz val="9"/><p:name val="Mine"/></p:font></p:fonts><p:fills><p:fill><p:patternFill/></p:fill></p:fills><p:borders><p:border/></p:borders><p:cellXfs><p:xf numFmtId="9"/></p:cellXfs><p:dxfs/>';
    return `<p:styleSheet ${ns}="${main}">${body}</p:styleSheet>`.replace(/(<\/?)p:/g, `$1${prefix}`);
  };
  test.each([
    ['prefixed elements', { prefix: 'x:', styles: styles('x:') }],
    ['lists that are empty or without counts', { styles: styles('') }],
    ['no styles part at all', {}],
    [
      'the Strict variant',
      {
        main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
        relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      },
    ],
    ['the 1904 date system', { workbookPr: '<workbookPr date1904="true"/>' }],
  ])('%s', async (_, options) => {
    const bytes = await workbookOf(options);
    const parts = await partsOf(await addSheets(bytes, [fullPlan()]));
    expect(parts.get('book/first.xml')).toBe((await partsOf(bytes)).get('book/first.xml'));
    const workbook = root(parts.get('book/main.xml'));
    const sheets = children(childOf(workbook, 'sheets'));
    expect(sheets.map((sheet) => [sheet.getAttribute('name'), sheet.getAttribute('sheetId')])).toEqual([
      ['Data', '7'],
      ['検算結果', '8'],
    ]);
    expect(sheets[1]?.namespaceURI).toBe(workbook.namespaceURI);
    expect(sheets[1]?.prefix).toBe(workbook.prefix);
    const sheet = root(parts.get('book/worksheets/sheet1.xml'));
    expect(sheet.namespaceURI).toBe(workbook.namespaceURI);
    const date = Array.from(sheet.getElementsByTagNameNS(sheet.namespaceURI, 'c')).find(
      (cell) => cell.getAttribute('r') === 'C2',
    );
    expect(date?.textContent).toBe(options && 'workbookPr' in options ? '42341' : '43803');
    const table = root([...parts].find(([path]) => /looks|styles/.test(path))?.[1]);
    const formats = childOf(table, 'cellXfs');
    const used = Number(date?.getAttribute('s'));
    expect(children(formats)[used]?.getAttribute('applyNumberFormat')).toBe('1');
    expect(Number(formats.getAttribute('count'))).toBe(children(formats).length);
  });

  test('text is text: control characters, escapes that look like ours, halves of surrogate pairs', async () => {
    const text = ' a\u000B_x0041_\uD800<b>&"\n😀 ';
    const written = await addSheets(SAMPLE, [
      fullPlan({ cells: [{ row: 0, column: 0, content: { kind: 'text', text }, style: {} }], charts: [] }),
    ]);
    const parts = await partsOf(written);
    const cell = root(parts.get('xl/worksheets/sheet4.xml')).getElementsByTagName('t')[0];
    expect(cell?.textContent).toBe(' a_x000B__x005F_x0041_<b>&"\n😀 ');
    expect(cell?.getAttribute('xml:space')).toBe('preserve');
  });

  test('a sheet name with marks and quotes', async () => {
    const name = `<A&B> "it's"`;
    const snapshot = readSnapshot(await addSheets(SAMPLE, [fullPlan({ name })]), 'a');
    expect(snapshot.sheets[3]).toMatchObject({ name, role: 'findings' });
  });

  test.each([
    ['a workbook whose structure is locked', { workbookPr: '<workbookProtection lockStructure="1"/>' }, 'protected'],
    ['a signed workbook', { more: { '_xmlsignatures/sig1.xml': '<Signature/>' } }, 'cannot-write-format'],
  ])('refuses %s', async (_, options, code) => {
    await expect(addSheets(await workbookOf(options), [fullPlan()])).rejects.toMatchObject({ code });
  });

  test('a sheet whose part lies anywhere in the package, named from the root', async () => {
    const mark = '<definedNames><definedName name="_kenzan" localSheetId="0">"findings"</definedName></definedNames>';
    const parts = workbookParts({ afterSheets: mark });
    const { 'book/first.xml': sheet = '', ...rest } = parts;
    const bytes = await zipOf({
      ...rest,
      '[Content_Types].xml': (rest['[Content_Types].xml'] ?? '').replace('/book/first.xml', '/elsewhere/first.xml'),
      'book/_rels/main.xml.rels': (rest['book/_rels/main.xml.rels'] ?? '').replace(
        'Target="first.xml"',
        'Target="/elsewhere/first.xml"',
      ),
      'elsewhere/first.xml': sheet,
    });
    const written = await partsOf(await addSheets(bytes, [fullPlan()]));
    expect([...written.keys()].filter((path) => path.endsWith('first.xml'))).toEqual(['elsewhere/first.xml']);
    expect(written.get('elsewhere/first.xml')).toContain('7133009');
    expect(written.get('elsewhere/_rels/first.xml.rels')).toContain('Target="../book/drawings/drawing1.xml"');
  });

  test('a small zip64 package is written as a plain one', async () => {
    expect(await addSheets(withZip64Directory(SAMPLE), plans)).toEqual(await addSheets(SAMPLE, plans));
  });

  test('parts named in another case, or with backslashes, are changed where they are and not doubled', async () => {
    const parts = { ...workbookParts(), 'book/looks.xml': styles('') };
    const other = new Map([
      ['[Content_Types].xml', '[content_types].xml'],
      ['book/main.xml', 'Book/Main.xml'],
      ['book/_rels/main.xml.rels', 'book/_RELS/main.xml.rels'],
      ['book/first.xml', 'book\\first.xml'],
    ]);
    const renamed = Object.entries(parts).map(([path, xml]) => [
      other.get(path) ?? path,
      xml.replace('Target="first.xml"', 'Target="First.xml"'),
    ]);
    const written = await addSheets(await zipOf(Object.fromEntries(renamed) as Record<string, string>), [fullPlan()]);
    const paths = [...(await partsOf(written)).keys()];
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(['[content_types].xml', 'Book/Main.xml', 'book/_RELS/main.xml.rels']));
    expect(readSnapshot(written, 'a').sheets.map(({ role }) => role)).toEqual([null, 'findings']);
    const again = await partsOf(await addSheets(written, [fullPlan()]));
    expect([...again.keys()].sort()).toEqual(paths.sort());
  });

  test('refuses where cell formats would be more than Excel takes, and uses those that are there', async () => {
    const ours = Number(
      childOf(
        root((await partsOf(await addSheets(await workbookOf({ styles: styles('') }), plans))).get('book/looks.xml')),
        'cellXfs',
      ).getAttribute('count'),
    );
    const filled = (count: number) => {
      const formats = Array.from({ length: count }, (_, index) => `<xf numFmtId="0" fontId="${index}"/>`).join('');
      return workbookOf({ styles: styles('').replace(/<cellXfs>.*<\/cellXfs>/, `<cellXfs>${formats}</cellXfs>`) });
    };
    const most = 65_430 - (ours - 1);
    expect((await addSheets(await filled(most), plans)).length).toBeGreaterThan(0);
    await expect(addSheets(await filled(most + 1), plans)).rejects.toMatchObject({
      code: 'cannot-write-format',
      detail: 'formats',
    });
  });

  const digital = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature';
  const relationships = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${digital}/${type}" Target="${target}"/></Relationships>`;
  const signedAt = (folder: string) => {
    const parts = workbookParts();
    const origin = relationships('origin', `${folder}/origin.sigs`).replace(/^<Relationships[^>]*>/, '');
    return {
      ...parts,
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('</Relationships>', origin),
      [`${folder}/origin.sigs`]: '',
      [`${folder}/_rels/origin.sigs.rels`]: relationships('signature', 'sig1.xml'),
      [`${folder}/sig1.xml`]: '<Signature/>',
    };
  };
  test('a signature is known by its relationships, wherever it lies; one that was removed is none', async () => {
    const signed = signedAt('elsewhere');
    await expect(addSheets(await zipOf(signed), [fullPlan()])).rejects.toMatchObject({
      code: 'cannot-write-format',
      detail: 'signed',
    });
    const removed = Object.entries(signedAt('_xmlsignatures')).filter(
      ([path]) => !/sig1|origin\.sigs\.rels/.test(path),
    );
    const rest = Object.fromEntries(removed);
    expect(readSnapshot(await addSheets(await zipOf(rest), [fullPlan()]), 'a').sheets).toHaveLength(2);
  });

  test('refuses our sheet where it is protected, and what is no workbook', async () => {
    const mark = '<definedNames><definedName name="_kenzan" localSheetId="0">"findings"</definedName></definedNames>';
    const parts = workbookParts({ afterSheets: mark });
    const sheet = parts['book/first.xml']?.replace('</worksheet>', '<sheetProtection sheet="1"/></worksheet>') ?? '';
    await expect(addSheets(await zipOf({ ...parts, 'book/first.xml': sheet }), [fullPlan()])).rejects.toMatchObject({
      code: 'protected',
    });
    await expect(addSheets(await zipOf({ 'a.txt': 'a' }), [])).rejects.toMatchObject({ code: 'cannot-write-format' });
    await expect(addSheets(new TextEncoder().encode('a,b'), [])).rejects.toMatchObject({ code: 'cannot-write-format' });
  });

  test('the port reads what it has written, and keeps the bytes where a write fails', async () => {
    const workbook = await XlsxWorkbook.open(SAMPLE, 'nakano-2020.xlsx');
    await workbook.write([fullPlan()]);
    expect((await workbook.read()).sheets.map(({ role }) => role)).toEqual([null, null, null, 'findings']);
    const locked = await workbookOf({ workbookPr: '<workbookProtection lockStructure="1"/>', sheetData: '' });
    const refused = await XlsxWorkbook.open(locked, 'a.xlsx');
    await expect(refused.write([fullPlan()])).rejects.toMatchObject({ code: 'protected' });
    expect(refused.bytes).toBe(locked);
  });
});
