import { ROUNDING_MODES, type RoundingMode } from '../../rules/rounding';
import { sumOf } from '../../values/decimal';
import { taxFormula } from '../formulas';
import { formula, text } from '../sheetBuilder';
import { MATCH_COLOR, MATCH_FILL, numeric, STYLES } from '../styles';
import { amountFormat, groupedText } from '../words';
import { FIRST, NAME, NUMBER } from './layout';
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
  planHeader(section, matrix, ['', words.say('totals.column.grouping'), ...roundingWords(words)]);
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
  const taxRow = layout.summary?.rows.get('tax');
  if (!printed || taxRow === undefined) return;
  const area = { top: matrix.first, bottom: matrix.last, left: FIRST, right: FIRST + ROUNDING_MODES.length - 1 };
  const condition = `${relative(matrix.first, FIRST)}=${absolute(taxRow, FIRST + 1)}`;
  builder.highlight(area, condition, MATCH_FILL, MATCH_COLOR);
}

function groupingFormula(
  { context, layout, model }: Section,
  grouping: Exclude<TaxGrouping, 'printed'>,
  mode: RoundingMode,
): string {
  const rate = localReference(context.parameters.taxRate ?? '');
  const { lines, months } = layout;
  if (!lines) return '0';
  const amounts = (first: number, last: number) => `${relative(first, FIRST)}:${relative(last, FIRST)}`;
  if (grouping === 'whole') {
    return model.groups
      .map(({ first, count }) => {
        const range = amounts(lines.first + first, lines.first + first + count - 1);
        return taxFormula(`SUM(${range})`, rate, mode);
      })
      .join('+');
  }
  if (grouping === 'per-line') return `SUMPRODUCT(${taxFormula(amounts(lines.first, lines.last), rate, mode)})`;
  if (!months) return '0';
  const nets = `${relative(months.net, months.firstMonth)}:${relative(months.net, months.unsplit)}`;
  return `SUMPRODUCT(${taxFormula(nets, rate, mode)})`;
}
