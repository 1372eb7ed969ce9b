import { exactTax, type TaxRule, taxOver, taxRule, taxRuleWeight, taxUnit } from '../../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode, roundTo } from '../../rules/rounding';
import type { CellAddress } from '../../sheets/address';
import type { Figure, GrossRelation, TableRow, TaxRelation } from '../../tables/document';
import { type Decimal, sumOf } from '../../values/decimal';
import type { CellIndex } from '../cellIndex';
import type { Cause } from '../finding';
import { message } from '../message';
import { otherRates, type TaxGroups } from '../taxGroups';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { anyChange } from './figureChanges';
import { omissionsAmong } from './miscounts';
import type { Scenario } from './scenario';
import type { TaxedBases, TaxedFigure, TaxedFigures } from './taxedFigures';

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
  /** The row that a cell is the amount of. */
  readonly rows: CellIndex<TableRow>;
}

/** A tax figure as the tax on its lines, under some grouping and rounding. */
export class TaxAssertion implements Assertion {
  readonly about: TaxRelation;
  readonly order = 3;
  readonly fails: boolean;

  constructor(
    relation: TaxRelation,
    private readonly gross: GrossRelation | null,
    private readonly taxed: TaxedFigures,
    private readonly terms: TaxTerms,
    private readonly place: number,
    asPrinted: Scenario,
  ) {
    this.about = relation;
    this.fails = this.bits(asPrinted) >= UNEXPLAINED_BITS;
  }

  get cells(): readonly CellAddress[] {
    return this.taxed.cells;
  }

  bits(scenario: Scenario): number {
    if (scenario.explains(this.about)) return 0;
    const target = scenario.valueOf(this.about.target);
    const bases = this.taxed.under(scenario);
    return Math.min(...this.terms.allowed.map((rate) => this.bitsUnder(target, bases, rate)));
  }

  changes(scenario: Scenario): readonly Change[] {
    const { target } = this.about;
    const bases = this.taxed.under(scenario);
    const [rate] = this.terms.allowed;
    if (!rate) return [];
    const needed = new Map<string, Decimal>();
    const note = (value: Decimal) => needed.set(value.toFixed(), value);
    for (const [figures, mode] of this.plainBases(bases)) note(this.plain(figures, rate, mode));
    if (this.gross) note(scenario.valueOf(this.gross.target).minus(scenario.valueOf(this.gross.net)));
    return [
      ...[...needed.values()].flatMap((value) => anyChange(target, value, this.place)),
      ...this.rateChanges(bases, this.plain(bases.lines[0] ?? [], rate, this.terms.mode)),
      ...this.omissions(scenario, rate),
    ];
  }

  /** Figures that the tax was reckoned without, allowances above all. */
  private omissions(scenario: Scenario, rate: Decimal): Change[] {
    const figures = this.taxed.detailsUnder(scenario);
    if (figures.length < 2) return [];
    const target = scenario.valueOf(this.about.target);
    const { omissionOf } = omissionsAmong(this.taxed.details, this.terms.rows);
    return this.taxed.details.flatMap((figure, index): Change[] => {
      if (figure.value.isZero()) return [];
      const others = figures.filter((_, other) => other !== index);
      if (!this.modes.some((mode) => this.plain(others, rate, mode).equals(target))) return [];
      return [omissionOf(figure)];
    });
  }

  private get unit(): Decimal {
    return taxUnit([this.about.target.unit]);
  }

  private get modes(): readonly RoundingMode[] {
    return [this.terms.mode, ...ROUNDING_MODES.filter((mode) => mode !== this.terms.mode)];
  }

  /** Tax on figures as a whole, or on those of each rate where they print several. */
  private exact(figures: readonly TaxedFigure[], rate: Decimal): Decimal {
    return sumOf(figures.map((figure) => this.share(figure.value, figure.rate ?? rate)));
  }

  /** Tax on an amount or, where amounts hold it, within one. */
  private share(value: Decimal, rate: Decimal): Decimal {
    return exactTax(value, rate, this.about.inclusive === true);
  }

  private plain(figures: readonly TaxedFigure[], rate: Decimal, mode: RoundingMode): Decimal {
    const rates = new Map<string, { readonly rate: Decimal; readonly base: Decimal }>();
    for (const figure of figures) {
      const own = figure.rate ?? rate;
      const key = own.toFixed();
      const known = rates.get(key);
      rates.set(key, { rate: own, base: known ? known.base.plus(figure.value) : figure.value });
    }
    return sumOf([...rates.values()].map((each) => roundTo(this.share(each.base, each.rate), this.unit, mode)));
  }

  private plainBases({ lines, net }: TaxedBases): [readonly TaxedFigure[], RoundingMode][] {
    return [...lines, ...(net ? [[net]] : [])].flatMap((figures) =>
      this.modes.map((mode): [readonly TaxedFigure[], RoundingMode] => [figures, mode]),
    );
  }

  private bitsUnder(target: Decimal, { lines, net }: TaxedBases, rate: Decimal): number {
    const whole = [...lines, ...(net ? [[net]] : [])];
    const { mode } = this.terms;
    if (whole.some((figures) => this.plain(figures, rate, mode).equals(target))) return 0;
    // An allowance of which the rate is not printed may have been shared among the rates.
    let least = this.about.shared === true ? NEAR_BITS : UNEXPLAINED_BITS;
    for (const figures of whole) {
      const other = this.modes.find((each) => this.plain(figures, rate, each).equals(target));
      if (other) least = Math.min(least, bitsOf(taxRule('whole', other, false)));
    }
    for (const figures of lines) least = Math.min(least, this.bitsOfRules(target, figures, rate));
    return least;
  }

  private bitsOfRules(target: Decimal, figures: readonly TaxedFigure[], rate: Decimal): number {
    const exact = this.exact(figures, rate);
    const reach = this.unit.times(figures.length);
    const always = this.about.inclusive === true;
    const inclusive = always ? exact : exact.times(100).div(rate.plus(100));
    const near = (value: Decimal) => target.minus(value).abs().lessThan(reach);
    if (!near(exact) && !near(inclusive)) return UNEXPLAINED_BITS;
    let least = near(exact) ? NEAR_BITS : UNEXPLAINED_BITS;
    const rates = figures.map((figure) => figure.rate ?? rate);
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

  private rateChanges(printed: TaxedBases, computed: Decimal): Change[] {
    const { target } = this.about;
    const bases = withoutCommonRate(printed);
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

/** The same, without the rate that all figures print: another may have been used. */
function withoutCommonRate({ lines, net }: TaxedBases): TaxedBases {
  const [first] = lines[0] ?? [];
  const common = lines.every((figures) =>
    figures.every(({ rate }) => (rate && first?.rate ? rate.equals(first.rate) : rate === first?.rate)),
  );
  return common
    ? { lines: lines.map((figures) => figures.map((each) => ({ ...each, rate: null }))), net }
    : { lines, net };
}
