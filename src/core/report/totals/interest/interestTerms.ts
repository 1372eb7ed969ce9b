import { renderMessage } from '../../../../messages/renderMessage';
import { interestLabel } from '../../../checks/interest/interestLabel';
import type { ReckonedTable } from '../../../checks/interest/resolveInterest';
import { DAY_COUNT_RULES } from '../../../rules/dayCount';
import { INTEREST_YEARS, statutoryRate } from '../../../rules/interest';
import type { PlannedContent } from '../../../sheets/sheetPlan';
import type { Decimal } from '../../../values/decimal';
import { number, text } from '../../sheetBuilder';
import { STYLES } from '../../styles';
import { sourceText } from '../../words';
import { type Block, FIRST, NAME } from '../layout';
import { absolute, roundingWords, type Section } from '../section';
import { type InterestTerms, yearWord } from './interestFormulas';
import { type InterestTerm, interestTermsOf } from './interestShape';

const BEFORE = { year: 2020, month: 3, day: 31 };
const AFTER = { year: 2020, month: 4, day: 1 };

/** The cell of a term. */
export function termCell(block: Block, reckoned: ReckonedTable, term: InterestTerm): string | null {
  const index = interestTermsOf(reckoned).indexOf(term);
  return index < 0 ? null : absolute(block.title + 2 + index, FIRST);
}

/** The terms as the rows' formulas refer to them. */
export function termsFor(block: Block, reckoned: ReckonedTable): InterestTerms {
  const cell = (term: InterestTerm) => termCell(block, reckoned, term) ?? '';
  const { principalUnit, least } = reckoned.rule.value;
  return {
    dayCount: cell('dayCount'),
    year: cell('year'),
    mode: cell('mode'),
    unit: cell('unit'),
    principalUnit: principalUnit.toFixed(),
    least: least?.toFixed() ?? null,
  };
}

/** Plans the cells of the terms, which a user may change. */
export function planInterestTerms({ builder, context }: Section, block: Block, reckoned: ReckonedTable): void {
  const { words } = context;
  const { rule, dayCount } = reckoned;
  const shared = reckoned.rows.find(({ interest, rate }) => rate !== null && interest.rate === null)?.rate ?? null;
  const source = sourceText(words, rule.source);
  const byLaw = words.say('totals.interest.source.law');
  const printed = reckoned.table.interestRate?.cell;
  const rateSource = printed ? sourceText(words, { kind: 'cell', cell: printed }) : source;
  const rate = (value: Decimal | null): PlannedContent => (value ? number(value) : text(''));
  const law = reckoned.rateOrigin === 'commercial' ? 'commercial' : 'civil';
  const parts: Record<
    InterestTerm,
    { content: PlannedContent; source: string; choices?: readonly string[]; format?: string }
  > = {
    rate: { content: rate(shared), source: rateSource, format: 'General"%"' },
    'rate-before': { content: rate(statutoryRate(law, BEFORE)), source: byLaw, format: 'General"%"' },
    'rate-after': { content: rate(statutoryRate(law, AFTER)), source: byLaw, format: 'General"%"' },
    dayCount: {
      content: text(words.say(`day-count.short.${dayCount.value}`)),
      source: sourceText(words, dayCount.source),
      choices: DAY_COUNT_RULES.map((each) => words.say(`day-count.short.${each}`)),
    },
    year: {
      content: text(yearWord(words, rule.value.year)),
      source,
      choices: INTEREST_YEARS.map((year) => yearWord(words, year)),
    },
    mode: { content: text(words.say(`rounding.${rule.value.mode}`)), source, choices: roundingWords(words) },
    unit: { content: number(rule.value.unit), source, format: '#,##0.##' },
  };
  interestTermsOf(reckoned).forEach((term, index) => {
    const row = block.title + 2 + index;
    const { content, source: from, choices, format } = parts[term];
    builder.put(row, NAME, text(words.say(`totals.interest.term.${term}`)), STYLES.cell);
    const style = { ...STYLES.input, wrap: content.kind === 'text' };
    builder.put(row, FIRST, content, format === undefined ? style : { ...style, numberFormat: format });
    builder.put(row, FIRST + 1, text(from), { ...STYLES.label, horizontal: 'left', indent: 1 });
    if (choices) builder.choice(row, FIRST, choices);
  });
}

/** The rule in words, for the note below the heading. */
export function interestNote({ context }: Section, { rule }: ReckonedTable): string {
  const { words } = context;
  return words.say('totals.interest.note', { rule: renderMessage(interestLabel(rule.value), words.language) });
}
