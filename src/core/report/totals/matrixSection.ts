import { ROUNDING_MODES, type RoundingMode } from '../../rules/rounding';
import { sumOf } from '../../values/decimal';
import { literal, taxFormula } from '../formulas';
import { formula, text } from '../sheetBuilder';
import { MATCH_COLOR, MATCH_FILL, numeric, STYLES } from '../styles';
import { amountFormat, groupedText } from '../words';
import { amountColumn, FIRST, NAME, NUMBER } from './layout';
import { absolute, planHeader, planHeading, relative, roundingWords, type Section } from './section';
import { localReference } from './summarySection';
import { type TaxGrouping, taxUnder } from './taxChoice';

/** The tax under every grouping and rounding, live; the combinations that give the printed tax are filled. */
export function planMatrix(section: Section): void {
  const { builder, context, layout, model, rate } = section;
  const { matrix } = layout;
  if (!matrix) return;
  const { words } = context;
  const printed = model.printed.tax;
  const note = printed
    ? words.say('totals.matrix.note', { printed: groupedText(sumOf(printed.map((figure) => figure.value))) })
    : words.say('totals.matrix.note.none');
  planHeading(section, matrix, words.say('totals.matrix'), note);
  const taxRow = layout.summary?.rows.get('tax');
  const printedCell = printed && taxRow !== undefined ? absolute(taxRow, FIRST + 1) : null;
  planHeader(section, matrix, [
    '',
    words.say('totals.column.grouping'),
    ...roundingWords(words),
    ...(printedCell === null ? [] : [words.say('totals.column.match')]),
  ]);
  matrix.groupings.forEach((grouping, index) => {
    const row = matrix.first + index;
    builder.put(row, NUMBER, text(''), STYLES.cell);
    builder.put(row, NAME, text(words.say(`totals.grouping.${grouping}`)), STYLES.text);
    ROUNDING_MODES.forEach((mode, column) => {
      const value = taxUnder(model, grouping, rate, mode);
      const content = formula(groupingFormula(section, grouping, mode), value);
      builder.put(row, FIRST + column, content, numeric(STYLES.cell, amountFormat([value])));
    });
  });
  if (printedCell === null) return;
  matrix.groupings.forEach((grouping, index) => planMatches(section, grouping, matrix.first + index, printedCell));
  const area = { top: matrix.first, bottom: matrix.last, left: FIRST, right: FIRST + ROUNDING_MODES.length - 1 };
  builder.highlight(area, `${relative(matrix.first, FIRST)}=${printedCell}`, MATCH_FILL, MATCH_COLOR);
}

/** Names the roundings of a row that give the printed tax, in words. */
function planMatches(section: Section, grouping: Grouping, row: number, printedCell: string): void {
  const { builder, context, layout, model, rate } = section;
  const header = layout.matrix?.header ?? 0;
  const { words } = context;
  const printed = sumOf((model.printed.tax ?? []).map((figure) => figure.value));
  const [match, none] = [words.say('totals.matrix.match'), words.say('totals.matrix.no-match')];
  const fitting = ROUNDING_MODES.filter((mode) => taxUnder(model, grouping, rate, mode).equals(printed));
  const named = ROUNDING_MODES.map((_, column) => {
    const cell = relative(row, FIRST + column);
    return `IF(${cell}=${printedCell}," "&${absolute(header, FIRST + column)},"")`;
  });
  const area = `${relative(row, FIRST)}:${relative(row, FIRST + ROUNDING_MODES.length - 1)}`;
  const body = `IF(COUNTIF(${area},${printedCell})=0,${literal(none)},${literal(match)}&${named.join('&')})`;
  const result =
    fitting.length === 0 ? none : [match, ...fitting.map((mode) => words.say(`rounding.${mode}`))].join(' ');
  builder.put(row, FIRST + ROUNDING_MODES.length, formula(body, result), STYLES.text);
}

type Grouping = Exclude<TaxGrouping, 'printed'>;

function groupingFormula({ context, layout, model }: Section, grouping: Grouping, mode: RoundingMode): string {
  const rate = localReference(context.parameters.taxRate ?? '');
  const { lines, months } = layout;
  if (!lines) return '0';
  const column = amountColumn(model);
  const amounts = (first: number, last: number) => `${relative(first, column)}:${relative(last, column)}`;
  const { inclusive } = model;
  if (grouping === 'whole') {
    return model.groups
      .map(({ first, count }) => {
        const range = amounts(lines.first + first, lines.first + first + count - 1);
        return taxFormula(`SUM(${range})`, rate, mode, inclusive);
      })
      .join('+');
  }
  if (grouping === 'per-line')
    return `SUMPRODUCT(${taxFormula(amounts(lines.first, lines.last), rate, mode, inclusive)})`;
  if (!months) return '0';
  const nets = `${relative(months.net, months.firstMonth)}:${relative(months.net, months.unsplit)}`;
  return `SUMPRODUCT(${taxFormula(nets, rate, mode)})`;
}
