import { type Finding, type Verdict, VERDICTS } from '../../checks/finding';
import type { SheetPlan } from '../../sheets/sheetPlan';
import { renderSentences } from '../../../messages/renderMessage';
import { columnName, qualifiedRanges } from '../../sheets/address';
import type { ReportContext } from '../context';
import { literal } from '../formulas';
import { remarksOf } from '../remarks';
import { link, SheetBuilder, text } from '../sheetBuilder';
import { STYLES, TAB_COLORS } from '../styles';
import { planAboutBlock } from './aboutBlock';
import { FINDING_COLUMNS, findingRow } from './findingRow';
import { verdictText } from '../words';

const WIDTHS = [5, 13, 10, 28, 14, 14, 11, 18, 26, 48, 26] as const;
const VERDICT_COLUMN = FINDING_COLUMNS.indexOf('verdict');
const TALLEST_FROZEN_BLOCK = 12;

/** Fill and text colour of a verdict; the word and its mark say the same without them. */
const VERDICT_LOOKS: Readonly<Record<Verdict, { readonly fill: string; readonly color: string }>> = {
  disagrees: { fill: '#FBE0DE', color: '#8F1D1D' },
  possible: { fill: '#FCE9D4', color: '#7A4100' },
  explained: { fill: '#FFF4D1', color: '#6B5200' },
  'not-checked': { fill: '#EDEFF0', color: '#4A545B' },
  'within-rounding': { fill: '#E6F3EA', color: '#1E5B2A' },
  agrees: { fill: '#E6F3EA', color: '#1E5B2A' },
};

/** 検算結果: one row a finding, what needs attention first. */
export function planFindingsSheet(context: ReportContext): SheetPlan {
  const { words, names, verification } = context;
  const builder = new SheetBuilder({
    role: 'findings',
    name: names.findings,
    incompleteNotice: words.say('incomplete.findings'),
    tabColor: TAB_COLORS.findings,
    columnWidths: WIDTHS,
  });
  builder.put(0, 0, text(words.say('title.findings')), STYLES.title);
  builder.height(0, 28);
  const noteRow = planAboutBlock(builder, context, VERDICT_COLUMN);
  builder.put(noteRow, 0, text(words.say('findings.note')), STYLES.note);
  const headerRow = noteRow + 1;
  FINDING_COLUMNS.forEach((column, index) =>
    builder.put(headerRow, index, text(words.say(`findings.column.${column}`)), STYLES.header),
  );
  const sorted = sortedFindings(verification.findings);
  sorted.forEach((finding, index) => {
    const row = headerRow + 1 + index;
    builder.putRow(row, 0, findingRow(finding, index + 1, row + 1, context));
  });
  if (sorted.length === 0) {
    builder.putAcross(headerRow + 1, 0, WIDTHS.length - 1, text(words.say('findings.none')), STYLES.text);
  } else {
    highlightVerdicts(builder, context, headerRow + 1, headerRow + sorted.length);
  }
  planRemarks(builder, context, headerRow + (sorted.length === 0 ? 2 : sorted.length + 1));
  return builder.plan({
    frozen: headerRow <= TALLEST_FROZEN_BLOCK ? { rows: headerRow + 1, columns: 0 } : { rows: 1, columns: 0 },
    page: { orientation: 'landscape', titleRows: { first: headerRow, last: headerRow } },
  });
}

/** Below the findings, what can be said of several of them at once. */
function planRemarks(builder: SheetBuilder, { words, verification }: ReportContext, below: number): void {
  const remarks = remarksOf(verification);
  if (remarks.length === 0) return;
  builder.put(below + 1, 0, text(words.say('findings.remarks')), STYLES.section);
  remarks.forEach(({ cells, sentences }, index) => {
    const row = below + 2 + index;
    const [first] = cells;
    if (first) {
      const target = { sheet: first.sheet, row: first.top, column: first.left };
      builder.putAcross(row, 0, 2, link(qualifiedRanges(cells), target), STYLES.text);
    }
    builder.putAcross(row, 3, WIDTHS.length - 1, text(renderSentences(sentences, words.language)), STYLES.text);
  });
}

/** What needs attention first; among equals, as the checks gave them. */
function sortedFindings(findings: readonly Finding[]): Finding[] {
  return VERDICTS.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
}

function highlightVerdicts(builder: SheetBuilder, context: ReportContext, top: number, bottom: number): void {
  const area = { top, bottom, left: VERDICT_COLUMN, right: VERDICT_COLUMN };
  for (const verdict of VERDICTS) {
    const { fill, color } = VERDICT_LOOKS[verdict];
    const condition = `$${columnName(VERDICT_COLUMN)}${top + 1}=${literal(verdictText(context.words, verdict))}`;
    builder.highlight(area, condition, fill, color);
  }
}
