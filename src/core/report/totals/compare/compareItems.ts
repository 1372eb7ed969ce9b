import { TAX_GROUPINGS } from '../../../rules/comparisonRule';
import type { TaxGrouping } from '../../../rules/consumptionTax';
import { exactTaxOn } from '../../../rules/taxShares';
import { Decimal, sumOf, ZERO } from '../../../values/decimal';
import { figureFormula, literal } from '../../formulas';
import { groupKey } from '../../adjusted/reckon';
import type { LedgerItem, LedgerLine, TaxDomain } from '../../adjusted/ledger';
import { BLANK, formula, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat, monthText } from '../../words';
import { type Block, FIRST, NAME, NUMBER } from '../layout';
import { absolute, planHeader, planHeading, putFigure, relative, type Section } from '../section';
import {
  exactFormula,
  groupTaxFormula,
  itemTaxFormula,
  remainderFormula,
  roundedByChoice,
  roundedFormula,
  shareFormula,
  type SideCells,
} from './compareFormulas';
import type { CompareModel } from './compareShape';

export const AMOUNT = FIRST;
const OWN = { key: FIRST + 1, rate: FIRST + 2, exact: FIRST + 3, remainder: FIRST + 4, tax: FIRST + 5 } as const;
const OTHER = { key: FIRST + 6, rate: FIRST + 7, exact: FIRST + 8, remainder: FIRST + 9, tax: FIRST + 10 } as const;
export const OWN_TAX = OWN.tax;
export const OTHER_TAX = OTHER.tax;
type Side = typeof OWN | typeof OTHER;

/** Absolute references to the rule to compare with. */
export interface CompareTerms {
  readonly grouping: string;
  readonly rounding: string;
  readonly rate: string;
}

/** One item: a line's amount, or its share of a service month, with what it is part of. */
interface Item {
  readonly index: number;
  readonly item: LedgerItem;
  readonly line: LedgerLine;
}

/** The taxes item by item under both rules, each a share by largest remainder of what is rounded together: the way to the comparison. */
export function planCompareItems(section: Section, block: Block, { totals }: CompareModel, terms: CompareTerms): void {
  const { words } = section.context;
  planHeading(section, block, words.say('totals.compare.items'), words.say('totals.compare.items.note'));
  const [own, other] = [words.say('totals.compare.own'), words.say('totals.compare.other')];
  const columns = ['key', 'rate', 'exact', 'remainder', 'tax'] as const;
  planHeader(section, block, [
    words.say('totals.column.number'),
    words.say('totals.column.line'),
    words.say('totals.compare.amount'),
    ...[own, other].flatMap((side) => columns.map((column) => words.say(`totals.compare.item-${column}`, { side }))),
  ]);
  totals.ledger.items.forEach((item, index) => {
    const line = totals.ledger.lines[item.line];
    if (line) planItem(section, block, totals, { index, item, line }, terms);
  });
}

