import { type DayCountRule, dayCountOffset } from '../../../rules/dayCount';
import type { ProrationRule } from '../../../rules/proration';
import { Decimal } from '../../../values/decimal';
import { literal } from '../../formulas';
import { ruleGroups } from '../../ruleGroups';
import { BLANK, formula, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { FIRST, NAME, NUMBER } from '../layout';
import { absolute, planHeading, type Section } from '../section';
import { localReference } from '../summarySection';
import { FAMILIES, familyNumber, LIFT, NUMBERS, ROUNDED, type RuleNumbers } from './ruleFormulas';

/** The list of rules with their numbers, and below it what the parameters say in numbers, which the rows' formulas refer to. */
export function planNumbers(section: Section): void {
  const { builder, context, layout } = section;
  const { numbers } = layout;
  if (!numbers) return;
  const { words, verification } = context;
  planHeading(section, numbers, words.say('totals.rules'), words.say('totals.rules.note'));
  ['', words.say('totals.column.rule')].forEach((header, column) =>
    builder.put(numbers.header, column, text(header), STYLES.header),
  );
  const right = layout.columns - 1;
  builder.putAcross(numbers.header, FIRST, right, text(words.say('totals.column.rule-meaning')), STYLES.header);
  FAMILIES.forEach((family, index) => {
    const row = numbers.first + index;
    builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
    builder.put(row, NAME, text(words.say(`family.short.${family}`)), STYLES.text);
    builder.putAcross(row, FIRST, right, text(words.say(`family.meaning.${family}`)), STYLES.text);
  });
  ruleGroups(verification).forEach((_, group) => planGroup(section, group));
}

function planGroup(section: Section, group: number): void {
  const { builder, context } = section;
  const { words, verification, parameters } = context;
  const own = ruleGroups(verification)[group];
  const cells = parameters.rules[group];
  if (!own || !cells) return;
  const rule = own.rule?.value ?? null;
  const local = (cell: string | null) => localReference(cell ?? '');
  const dayCount = local(cells.dayCount);
  const word = (one: string) => literal(one);
  const short = (convention: DayCountRule) => word(words.say(`day-count.short.${convention}`));
  const values = numbersOf(rule, own.dayCount);
  const numbers = ruleNumbers(section, group);
  const list = familyList(section);
  const bodies: Record<(typeof NUMBERS)[number], string> = {
    offset: `IF(${dayCount}=${short('both-in')},1,IF(${dayCount}=${short('both-out')},-1,0))`,
    firstOut: `IF(${dayCount}=${short('start-out-end-in')},1,0)`,
    family: `MATCH(${local(cells.family)},${list},0)`,
    rounded: roundedFormula(section, local(cells.rounded), numbers.family),
    lift: `IF(${local(cells.mode)}=${word(words.say('rounding.down'))},${LIFT.down},IF(${local(cells.mode)}=${word(words.say('rounding.up'))},${LIFT.up},${LIFT['half-up']}))`,
  };
  NUMBERS.forEach((key, index) => {
    const row = numbersTop(section) + group * NUMBERS.length + index;
    const used = rule !== null || key === 'offset' || key === 'firstOut';
    builder.put(row, NUMBER, BLANK, STYLES.cell);
    builder.put(row, NAME, text(words.say(`totals.numbers.${key}`)), STYLES.text);
    const content = used ? formula(bodies[key], values[key]) : BLANK;
    builder.put(row, FIRST, content, numeric(STYLES.cell, key === 'lift' ? 'General' : '0'));
  });
}

/** Families that share the days between years, and the first of those that round nothing. */
const YEARS = [familyNumber('annual-actual'), familyNumber('annual-fiscal')];
const FIRST_EXACT = familyNumber('months-touched');

/** What a family cannot round is taken for what it rounds instead: its rest for a month, its amount for the whole. */
function roundedFormula({ context: { words } }: Section, cell: string, family: string): string {
  const whole = literal(words.say('rounded.short.whole'));
  const monthly = literal(words.say('rounded.short.monthly'));
  const daily = literal(words.say('rounded.short.daily'));
  const raw = `IF(${cell}=${whole},3,IF(${cell}=${monthly},2,1))`;
  const byYears = YEARS.map((number) => `${family}=${number}`).join(',');
  const amount = `IF(OR(${byYears}),IF(${cell}=${daily},1,3),IF(AND(${cell}=${whole},${family}<>1,${family}<>3),2,${raw}))`;
  return `IF(OR(${family}=2,${family}>=${FIRST_EXACT}),1,${amount})`;
}

function numbersOf(rule: ProrationRule | null, dayCount: DayCountRule) {
  const family = rule ? familyNumber(rule.family) : 0;
  const raw = rule && rule.rounded !== 'exact' ? ROUNDED.indexOf(rule.rounded) + 1 : 1;
  const ofAmount = YEARS.includes(family) ? (raw === 1 ? 1 : 3) : raw === 3 && family !== 1 && family !== 3 ? 2 : raw;
  const rounded = family === 2 || family >= FIRST_EXACT ? 1 : ofAmount;
  return {
    offset: new Decimal(dayCountOffset(dayCount)),
    firstOut: new Decimal(dayCount === 'start-out-end-in' ? 1 : 0),
    family: new Decimal(family),
    rounded: new Decimal(rounded),
    lift: new Decimal(LIFT[rule?.mode ?? 'down']),
  };
}

function familyList({ layout }: Section): string {
  const first = layout.numbers?.first ?? 0;
  return `${absolute(first, NAME)}:${absolute(first + FAMILIES.length - 1, NAME)}`;
}

const numbersTop = ({ layout }: Section): number => (layout.numbers?.first ?? 0) + FAMILIES.length;

/** The cells that hold a group's rule as numbers. */
export function ruleNumbers(section: Section, group: number): RuleNumbers {
  const top = numbersTop(section) + group * NUMBERS.length;
  const cellOf = (key: (typeof NUMBERS)[number]) => absolute(top + NUMBERS.indexOf(key), FIRST);
  return {
    offset: cellOf('offset'),
    firstOut: cellOf('firstOut'),
    family: cellOf('family'),
    rounded: cellOf('rounded'),
    lift: cellOf('lift'),
    unit: localReference(section.context.parameters.rules[group]?.unit ?? '1'),
  };
}
