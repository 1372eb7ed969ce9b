import { renderDecimal, renderMessage, renderSentences } from '../../../messages/renderMessage';
import type { Finding, Verdict } from '../../checks/finding';
import { message } from '../../checks/message';
import { causeMessages, shownCauses } from '../../checks/rankCauses';
import { cellName, joinCells, qualifiedCell, qualifiedRanges } from '../../sheets/address';
import { foldFindings } from '../foldFindings';
import { remarksOf } from '../remarks';
import { verdictText } from '../words';
import type { PageContext } from './pageContext';
import { type Fact, note, type PageBlock, type PageFinding, type PageSection } from './reportPage';

/** Rules tried on a tax beside the one taken that are named with what they give. */
const MOST_RULES_TRIED = 3;
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
  const messages = new Set(group.map((finding) => renderMessage(finding.message, words.language)));
  const [example = ''] = messages;
  if (messages.size === 1) return example;
  if (first.verdict === 'explained' && first.rule) {
    return say('findings.fold-rule', { rule: renderMessage(first.rule.label, words.language) });
  }
  return say('findings.fold-example', { cell: cellName(first.cell), message: example });
}

function figuresOf({ stated, computed, difference }: Finding, { say }: PageContext): Fact[] {
  return (
    [
      ['stated', stated],
      ['computed', computed],
      ['difference', difference],
    ] as const
  ).flatMap(([name, value]) =>
    value === null ? [] : [{ label: say(`relations.${name}`), value: renderDecimal(value), note: null }],
  );
}

function reasonsOf(finding: Finding, { say, words }: PageContext): PageFinding['reasons'] {
  const { language } = words;
  const { kind, stated, explanations, rule, causes } = finding;
  const tried = kind !== 'tax' || stated === null ? [] : explanations.filter(({ id }) => id !== rule?.id);
  const triedLines = tried.slice(0, MOST_RULES_TRIED).map(({ label, value }) =>
    say('findings.tried-line', {
      rule: renderMessage(label, language),
      value: renderDecimal(value),
      difference: stated === null ? '' : renderDecimal(stated.minus(value)),
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
