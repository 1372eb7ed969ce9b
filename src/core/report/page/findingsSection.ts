import { renderDecimal, renderFigure, renderMessage, renderSentences } from '../../../messages/renderMessage';
import type { Finding, Verdict } from '../../checks/finding';
import { message } from '../../checks/message';
import { causeMessages, shownCauses } from '../../checks/rankCauses';
import { cellName, joinCells, qualifiedCell, qualifiedRanges } from '../../sheets/address';
import { foldedWords, foldFindings } from '../foldFindings';
import { remarksOf } from '../remarks';
import { rulesTried } from '../rulesTried';
import { verdictText } from '../words';
import type { PageContext } from './pageContext';
import { type Fact, note, type PageBlock, type PageFinding, type PageSection } from './reportPage';

const TOLD: readonly Verdict[] = ['disagrees', 'possible', 'explained'];

/** Everything that needs a reader's attention, with explanations and causes; then what is said of several figures at once. */
export function findingsSection(context: PageContext): PageSection {
  const { say, verification } = context;
  const blocks: PageBlock[] = TOLD.flatMap((verdict) =>
    foldFindings(verification.findings.filter((finding) => finding.verdict === verdict)).map((group) =>
      group.length > 1 ? foldedBlock(group, context) : findingBlock(group, context),
    ),
  ).flatMap((block) => block ?? []);
  return {
    heading: say('findings.heading'),
    blocks: blocks.length === 0 ? [note(say('findings.none'))] : blocks,
  };
}

/** 規則と根拠; null where nothing is to be said. */
export function remarksSection({ say, words, verification }: PageContext): PageSection | null {
  const remarks = remarksOf(verification);
  if (remarks.length === 0) return null;
  const items = remarks.map(({ cells, sentences }) =>
    say('remarks.line', { cells: qualifiedRanges(cells), text: renderSentences(sentences, words.language) }),
  );
  return { heading: say('remarks.heading'), blocks: [{ kind: 'list', items }] };
}

function findingBlock([finding]: readonly Finding[], context: PageContext): PageFinding | null {
  if (!finding) return null;
  const { say, words, figures } = context;
  const label = figures.labelOf(finding.cell).trim();
  const place = { cell: qualifiedCell(finding.cell), kind: words.say(`kind.${finding.kind}`), label };
  return {
    kind: 'finding',
    verdict: finding.verdict,
    verdictText: verdictText(words, finding.verdict),
    title: say(label === '' ? 'findings.title-only' : 'findings.title', place),
    figures: figuresOf(finding, context),
    text: renderMessage(finding.message, words.language),
    reasons: reasonsOf(finding, context),
  };
}

function foldedBlock(group: readonly Finding[], context: PageContext): PageFinding | null {
  const [first] = group;
  if (!first) return null;
  const { say, words } = context;
  const cells = qualifiedRanges(joinCells(group.map(({ cell }) => cell)));
  return {
    kind: 'finding',
    verdict: first.verdict,
    verdictText: verdictText(words, first.verdict),
    title: say('findings.title-folded', { cells, kind: words.say(`kind.${first.kind}`), count: group.length }),
    figures: [],
    text: foldedText(group, first, context),
    reasons: [],
  };
}

function foldedText(group: readonly Finding[], first: Finding, { say, words }: PageContext): string {
  const { kind, text } = foldedWords(group, words.language);
  if (kind === 'same') return text;
  return kind === 'rule'
    ? say('findings.fold-rule', { rule: text })
    : say('findings.fold-example', { cell: cellName(first.cell), message: text });
}

function figuresOf({ stated, computed, difference, inPercent }: Finding, { say }: PageContext): Fact[] {
  return (
    [
      ['stated', stated],
      ['computed', computed],
      ['difference', difference],
    ] as const
  ).flatMap(([name, value]) =>
    value === null ? [] : [{ label: say(`relations.${name}`), value: renderFigure(value, inPercent), note: null }],
  );
}

function reasonsOf(finding: Finding, { say, words }: PageContext): PageFinding['reasons'] {
  const { language } = words;
  const { rule, causes } = finding;
  const triedLines = rulesTried(finding).map(({ label, value, difference }) =>
    say('findings.tried-line', {
      rule: renderMessage(label, language),
      value: renderDecimal(value),
      difference: renderDecimal(difference),
    }),
  );
  const { shown, more } = shownCauses(causes);
  const causeLines = shown.map((cause) => renderSentences(causeMessages(cause), language));
  if (more > 0) causeLines.push(renderMessage(message('cause.more', { count: more }), language));
  return [
    { label: say('findings.rule'), lines: rule ? [renderMessage(rule.label, language)] : [] },
    { label: say('findings.tried'), lines: triedLines },
    { label: say('findings.causes'), lines: causeLines },
  ].filter(({ lines }) => lines.length > 0);
}
