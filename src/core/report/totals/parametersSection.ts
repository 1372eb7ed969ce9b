import type { ProrationRule } from '../../rules/proration';
import { DAY_COUNT_RULES } from '../../rules/dayCount';
import { PRORATION_UNITS } from '../../rules/prorationRules';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { Decimal } from '../../values/decimal';
import type { Term } from '../../checks/terms';
import { PARAMETER_COLUMN, PARAMETER_TOP, type ParameterKind, parameterKinds, type RuleParameter } from '../parameters';
import { type RuleGroup, ruleGroups } from '../ruleGroups';
import { date, number, text } from '../sheetBuilder';
import { STYLES } from '../styles';
import { sourceText, type Words } from '../words';
import { FAMILIES, ROUNDED } from './blanks/ruleFormulas';
import { roundingWords, type Section } from './section';
import { groupingsOf } from './taxChoice';

interface Parameter {
  readonly label: string;
  readonly content: PlannedContent;
  readonly source: string;
  readonly numberFormat?: string;
  readonly choices?: readonly string[];
}

/** The terms that a user may change in the sheet, each with where its value came from. */
export function planParameters(section: Section): void {
  const { builder, context } = section;
  const { words, verification } = context;
  const kinds = parameterKinds(verification);
  if (kinds.length === 0) return;
  builder.put(PARAMETER_TOP - 2, 0, text(words.say('totals.parameters')), STYLES.section);
  builder.put(PARAMETER_TOP - 1, 0, text(words.say('totals.parameters.note')), STYLES.note);
  kinds.forEach((kind, index) => {
    const parameter = parameterOf(section, kind);
    if (!parameter) return;
    const row = PARAMETER_TOP + index;
    const { label, content, source, numberFormat, choices } = parameter;
    builder.put(row, 1, text(label), STYLES.cell);
    const style = {
      ...STYLES.input,
      wrap: content.kind === 'text',
      ...(numberFormat === undefined ? {} : { numberFormat }),
    };
    builder.put(row, PARAMETER_COLUMN, content, style);
    builder.put(row, PARAMETER_COLUMN + 1, text(source), { ...STYLES.label, horizontal: 'left', indent: 1 });
    if (choices) builder.choice(row, PARAMETER_COLUMN, choices);
  });
}

function parameterOf(section: Section, kind: ParameterKind): Parameter | null {
  const { context, model, choice } = section;
  const { words, verification } = context;
  if (kind.of === 'rule') {
    const groups = ruleGroups(verification);
    const group = groups[kind.group];
    if (!group) return null;
    const parameter = ruleParameter(words, kind.kind, group, verification.terms.dayCount);
    if (!parameter || groups.length === 1) return parameter;
    const tables = group.tables.map(({ table }) => table).join(', ');
    return { ...parameter, label: words.say('totals.parameter-of', { label: parameter.label, tables }) };
  }
  const { terms } = verification;
  switch (kind.kind) {
    case 'incidentDate':
      return (
        terms.incidentDate && {
          label: words.say('term.incident-date'),
          content: date(terms.incidentDate.value),
          source: sourceText(words, terms.incidentDate.source),
          numberFormat: words.dateFormat,
        }
      );
    case 'taxRate':
      return (
        terms.taxRate && {
          label: words.say('term.tax-rate'),
          content: number(terms.taxRate.value),
          source: sourceText(words, terms.taxRate.source),
          numberFormat: 'General"%"',
        }
      );
    case 'taxGrouping':
      return {
        label: words.say('totals.grouping'),
        content: text(words.say(`totals.grouping.${choice.grouping}`)),
        source: words.say(choice.source),
        choices: [
          ...(model.printed.tax ? [words.say('totals.grouping.printed')] : []),
          ...groupingsOf(model).map((grouping) => words.say(`totals.grouping.${grouping}`)),
        ],
      };
    case 'taxRounding':
      return {
        label: words.say('term.tax-rounding'),
        content: text(words.say(`rounding.${choice.rounding}`)),
        source: words.say(choice.source),
        choices: roundingWords(words),
      };
  }
}

function ruleParameter(
  words: Words,
  kind: RuleParameter,
  { rule, dayCount }: RuleGroup,
  convention: Term<unknown> | null,
): Parameter | null {
  if (kind === 'dayCount') {
    return {
      label: words.say('term.day-count'),
      content: text(words.say(`day-count.short.${dayCount}`)),
      source: convention ? sourceText(words, convention.source) : words.say('source.default'),
      choices: DAY_COUNT_RULES.map((each) => words.say(`day-count.short.${each}`)),
    };
  }
  if (!rule) return null;
  const source = sourceText(words, rule.source);
  return { ...partOfRule(words, kind, rule.value), source };
}

function partOfRule(
  words: Words,
  kind: Exclude<RuleParameter, 'dayCount'>,
  rule: ProrationRule,
): Omit<Parameter, 'source'> {
  switch (kind) {
    case 'family':
      return {
        label: words.say('term.proration'),
        content: text(words.say(`family.short.${rule.family}`)),
        choices: FAMILIES.map((family) => words.say(`family.short.${family}`)),
      };
    case 'rounded': {
      const rounded = rule.rounded === 'exact' ? 'daily' : rule.rounded;
      return {
        label: words.say('totals.parameter.rounded'),
        content: text(words.say(`rounded.short.${rounded}`)),
        choices: ROUNDED.map((each) => words.say(`rounded.short.${each}`)),
      };
    }
    case 'mode':
      return {
        label: words.say('totals.parameter.mode'),
        content: text(words.say(`rounding.${rule.mode}`)),
        choices: roundingWords(words),
      };
    case 'unit':
      return {
        label: words.say('totals.parameter.unit'),
        content: number(new Decimal(rule.unit)),
        numberFormat: '#,##0',
        choices: PRORATION_UNITS.map(String),
      };
  }
}
