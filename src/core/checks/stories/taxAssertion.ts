import { type TaxRule, taxOver, taxRule, taxRuleWeight, taxUnit } from '../../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode, roundTo } from '../../rules/rounding';
import type { CellAddress } from '../../sheets/address';
import type { Figure, GrossRelation, TaxRelation } from '../../tables/document';
import { Decimal, sumOf } from '../../values/decimal';
import type { Cause } from '../finding';
import { message } from '../message';
import { otherRates, type TaxGroups } from '../taxGroups';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { anyChange } from './figureChanges';
import type { Scenario } from './scenario';

/** Bits that it costs to have used a rate by mistake. */
const RATE_BITS = new Map([
  ['8', 3],
  ['5', 4.5],
  ['3', 7],
]);
const ANY_RATE_BITS = 4;
/** Bits of a tax that no rule gives, but that is near enough for one that is not known. */
const NEAR_BITS = 12;
/** Bits of a rule besides how unusual it is: there are several to choose from. */
const OTHER_RULE_BITS = 2;
const PLAIN_WEIGHT = taxRuleWeight(taxRule('whole', 'down', false));

/** What a tax figure is reckoned with. */
export interface TaxTerms {
  /** Rates that the label, the terms or a date allow, in percent, the most likely first. */
  readonly allowed: readonly Decimal[];
  readonly mode: RoundingMode;
  /** How the lines can be put together. */
  readonly groupsOf: (lines: readonly Figure[]) => TaxGroups;
}

/** The taxed lines: as meant, as counted by the totals, as the totals followed them; and the printed net total. */
interface Bases {
  readonly lines: readonly (readonly Figure[])[];
  readonly net: Figure | null;
}

/** A tax figure as the tax on its lines, under some grouping and rounding. */
export class TaxAssertion implements Assertion {
  readonly about: TaxRelation;
  readonly order = 3;
  readonly fails: boolean;

  constructor(
    relation: TaxRelation,
    private readonly gross: GrossRelation | null,
    private readonly terms: TaxTerms,
    private readonly place: number,
    asPrinted: Scenario,
  ) {
    this.about = relation;
    this.fails = this.bits(asPrinted) >= UNEXPLAINED_BITS;
  }

  get cells(): readonly CellAddress[] {
    const { target, lines, net, subtracted = [] } = this.about;
    return [...[target, ...lines, ...subtracted].map(({ cell }) => cell), ...(net ? [net.cell] : [])];
  }

  bits(scenario: Scenario): number {
    if (scenario.explains(this.about)) return 0;
    const target = scenario.valueOf(this.about.target);
    const bases = this.basesIn(scenario);
    return Math.min(...this.terms.allowed.map((rate) => this.bitsUnder(target, bases, rate)));
  }

  changes(scenario: Scenario): readonly Change[] {
    const { target } = this.about;
    const bases = this.basesIn(scenario);
    const [rate] = this.terms.allowed;
    if (!rate) return [];
    const needed = new Map<string, Decimal>();
    const note = (value: Decimal) => needed.set(value.toFixed(), value);
    for (const [figures, mode] of this.plainBases(bases)) note(this.plain(figures, rate, mode));
    if (this.gross) note(scenario.valueOf(this.gross.target).minus(scenario.valueOf(this.gross.net)));
    return [
      ...[...needed.values()].flatMap((value) => anyChange(target, value, this.place)),
      ...this.rateChanges(bases, this.plain(bases.lines[0] ?? [], rate, this.terms.mode)),
    ];
  }

  private get unit(): Decimal {
    return taxUnit([this.about.target.unit]);
  }

  private get modes(): readonly RoundingMode[] {
    return [this.terms.mode, ...ROUNDING_MODES.filter((mode) => mode !== this.terms.mode)];
  }

  /** Tax on figures as a whole, or on those of each rate where they print several. */
  private exact(figures: readonly Figure[], rate: Decimal): Decimal {
    return sumOf(figures.map(({ value }, index) => this.share(value, this.rateOf(figures, index) ?? rate)));
  }

  /** Tax on an amount or, where amounts hold it, within one. */
  private share(value: Decimal, rate: Decimal): Decimal {
    return value.times(rate).div(this.about.inclusive ? rate.plus(100) : 100);
  }

  private rateOf(figures: readonly Figure[], index: number): Decimal | null {
    const { lines, rates, subtracted = [], subtractedRates = [] } = this.about;
    if (figures.length !== lines.length + subtracted.length) return null;
    return (index < lines.length ? rates[index] : subtractedRates[index - lines.length]) ?? null;
  }

  private plain(figures: readonly Figure[], rate: Decimal, mode: RoundingMode): Decimal {
    const rates = new Map<string, Decimal>();
    figures.forEach(({ value }, index) => {
      const own = this.rateOf(figures, index) ?? rate;
      const key = own.toFixed();
      rates.set(key, (rates.get(key) ?? new Decimal(0)).plus(this.share(value, own)));
    });
    return sumOf([...rates.values()].map((exact) => roundTo(exact, this.unit, mode)));
  }

