import { areaName } from '../../sheets/address';
import type { SheetSnapshot } from '../../sheets/snapshot';
import type { PageContext } from './pageContext';
import type { Fact, PageBlock, PageSection } from './reportPage';

/** SHA-256 in hexadecimal digits, reckoned by the caller; null where it is not known. */
export interface Digests {
  /** Of the bytes of the file. */
  readonly file: string | null;
  /** Of the values read: `figuresText` of the snapshot, in UTF-8. */
  readonly values: string | null;
}

/** When, with what and on what the verification was made, so that it can be repeated and compared. */
export function auditSection(context: PageContext, time: string, version: string, digests: Digests): PageSection {
  const { say, snapshot } = context;
  const fact = (key: 'file' | 'time' | 'version' | 'file-digest', value: string | null): Fact[] =>
    value === null ? [] : [{ label: say(`audit.${key}`), value, note: null }];
  const facts: Fact[] = [
    ...fact('file', snapshot.workbookName),
    ...fact('time', time),
    ...fact('version', `Kenzan ${version}`),
    ...fact('file-digest', digests.file),
    ...(digests.values === null
      ? []
      : [{ label: say('audit.values-digest'), value: digests.values, note: say('audit.values-digest.note') }]),
  ];
  const sheets: PageBlock = {
    kind: 'table',
    caption: say('audit.sheets'),
    columns: [
      { header: say('audit.sheet'), holds: 'text' },
      { header: say('audit.range'), holds: 'reference' },
      { header: say('audit.tables'), holds: 'text' },
    ],
    rows: snapshot.sheets.map((sheet) => [
      sheet.visible ? sheet.name : say('audit.hidden', { sheet: sheet.name }),
      usedRange(sheet) ?? say('audit.empty'),
      tablesOn(sheet, context),
    ]),
  };
  return { heading: say('audit.heading'), blocks: [{ kind: 'facts', facts }, sheets] };
}

function usedRange({ origin, rows }: SheetSnapshot): string | null {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return null;
  const { row: top, column: left } = origin;
  return areaName({ top, left, bottom: top + rows.length - 1, right: left + width - 1 });
}

function tablesOn({ name, role }: SheetSnapshot, { say, words, verification }: PageContext): string {
  if (role !== null) return say('audit.own');
  const tables = verification.document.tables.filter(({ sheet }) => sheet === name);
  if (tables.length === 0) return say('audit.no-table');
  return tables
    .map(({ id, kind, range }) => say('audit.table', { id, kind: words.say(`table.${kind}`), range: areaName(range) }))
    .join('\n');
}
