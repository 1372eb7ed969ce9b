import { columnIndex } from '../../core/sheets/address';

/**
 * Tells of every cell of a sheet's part which cell format it names (`s`), by 0-based row and column; cells that name none
 * are left out. The text is searched, not parsed: a sheet's part may hold a million cells, of which nothing else is wanted.
 */
export function forEachStyledCell(sheetXml: string, tell: (row: number, column: number, format: number) => void): void {
  const tag = /<(?:\w+:)?(?:(sheetData)|(row)|(c))(?=[\s/>])([^>]*)>|<\/(?:\w+:)?sheetData>/g;
  let [inside, row, column] = [false, -1, -1];
  for (let found = tag.exec(sheetXml); found; found = tag.exec(sheetXml)) {
    const [, sheetData, isRow, isCell, attributes = ''] = found;
    if (sheetData !== undefined) inside = !attributes.endsWith('/');
    else if (isRow !== undefined && inside) {
      // Rows and cells without a reference follow the one before them.
      const number = /\sr=["'](\d+)["']/.exec(attributes)?.[1];
      row = number === undefined ? row + 1 : Number(number) - 1;
      column = -1;
    } else if (isCell !== undefined && inside) {
      const name = /\sr=["']([A-Za-z]+)\d+["']/.exec(attributes)?.[1];
      column = name === undefined ? column + 1 : columnIndex(name);
      const format = /\ss=["'](\d+)["']/.exec(attributes)?.[1];
      if (format !== undefined) tell(row, column, Number(format));
    } else if (inside) return;
  }
}
