import { renderMessage } from '../../../../messages/renderMessage';
import { TAX_GROUPINGS } from '../../../rules/comparisonRule';
import { areaName } from '../../../sheets/address';
import type { Decimal } from '../../../values/decimal';
import { groupName } from '../../adjusted/groupNames';
import { ownRuleLabels } from '../../adjusted/ownRules';
import { sumFormula } from '../../formulas';
import { BLANK, formula, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat, monthText, type Words } from '../../words';
import { type Block, FIRST, NAME, NUMBER } from '../layout';
import { absolute, planHeader, planHeading, relative, roundingWords, type Section } from '../section';
import { AMOUNT, type CompareTerms, OTHER_TAX, OWN_TAX, planCompareItems } from './compareItems';
import { COMPARE_TERMS, type CompareModel, type CompareRow } from './compareShape';

const PARTS = ['net', 'tax', 'gross'] as const;
const SIDES = ['own', 'other', 'difference'] as const;

/** Net, tax and gross under the document's rule and under the one that the user compares it with, live over the rule's cells. */
export function planCompare(section: Section): void {
  const { compare, compareItems } = section.layout;
  const { compared } = section;
  if (!compare || !compared) return;
  const { words } = section.context;
  const { totals, rows } = compared;
  const labels = ownRuleLabels(totals).map((label) =>
    label ? renderMessage(label, words.language) : words.say('adjusted.as-printed'),
  );
  const rules =
    labels.length === 0 ? words.say('adjusted.no-tax') : [...new Set(labels)].join(words.say('adjusted.or'));
  const title = words.say('totals.compare');
  if (rows.length === 0 || !compareItems) {
    planHeading(section, compare, title, words.say('totals.compare.too-many', { count: totals.ledger.items.length }));
    return;
  }
  planHeading(section, compare, title, words.say('totals.compare.note', { rules }));
  const terms = planTerms(section, compare, compared);
  planHeader(section, compare, [
    words.say('totals.column.number'),
    words.say('totals.column.item'),
    ...SIDES.flatMap((side) =>
      PARTS.map((part) => words.say(`totals.compare.column-${side}`, { part: words.say(`totals.compare.${part}`) })),
    ),
  ]);
  rows.forEach((row, index) => planRow(section, compare.first + index, compareItems, compared, row));
  planCompareItems(section, compareItems, compared, terms);
}

/** The rule to compare with, each part of it in a cell to change. */
function planTerms({ builder, context }: Section, block: Block, { totals }: CompareModel): CompareTerms {
  const { words } = context;
  const { grouping, rounding, rate } = totals.rule.value;
  const top = block.header - COMPARE_TERMS;
  const groupings = TAX_GROUPINGS.map((each) => words.say(`totals.compare.grouping.${each}`));
  const rows = [
    {
      label: words.say('totals.compare.rule-grouping'),
      content: text(words.say(`totals.compare.grouping.${grouping}`)),
      choices: groupings,
    },
    {
      label: words.say('totals.compare.rule-rounding'),
      content: text(words.say(`rounding.${rounding}`)),
      choices: roundingWords(words),
    },
    { label: words.say('totals.compare.rate'), content: rate ? number(rate) : BLANK, choices: null },
  ];
  rows.forEach(({ label, content, choices }, index) => {
    const row = top + index;
    builder.put(row, NAME, text(label), STYLES.cell);
    builder.put(row, FIRST, content, {
      ...STYLES.input,
      ...(choices ? { wrap: true } : { numberFormat: 'General"%"' }),
    });
    if (choices) builder.choice(row, FIRST, choices);
  });
  const cell = (index: number) => absolute(top + index, FIRST);
  return { grouping: cell(0), rounding: cell(1), rate: cell(2) };
}

function planRow(section: Section, row: number, items: Block, model: CompareModel, one: CompareRow): void {
  const { builder, context } = section;
  const { figures } = one;
  const name = nameOf(context.words, model, one);
  builder.put(row, NUMBER, BLANK, figures ? STYLES.cell : STYLES.group);
  if (!figures) {
    builder.put(row, NAME, text(name), STYLES.group);
    for (let column = 0; column < SIDES.length * PARTS.length; column += 1) {
      builder.put(row, FIRST + column, BLANK, STYLES.group);
    }
    return;
  }
  const looks = one.kind === 'all' ? STYLES.strong : STYLES.cell;
  builder.put(row, NAME, text(name), one.kind === 'all' ? STYLES.strong : STYLES.text);
  const put = (column: number, body: string, value: Decimal) =>
    builder.put(row, column, formula(body, value), numeric(looks, amountFormat([value])));
  const { ledger, own, compared } = model.totals;
  const sides = [
    { first: FIRST, taxes: OWN_TAX, parts: own.parts, values: figures.own },
    { first: FIRST + PARTS.length, taxes: OTHER_TAX, parts: compared.parts, values: figures.compared },
  ];
  for (const { first, taxes, parts, values } of sides) {
    const within = one.items.filter((item) => {
      const line = ledger.lines[ledger.items[item]?.line ?? -1];
      return line && parts[line.part]?.inclusive === true;
    });
    const amounts = sumFormula(rangesOf(items, one.items, AMOUNT));
    const net = within.length === 0 ? amounts : `${amounts}-${sumFormula(rangesOf(items, within, taxes))}`;
    put(first, net, values.net);
    put(first + 1, sumFormula(rangesOf(items, one.items, taxes)), values.tax);
    put(first + 2, `${relative(row, first)}+${relative(row, first + 1)}`, values.gross);
  }
  PARTS.forEach((part, index) => {
    const [a, b] = [relative(row, FIRST + index), relative(row, FIRST + PARTS.length + index)];
    put(FIRST + 2 * PARTS.length + index, `ROUND(${a}-${b},2)`, figures.difference[part]);
  });
  const differences = { top: row, bottom: row, left: FIRST + 2 * PARTS.length, right: FIRST + 3 * PARTS.length - 1 };
  builder.highlight(differences, `${relative(row, FIRST + 2 * PARTS.length)}<>0`, '#FCE9D4', '#7A4100');
}

/** The cells of some items in a column, those that stand together as one range. */
function rangesOf({ first }: Block, items: readonly number[], column: number): string[] {
  const runs: { from: number; to: number }[] = [];
  for (const item of items) {
    const run = runs[runs.length - 1];
    if (run && run.to + 1 === item) run.to = item;
    else runs.push({ from: item, to: item });
  }
  return runs.map(({ from, to }) => {
    const [top, bottom] = [relative(first + from, column), relative(first + to, column)];
    return from === to ? top : `${top}:${bottom}`;
  });
}

function nameOf(words: Words, { totals: { ledger } }: CompareModel, { kind, index, figures }: CompareRow): string {
  if (kind === 'all') return words.say('adjusted.all');
  if (!figures) return words.say(`adjusted.by.${kind}`);
  const part = kind === 'part' && index !== null ? ledger.parts[index] : undefined;
  if (part) return `${part.table.sheet} ${areaName(part.table.range)}`;
  const { name, month } = groupName(ledger, kind, index);
  if (month) return monthText(words, month.year, month.month);
  return name === null || name === '' ? words.say(`adjusted.none.${kind}`) : name;
}
