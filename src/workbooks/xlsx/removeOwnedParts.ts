import { type OpcPackage, relationshipsPath } from './opcPackage';

/**
 * Takes out the relationships of a part and every part that can be reached through them alone: a sheet's drawing and its
 * charts, but nothing that another part refers to as well.
 */
export async function removeOwnedParts(parts: OpcPackage, owner: string): Promise<void> {
  const owned = await reachable(parts, [owner], null);
  owned.delete(owner);
  const kept = await reachable(parts, [''], owner);
  for (const path of owned) {
    if (!kept.has(path)) await parts.remove(path);
  }
  await parts.remove(relationshipsPath(owner));
}

/** All parts that relationships lead to from the given ones, not going through `closed`. */
async function reachable(parts: OpcPackage, from: readonly string[], closed: string | null): Promise<Set<string>> {
  const found = new Set<string>(from);
  for (const path of found) {
    if (path === closed) continue;
    for (const { target } of await parts.relationships(path)) {
      if (target !== null && parts.has(target)) found.add(target);
    }
  }
  return found;
}
