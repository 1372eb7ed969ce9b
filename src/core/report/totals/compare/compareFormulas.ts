import { ROUNDING_MODES, type RoundingMode } from '../../../rules/rounding';
import { literal, ROUNDING_FUNCTIONS } from '../../formulas';
import type { Words } from '../../words';

/** Places that shares are known to, as `rules/taxShares` has them; binary fractions are off by less. */
const PLACES = 6;

/** The cells that a side of the comparison is computed from: one item's, and the columns of all items. */
export interface SideCells {
  readonly key: string;
  readonly amount: string;
  readonly rate: string;
  readonly exact: string;
  readonly remainder: string;
  readonly all: Readonly<Record<'key' | 'amount' | 'rate' | 'exact' | 'remainder' | 'divisor', string>>;
  /** From the first item to this one. */
  readonly before: Readonly<Record<'key' | 'remainder', string>>;
  /** How many units of the tax one is, and what the product with the rate is divided by. */
  readonly unitsInOne: number;
  readonly divisor: string;
}

const inUnits = ({ unitsInOne }: SideCells): string => (unitsInOne === 1 ? '' : `*${unitsInOne}`);

/** An item's exact tax in units of the tax. */
export const exactFormula = (cells: SideCells): string =>
  `ROUND(${cells.amount}*${cells.rate}/${cells.divisor}${inUnits(cells)},${PLACES})`;

/** An item's share of a printed tax, in units, in proportion to the exact taxes, or to the amounts where those are nothing. */
export function shareFormula(cells: SideCells, tax: string, byAmount: boolean): string {
  const { all, key, amount, rate } = cells;
  const mine = `(${all.key}=${key})*${all.amount}`;
  const whole = byAmount ? `SUMPRODUCT(${mine})` : `SUMPRODUCT(${mine}*${all.rate})`;
  return `ROUND(${amount}${byAmount ? '' : `*${rate}`}*(${tax})/${whole}${inUnits(cells)},${PLACES})`;
}

export const remainderFormula = ({ exact }: SideCells): string => `ROUND(${exact}-INT(${exact}),${PLACES})`;

/** The tax of an item's group before rounding, in units. */
export const groupTaxFormula = (cells: SideCells): string =>
  `ROUND(SUMPRODUCT((${cells.all.key}=${cells.key})*${cells.all.amount}*${cells.all.rate}/${cells.all.divisor})${inUnits(cells)},${PLACES})`;

export const roundedFormula = (value: string, mode: RoundingMode): string => `${ROUNDING_FUNCTIONS[mode]}(${value},0)`;

/** Rounded as the words in a cell say. */
export function roundedByChoice(words: Words, value: string, choice: string): string {
  const [last, ...others] = [...ROUNDING_MODES].reverse();
  return others.reduce(
    (rest, mode) => `IF(${choice}=${literal(words.say(`rounding.${mode}`))},${roundedFormula(value, mode)},${rest})`,
    roundedFormula(value, last ?? 'down'),
  );
}

/** An item's tax: the whole units below its exact share, and one more where it is among the largest remainders (最大剰余法). */
export function itemTaxFormula(cells: SideCells, groupTax: string): string {
  const { key, remainder, exact, all, before, unitsInOne } = cells;
  const left = `${groupTax}-SUMPRODUCT((${all.key}=${key})*INT(${all.exact}))`;
  const larger = `SUMPRODUCT((${all.key}=${key})*(${all.remainder}>${remainder}))`;
  const equal = `SUMPRODUCT((${before.key}=${key})*(${before.remainder}=${remainder}))`;
  const units = `INT(${exact})+IF(${larger}+${equal}<=${left},1,0)`;
  return unitsInOne === 1 ? units : `(${units})/${unitsInOne}`;
}