  private plainBases({ lines, net }: Bases): [readonly Figure[], RoundingMode][] {
    return [...lines, ...(net ? [[net]] : [])].flatMap((figures) =>
      this.modes.map((mode): [readonly Figure[], RoundingMode] => [figures, mode]),
    );
  }

  private basesIn(scenario: Scenario): Bases {
    const { net, subtracted = [] } = this.about;
    const added = this.about.lines.length > 0 || !net ? this.about.lines : [net];
    const lines = [...added, ...subtracted];
    const signed = (line: Figure, value: Decimal): Figure => ({
      ...line,
      value: subtracted.includes(line) ? value.negated() : value,
    });
    const meant = lines.map((line) => signed(line, scenario.valueOf(line)));
    const variants: (readonly Figure[])[] = [meant];
    if (lines.some((line) => scenario.timesCounted(line) !== 1)) {
      variants.push(lines.map((line) => signed(line, scenario.valueOf(line).times(scenario.timesCounted(line)))));
    }
    if (lines.some((line) => !scenario.addedValueOf(line).equals(scenario.valueOf(line)))) {
      variants.push(lines.map((line) => signed(line, scenario.addedValueOf(line))));
    }
    return { lines: variants, net: net && scenario.figure(net) };
  }

  private bitsUnder(target: Decimal, { lines, net }: Bases, rate: Decimal): number {
    const whole = [...lines, ...(net ? [[net]] : [])];
    const { mode } = this.terms;
    if (whole.some((figures) => this.plain(figures, rate, mode).equals(target))) return 0;
    // An allowance of which the rate is not printed may have been shared among the rates.
    const shared = this.about.rates.some((each) => each !== null) && (this.about.subtractedRates ?? []).includes(null);
    let least = shared ? NEAR_BITS : UNEXPLAINED_BITS;
    for (const figures of whole) {
      const other = this.modes.find((each) => this.plain(figures, rate, each).equals(target));
      if (other) least = Math.min(least, bitsOf(taxRule('whole', other, false)));
    }
    for (const figures of lines) least = Math.min(least, this.bitsOfRules(target, figures, rate));
    return least;
  }

  private bitsOfRules(target: Decimal, figures: readonly Figure[], rate: Decimal): number {
    const exact = this.exact(figures, rate);
    const reach = this.unit.times(figures.length);
    const always = this.about.inclusive === true;
    const inclusive = always ? exact : exact.times(100).div(rate.plus(100));
    const near = (value: Decimal) => target.minus(value).abs().lessThan(reach);
    if (!near(exact) && !near(inclusive)) return UNEXPLAINED_BITS;
    let least = near(exact) ? NEAR_BITS : UNEXPLAINED_BITS;
    const rates = figures.map((_, index) => this.rateOf(figures, index) ?? rate);
    const mixed = rates.some((each) => !each.equals(rates[0] ?? each));
    for (const { grouping, amounts } of this.terms.groupsOf(figures)) {
      if (mixed && grouping !== 'per-line') continue;
      for (const rounding of ROUNDING_MODES) {
        for (const included of mixed || always ? [always] : [false, true]) {
          const rule = taxRule(grouping, rounding, included);
          const value = mixed
            ? sumOf(amounts.map((amount, index) => taxOver([amount], rates[index] ?? rate, rule, this.unit)))
            : taxOver(amounts, rate, rule, this.unit);
          if (value.equals(target)) least = Math.min(least, bitsOf({ ...rule, inclusive: included !== always }));
        }
      }
    }
    return least;
  }

  private rateChanges(bases: Bases, computed: Decimal): Change[] {
    const { target } = this.about;
    return otherRates(this.terms.allowed).flatMap((rate): Change[] => {
      const fits =
        this.plainBases(bases).some(([figures, mode]) => this.plain(figures, rate, mode).equals(target.value)) ||
        bases.lines.some((figures) => this.bitsOfRules(target.value, figures, rate) < NEAR_BITS);
      if (!fits) return [];
      const { cell, value: stated } = target;
      const label = message('cause.old-tax-rate', { rate, cell, stated, suggested: computed });
      const cause: Omit<Cause, 'cost'> = { kind: 'old-tax-rate', cell, stated, suggested: computed, label };
      const bits = RATE_BITS.get(rate.toFixed()) ?? ANY_RATE_BITS;
      return [{ cause, effect: { kind: 'explains', about: this.about }, bits }];
    });
  }
}

function bitsOf(rule: TaxRule): number {
  return Math.max(0, OTHER_RULE_BITS + Math.log2(PLAIN_WEIGHT / taxRuleWeight(rule)));
}
