/** Functions newer than the file format, which files hold with a prefix (MS-XLSX 2.2.2, future functions) though Excel shows none. */
const PREFIXED =
  'ACOT|AGGREGATE|ARABIC|BASE|BITAND|BITOR|BITXOR|CEILING\\.MATH|COMBINA|DAYS|DECIMAL|FLOOR\\.MATH|FORMULATEXT|IFNA|ISFORMULA|ISOWEEKNUM|MODE\\.SNGL|NUMBERVALUE|PERCENTILE\\.INC|QUARTILE\\.INC|RANK\\.EQ|SHEET|SHEETS|STDEV\\.P|STDEV\\.S|UNICHAR|UNICODE|VAR\\.P|VAR\\.S|XOR';
const CALL = new RegExp(`(?<![A-Za-z0-9_.])(${PREFIXED})(?=\\()`, 'gi');

/** A formula as a file holds it: without its leading `=`, newer functions prefixed, texts and quoted sheet names untouched. */
export function fileFormula(formula: string): string {
  const pieces = formula.replace(/^=/, '').split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : piece.replace(CALL, '_xlfn.$1'))).join('');
}
