import fc from 'fast-check';
import type { PlannedCell, SheetPlan, SheetRole } from '../../../../src/core/sheets/sheetPlan';
import { cellAt } from '../../../../src/core/sheets/snapshot';
import { addSheets } from '../../../../src/workbooks/xlsx/addSheets';
import { editCells } from '../../../../src/workbooks/xlsx/editCells';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { childrenOf, holdsAllOf, rootOf } from '../../../support/xmlParts';
import { drawnWorkbook, packageOf, text } from './drawnWorkbooks';
import { fullPlan, partsOf } from './fixtures';

/* Whatever a workbook is made of, our sheets are added to it, its cells are changed, and nothing else of the user's is lost. */

const ROLES: readonly SheetRole[] = ['findings', 'totals', 'timeline'];
const plans = fc
  .tuple(fc.subarray([...ROLES], { minLength: 1 }), fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([roles, texts, charts]): readonly SheetPlan[] => {
    const cells = texts.map((value, row): PlannedCell => ({
      row,
      column: 0,
      content: { kind: 'text', text: value },
      style: {},
    }));
    return roles.map((role) => ({
      ...fullPlan({ role, name: `検算 ${role}`, cells, merges: [] }),
      ...(charts ? {} : { charts: [] }),
    }));
  });

/** Part names that differ in case only are one part's. */
const doubled = (paths: readonly string[]) => paths.length - new Set(paths.map((path) => path.toLowerCase())).size;

test('sheets are added and every part of the user stays byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(drawnWorkbook, plans, async (book, ours) => {
      const bytes = await packageOf(book);
      const written = await addSheets(bytes, ours);
      const [before, after] = [await partsOf(bytes), await partsOf(written)];
      const lists = [
        '[Content_Types].xml',
        ...['main.xml', '_rels/main.xml.rels', 'looks.xml'].map((name) => book.folder + name),
      ];
      for (const [path, content] of before) {
        if (!lists.includes(path)) expect([path, after.get(path)]).toEqual([path, content]);
        else expect([path, holdsAllOf(rootOf(after.get(path)), rootOf(content))]).toEqual([path, true]);
      }
      expect(doubled([...after.keys()])).toBe(0);
      const typed = childrenOf(rootOf(after.get('[Content_Types].xml'))).map((entry) => entry.getAttribute('PartName'));
      for (const path of after.keys())
        if (!before.has(path) && !path.endsWith('.rels')) expect(typed).toContain(`/${path}`);

      const [old, now] = [readSnapshot(bytes, 'a.xlsx'), readSnapshot(written, 'a.xlsx')];
      expect(now.sheets.slice(0, old.sheets.length)).toEqual(old.sheets);
      expect(
        now.names.filter(({ name }) => old.names.some((known) => known.name === name)).length,
      ).toBeGreaterThanOrEqual(old.names.length);
      expect(now.sheets.slice(old.sheets.length).map(({ name, role }) => [name, role])).toEqual(
        ours.map(({ name, role }) => [name, role]),
      );
      for (const sheet of now.sheets.slice(old.sheets.length))
        for (const { row, content } of ours[0]?.cells ?? [])
          if (content.kind === 'text')
            expect(sheet.rows[row - sheet.origin.row]?.[0]).toMatchObject({ value: content.text, formula: null });

      expect(await addSheets(bytes, ours)).toEqual(written);
      const again = await partsOf(await addSheets(written, ours));
      expect([...again.keys()].sort()).toEqual([...after.keys()].sort());
      for (const [path, content] of after)
        if (path !== '[Content_Types].xml') expect([path, again.get(path)]).toEqual([path, content]);
    }),
    { numRuns: 30 },
  );
}, 60_000);

const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const edits = fc.uniqueArray(fc.record({ row: fc.nat(6), column: fc.nat(5), value }), {
  minLength: 1,
  maxLength: 6,
  selector: ({ row, column }) => `${row},${column}`,
});

test('cells are changed and everything else stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(drawnWorkbook, edits, fc.nat(3), async (book, changes, number) => {
      const bytes = await packageOf(book);
      const old = readSnapshot(bytes, 'a.xlsx');
      const index = number % old.sheets.length;
      const sheet = old.sheets[index]?.name ?? '';
      const content = { kind: 'content', formula: null, numberFormat: null } as const;
      const written = await editCells(
        bytes,
        changes.map((change) => ({ ...content, ...change, sheet })),
      );
      const [before, after] = [await partsOf(bytes), await partsOf(written)];
      const changing = [`${book.folder}main.xml`, `${book.folder}s${index}.xml`];
      for (const path of changing) [before, after].forEach((parts) => parts.delete(path));
      expect(after).toEqual(before);

      const now = readSnapshot(written, 'a.xlsx');
      expect(now.sheets.filter((_, at) => at !== index)).toEqual(old.sheets.filter((_, at) => at !== index));
      const [was, is] = [old.sheets[index], now.sheets[index]];
      for (let row = 0; row < 8; row += 1) {
        for (let column = 0; column < 8; column += 1) {
          const change = changes.find((one) => one.row === row && one.column === column);
          const expected = change ? change.value : ((was && cellAt(was, row, column)?.value) ?? null);
          expect((is && cellAt(is, row, column)?.value) ?? null).toEqual(expected);
        }
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
