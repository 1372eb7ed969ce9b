import { areaHolds, areasOverlap, type CellAddress, type CellArea, parseArea } from '../../sheets/address';

/** Cells that a formula adds (`sign` 1) or takes away (−1). */
export interface FormulaTerm {
  readonly area: CellArea;
  readonly sign: 1 | -1;
  /** The cells of the area that are subtotals by a function of this kind themselves are left out: SUBTOTAL and AGGREGATE do so. */
  readonly skipsSubtotals: boolean;
}

const TOKENS = new RegExp(
  [
    String.raw`\s*(?:`,
    // A cell or an area, with its sheet where it names one, and nothing behind it that makes something else of it.
    String.raw`(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?`,
    String.raw`(?<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.!:#[(])`,
    String.raw`|(?<name>[A-Za-z]+)(?=\()|(?<number>\d+)(?![.\p{L}\p{N}:%])|(?<sign>[-+(),])`,
    String.raw`)\s*`,
  ].join(''),
  'uy',
);

/**
 * The cells that a formula adds up or takes away, where it does nothing else: sums and differences of cells of its own sheet,
 * with SUM, SUBTOTAL(9 or 109, …), AGGREGATE(9, …) and parentheses. A formula that only repeats a cell has no terms.
 *
 * @param formula with its leading `=`, in English and A1, as files and Office.js give it
 * @param at where it stands
 * @returns null for any other formula: constants, products, other functions, other sheets, names, whole columns, broken references
 */
export function formulaTerms(formula: string, at: CellAddress): FormulaTerm[] | null {
  const tokens = tokensOf(formula);
  return tokens && new TermReader(tokens, at.sheet).read();
}

/** Whether no cell is named twice, nor the formula's own cell: only then do the terms state a total of these cells. */
export function namesEachOnce(terms: readonly FormulaTerm[], at: CellAddress): boolean {
  const twice = terms.some(({ area }, index) => terms.slice(index + 1).some((other) => areasOverlap(area, other.area)));
  return !twice && !terms.some(({ area }) => areaHolds(area, at.row, at.column));
}

type Token = Readonly<Partial<Record<'quoted' | 'plain' | 'area' | 'name' | 'number' | 'sign', string>>>;

function tokensOf(formula: string): Token[] | null {
  if (!formula.startsWith('=')) return null;
  const tokens: Token[] = [];
  TOKENS.lastIndex = 1;
  while (TOKENS.lastIndex < formula.length) {
    const found = TOKENS.exec(formula);
    if (!found) return null;
    tokens.push(found.groups ?? {});
  }
  return tokens;
}

/** Reads `expression = ± part ± part …`, where a part is a cell, an expression in parentheses or a function of areas. */
class TermReader {
  private at = 0;
  private sums = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: string,
  ) {}

  read(): FormulaTerm[] | null {
    const terms = this.expression(1, false);
    return terms && this.at === this.tokens.length && (this.sums || terms.length > 1) ? terms : null;
  }

  private expression(outer: 1 | -1, areas: boolean): FormulaTerm[] | null {
    const terms: FormulaTerm[] = [];
    do {
      let sign = outer;
      for (let next = this.sign('-', '+'); next !== null; next = this.sign('-', '+')) {
        if (next === '-') sign = sign === 1 ? -1 : 1;
      }
      const part = this.part(sign, areas);
      if (!part) return null;
      terms.push(...part);
    } while (this.peek('-') || this.peek('+'));
    return terms;
  }

  private part(sign: 1 | -1, areas: boolean): FormulaTerm[] | null {
    if (this.sign('(') !== null) {
      const inner = this.expression(sign, areas);
      return inner && this.sign(')') !== null ? inner : null;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.name !== undefined) return this.call(token.name.toUpperCase(), sign);
    const area = token?.area === undefined ? null : this.areaOf(token);
    // Outside a function an area of several cells is no number but an array.
    const single = area !== null && area.top === area.bottom && area.left === area.right;
    return area && (areas || single) ? [{ area, sign, skipsSubtotals: false }] : null;
  }

  private call(name: string, sign: 1 | -1): FormulaTerm[] | null {
    this.at += 1;
    const skipsSubtotals = this.opening(name);
    if (skipsSubtotals === null) return null;
    const terms: FormulaTerm[] = [];
    do {
      const argument = this.expression(sign, true);
      if (!argument) return null;
      for (const term of argument) terms.push({ ...term, skipsSubtotals: term.skipsSubtotals || skipsSubtotals });
    } while (this.sign(',') !== null);
    this.sums = true;
    return this.sign(')') !== null ? terms : null;
  }

  /** Reads what stands before a function's areas. Whether it leaves subtotals out; null where it is no sum. */
  private opening(name: string): boolean | null {
    if (name === 'SUM') return false;
    const code = this.number();
    if (name === 'SUBTOTAL') return code === 9 || code === 109 ? true : null;
    if (name !== 'AGGREGATE' || code !== 9) return null;
    const option = this.number();
    // Options up to 3 leave out nested subtotals; those from 4 to 7 only hidden rows or errors.
    return option === null || option > 7 ? null : option <= 3;
  }

  /** A number that leads a function's arguments, with the comma behind it. */
  private number(): number | null {
    const { number } = this.tokens[this.at] ?? {};
    this.at += 1;
    return number !== undefined && this.sign(',') !== null ? Number(number) : null;
  }

  private areaOf({ quoted, plain, area }: Token): CellArea | null {
    const sheet = quoted?.replace(/''/g, "'") ?? plain;
    if (sheet !== undefined && sheet.toLowerCase() !== this.sheet.toLowerCase()) return null;
    return area === undefined ? null : parseArea(area);
  }

  private peek(sign: string): boolean {
    return this.tokens[this.at]?.sign === sign;
  }

  /** The next token, where it is one of these signs. */
  private sign(...wanted: readonly string[]): string | null {
    const sign = this.tokens[this.at]?.sign;
    if (sign === undefined || !wanted.includes(sign)) return null;
    this.at += 1;
    return sign;
  }
}
