import { ROUNDING_MODES } from '../../rules/rounding';
import type { Figure } from '../../tables/document';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { cellName } from '../../sheets/address';
import { type Decimal, sumOf } from '../../values/decimal';
import type { ReportContext } from '../context';
import { figureContent, figureFormula, literal } from '../formulas';
import { BLANK, formula, type SheetBuilder, text } from '../sheetBuilder';
import { MATCH_COLOR, MATCH_FILL, numeric, STYLES } from '../styles';
import { amountFormat, verdictText, type Words } from '../words';
import type { CompareModel } from './compare/compareShape';
import { type Block, FIRST, type TotalsLayout } from './layout';
import type { TaxChoice } from './taxChoice';
import type { TotalsModel } from './totalsModel';

/** What a section of the totals sheet is planned from. */
export interface Section {
  readonly builder: SheetBuilder;
  readonly context: ReportContext;
  readonly model: TotalsModel;
  readonly layout: TotalsLayout;
  /** Null where the user named no rule to compare with. */
  readonly compared: CompareModel | null;
  readonly choice: TaxChoice;
  /** In percent. */
  readonly rate: Decimal;
}

/** The rounding rules in the order of the choice list. */
export function roundingWords(words: Words): string[] {
  return ROUNDING_MODES.map((mode) => words.say(`rounding.${mode}`));
}

/** A section's heading over its whole width, with its note below. */
export function planHeading({ builder, layout }: Section, block: Block, title: string, note: string | null): void {
  builder.put(block.title, 0, text(title), STYLES.section);
  if (note === null) return;
  builder.putAcross(block.title + 1, 0, layout.columns - 1, text(note), { ...STYLES.note, wrap: true });
}

export function planHeader({ builder }: Section, block: Block, headers: readonly string[]): void {
  headers.forEach((header, column) => builder.put(block.header, column, text(header), STYLES.header));
}

/** A printed figure in a cell of ours, marked where it was read from a text; negative where it is taken off. */
export function putFigure(builder: SheetBuilder, row: number, column: number, figure: Figure, takenOff = false): void {
  const format = amountFormat([figure.value], figure.textual);
  const content = takenOff ? formula(`-${figureFormula(figure)}`, figure.value.negated()) : figureContent(figure);
  builder.put(row, column, content, numeric(STYLES.cell, format));
}

/** The sum of printed figures as one formula; a single one as a plain reference. */
export function printedContent(figures: readonly Figure[]): PlannedContent {
  const [only] = figures;
  if (only && figures.length === 1) return figureContent(only);
  return formula(figures.map(figureFormula).join('+'), sumOf(figures.map((figure) => figure.value)));
}

/** Printed figure, difference (computed − printed is what is shown as printed − computed) and a word, beside a computed figure. */
export function planComparison(
  { builder, context }: Section,
  row: number,
  printed: readonly Figure[] | null,
  computed: Decimal,
): void {
  const { words } = context;
  if (!printed) {
    builder.put(row, FIRST + 1, text(words.say('totals.not-printed')), { ...STYLES.muted, horizontal: 'right' });
    builder.put(row, FIRST + 2, BLANK, STYLES.cell);
    builder.put(row, FIRST + 3, BLANK, STYLES.cell);
    return;
  }
  const stated = sumOf(printed.map((figure) => figure.value));
  const difference = stated.minus(computed);
  const format = amountFormat([stated, computed]);
  const marked = amountFormat(
    [stated, computed],
    printed.some((figure) => figure.textual),
  );
  const [own, beside, result] = [FIRST, FIRST + 1, FIRST + 2].map((column) => cellName({ row, column }));
  builder.put(row, FIRST + 1, printedContent(printed), numeric(STYLES.cell, marked));
  builder.put(row, FIRST + 2, formula(`${beside}-${own}`, difference), numeric(STYLES.cell, format));
  const [match, mismatch] = [verdictText(words, 'agrees'), verdictText(words, 'disagrees')];
  builder.put(
    row,
    FIRST + 3,
    formula(`IF(${result}=0,${literal(match)},${literal(mismatch)})`, difference.isZero() ? match : mismatch),
    STYLES.centred,
  );
  const area = { top: row, bottom: row, left: FIRST + 3, right: FIRST + 3 };
  const word = cellName({ row, column: FIRST + 3 });
  builder.highlight(area, `${word}=${literal(match)}`, MATCH_FILL, MATCH_COLOR);
  builder.highlight(area, `${word}=${literal(mismatch)}`, '#FBE0DE', '#8F1D1D');
}

/** `$C$5`-like names for cells and ranges of the sheet itself. */
export const absolute = (row: number, column: number): string => cellName({ row, column }, true);
export const relative = (row: number, column: number): string => cellName({ row, column });
