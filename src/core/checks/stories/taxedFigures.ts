import type { CellAddress } from '../../sheets/address';
import type { Figure, TaxRelation } from '../../tables/document';
import type { Decimal } from '../../values/decimal';
import type { Scenario } from './scenario';

/** A figure that is taxed, negative where it is taken off, with the rate that it prints. */
export interface TaxedFigure extends Figure {
  readonly rate: Decimal | null;
}

/** What tax may have been reckoned on: the figures as meant, as totals counted or followed them; and the printed net total. */
export interface TaxedBases {
  readonly lines: readonly (readonly TaxedFigure[])[];
  readonly net: TaxedFigure | null;
}

/** A figure of a relation, and whether it is added (1) or taken off (−1). */
export interface Part {
  readonly figure: Figure;
  readonly factor: 1 | -1;
}

interface TaxedPart extends Part {
  readonly rate: Decimal | null;
}

/** The figures behind a printed tax. */
export class TaxedFigures {
  private readonly parts: readonly TaxedPart[];
  /** The same, with the parts of totals in their place: tax may have been reckoned without one of them. */
  private readonly finest: readonly TaxedPart[];
  private readonly printed = new Map<TaxedPart, TaxedFigure>();

  /** @param partsOf What a figure adds up, where it is a total; null where it is none. */
  constructor(
    private readonly relation: TaxRelation,
    partsOf: (figure: Figure) => readonly Part[] | null,
  ) {
    const { lines, rates, net, subtracted = [], subtractedRates = [] } = relation;
    const taxed = lines.map((figure, index): TaxedPart => ({ figure, factor: 1, rate: rates[index] ?? null }));
    const taken = subtracted.map((figure, index): TaxedPart => ({
      figure,
      factor: -1,
      rate: subtractedRates[index] ?? null,
    }));
    const own: TaxedPart[] = [...taxed, ...taken];
    this.parts = own.length === 0 && net ? [{ figure: net, factor: 1, rate: null }] : own;
    this.finest = this.parts.flatMap((part) => {
      const behind = partsOf(part.figure) ?? [{ figure: part.figure, factor: 1 as const }];
      return behind.map(({ figure, factor }) => ({ ...part, figure, factor: factor === part.factor ? 1 : -1 }));
    });
  }

  get cells(): readonly CellAddress[] {
    const { target, net } = this.relation;
    return [
      target.cell,
      ...new Set([...this.parts, ...this.finest].map(({ figure }) => figure.cell)),
      ...(net ? [net.cell] : []),
    ];
  }

  /** The bases under a scenario, as meant first. */
  under(scenario: Scenario): TaxedBases {
    const { net } = this.relation;
    const { parts, finest } = this;
    const valued = (of: readonly TaxedPart[], valueOf: (figure: Figure) => Decimal) =>
      of.map((part): TaxedFigure => this.valued(part, valueOf(part.figure)));
    const meant = (figure: Figure) => scenario.valueOf(figure);
    const counted = (figure: Figure) => scenario.valueOf(figure).times(scenario.timesCounted(figure));
    const lines = [valued(parts, meant)];
    const { counts, followed } = scenario;
    if (counts && parts.some(({ figure }) => scenario.timesCounted(figure) !== 1)) lines.push(valued(parts, counted));
    if (counts && finest.length > parts.length && finest.some(({ figure }) => scenario.timesCounted(figure) !== 1)) {
      lines.push(valued(finest, counted));
    }
    if (followed && parts.some(({ figure }) => !scenario.addedValueOf(figure).equals(scenario.valueOf(figure)))) {
      lines.push(valued(parts, (figure) => scenario.addedValueOf(figure)));
    }
    return { lines, net: net && { ...scenario.figure(net), rate: null } };
  }

  /** A part with its sign; what is printed is read once, as few of many parts change. */
  private valued(part: TaxedPart, value: Decimal): TaxedFigure {
    const { figure, factor, rate } = part;
    const make = () => ({ ...figure, value: factor === 1 ? value : value.negated(), rate });
    if (value !== figure.value) return make();
    const known = this.printed.get(part) ?? make();
    this.printed.set(part, known);
    return known;
  }

  /** What the tax is on, as printed, with the parts of totals in their place. */
  get details(): readonly Figure[] {
    return this.finest.map(({ figure }) => figure);
  }

  /** The same under a scenario, each with its sign. */
  detailsUnder(scenario: Scenario): TaxedFigure[] {
    return this.finest.map(({ figure, factor, rate }) => ({
      ...figure,
      value: scenario.valueOf(figure).times(factor),
      rate,
    }));
  }
}
