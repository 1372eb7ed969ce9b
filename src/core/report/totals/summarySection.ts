import type { Figure } from '../../tables/document';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { type Decimal, sumOf, ZERO } from '../../values/decimal';
import { literal } from '../formulas';
import { formula, text } from '../sheetBuilder';
import { numeric, STYLES } from '../styles';
import { amountFormat } from '../words';
import { amountColumn, FIRST, NAME, NUMBER, type SummaryLine, type TotalsLayout } from './layout';
import { absolute, planComparison, planHeader, planHeading, printedContent, relative, type Section } from './section';
import type { TotalsModel } from './totalsModel';

/** Net, tax, gross, damages and the grand total, each beside what is printed. */
export function planSummary(section: Section): void {
  const { builder, context, layout, model } = section;
  const { summary } = layout;
  if (!summary) return;
  const { words } = context;
  planHeading(section, summary, words.say('totals.summary'), null);
  planHeader(section, summary, [
    '',
    words.say('totals.column.item'),
    words.say('totals.column.computed'),
    words.say('totals.column.printed'),
    words.say('totals.column.difference'),
    words.say('totals.column.match'),
  ]);
  const values = summaryValues(section);
  for (const [line, row] of summary.rows) {
    const value = values[line];
    const strong = line === 'gross' || line === 'grand';
    builder.put(row, NUMBER, text(''), STYLES.cell);
    builder.put(
      row,
      NAME,
      text(words.say(!layout.taxed && line === 'grand' ? 'totals.summary.grand-net' : `totals.summary.${line}`)),
      strong ? STYLES.strong : STYLES.text,
    );
    const style = numeric(strong ? STYLES.strong : STYLES.cell, amountFormat([value]));
    builder.put(row, FIRST, lineContent(section, line, value), style);
    planComparison(section, row, printedOf(model, line), value);
  }
}

/** The figures of the summary as the core computes them. */
export function summaryValues({ layout, model, choice }: Section): Readonly<Record<SummaryLine, Decimal>> {
  const amounts = sumOf(model.lines.map((line) => line.value));
  const tax = layout.taxed ? choice.tax : ZERO;
  const net = model.inclusive ? amounts.minus(tax) : amounts;
  const claims = sumOf(model.claims.flatMap((group) => group.rows.map((row) => row.value)));
  const gross = net.plus(tax);
  return { net, tax, gross, claims, grand: gross.plus(claims) };
}

/** The cell of the summary that holds the tax that the whole sheet uses. */
export function adoptedTaxCell(layout: TotalsLayout): string {
  return absolute(layout.summary?.rows.get('tax') ?? 0, FIRST);
}

function printedOf(model: TotalsModel, line: SummaryLine): readonly Figure[] | null {
  return line === 'grand' ? null : model.printed[line];
}

function lineContent(section: Section, line: SummaryLine, value: Decimal): PlannedContent {
  const { layout, model } = section;
  const cellOf = (one: SummaryLine) => relative(layout.summary?.rows.get(one) ?? 0, FIRST);
  switch (line) {
    case 'net':
      return model.inclusive
        ? formula(`${cellOf('gross')}-${cellOf('tax')}`, value)
        : formula(relative(layout.lines?.total ?? 0, FIRST), value);
    case 'tax':
      return formula(adoptedTaxFormula(section), value);
    case 'gross':
      return model.inclusive
        ? formula(relative(layout.lines?.total ?? 0, amountColumn(model)), value)
        : formula(`${cellOf('net')}+${cellOf('tax')}`, value);
    case 'claims':
      return formula(relative(layout.claims?.total ?? 0, FIRST), value);
    case 'grand':
      return formula(`${cellOf(layout.taxed ? 'gross' : 'net')}+${cellOf('claims')}`, value);
  }
}

/** Looks the tax up in the table of combinations, or takes the printed one. */
function adoptedTaxFormula({ context, layout, model }: Section): string {
  const { matrix } = layout;
  const { taxGrouping, taxRounding } = context.parameters;
  if (!matrix || taxGrouping === null || taxRounding === null) return '0';
  const [grouping, rounding] = [taxGrouping, taxRounding].map(localReference);
  const lastMode = FIRST + 2;
  const range = (top: number, left: number, bottom: number, right: number) =>
    `${absolute(top, left)}:${absolute(bottom, right)}`;
  const found =
    `INDEX(${range(matrix.first, FIRST, matrix.last, lastMode)},` +
    `MATCH(${grouping},${range(matrix.first, NAME, matrix.last, NAME)},0),` +
    `MATCH(${rounding},${range(matrix.header, FIRST, matrix.header, lastMode)},0))`;
  if (!model.printed.tax) return found;
  const printed = printedContent(model.printed.tax);
  const body = printed.kind === 'formula' ? printed.formula.slice(1) : model.printed.tax.map(figureText).join('+');
  return `IF(${grouping}=${literal(context.words.say('totals.grouping.printed'))},${body},${found})`;
}

const figureText = (figure: Figure): string => figure.value.toFixed();

/** The part of a reference after the sheet's name: the formula stands on that sheet. */
export function localReference(reference: string): string {
  return reference.slice(reference.lastIndexOf('!') + 1);
}
