import type { Expression } from '../checks/expression';
import type { RoundingMode } from '../rules/rounding';
import { qualifiedCell, qualifiedRange } from '../sheets/address';
import type { Figure } from '../tables/document';
import type { PlannedContent } from '../sheets/sheetPlan';
import type { CalendarDate } from '../values/calendar';
import { type Decimal, decimalText } from '../values/decimal';
import type { ParameterCells } from './parameters';
import { formula, number } from './sheetBuilder';
import { thirtyDaysFormula } from './totals/yearFormulas';

/** The functions whose rounding is symmetric about zero, as `rules/rounding` is. */
export const ROUNDING_FUNCTIONS: Readonly<Record<RoundingMode, string>> = {
  down: 'ROUNDDOWN',
  'half-up': 'ROUND',
  up: 'ROUNDUP',
};

/**
 * Decimals that are kept before a figure is rounded to yen: a product such as 78,000 × 7.8 ÷ 100 may be a hair off a whole
 * number in binary floating point, which ROUNDDOWN and ROUNDUP would turn into a whole yen.
 */
const GUARD_DECIMALS = 6;

/**
 * `amount` × rate in percent ÷ 100, rounded to whole yen; ÷ (100 + rate) where the amount holds the tax. All are formula texts;
 * `amount` may be a range inside SUMPRODUCT.
 */
export function taxFormula(amount: string, rate: string, mode: RoundingMode, inclusive = false): string {
  const divisor = inclusive ? `(100+${rate})` : '100';
  return `${ROUNDING_FUNCTIONS[mode]}(ROUND(${amount}*${rate}/${divisor},${GUARD_DECIMALS}),0)`;
}

/** A text as a formula's string literal. */
export function literal(value: string): string {
  return `"${value.replace(/"/g, '""')}"`;
}

export function dateFormula({ year, month, day }: CalendarDate): string {
  return `DATE(${year},${month},${day})`;
}

/** A printed figure for a cell of ours: a reference to the user's cell, or the number that was read where that is a text. */
export function figureContent(figure: Figure): PlannedContent {
  return figure.textual ? number(figure.value) : formula(qualifiedCell(figure.cell), figure.value);
}

/** A printed figure inside a formula. */
export function figureFormula(figure: Figure): string {
  return figure.textual ? decimalText(figure.value) : qualifiedCell(figure.cell);
}

/** How tightly a formula's outermost operator binds; what binds less is put in brackets. */
const SUM = 1;
const PRODUCT = 2;
const ATOM = 3;

interface Piece {
  readonly text: string;
  readonly binding: number;
}

/** An expression as a formula (without `=`) over the user's cells and our terms. */
export function expressionFormula(expression: Expression, parameters: ParameterCells): string {
  return pieceOf(expression, parameters).text;
}

function pieceOf(expression: Expression, parameters: ParameterCells): Piece {
  const inside = (one: Expression, atLeast: number): string => {
    const piece = pieceOf(one, parameters);
    return piece.binding >= atLeast ? piece.text : `(${piece.text})`;
  };
  switch (expression.kind) {
    case 'number':
      return { text: decimalText(expression.value), binding: expression.value.isNegative() ? SUM : ATOM };
    case 'date':
      return { text: dateFormula(expression.value), binding: ATOM };
    case 'cell':
      return { text: qualifiedCell(expression.cell), binding: ATOM };
    case 'incident-date':
      return { text: parameters.incidentDate ?? dateFormula(expression.value), binding: ATOM };
    case 'tax-rate':
      return { text: parameters.taxRate ?? decimalText(expression.value), binding: ATOM };
    case 'sum':
      return sumPiece(expression, parameters);
    case 'subtract':
      return { text: `${inside(expression.from, SUM)}-${inside(expression.what, PRODUCT)}`, binding: SUM };
    case 'thirty-days': {
      const [start, end] = [inside(expression.start, ATOM), inside(expression.end, ATOM)];
      return { text: thirtyDaysFormula(start, end, expression.rule), binding: ATOM };
    }
    case 'multiply':
      return { text: `${inside(expression.a, PRODUCT)}*${inside(expression.b, PRODUCT)}`, binding: PRODUCT };
    case 'divide':
      return { text: `${inside(expression.a, PRODUCT)}/${inside(expression.b, ATOM)}`, binding: PRODUCT };
    case 'round':
      return { text: roundFormula(inside(expression.of, SUM), expression.mode, expression.unit), binding: ATOM };
  }
}

/** SUM takes at most 255 arguments; more are summed in groups. */
const MOST_ARGUMENTS = 250;

function sumPiece(expression: Extract<Expression, { kind: 'sum' }>, parameters: ParameterCells): Piece {
  const parts = [
    ...expression.ranges.map((range) => qualifiedRange(range)),
    ...expression.terms.map((term) => expressionFormula(term, parameters)),
  ];
  return { text: sumFormula(parts), binding: ATOM };
}

/** `SUM(…)` of formula texts. */
export function sumFormula(parts: readonly string[]): string {
  if (parts.length === 0) return '0';
  if (parts.length <= MOST_ARGUMENTS) return `SUM(${parts.join(',')})`;
  const groups: string[] = [];
  for (let start = 0; start < parts.length; start += MOST_ARGUMENTS) {
    groups.push(`SUM(${parts.slice(start, start + MOST_ARGUMENTS).join(',')})`);
  }
  return sumFormula(groups);
}

function roundFormula(of: string, mode: RoundingMode, unit: Decimal): string {
  const guarded = `ROUND(${of},${GUARD_DECIMALS})`;
  const digits = -(unit.toString().length - 1);
  if (unit.isInteger()) return `${ROUNDING_FUNCTIONS[mode]}(${guarded},${digits === 0 ? 0 : digits})`;
  return `${ROUNDING_FUNCTIONS[mode]}(${guarded},${unit.decimalPlaces()})`;
}
