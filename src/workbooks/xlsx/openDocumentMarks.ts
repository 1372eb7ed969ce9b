import { MARK_NAME, SHEET_ROLES, type SheetRole } from '../../core/sheets/sheetPlan';

/** The beginnings of sheets and the expressions with names, as LibreOffice writes them. */
const TAGS = /<table:table\s[^>]*>|<table:named-expression\s[^>]*>/g;

/**
 * Our sheets in the content of an OpenDocument by their names: LibreOffice keeps their marks where a workbook with them is saved
 * in its own format, but the library reads no names of sheets there (OpenDocument 1.3 part 3, 9.4.12 and 9.4.13).
 */
export function marksInOpenDocument(content: string): Map<string, SheetRole> {
  const roles = new Map<string, SheetRole>();
  if (!content.includes(`"${MARK_NAME}"`)) return roles;
  let sheet: string | null = null;
  for (const [tag] of content.matchAll(TAGS)) {
    const name = attribute(tag, 'name');
    if (tag.startsWith('<table:table')) sheet = name;
    else if (name === MARK_NAME && sheet !== null) {
      const expression = attribute(tag, 'expression')?.replace(/^(of:)?=/, '');
      const role = SHEET_ROLES.find((candidate) => expression === `"${candidate}"`);
      if (role) roles.set(sheet, role);
    }
  }
  return roles;
}

/** The value of an attribute in the namespace of tables; null where the tag has none. */
function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\stable:${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, unescaped) ?? null;
}

function unescaped(entity: string, hexadecimal?: string, decimal?: string, name?: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  if (name !== undefined) return named[name] ?? entity;
  const point = hexadecimal !== undefined ? parseInt(hexadecimal, 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
}
