import { qualifiedCell } from '../../../sheets/address';
import { Decimal } from '../../../values/decimal';
import { taxFormula, literal } from '../../formulas';
import { BLANK, formula, link, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat } from '../../words';
import { FIRST, NAME, NUMBER } from '../layout';
import { planHeader, planHeading, relative, type Section } from '../section';
import { adoptedTaxCell, localReference } from '../summarySection';
import type { BlankTotalLine } from './blankLines';

/** Empty cells of totals, taxes and gross totals, over the lines of their table and the parameters. */
export function planBlankTotals(section: Section): void {
  const { context, layout, model } = section;
  const { blankTotals } = layout;
  if (!blankTotals) return;
  const { words } = context;
  planHeading(section, blankTotals, words.say('totals.blank-totals'), null);
  planHeader(section, blankTotals, [
    words.say('totals.column.number'),
    words.say('totals.column.item'),
    words.say('totals.column.computed'),
    words.say('totals.column.blank-cell'),
  ]);
  model.blankTotals.forEach((line, index) => planLine(section, line, index));
}

function planLine(section: Section, line: BlankTotalLine, index: number): void {
  const { builder, layout } = section;
  const row = (layout.blankTotals?.first ?? 0) + index;
  const { total } = line;
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  builder.put(row, NAME, text(total.label), STYLES.text);
  const content = total.value ? formula(totalFormula(section, line, index), total.value) : BLANK;
  builder.put(row, FIRST, content, numeric(STYLES.result, amountFormat([total.value])));
  builder.put(row, FIRST + 1, link(qualifiedCell(total.cell), total.cell), STYLES.text);
}

function totalFormula(section: Section, { table, total }: BlankTotalLine, index: number): string {
  const { layout, model } = section;
  const net = netFormula(section, { table, total });
  if (total.kind === 'tax') return taxOf(section, net);
  if (total.kind !== 'gross') return net;
  const before = model.blankTotals.findIndex((each) => each.table === table && each.total.kind === 'tax');
  const printed = table.totals.find(({ kind }) => kind === 'tax')?.figure;
  const tax =
    before >= 0 && before < index
      ? relative((layout.blankTotals?.first ?? 0) + before, FIRST)
      : printed
        ? printed.textual
          ? printed.value.toFixed()
          : qualifiedCell(printed.cell)
        : '0';
  return `${net}+${tax}`;
}

/** The sum of the lines that a total takes in: one range where they stand together. */
function netFormula({ layout, model }: Section, { table, total }: BlankTotalLine): string {
  const group = model.groups.find((each) => each.table === table);
  const first = layout.lines?.first ?? 0;
  const rows = model.lines.flatMap(({ row }, index) => {
    const inGroup = group && index >= group.first && index < group.first + group.count;
    return inGroup && total.rows.includes(table.rows.indexOf(row)) ? [first + index] : [];
  });
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return `SUM(${runs.map(([from, to]) => `${relative(from, FIRST)}:${relative(to, FIRST)}`).join(',')})`;
}

/** The tax that the sheet uses, where the table is the only one; else the tax on its own lines. */
function taxOf({ context, layout, model }: Section, net: string): string {
  if (model.groups.length === 1) return adoptedTaxCell(layout);
  const rate = localReference(context.parameters.taxRate ?? '');
  const rounding = localReference(context.parameters.taxRounding ?? '');
  const under = (mode: 'down' | 'half-up' | 'up') => taxFormula(net, rate, mode);
  const is = (mode: 'down' | 'up') => `${rounding}=${literal(context.words.say(`rounding.${mode}`))}`;
  return `IF(${is('down')},${under('down')},IF(${is('up')},${under('up')},${under('half-up')}))`;
}
