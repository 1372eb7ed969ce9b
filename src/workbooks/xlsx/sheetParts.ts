import { relationshipsPath } from './opcPackage';
import type { StoredSheet, StoredWorkbook } from './storedWorkbook';
import { childrenOf, parsePart, rootOf, serializePart } from './xmlPart';
import type { ReadableZip } from './zip/readableZip';
import { unpackedEntry } from './zip/zipEntries';

/** The folder and the names that every reader knows. */
const FOLDER = 'xl/worksheets/';
const usualPath = (index: number): string => `${FOLDER}sheet${index + 1}.xml`;

/**
 * The package with its sheets in the usual places, where the library does not find them in theirs: it looks for a part in the
 * folder xl/ before it looks where the workbook's relationship leads, follows none from the root or into other folders, and goes
 * by numbers where one is missing. It would read another part, to other figures, or none. Null where it looks in the right place.
 */
export function withSheetsInUsualPlaces(zip: ReadableZip, stored: StoredWorkbook): ReadableZip | null {
  if (stored.sheets.every((sheet) => sheet !== null && isFound(sheet, stored))) return null;
  const relationships = relationshipsPath(stored.path).toLowerCase();
  const places = new Map<string, string>();
  stored.sheets.forEach((sheet, index) => {
    const path = sheet?.path.toLowerCase();
    if (path !== undefined && !places.has(path)) places.set(path, usualPath(index));
  });
  const entries = zip.entries.flatMap((entry) => {
    const name = entry.name.toLowerCase();
    const place = places.get(name);
    if (place !== undefined) return { ...entry, name: place };
    if (name === relationships) return unpackedEntry(entry.name, relationshipsTo(stored, places));
    return name.startsWith(FOLDER) ? [] : entry;
  });
  return zip.withEntries(entries);
}

/** Whether the library's own search for a sheet's part ends at the part that the workbook means. */
function isFound({ target, path }: StoredSheet, stored: StoredWorkbook): boolean {
  const folder = stored.path.slice(0, stored.path.lastIndexOf('/') + 1);
  const tried = [`xl/${target.replace(/\/?xl\//, '')}`, target, folder + target];
  return tried.find((candidate) => stored.has(candidate))?.toLowerCase() === path.toLowerCase();
}

/** The workbook's relationships part with the sheets' new places. */
function relationshipsTo(stored: StoredWorkbook, places: ReadonlyMap<string, string>): Uint8Array {
  const document = parsePart(stored.bytes(relationshipsPath(stored.path)));
  for (const entry of childrenOf(rootOf(document), 'Relationship')) {
    const sheet = stored.sheets.find((candidate) => candidate?.id === entry.getAttribute('Id'));
    const place = sheet && places.get(sheet.path.toLowerCase());
    if (place) entry.setAttribute('Target', `/${place}`);
  }
  return serializePart(document);
}