function planItem(
  section: Section,
  block: Block,
  totals: CompareModel['totals'],
  one: Item,
  terms: CompareTerms,
): void {
  const { builder, context } = section;
  const { words } = context;
  const { ledger, own, compared, rule } = totals;
  const { index, item, line } = one;
  const row = block.first + index;
  const month = item.month === null ? undefined : ledger.months[item.month];
  const shown = month ? `${line.name} ${monthText(words, month.year, month.month)}` : line.name;
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  builder.put(row, NAME, text(shown), STYLES.text);
  planAmount(section, block, totals, one);
  const part = ledger.parts[line.part];
  const unit = part?.unit ?? new Decimal(1);
  const ownPart = own.parts[line.part];
  const rate = line.rate;
  builder.put(row, OWN.rate, rate ? number(rate) : BLANK, numeric(STYLES.muted, 'General"%"'));
  const ownCells = sideCells(block, row, OWN, ownPart?.inclusive === true, unit);
  const ownTaxed = own.taxed[index] ?? { amount: ZERO, rate: ZERO, inclusive: false };
  if (ownPart?.rule) {
    const { grouping, rounding } = ownPart.rule;
    planKey(section, row, OWN.key, keyOf(grouping, one, ownTaxed.rate));
    planShare(section, row, OWN, ownCells, {
      exact: exactTaxOn(ownTaxed).div(unit),
      body: exactFormula(ownCells),
      groupTax: roundedFormula(groupTaxFormula(ownCells), rounding),
      tax: own.taxes[index] ?? ZERO,
    });
  } else planPrinted(section, row, ownCells, totals, one);
  const otherTaxed = compared.taxed[index] ?? ownTaxed;
  const inclusive = compared.parts[line.part]?.inclusive === true;
  const cells = sideCells(block, row, OTHER, inclusive, unit);
  const rateCell = relative(row, OWN.rate);
  const otherRate =
    rate === null
      ? `IF(${terms.rate}="",0,${terms.rate})`
      : `IF(OR(${terms.rate}="",${rateCell}=0),${rateCell},${terms.rate})`;
  builder.put(row, OTHER.rate, formula(otherRate, otherTaxed.rate), numeric(STYLES.muted, 'General"%"'));
  const keys = TAX_GROUPINGS.map((grouping) => [grouping, keyOf(grouping, one, otherTaxed.rate)] as const);
  const byRate = `${literal(`${partKey(line.part)}-per-rate-`)}&${cells.rate}`;
  const body = keys.reduceRight(
    (rest, [grouping, key]) =>
      grouping === 'per-rate'
        ? rest
        : `IF(${terms.grouping}=${literal(words.say(`totals.compare.grouping.${grouping}`))},${literal(key)},${rest})`,
    byRate,
  );
  const chosen = keyOf(rule.value.grouping, one, otherTaxed.rate);
  builder.put(row, OTHER.key, formula(body, chosen), STYLES.muted);
  planShare(section, row, OTHER, cells, {
    exact: exactTaxOn(otherTaxed).div(unit),
    body: exactFormula(cells),
    groupTax: roundedByChoice(words, groupTaxFormula(cells), terms.rounding),
    tax: compared.taxes[index] ?? ZERO,
  });
}

const partKey = (part: number): string => `t${part + 1}`;

/** What is rounded together has one key. */
const keyOf = (grouping: TaxGrouping, { item, line }: Item, rate: Decimal): string =>
  `${partKey(line.part)}-${grouping}-${groupKey(grouping, item, line, rate)}`;

function planKey({ builder }: Section, row: number, column: number, key: string): void {
  builder.put(row, column, text(key), STYLES.muted);
}

interface Share {
  /** In units of the tax. */
  readonly exact: Decimal;
  readonly body: string;
  readonly groupTax: string;
  readonly tax: Decimal;
}

function planShare({ builder }: Section, row: number, side: Side, cells: SideCells, share: Share): void {
  const exact = share.exact.toDecimalPlaces(6, Decimal.ROUND_HALF_UP);
  const remainder = exact.minus(exact.floor());
  builder.put(row, side.exact, formula(share.body, exact), numeric(STYLES.muted, '#,##0.00'));
  builder.put(row, side.remainder, formula(remainderFormula(cells), remainder), numeric(STYLES.muted, '0.0000'));
  const tax = formula(itemTaxFormula(cells, share.groupTax), share.tax);
  builder.put(row, side.tax, tax, numeric(STYLES.cell, amountFormat([share.tax])));
}

