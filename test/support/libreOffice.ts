import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOMParser, type Element } from '@xmldom/xmldom';

/* LibreOffice as an independent calculator: it opens a workbook, computes every formula anew and says what it got. */

const LONGEST_RUN = 120_000;

/** Without this LibreOffice believes the cached values of a file. 0 = recalculate always. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** What LibreOffice computed for a cell: a number (dates are `YYYY-MM-DD`), a text, a truth value; null where it is empty. */
export type CalculatedValue = number | string | boolean | null;

export interface CalculatedCell {
  readonly value: CalculatedValue;
  /** LibreOffice's own form of the formula; null for a constant. */
  readonly formula: string | null;
  /** As displayed. */
  readonly text: string;
}

/** Cells by sheet and by `row,column` (0-based). */
export type CalculatedWorkbook = ReadonlyMap<string, ReadonlyMap<string, CalculatedCell>>;

/** Runs a function with a folder that is removed afterwards. */
export function withFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kenzan-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Converts files by LibreOffice under a profile of its own; gives the paths of the new files, in the same order.
 *
 * @throws Error when LibreOffice is missing, fails or leaves a file out.
 */
export function convert(files: readonly string[], format: string, folder: string): string[] {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
  const out = join(folder, 'converted');
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      out,
      ...files,
    ],
    { timeout: LONGEST_RUN, encoding: 'utf8' },
  );
  if (run.error) throw run.error;
  const extension = format.split(':')[0] ?? format;
  const made = new Set(run.status === 0 ? readdirSync(out) : []);
  return files.map((file) => {
    const name = `${basename(file, extname(file))}.${extension}`;
    if (!made.has(name)) throw new Error(`LibreOffice did not convert ${basename(file)}: ${run.stderr}`);
    return join(out, name);
  });
}

/** Lets LibreOffice compute every formula of workbooks; the keys are the names given. */
export function recalculate(workbooks: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, CalculatedWorkbook> {
  return withFolder((folder) => {
    const names = Object.keys(workbooks);
    const files = names.map((name, index) => {
      const file = join(folder, `${index}.xlsx`);
      writeFileSync(file, workbooks[name] ?? new Uint8Array());
      return file;
    });
    const converted = convert(files, 'fods', folder);
    return new Map(names.map((name, index) => [name, readFods(readFileSync(converted[index] ?? '', 'utf8'))]));
  });
}

const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const CALC_EXTENSION = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0';

function readFods(xml: string): CalculatedWorkbook {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const sheets = new Map<string, ReadonlyMap<string, CalculatedCell>>();
  for (const table of root ? Array.from(root.getElementsByTagNameNS(TABLE, 'table')) : []) {
    sheets.set(table.getAttributeNS(TABLE, 'name') ?? '', readTable(table));
  }
  return sheets;
}

function readTable(table: Element): Map<string, CalculatedCell> {
  const cells = new Map<string, CalculatedCell>();
  let row = 0;
  for (const line of Array.from(table.getElementsByTagNameNS(TABLE, 'table-row'))) {
    const rows = Number(line.getAttributeNS(TABLE, 'number-rows-repeated') || 1);
    let column = 0;
    for (const node of Array.from(line.childNodes)) {
      if (node.nodeType !== 1) continue;
      const cell = node as Element;
      const columns = Number(cell.getAttributeNS(TABLE, 'number-columns-repeated') || 1);
      const read = readCell(cell);
      // Repeated cells and rows that hold nothing may run to the sheet's end: they are skipped, not filled in.
      if (read.value !== null || read.formula !== null) {
        for (let r = 0; r < rows; r += 1) {
          for (let c = 0; c < columns; c += 1) cells.set(`${row + r},${column + c}`, read);
        }
      }
      column += columns;
    }
    row += rows;
  }
  return cells;
}

function readCell(cell: Element): CalculatedCell {
  const text = Array.from(cell.childNodes)
    .filter((node) => node.nodeName === 'text:p')
    .map((node) => node.textContent ?? '')
    .join('\n');
  const formula = cell.getAttributeNS(TABLE, 'formula') || null;
  // An error is of type string; only this attribute says so.
  if (cell.getAttributeNS(CALC_EXTENSION, 'value-type') === 'error') return { value: text || '#ERROR', formula, text };
  return { value: valueOf(cell, text), formula, text };
}

function valueOf(cell: Element, text: string): CalculatedValue {
  switch (cell.getAttributeNS(OFFICE, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return Number(cell.getAttributeNS(OFFICE, 'value'));
    case 'date':
      return (cell.getAttributeNS(OFFICE, 'date-value') ?? '').slice(0, 10);
    case 'boolean':
      return cell.getAttributeNS(OFFICE, 'boolean-value') === 'true';
    case 'string':
      return text;
    default:
      return null;
  }
}
