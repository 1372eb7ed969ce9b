import type { RoundingMode } from '../../rules/rounding';
import { type CellRange, parseArea } from '../../sheets/address';
import { Decimal, ZERO } from '../../values/decimal';
import type { Arithmetic } from './arithmetic';

const TOKENS = new RegExp(
  [
    String.raw`\s*(?:`,
    String.raw`(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?`,
    String.raw`(?<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.!:#[(])`,
    String.raw`|(?<number>\d+(?:\.\d*)?|\.\d+)(?![.\p{L}\p{N}:])|(?<name>[A-Za-z]+)(?=\()|(?<sign>[-+*/%(),])`,
    String.raw`)\s*`,
  ].join(''),
  'uy',
);

type Token = Readonly<Partial<Record<'quoted' | 'plain' | 'area' | 'number' | 'name' | 'sign', string>>>;

const ROUNDINGS: Readonly<Record<string, RoundingMode>> = {
  ROUND: 'half-up',
  ROUNDDOWN: 'down',
  ROUNDUP: 'up',
  TRUNC: 'down',
};
/** Places that a rounding may name: no figure of money has more. */
const MOST_PLACES = 12;
const DEEPEST = 40;

/**
 * Reads a formula as arithmetic: numbers, percentages, cells (of any sheet), + − × ÷, SUM, ROUND, ROUNDDOWN, ROUNDUP and TRUNC.
 *
 * @param formula with its leading `=`, in English and A1
 * @param sheet of the formula's own cell
 * @returns null for any other formula
 */
export function readArithmetic(formula: string, sheet: string): Arithmetic | null {
  const tokens = tokensOf(formula);
  return tokens && new ArithmeticReader(tokens, sheet).read();
}

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

/** `sum = product ± product …`, `product = factor × factor …`, `factor = ± atom %`. */
class ArithmeticReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: string,
  ) {}

  read(): Arithmetic | null {
    const found = this.sum();
    return found && this.at === this.tokens.length ? found : null;
  }

  private sum(): Arithmetic | null {
    let left = this.product();
    for (let sign = this.sign('+', '-'); left && sign !== null; sign = this.sign('+', '-')) {
      const right = this.product();
      if (!right) return null;
      left = sign === '-' ? { kind: 'subtract', from: left, what: right } : added(left, right);
    }
    return left;
  }

  private product(): Arithmetic | null {
    let left = this.factor();
    for (let sign = this.sign('*', '/'); left && sign !== null; sign = this.sign('*', '/')) {
      const right = this.factor();
      if (!right) return null;
      left = sign === '*' ? { kind: 'multiply', a: left, b: right } : { kind: 'divide', a: left, b: right };
    }
    return left;
  }

  private factor(): Arithmetic | null {
    const sign = this.sign('+', '-');
    if (sign !== null) {
      const what = this.deeper(() => this.factor());
      return what && (sign === '+' ? what : { kind: 'subtract', from: { kind: 'number', value: ZERO }, what });
    }
    let atom = this.atom();
    while (atom && this.sign('%') !== null) {
      atom = { kind: 'divide', a: atom, b: { kind: 'number', value: new Decimal(100) } };
    }
    return atom;
  }

  private atom(): Arithmetic | null {
    if (this.sign('(') !== null) {
      const inner = this.deeper(() => this.sum());
      return inner && this.sign(')') !== null ? inner : null;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.number !== undefined) return { kind: 'number', value: new Decimal(token.number) };
    if (token?.name !== undefined) return this.deeper(() => this.call(token.name?.toUpperCase() ?? ''));
    const range = token?.area === undefined ? null : this.rangeOf(token, token.area);
    // Outside a sum an area of several cells is no number but an array.
    return range && range.top === range.bottom && range.left === range.right
      ? { kind: 'cell', cell: { sheet: range.sheet, row: range.top, column: range.left } }
      : null;
  }

  private call(name: string): Arithmetic | null {
    this.at += 1;
    if (name === 'SUM') return this.sumCall();
    const mode = ROUNDINGS[name];
    const of = mode ? this.sum() : null;
    if (!mode || !of) return null;
    const places = this.sign(',') !== null ? this.places() : name === 'TRUNC' ? 0 : null;
    return places !== null && this.sign(')') !== null
      ? { kind: 'round', of, mode, unit: new Decimal(10).pow(-places) }
      : null;
  }

  private sumCall(): Arithmetic | null {
    const ranges: CellRange[] = [];
    const terms: Arithmetic[] = [];
    do {
      const token = this.tokens[this.at];
      const next = this.tokens[this.at + 1]?.sign;
      const range =
        token?.area !== undefined && (next === ',' || next === ')') ? this.rangeOf(token, token.area) : null;
      if (range) {
        ranges.push(range);
        this.at += 1;
        continue;
      }
      const term = this.sum();
      if (!term) return null;
      terms.push(term);
    } while (this.sign(',') !== null);
    return this.sign(')') !== null ? { kind: 'sum', ranges, terms } : null;
  }

  private places(): number | null {
    const minus = this.sign('-') !== null;
    const { number } = this.tokens[this.at] ?? {};
    this.at += 1;
    const places = Number(number ?? NaN);
    return Number.isInteger(places) && places <= MOST_PLACES ? (minus ? -places : places) : null;
  }

  private rangeOf({ quoted, plain }: Token, area: string): CellRange | null {
    const found = parseArea(area);
    return found && { sheet: quoted?.replace(/''/g, "'") ?? plain ?? this.sheet, ...found };
  }

  /** A crafted formula may be nested as deep as it likes. */
  private deeper(read: () => Arithmetic | null): Arithmetic | null {
    if (this.depth >= DEEPEST) return null;
    this.depth += 1;
    const found = read();
    this.depth -= 1;
    return found;
  }

  /** The next token, where it is one of these signs. */
  private sign(...wanted: readonly string[]): string | null {
    const sign = this.tokens[this.at]?.sign;
    if (sign === undefined || !wanted.includes(sign)) return null;
    this.at += 1;
    return sign;
  }
}

function added(left: Arithmetic, right: Arithmetic): Arithmetic {
  const terms = left.kind === 'sum' && left.ranges.length === 0 ? left.terms : [left];
  return { kind: 'sum', ranges: [], terms: [...terms, right] };
}
