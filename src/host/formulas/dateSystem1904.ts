import type { FormulaEngine } from './formulaEngine';

/** Days from the first day of the 1900 system to that of the 1904 system. */
const DAYS = 1462;

/** Which arguments of a function are serial numbers of days (0-based), and whether its result is one. */
interface DateFunction {
  readonly serials: readonly number[];
  readonly gives: boolean;
}

const READS_FIRST: DateFunction = { serials: [0], gives: false };
const READS_TWO: DateFunction = { serials: [0, 1], gives: false };
const GIVES: DateFunction = { serials: [], gives: true };
const MOVES: DateFunction = { serials: [0], gives: true };

const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  DATE: GIVES,
  DATEVALUE: GIVES,
  TODAY: GIVES,
  NOW: GIVES,
  EDATE: MOVES,
  EOMONTH: MOVES,
  WORKDAY: MOVES,
  YEAR: READS_FIRST,
  MONTH: READS_FIRST,
  DAY: READS_FIRST,
  WEEKDAY: READS_FIRST,
  WEEKNUM: READS_FIRST,
  ISOWEEKNUM: READS_FIRST,
  DATEDIF: READS_TWO,
  DAYS360: READS_TWO,
  YEARFRAC: READS_TWO,
  NETWORKDAYS: READS_TWO,
};

/** Functions whose further argument is a range of days, which cannot be moved where it stands. */
const WITH_HOLIDAYS: Readonly<Record<string, number>> = { WORKDAY: 2, NETWORKDAYS: 2 };
const TEXT_WITH_DATE = /^"[^"]*[ymdge][^"]*"$/i;
/** No function of this name: the formula then counts as one that the engine cannot calculate. */
const BEYOND = '=_KENZAN_1904()';

/**
 * An engine that knows the 1900 system only, for a workbook of the 1904 system: formulas are given to it so that functions of
 * dates see serial numbers of their own system and give those of the workbook's. Differences of days need nothing. What
 * cannot be told so (working days with a list of holidays) keeps its cached result.
 */
export function inDateSystem1904(engine: FormulaEngine): FormulaEngine {
  return {
    addSheet: (sheetId, name) => engine.addSheet(sheetId, name),
    renameSheet: (sheetId, name) => engine.renameSheet(sheetId, name),
    deleteSheet: (sheetId) => engine.deleteSheet(sheetId),
    setCell: (sheetId, row, column, input) => {
      const told = input && 'formula' in input ? { formula: formulaIn1900(input.formula) ?? BEYOND } : input;
      engine.setCell(sheetId, row, column, told);
    },
    defineName: (name, sheetId, formula) => engine.defineName(name, sheetId, formulaIn1900(formula) ?? BEYOND),
    deleteName: (name, sheetId) => engine.deleteName(name, sheetId),
    evaluate: () => engine.evaluate(),
    result: (sheetId, row, column) => engine.result(sheetId, row, column),
    dispose: () => engine.dispose(),
  };
}

/** A formula of a 1904 workbook for an engine of the 1900 system; null where it cannot be told. */
export function formulaIn1900(formula: string): string | null {
  const tokens = formula.match(TOKEN) ?? [];
  const reader = { tokens, at: 0 };
  let text = '';
  try {
    while (reader.at < tokens.length) text += rewritten(reader);
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
  return text;
}

class Untold extends Error {}

interface TokenReader {
  readonly tokens: readonly string[];
  at: number;
}

/** Texts, quoted sheet names, functions with their parenthesis, other names and numbers, and single characters. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*\(|[\p{L}\p{N}_.$]+|[^]/gu;

/** The token that stands next, a call with all that belongs to it. */
function rewritten(reader: TokenReader): string {
  const token = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (token !== '(' && !/^[\p{L}_].*\($/u.test(token)) return token;
  const parts = argumentsOf(reader);
  const name = token.slice(0, -1).toUpperCase();
  const kind = FUNCTIONS[name] ?? textFunction(name, parts);
  if (!kind) return `${token}${parts.join(',')})`;
  if (parts.length > (WITH_HOLIDAYS[name] ?? Infinity)) throw new Untold();
  const moved = parts.map((part, index) => (kind.serials.includes(index) ? `(${part})+${DAYS}` : part));
  const call = `${token}${moved.join(',')})`;
  return kind.gives ? `(${call}-${DAYS})` : call;
}

/** `TEXT` reads a day where its format shows one. */
function textFunction(name: string, parts: readonly string[]): DateFunction | null {
  const format = parts[1]?.trim() ?? '';
  return name === 'TEXT' && TEXT_WITH_DATE.test(format) && !/general/i.test(format) ? READS_FIRST : null;
}

/** What stands between the parentheses, by the commas of this level; the closing one is taken too. */
function argumentsOf(reader: TokenReader): string[] {
  const parts: string[] = [];
  let part = '';
  let braces = 0;
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at];
    if (token === ')') {
      reader.at += 1;
      break;
    }
    if (token === '{') braces += 1;
    if (token === '}') braces -= 1;
    if (token === ',' && braces === 0) {
      parts.push(part);
      part = '';
      reader.at += 1;
    } else part += rewritten(reader);
  }
  return parts.length === 0 && part === '' ? [] : [...parts, part];
}
