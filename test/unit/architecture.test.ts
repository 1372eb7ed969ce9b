import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const SRC = resolve(__dirname, '..', '..', 'src');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Relative imports of a module, types included, as paths of existing source files. */
function importsOf(file: string, known: ReadonlySet<string>): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => {
      const base = resolve(dirname(file), name);
      const target = [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), base].find((candidate) =>
        known.has(candidate),
      );
      return target ? [target] : [];
    });
}

const files = sourceFiles(SRC);
const known = new Set(files);
const graph = new Map(files.map((file) => [file, importsOf(file, known)]));
const nameOf = (file: string) => relative(SRC, file).split(sep).join('/');

/** Folders (of a module's place in the table of CONTRIBUTING.md) that each folder may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'core/values': [],
  'core/sheets': ['core/values'],
  'core/reading': ['core/values'],
  'core/rules': ['core/values', 'core/reading'],
  'core/tables': ['core/values', 'core/sheets', 'core/reading', 'core/rules'],
  'core/checks': ['core/values', 'core/sheets', 'core/reading', 'core/rules', 'core/tables'],
  'core/report': ['core/values', 'core/sheets', 'core/reading', 'core/rules', 'core/tables', 'core/checks', 'messages'],
  messages: ['core/values', 'core/sheets', 'core/reading', 'core/rules', 'core/tables', 'core/checks'],
  'workbooks/xlsx': ['core/sheets', 'core/values'],
  'workbooks/excel': ['core/sheets', 'core/values'],
  'workbooks/page': ['core/sheets', 'core/values'],
  host: ['core/sheets', 'core/values', 'workbooks/xlsx'],
  printing: ['core/report'],
};
const FACES = ['taskpane', 'commands', 'workbench', 'cli'];

function folderOf(file: string): string {
  const parts = nameOf(file).split('/');
  const depth = parts[0] === 'core' || parts[0] === 'workbooks' ? 2 : 1;
  return parts.slice(0, parts.length > depth ? depth : depth - 1).join('/');
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(20);
});

test('no module imports a folder that the architecture does not let it import', () => {
  const crossings = files.flatMap((file) => {
    const from = folderOf(file);
    return (graph.get(file) ?? [])
      .filter((target) => {
        const to = folderOf(target);
        if (to === from) return false;
        const allowed = MAY_IMPORT[from];
        if (allowed) return !allowed.includes(to);
        if (FACES.includes(from)) return FACES.includes(to);
        return from === 'core' ? !to.startsWith('core') : false;
      })
      .map((target) => `${nameOf(file)} → ${nameOf(target)}`);
  });
  expect(crossings).toEqual([]);
});

test('no module imports itself through others', () => {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].map(nameOf).join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('only the adapter on Office.js names Excel', () => {
  const naming = files.filter(
    (file) =>
      !nameOf(file).startsWith('workbooks/excel/') &&
      /\bExcel\.(run|\w*RequestContext|Worksheet|Range)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(naming.map(nameOf)).toEqual([]);
});
