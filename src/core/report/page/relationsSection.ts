import { renderFigure, renderMessage } from '../../../messages/renderMessage';
import { type Finding, VERDICTS } from '../../checks/finding';
import { qualifiedCell, qualifiedRanges } from '../../sheets/address';
import { type Decimal } from '../../values/decimal';
import { verdictText } from '../words';
import type { PageContext } from './pageContext';
import { note, type PageBlock, type PageSection, plain } from './reportPage';

const figure = (value: Decimal | null, { inPercent }: Finding): string =>
  value === null ? '' : renderFigure(value, inPercent);

/** Every printed figure that was checked, with what it was computed from; null where none was. */
export function relationsSection({ say, words, figures, verification }: PageContext): PageSection | null {
  const checked = VERDICTS.filter((verdict) => verdict !== 'not-checked').flatMap((verdict) =>
    verification.findings.filter((finding) => finding.verdict === verdict),
  );
  if (checked.length === 0) return null;
  const rows = checked.map((finding, index) => [
    String(index + 1),
    qualifiedCell(finding.cell),
    words.say(`kind.${finding.kind}`),
    figures.labelOf(finding.cell),
    qualifiedRanges(finding.operands),
    figure(finding.stated, finding),
    figure(finding.computed, finding),
    figure(finding.difference, finding),
    { text: verdictText(words, finding.verdict), verdict: finding.verdict },
  ]);
  const table: PageBlock = {
    kind: 'table',
    caption: null,
    columns: [
      { header: say('relations.number'), holds: 'figure', share: 4 },
      { header: say('relations.cell'), holds: 'reference', share: 11 },
      { header: say('relations.kind'), holds: 'text', share: 9 },
      { header: say('relations.item'), holds: 'text', share: 19 },
      { header: say('relations.operands'), holds: 'reference', share: 13 },
      { header: say('relations.stated'), holds: 'figure', share: 10.5 },
      { header: say('relations.computed'), holds: 'figure', share: 10.5 },
      { header: say('relations.difference'), holds: 'figure', share: 10 },
      { header: say('relations.verdict'), holds: 'mark', share: 13 },
    ],
    rows,
  };
  return { heading: say('relations.heading'), blocks: [note(say('relations.note')), table] };
}

/** What was not checked, each with its reason; and what no verification of ours covers. */
export function uncheckedSection(context: PageContext): PageSection {
  const { say, snapshot, verification } = context;
  const left = verification.findings.filter(({ verdict }) => verdict === 'not-checked');
  const known = new Set(verification.document.tables.map(({ sheet }) => sheet));
  const without = snapshot.sheets.filter(
    ({ name, role, rows }) => role === null && rows.length > 0 && !known.has(name),
  );
  const names = without.map(({ name }) => name).join(', ');
  return {
    heading: say('unchecked.heading'),
    blocks: [
      ...(left.length === 0 ? [] : [uncheckedTable(left, context)]),
      ...(without.length === 0 ? [] : [plain(say('unchecked.no-tables', { list: names }))]),
      plain(say('unchecked.scope')),
      {
        kind: 'list',
        items: (['facts', 'law', 'text', 'rules'] as const).map((what) => say(`unchecked.scope.${what}`)),
      },
    ],
  };
}

function uncheckedTable(findings: readonly Finding[], { say, words, figures }: PageContext): PageBlock {
  return {
    kind: 'table',
    caption: say('unchecked.cells'),
    columns: [
      { header: say('unchecked.cell'), holds: 'reference', share: 14 },
      { header: say('unchecked.kind'), holds: 'text', share: 10 },
      { header: say('unchecked.item'), holds: 'text', share: 26 },
      { header: say('unchecked.reason'), holds: 'text', share: 50 },
    ],
    rows: findings.map((finding) => [
      qualifiedCell(finding.cell),
      words.say(`kind.${finding.kind}`),
      figures.labelOf(finding.cell),
      renderMessage(finding.message, words.language),
    ]),
  };
}
