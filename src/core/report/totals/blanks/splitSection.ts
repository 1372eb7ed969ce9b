import { ownMonths, type ProratedPeriod } from '../../../rules/proratedPeriod';
import type { ProrationRule } from '../../../rules/proration';
import { prorate } from '../../../rules/prorate';
import { countThirtyDays, daysInLongYears, type ThirtyDayRule, type YearKind } from '../../../rules/yearBases';
import { addDays, endOfMonth } from '../../../values/calendar';
import { Decimal, ZERO } from '../../../values/decimal';
import { ruleGroups } from '../../ruleGroups';
import { BLANK, formula, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat } from '../../words';
import { FIRST, NAME, NUMBER } from '../layout';
import { planHeader, planHeading, relative, type Section } from '../section';
import { statedFee } from '../../../checks/statedProration';
import type { BlankLine } from './blankLines';
import { ruleNumbers } from './numbersSection';
import { rowCells } from './rowCells';
import {
  firstFormula,
  fullFormula,
  lastFormula,
  of1Formula,
  of2Formula,
  ownMonthsFormula,
  part1Formula,
  part2Formula,
  timesFormula,
  touchedFormula,
} from './ruleFormulas';

/** The charged days of every row whose amount is computed, split as the rule needs it: the way from the days to the amount. */
export function planSplit(section: Section): void {
  const { context, layout, model } = section;
  const { split } = layout;
  if (!split) return;
  const { words } = context;
  planHeading(section, split, words.say('totals.split'), words.say('totals.split.note'));
  planHeader(section, split, [
    words.say('totals.column.number'),
    words.say('totals.column.line'),
    ...(['first', 'last', 'touched', 'own', 'times', 'part1', 'of1', 'part2', 'of2', 'full'] as const).map((column) =>
      words.say(`totals.column.split-${column}`),
    ),
  ]);
  model.blanks.forEach((line, index) => planLine(section, line, index));
}

function planLine(section: Section, line: BlankLine, index: number): void {
  const { builder, context, layout } = section;
  if (line.split === null || !layout.split) return;
  const row = layout.split.first + line.split;
  const rule = ruleGroups(context.verification)[line.group]?.rule?.value;
  if (!rule) return;
  const cells = rowCells(layout, index, line.split);
  const numbers = ruleNumbers(section, line.group);
  const nameRow = (layout.blanks?.first ?? 0) + index;
  const { tableRow, computed } = line;
  const name = context.nameContent(tableRow.nameCell, tableRow.name);
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  builder.put(
    row,
    NAME,
    name.kind === 'formula' ? formula(relative(nameRow, NAME), name.result) : text(tableRow.name),
    STYLES.text,
  );
  const { period } = computed;
  const dateStyle = { ...STYLES.centred, numberFormat: context.words.dateFormat };
  builder.put(row, FIRST, period ? formula(firstFormula(cells, numbers), period.first) : BLANK, dateStyle);
  builder.put(row, FIRST + 1, period ? formula(lastFormula(cells, numbers), period.last) : BLANK, dateStyle);
  const values = splitValues(rule, period, computed.days ?? 0, statedFee(tableRow)?.value.toNumber() ?? 0);
  const count = (column: number, body: string, value: Decimal, calendar = false) =>
    builder.put(
      row,
      FIRST + column,
      calendar && !period ? BLANK : formula(body, value),
      numeric(STYLES.cell, amountFormat([value])),
    );
  count(2, touchedFormula(cells), values.touched, true);
  count(3, ownMonthsFormula(cells), values.own, true);
  count(4, timesFormula(cells, numbers), values.times);
  count(5, part1Formula(cells, numbers), values.part1);
  count(6, of1Formula(cells, numbers), values.of1);
  count(7, part2Formula(cells, numbers), values.part2, true);
  count(8, of2Formula(cells, numbers), values.of2, true);
  count(9, fullFormula(cells, numbers), values.full, true);
}

interface SplitValues {
  readonly touched: Decimal;
  readonly own: Decimal;
  readonly times: Decimal;
  readonly part1: Decimal;
  readonly of1: Decimal;
  readonly part2: Decimal;
  readonly of2: Decimal;
  readonly full: Decimal;
}

/** What the formulas of the split give now. */
export function splitValues(
  rule: ProrationRule,
  period: ProratedPeriod | null,
  days: number,
  fee: number,
): SplitValues {
  const own = period && ownMonths(period);
  const months = period?.months ?? [];
  const [first] = months;
  const last = months[months.length - 1];
  const touched = months.length;
  const fixed = rule.family === 'fixed-30-part-months';
  const byDay = rule.family === 'calendar-month-all-by-day';
  const partOf = (month: typeof first) => (month && (byDay || month.days < month.length) ? month.days : 0);
  const calendar = fixed || byDay || rule.family === 'calendar-month';
  const part1 = partOf(first);
  const part2 = touched > 1 ? partOf(last) : 0;
  const fullMonths = touched - (part1 > 0 ? 1 : 0) - (part2 > 0 ? 1 : 0);
  const length = first?.length ?? 1;
  const restLength = own?.restLength ?? 1;
  const longDays = (kind: YearKind) => (period ? daysInLongYears(period.first, period.last, kind) : 0);
  const calendarLong = longDays('calendar');
  const fiscalLong = longDays('fiscal');
  const thirtyDays = (each: ThirtyDayRule) =>
    period ? countThirtyDays(period.first, addDays(period.last, 1), each) : 0;
  const long: Partial<Record<ProrationRule['family'], number>> = {
    'annual-actual': calendarLong,
    'annual-fiscal': fiscalLong,
  };
  const ofYears = long[rule.family];
  const byFamily: Record<ProrationRule['family'], readonly [times: number, part: number, of: number]> = {
    'calendar-month': [fullMonths, part1, length],
    'calendar-month-all-by-day': [0, part1, length],
    'fixed-30-part-months': [fullMonths, part1, 30],
    'fixed-30-days': [0, days, 30],
    'annual-365': [0, days, 365],
    'annual-366': [0, days, 366],
    'annual-360': [0, days, 360],
    'annual-actual': [0, days - calendarLong, 365],
    'annual-fiscal': [0, days - fiscalLong, 365],
    'annual-30-360': [0, thirtyDays('30-360'), 360],
    'annual-30e-360': [0, thirtyDays('30e-360'), 360],
    'own-months-30': [own?.months ?? 0, own?.rest ?? 0, 30],
    'own-months-actual': [own?.months ?? 0, own?.rest ?? 0, restLength],
    'months-touched': [touched, 0, 1],
    'price-by-day': [days, 0, 1],
    flat: [1, 0, 1],
  };
  const [times, part, of] = byFamily[rule.family];
  const full = byDay
    ? months.slice(1, -1).reduce((sum, month) => {
        const shape = { fullFees: 0, terms: [{ times: month.length, numerator: 1, denominator: month.length }] };
        return sum.plus(prorate(shape, fee, rule.unit.toNumber(), rule.mode));
      }, ZERO)
    : ZERO;
  const lengthOfLast = period ? endOfMonth(period.last.year, period.last.month).day : 1;
  return {
    touched: new Decimal(touched),
    own: new Decimal(own?.months ?? 0),
    times: new Decimal(times),
    part1: new Decimal(part),
    of1: new Decimal(of),
    part2: new Decimal(ofYears ?? (calendar ? part2 : 0)),
    of2: new Decimal(fixed ? 30 : ofYears === undefined ? lengthOfLast : 366),
    full,
  };
}
