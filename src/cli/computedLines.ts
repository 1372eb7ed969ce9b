import { dayCountLabel } from '../core/checks/checkDayCounts';
import { prorationLabel } from '../core/checks/prorationLabel';
import type { ComputedRow, ComputedTable, Verification } from '../core/checks/verification';
import { qualifiedCell } from '../core/sheets/address';
import type { Table } from '../core/tables/document';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDecimal, renderMessage } from '../messages/renderMessage';
import { CLI_TEXTS } from './options';
import { source } from './termLines';

/** What empty cells are to hold, table by table: the rule, the rows and the totals, and where they are written. */
export function computedLines({ computed, document }: Verification, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  if (computed.length === 0) return [];
  const lines = computed.flatMap((each) => {
    const table = document.tables.find(({ id }) => id === each.table);
    return table ? tableLines(each, table, language) : [];
  });
  return [...lines, texts['report.computed-where']];
}

function tableLines(
  { table: id, rule, dayCount, rows, totals }: ComputedTable,
  table: Table,
  language: Language,
): string[] {
  const texts = CLI_TEXTS[language];
  const done = totals.filter(({ value }) => value !== null);
  const head = fill(texts['report.computed'], {
    table: id,
    days: rows.filter(({ counted }) => counted).length,
    amounts: rows.filter(({ amount }) => amount !== null).length,
    totals: done.length,
  });
  const named = rule && {
    rule: renderMessage(prorationLabel(rule.value), language),
    source: source(rule, language),
    dayCount: renderMessage(dayCountLabel(dayCount), language),
  };
  return [
    head,
    ...(named ? [`    ${fill(texts['report.computed-rule'], named)}`] : []),
    ...rows.map((row) => `    ${rowLine(row, table, language)}`),
    ...done.map(({ cell, label, value }) => {
      const amount = value ? renderDecimal(value) : '';
      return `    ${fill(texts['report.computed-total'], { cell: qualifiedCell(cell), label, amount })}`;
    }),
  ];
}

function rowLine(
  { row, amountCell, daysCell, days, amount, reason }: ComputedRow,
  table: Table,
  language: Language,
): string {
  const texts = CLI_TEXTS[language];
  const own = table.rows[row];
  const target = amountCell ?? daysCell ?? own?.nameCell ?? null;
  const common = { cell: target ? qualifiedCell(target) : '', label: own?.name ?? '', days: days ?? '' };
  if (reason) return fill(texts['report.computed-missing'], { ...common, reason: renderMessage(reason, language) });
  return amount
    ? fill(texts['report.computed-row'], { ...common, amount: renderDecimal(amount) })
    : fill(texts['report.computed-days'], common);
}
