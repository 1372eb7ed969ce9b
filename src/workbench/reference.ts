/** Splits `減額!D28` or `'O''Brien'!A1:B2` into the sheet's name and the area; null where there is no sheet. */
export function parseReference(reference: string): { readonly sheet: string; readonly area: string } | null {
  const match = /^#?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference);
  const [, quoted, plain, area] = match ?? [];
  if (area === undefined) return null;
  return { sheet: quoted === undefined ? (plain ?? '') : quoted.replace(/''/g, "'"), area };
}
