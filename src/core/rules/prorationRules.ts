import { Decimal } from '../values/decimal';
import type { ProrationFamily, ProrationRule, RoundedFigure } from './proration';
import { ROUNDING_MODES, type RoundingMode } from './rounding';

/** A rule with the bits that it costs to name it: the less usual, the more. */
export interface RulePrior {
  readonly rule: ProrationRule;
  /** The rule's unit as a whole number. */
  readonly unit: number;
  readonly bits: number;
}

interface Kind {
  readonly family: ProrationFamily;
  readonly rounded: RoundedFigure;
  readonly bits: number;
  /** The result depends on which calendar days are charged, so the first day may be in or out. */
  readonly firstDayMatters: boolean;
}

const kind = (family: ProrationFamily, rounded: RoundedFigure, bits: number, firstDayMatters: boolean): Kind => ({
  family,
  rounded,
  bits,
  firstDayMatters,
});

const ROUNDED_KINDS: readonly Kind[] = [
  kind('calendar-month', 'daily', 2, true),
  kind('calendar-month', 'monthly', 3, true),
  kind('calendar-month', 'whole', 3, true),
  kind('calendar-month-all-by-day', 'daily', 3, true),
  kind('fixed-30-part-months', 'daily', 4, true),
  kind('fixed-30-part-months', 'monthly', 4, true),
  kind('fixed-30-part-months', 'whole', 4, true),
  kind('fixed-30-days', 'daily', 4, false),
  kind('fixed-30-days', 'whole', 4, false),
  kind('annual-365', 'daily', 4, false),
  kind('annual-365', 'whole', 3.5, false),
  kind('annual-366', 'daily', 5, false),
  kind('annual-366', 'whole', 5, false),
  kind('annual-360', 'daily', 5.5, false),
  kind('annual-360', 'whole', 5, false),
  kind('annual-actual', 'daily', 6, true),
  kind('annual-actual', 'whole', 5.5, true),
  kind('annual-fiscal', 'daily', 5.5, true),
  kind('annual-fiscal', 'whole', 5, true),
  kind('annual-30-360', 'daily', 6.5, true),
  kind('annual-30-360', 'whole', 6, true),
  kind('annual-30e-360', 'daily', 6.5, true),
  kind('annual-30e-360', 'whole', 6, true),
  kind('own-months-30', 'daily', 4.5, true),
  kind('own-months-30', 'monthly', 4.5, true),
  kind('own-months-actual', 'daily', 4.5, true),
  kind('own-months-actual', 'monthly', 4.5, true),
];

const EXACT_KINDS: readonly Kind[] = [
  kind('flat', 'exact', 1, false),
  kind('price-by-day', 'exact', 3, false),
  kind('months-touched', 'exact', 3, true),
];

const MODE_BITS: Readonly<Record<RoundingMode, number>> = { down: 0.5, 'half-up': 2, up: 3 };
const UNIT_BITS: readonly (readonly [unit: number, bits: number])[] = [
  [1, 0.4],
  [10, 3],
  [100, 4],
  [1000, 5],
];
const FIRST_DAY_BITS = { in: 0.4, out: 2 } as const;

/** Every pro-rata rule that is tried on amounts, with its prior; built once. */
export const PRORATION_RULES: readonly RulePrior[] = [
  ...ROUNDED_KINDS.flatMap((each) =>
    ROUNDING_MODES.flatMap((mode) => UNIT_BITS.flatMap(([unit, bits]) => withFirstDays(each, mode, unit, bits))),
  ),
  ...EXACT_KINDS.flatMap((each) => withFirstDays(each, 'down', 1, 0 - MODE_BITS.down)),
];

function withFirstDays(each: Kind, mode: RoundingMode, unit: number, unitBits: number): RulePrior[] {
  const bits = each.bits + MODE_BITS[mode] + unitBits;
  const make = (firstDay: 'in' | 'out', firstDayBits: number): RulePrior => ({
    rule: makeRule(each.family, each.rounded, mode, unit, firstDay),
    unit,
    bits: bits + firstDayBits,
  });
  return each.firstDayMatters ? [make('in', FIRST_DAY_BITS.in), make('out', FIRST_DAY_BITS.out)] : [make('in', 0)];
}

function makeRule(
  family: ProrationFamily,
  rounded: RoundedFigure,
  mode: RoundingMode,
  unit: number,
  firstDay: 'in' | 'out',
): ProrationRule {
  return {
    id: `pro-rata.${family}.${rounded}.${mode}.${unit}${firstDay === 'out' ? '.first-day-out' : ''}`,
    family,
    rounded,
    mode,
    unit: new Decimal(unit),
    firstDay,
  };
}

const BY_ID: ReadonlyMap<string, RulePrior> = new Map(PRORATION_RULES.map((prior) => [prior.rule.id, prior]));

/** The rule of an id such as `pro-rata.calendar-month.daily.down.1`; null where there is none. */
export function prorationRuleOf(id: string): RulePrior | null {
  return BY_ID.get(id) ?? null;
}

/** Every family with what may be rounded in it, as ids write them: `calendar-month.daily`. */
export const PRORATION_KINDS: readonly string[] = [...ROUNDED_KINDS, ...EXACT_KINDS].map(
  ({ family, rounded }) => `${family}.${rounded}`,
);

/** Units that a pro-rata amount may be rounded to, in yen. */
export const PRORATION_UNITS: readonly number[] = UNIT_BITS.map(([unit]) => unit);

/** The rule of a kind with a rounding, a unit and a first day; families that divide nothing have one rule whatever the rounding. */
export function prorationRuleWith(
  kindName: string,
  mode: RoundingMode,
  unit: number,
  firstDay: 'in' | 'out',
): RulePrior | null {
  const out = firstDay === 'out' ? '.first-day-out' : '';
  const rounding = kindName.endsWith('.exact') ? 'down.1' : `${mode}.${unit}`;
  return (
    prorationRuleOf(`pro-rata.${kindName}.${rounding}${out}`) ?? prorationRuleOf(`pro-rata.${kindName}.${rounding}`)
  );
}
