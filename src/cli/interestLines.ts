import { interestLabel } from '../core/checks/interest/interestLabel';
import type { ReckonedInterest, ReckonedTable } from '../core/checks/interest/resolveInterest';
import type { Verification } from '../core/checks/verification';
import { qualifiedCell } from '../core/sheets/address';
import { decimalText } from '../core/values/decimal';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDecimal, renderMessage } from '../messages/renderMessage';
import { CLI_TEXTS } from './options';
import { source } from './termLines';

/** What empty cells of interest are to hold, table by table, with the rule. */
export function interestLines({ interest }: Verification, language: Language): string[] {
  return interest.flatMap((table) => {
    const empty = table.rows.filter((row) => row.interest.blanks.interest !== null);
    return empty.length === 0 ? [] : tableLines(table, empty, language);
  });
}

function tableLines({ table, rule }: ReckonedTable, empty: readonly ReckonedInterest[], language: Language): string[] {
  const texts = CLI_TEXTS[language];
  const named = { rule: renderMessage(interestLabel(rule.value), language), source: source(rule, language) };
  return [
    fill(texts['report.interest'], { table: table.id, count: empty.length, ...named }),
    ...empty.map((row) => `    ${rowLine(row, language)}`),
  ];
}

function rowLine({ row, interest, days, rate, computed, reason }: ReckonedInterest, language: Language): string {
  const texts = CLI_TEXTS[language];
  const common = { cell: interest.blanks.interest ? qualifiedCell(interest.blanks.interest) : '', label: row.name };
  if (!computed) {
    return fill(texts['report.computed-missing'], { ...common, reason: reason ? renderMessage(reason, language) : '' });
  }
  return fill(texts['report.interest-row'], {
    ...common,
    days: days?.days ?? '',
    rate: rate ? decimalText(rate) : '',
    amount: renderDecimal(computed),
  });
}