/** A printed tax that no rule gives, shared over what it is on; nothing on what no tax is on. */
function planPrinted(
  section: Section,
  row: number,
  cells: SideCells,
  { ledger, own }: CompareModel['totals'],
  { index, line, item }: Item,
): void {
  const { builder } = section;
  const domains = ledger.parts[line.part]?.domains ?? [];
  const place = domains.findIndex(({ lines }) => lines.includes(item.line));
  const domain = domains[place];
  const tax = own.taxes[index] ?? ZERO;
  const sharers = domain
    ? ledger.items.flatMap((other, at) => (domain.lines.includes(other.line) ? (own.taxed[at] ?? []) : []))
    : [];
  const exact = sumOf(sharers.map(exactTaxOn));
  const byAmount = exact.isZero();
  const whole = byAmount ? sumOf(sharers.map(({ amount }) => amount)) : exact;
  planKey(section, row, OWN.key, domain ? `${partKey(line.part)}-${place + 1}` : `${partKey(line.part)}-0`);
  if (!domain || whole.isZero()) {
    builder.put(row, OWN.exact, number(ZERO), numeric(STYLES.muted, '#,##0.00'));
    builder.put(row, OWN.remainder, number(ZERO), numeric(STYLES.muted, '0.0000'));
    builder.put(row, OWN.tax, number(tax), numeric(STYLES.cell, amountFormat([tax])));
    return;
  }
  const taxed = own.taxed[index] ?? { amount: ZERO, rate: ZERO, inclusive: false };
  const weight = byAmount ? taxed.amount : exactTaxOn(taxed);
  const printed = printedTaxFormula(domain);
  const unitsInOne = new Decimal(cells.unitsInOne);
  planShare(section, row, OWN, cells, {
    exact: weight.times(domain.tax).div(whole).times(unitsInOne),
    body: shareFormula(cells, printed, byAmount),
    groupTax: cells.unitsInOne === 1 ? `(${printed})` : `ROUND((${printed})*${cells.unitsInOne},0)`,
    tax,
  });
}

const printedTaxFormula = ({ figures, tax }: TaxDomain): string =>
  figures.length > 0 ? figures.map(figureFormula).join('+') : tax.toFixed();

/** The amount as the user's cell has it; of shares by month the last is what the others leave. */
function planAmount(
  section: Section,
  block: Block,
  { ledger }: CompareModel['totals'],
  { index, item, line }: Item,
): void {
  const { builder } = section;
  const row = block.first + index;
  const style = numeric(STYLES.cell, amountFormat([item.amount]));
  const first = ledger.items.findIndex((other) => other.line === item.line);
  const alone = first === index && ledger.items[index + 1]?.line !== item.line;
  if (alone && line.figure) {
    putFigure(builder, row, AMOUNT, line.figure, line.takenOff);
    return;
  }
  const last = ledger.items[index + 1]?.line !== item.line;
  if (!last || !line.figure) {
    builder.put(row, AMOUNT, number(item.amount), style);
    return;
  }
  const whole = `${line.takenOff ? '-' : ''}${figureFormula(line.figure)}`;
  const others = `${relative(block.first + first, AMOUNT)}:${relative(row - 1, AMOUNT)}`;
  builder.put(row, AMOUNT, formula(`${whole}-SUM(${others})`, item.amount), style);
}

function sideCells(block: Block, row: number, side: Side, inclusive: boolean, unit: Decimal): SideCells {
  const all = (column: number) => `${absolute(block.first, column)}:${absolute(block.last, column)}`;
  const before = (column: number) => `${absolute(block.first, column)}:${relative(row, column)}`;
  const rate = relative(row, side.rate);
  return {
    key: relative(row, side.key),
    amount: relative(row, AMOUNT),
    rate,
    exact: relative(row, side.exact),
    remainder: relative(row, side.remainder),
    all: {
      key: all(side.key),
      amount: all(AMOUNT),
      rate: all(side.rate),
      exact: all(side.exact),
      remainder: all(side.remainder),
      divisor: inclusive ? `(100+${all(side.rate)})` : '100',
    },
    before: { key: before(side.key), remainder: before(side.remainder) },
    unitsInOne: new Decimal(1).div(unit).toNumber(),
    divisor: inclusive ? `(100+${rate})` : '100',
  };
}
