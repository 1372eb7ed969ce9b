import { renderDecimal, renderMessage } from '../../../messages/renderMessage';
import { interestLabel } from '../../checks/interest/interestLabel';
import type { ReckonedTable } from '../../checks/interest/resolveInterest';
import { prorationLabel } from '../../checks/prorationLabel';
import type { ComputedTable } from '../../checks/verification';
import { qualifiedCell } from '../../sheets/address';
import { sourceText } from '../words';
import type { PageContext } from './pageContext';
import { note, type PageCell, type PageSection, type PageTable } from './reportPage';

/** What empty cells are to hold (forward mode); null where no table has any. */
export function computedSection(context: PageContext): PageSection | null {
  const { say, verification } = context;
  const tables = [
    ...verification.computed.map((table) => computedTable(table, context)),
    ...verification.interest.map((table) => interestTable(table, context)),
  ].filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return { heading: say('computed.heading'), blocks: [note(say('computed.note')), ...tables] };
}

function computedTable({ table: id, rule, rows, totals }: ComputedTable, context: PageContext): PageTable {
  const { say, words, verification } = context;
  const named = verification.document.tables.find((table) => table.id === id)?.rows ?? [];
  const caption = rule
    ? say('computed.caption-rule', {
        table: id,
        rule: renderMessage(prorationLabel(rule.value), words.language),
        source: sourceText(words, rule.source),
      })
    : say('computed.caption', { table: id });
  const lines = rows.map(({ row, daysCell, amountCell, days, amount, reason }) => {
    const cell = amountCell ?? daysCell;
    return [
      cell ? qualifiedCell(cell) : '',
      named[row]?.name ?? '',
      days === null ? '' : String(days),
      amount ? renderDecimal(amount) : '',
      reason ? renderMessage(reason, words.language) : '',
    ];
  });
  const sums = totals.flatMap(({ cell, label, value }) =>
    value === null ? [] : [[qualifiedCell(cell), label, '', renderDecimal(value), '']],
  );
  return tableOf(caption, [...lines, ...sums], context);
}

function interestTable({ table, rule, rows }: ReckonedTable, context: PageContext): PageTable {
  const { say, words } = context;
  const caption = say('computed.caption-rule', {
    table: table.id,
    rule: renderMessage(interestLabel(rule.value), words.language),
    source: sourceText(words, rule.source),
  });
  const lines = rows.flatMap(({ row, interest, days, computed, reason }) => {
    const cell = interest.blanks.interest;
    if (!cell) return [];
    const said = reason ? renderMessage(reason, words.language) : '';
    const counted = days ? String(days.days) : '';
    return [[qualifiedCell(cell), row.name, counted, computed ? renderDecimal(computed) : '', said]];
  });
  return tableOf(caption, lines, context);
}

function tableOf(caption: string, rows: readonly (readonly PageCell[])[], { say }: PageContext): PageTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: say('computed.cell'), holds: 'reference', share: 16 },
      { header: say('computed.item'), holds: 'text', share: 32 },
      { header: say('computed.days'), holds: 'figure', share: 8 },
      { header: say('computed.amount'), holds: 'figure', share: 16 },
      { header: say('computed.remark'), holds: 'text', share: 28 },
    ],
    rows,
  };
}
