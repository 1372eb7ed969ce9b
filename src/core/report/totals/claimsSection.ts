import { Decimal, sumOf } from '../../values/decimal';
import { sumFormula } from '../formulas';
import { BLANK, formula, number, text } from '../sheetBuilder';
import { numeric, STYLES } from '../styles';
import { amountFormat } from '../words';
import { FIRST, hasSubtotal, NAME, NUMBER } from './layout';
import { planComparison, planHeader, planHeading, putFigure, relative, type Section } from './section';

/** Damages by category with subtotals and their total, beside what is printed. No consumption tax. */
export function planClaims(section: Section): void {
  const { builder, context, layout, model } = section;
  const { claims } = layout;
  if (!claims) return;
  const { words } = context;
  planHeading(section, claims, words.say('totals.claims'), words.say('totals.claims.note'));
  planHeader(section, claims, [
    words.say('totals.column.number'),
    words.say('totals.column.claim'),
    words.say('totals.column.amount'),
    words.say('totals.column.printed'),
    words.say('totals.column.difference'),
    words.say('totals.column.match'),
  ]);
  let row = claims.first;
  let position = 0;
  const parts: string[] = [];
  for (const group of model.claims) {
    const first = row;
    for (const claim of group.rows) {
      position += 1;
      builder.put(row, NUMBER, number(new Decimal(position)), STYLES.centred);
      builder.put(row, NAME, context.nameContent(claim.row.nameCell, claim.row.name), STYLES.text);
      putFigure(builder, row, FIRST, claim.amount, claim.row.takenOff);
      for (const column of [1, 2, 3]) builder.put(row, FIRST + column, BLANK, STYLES.cell);
      row += 1;
    }
    const range = `${relative(first, FIRST)}:${relative(row - 1, FIRST)}`;
    if (!hasSubtotal(group, model)) {
      parts.push(range);
      continue;
    }
    const sum = sumOf(group.rows.map((claim) => claim.value));
    const category = group.label ?? words.say('totals.claims.uncategorised');
    builder.put(row, NUMBER, BLANK, STYLES.group);
    builder.put(row, NAME, text(words.say('totals.claims.subtotal', { category })), STYLES.group);
    builder.put(row, FIRST, formula(`SUM(${range})`, sum), numeric(STYLES.group, amountFormat([sum])));
    planComparison(section, row, group.subtotal && [group.subtotal], sum);
    parts.push(relative(row, FIRST));
    row += 1;
  }
  const total = sumOf(model.claims.flatMap((group) => group.rows.map((claim) => claim.value)));
  builder.put(claims.total, NUMBER, BLANK, STYLES.strong);
  builder.put(claims.total, NAME, text(words.say('totals.claims.total')), STYLES.strong);
  builder.put(claims.total, FIRST, formula(sumFormula(parts), total), numeric(STYLES.strong, amountFormat([total])));
  planComparison(section, claims.total, model.printed.claims, total);
}
