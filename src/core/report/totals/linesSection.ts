import { Decimal, sumOf, ZERO } from '../../values/decimal';
import { BLANK, formula, number, text } from '../sheetBuilder';
import { numeric, STYLES } from '../styles';
import { amountFormat } from '../words';
import { blankAmountCell } from './blanks/blanksSection';
import { amountColumn, FIRST, NAME, NUMBER } from './layout';
import { absolute, planHeader, planHeading, putFigure, relative, type Section } from './section';
import { adoptedTaxCell } from './summarySection';
import { SHARE_DECIMALS, shareTax } from './taxChoice';

const TAX = FIRST + 1;
const GROSS = FIRST + 2;
const REMAINDER = FIRST + 3;

/** Net, tax and gross line by line; the tax is shared by largest remainder so that the lines add up. */
export function planLines(section: Section): void {
  const { builder, context, layout, model } = section;
  const { lines, taxed } = layout;
  if (!lines) return;
  const { words } = context;
  const systems = model.groups.some((group) => group.table.kind === 'reduction');
  planHeading(
    section,
    lines,
    words.say(systems ? 'totals.systems' : 'totals.lines'),
    words.say(taxed ? 'totals.systems.note' : 'totals.systems.note.untaxed'),
  );
  planHeader(section, lines, [
    words.say('totals.column.number'),
    words.say(systems ? 'totals.column.system' : 'totals.column.line'),
    words.say('totals.column.net'),
    ...(taxed
      ? [words.say('totals.column.tax'), words.say('totals.column.gross'), words.say('totals.column.remainder')]
      : []),
  ]);
  const own = amountColumn(model);
  model.lines.forEach((line, index) => {
    const row = lines.first + index;
    builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
    builder.put(row, NAME, context.nameContent(line.row.nameCell, line.row.name), STYLES.text);
    if (line.blank === null) putFigure(builder, row, own, line.amount, line.row.takenOff);
    else {
      const amount = line.value;
      const content = formula(blankAmountCell(layout, line.blank), amount);
      builder.put(row, own, content, numeric(STYLES.result, amountFormat([amount])));
    }
  });
  const sum = sumOf(model.lines.map((line) => line.value));
  const range = (column: number) => `${relative(lines.first, column)}:${relative(lines.last, column)}`;
  builder.put(lines.total, NUMBER, BLANK, STYLES.strong);
  builder.put(lines.total, NAME, text(words.say('totals.total')), STYLES.strong);
  builder.put(
    lines.total,
    own,
    formula(`SUM(${range(own)})`, sum),
    numeric(STYLES.strong, amountFormat(model.lines.map((line) => line.value))),
  );
  if (taxed) planShares(section);
}

function planShares({ builder, layout, model, choice }: Section): void {
  const { lines } = layout;
  if (!lines) return;
  const amounts = model.lines.map((line) => line.value);
  const { shares, leftOver } = shareTax(amounts, choice.tax);
  const tax = adoptedTaxCell(layout);
  const own = amountColumn(model);
  const other = model.inclusive ? FIRST : GROSS;
  const total = absolute(lines.total, own);
  const exact = (amount: string) => `ROUND(${amount}*${tax}/${total},${SHARE_DECIMALS})`;
  const remainders = `${absolute(lines.first, REMAINDER)}:${absolute(lines.last, REMAINDER)}`;
  const leftOverCell = absolute(lines.total, REMAINDER);
  shares.forEach(({ share, remainder }, index) => {
    const row = lines.first + index;
    const amount = relative(row, own);
    const remainderCell = relative(row, REMAINDER);
    const rank = `RANK(${remainderCell},${remainders})+COUNTIF(${absolute(lines.first, REMAINDER)}:${remainderCell},${remainderCell})-1`;
    const whole = numeric(STYLES.cell, amountFormat([share]));
    builder.put(
      row,
      TAX,
      formula(`IF(${total}=0,0,INT(${exact(amount)})+IF(${rank}<=${leftOverCell},1,0))`, share),
      whole,
    );
    const line = model.lines[index];
    const amountValue = line?.value ?? ZERO;
    const value = model.inclusive ? amountValue.minus(share) : amountValue.plus(share);
    builder.put(
      row,
      other,
      formula(`${amount}${model.inclusive ? '-' : '+'}${relative(row, TAX)}`, value),
      numeric(STYLES.cell, amountFormat([value])),
    );
    builder.put(
      row,
      REMAINDER,
      formula(`IF(${total}=0,0,ROUND(${exact(amount)}-INT(${exact(amount)}),${SHARE_DECIMALS}))`, remainder),
      numeric(STYLES.muted, '0.0000'),
    );
  });
  const taxes = sumOf(shares.map(({ share }) => share));
  const sum = sumOf(amounts);
  const sums = [
    { column: TAX, value: taxes },
    { column: other, value: model.inclusive ? sum.minus(taxes) : sum.plus(taxes) },
  ];
  for (const { column, value } of sums) {
    const range = `${relative(lines.first, column)}:${relative(lines.last, column)}`;
    const style = numeric(STYLES.strong, amountFormat([value]));
    builder.put(lines.total, column, formula(`SUM(${range})`, value), style);
  }
  const amountRange = `${relative(lines.first, own)}:${relative(lines.last, own)}`;
  builder.put(
    lines.total,
    REMAINDER,
    formula(`IF(${total}=0,0,${tax}-SUMPRODUCT(INT(${exact(amountRange)})))`, leftOver),
    numeric({ ...STYLES.strong, bold: false, color: STYLES.muted.color }, '0'),
  );
}
