import { renderMessage } from '../../../messages/renderMessage';
import { prorationLabel } from '../../checks/prorationLabel';
import type { MonthShare } from '../../checks/verification';
import { taxOver } from '../../rules/consumptionTax';
import type { ProrationRule } from '../../rules/proration';
import { roundTo } from '../../rules/rounding';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { daysInMonth } from '../../values/calendar';
import { Decimal, sumOf, ZERO } from '../../values/decimal';
import { literal, ROUNDING_FUNCTIONS, taxFormula } from '../formulas';
import { BLANK, formula, number, text } from '../sheetBuilder';
import { numeric, STYLES } from '../styles';
import { amountFormat, monthText } from '../words';
import { FIRST, NAME, NUMBER } from './layout';
import { planHeader, planHeading, relative, type Section } from './section';
import { localReference } from './summarySection';
import { monthlyNets } from './taxChoice';
import type { NetLine } from './totalsModel';

const FEE = FIRST;

/** Net by line and service month under the inferred pro-rata rule, and the tax and gross of each month. */
export function planMonths(section: Section): void {
  const { builder, context, layout, model } = section;
  const { months, lines } = layout;
  if (!months || !lines) return;
  const { words } = context;
  planHeading(section, months, words.say('totals.months'), inferenceNote(section));
  planHeader(section, months, [
    words.say('totals.column.number'),
    words.say('totals.column.system'),
    words.say('totals.column.fee'),
    ...model.months.map(({ year, month }) => monthText(words, year, month)),
    words.say('totals.column.unsplit'),
    words.say('totals.column.row-total'),
  ]);
  model.lines.forEach((line, index) => planLine(section, line, months.first + index, lines.first + index, index));
  planMonthTotals(section);
  const area = { top: months.first, bottom: months.last, left: months.unsplit, right: months.unsplit };
  builder.highlight(area, `${relative(months.first, months.unsplit)}<>0`, '#FCE9D4', '#7A4100');
}

function inferenceNote({ context, model }: Section): string {
  const { words } = context;
  return model.inferences
    .map(({ rule, strength, supportingRows, rowsConsidered }) =>
      words.say(strength === 'fits' ? 'totals.months.note' : 'totals.months.note.possible', {
        rule: renderMessage(prorationLabel(rule), words.language),
        supporting: supportingRows,
        of: rowsConsidered,
      }),
    )
    .join('\n');
}

function planLine(section: Section, line: NetLine, row: number, netRow: number, index: number): void {
  const { builder, layout, model, context } = section;
  const { months } = layout;
  if (!months) return;
  const figure = numeric(STYLES.cell, amountFormat([line.value]));
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  const name = context.nameContent(line.row.nameCell, line.row.name);
  const shown = name.kind === 'formula' ? formula(relative(netRow, NAME), name.result) : name;
  builder.put(row, NAME, shown, STYLES.text);
  const fee = line.inferred?.fee ?? null;
  builder.put(row, FEE, fee === null ? BLANK : number(fee), numeric(STYLES.muted, amountFormat([fee])));
  const shares = line.inferred?.months ?? [];
  model.months.forEach(({ year, month }, position) => {
    const share = shares.find((one) => one.year === year && one.month === month);
    const content = share && line.inference ? shareContent(share, line.inference.rule, fee, relative(row, FEE)) : BLANK;
    builder.put(row, months.firstMonth + position, content, figure);
  });
  const split = sumOf(shares.map((share) => share.amount));
  const range = (last: number) => `${relative(row, months.firstMonth)}:${relative(row, last)}`;
  const unsplit = formula(`${relative(netRow, FIRST)}-SUM(${range(months.unsplit - 1)})`, line.value.minus(split));
  builder.put(row, months.unsplit, unsplit, figure);
  builder.put(row, months.sum, formula(`SUM(${range(months.unsplit)})`, line.value), figure);
}

/** A month's share as a formula over the inferred fee where the rule's formula gives it; else the inferred number itself. */
function shareContent(share: MonthShare, rule: ProrationRule, fee: Decimal | null, feeCell: string): PlannedContent {
  if (fee === null) return number(share.amount);
  const inMonth = rule.family.startsWith('fixed-30') ? 30 : daysInMonth(share.year, share.month);
  if (share.amount.equals(fee)) return formula(feeCell, fee);
  if (!rule.unit.equals(1)) return number(share.amount);
  const round = ROUNDING_FUNCTIONS[rule.mode];
  const candidates = [
    {
      value: roundTo(fee.div(inMonth), rule.unit, rule.mode).times(share.days),
      body: `${round}(${feeCell}/${inMonth},0)*${share.days}`,
      rounded: 'daily',
    },
    {
      value: roundTo(fee.times(share.days).div(inMonth), rule.unit, rule.mode),
      body: `${round}(${feeCell}*${share.days}/${inMonth},0)`,
      rounded: 'monthly',
    },
  ];
  const fitting = candidates.find(({ value, rounded }) => rounded === rule.rounded && value.equals(share.amount));
  return fitting ? formula(fitting.body, share.amount) : number(share.amount);
}

function planMonthTotals(section: Section): void {
  const { builder, context, layout, model, choice, rate } = section;
  const { months } = layout;
  if (!months) return;
  const { words } = context;
  const rows = [
    { row: months.net, key: 'net', style: STYLES.strong },
    { row: months.tax, key: 'tax', style: STYLES.text },
    { row: months.gross, key: 'gross', style: STYLES.strong },
  ] as const;
  for (const { row, key, style } of rows) {
    builder.put(row, NUMBER, BLANK, style);
    builder.put(row, NAME, text(words.say(`totals.months.${key}`)), style);
    builder.put(row, FEE, BLANK, style);
  }
  const nets = monthlyNets(model);
  const taxes = nets.map((net) => taxOver([net], rate, { rounding: choice.rounding, inclusive: false }));
  const rateCell = localReference(context.parameters.taxRate ?? '');
  const roundingCell = localReference(context.parameters.taxRounding ?? '');
  const taxBody = (net: string): string =>
    `IF(${roundingCell}=${literal(words.say('rounding.down'))},${taxFormula(net, rateCell, 'down')},` +
    `IF(${roundingCell}=${literal(words.say('rounding.up'))},${taxFormula(net, rateCell, 'up')},` +
    `${taxFormula(net, rateCell, 'half-up')}))`;
  nets.forEach((net, position) => {
    const column = months.firstMonth + position;
    const tax = taxes[position] ?? ZERO;
    const netCell = relative(months.net, column);
    const detail = `${relative(months.first, column)}:${relative(months.last, column)}`;
    const format = amountFormat([net]);
    builder.put(months.net, column, formula(`SUM(${detail})`, net), numeric(STYLES.strong, format));
    builder.put(months.tax, column, formula(taxBody(netCell), tax), numeric(STYLES.text, format));
    builder.put(
      months.gross,
      column,
      formula(`${netCell}+${relative(months.tax, column)}`, net.plus(tax)),
      numeric(STYLES.strong, format),
    );
  });
  const sums = [sumOf(nets), sumOf(taxes), sumOf(nets).plus(sumOf(taxes))];
  rows.forEach(({ row, style }, index) => {
    const value = sums[index] ?? ZERO;
    const range = `${relative(row, months.firstMonth)}:${relative(row, months.unsplit)}`;
    builder.put(row, months.sum, formula(`SUM(${range})`, value), numeric(style, amountFormat([value])));
  });
}
