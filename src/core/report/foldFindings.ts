import type { Language } from '../../messages/language';
import { renderMessage } from '../../messages/renderMessage';
import type { Finding } from '../checks/finding';
import { groupBy } from '../values/grouping';

/** Findings that say the same of several figures are read as one, from so many on. */
const FEWEST_FOLDED = 6;

/**
 * Puts findings together that say the same of many figures of one sheet: same kind, verdict, rule and message, only with other
 * figures in it. Each group stands where its first finding did. Figures that disagree, and what has causes, stay by themselves.
 */
export function foldFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const alike = groupBy(findings, keyOf);
  return findings.flatMap((finding) => {
    const group = alike.get(keyOf(finding)) ?? [finding];
    if (group.length < FEWEST_FOLDED || finding.verdict === 'disagrees' || finding.causes.length > 0)
      return [[finding]];
    return group[0] === finding ? [group] : [];
  });
}

function keyOf({ kind, verdict, rule, message, cell, causes, id }: Finding): string {
  const own = causes.length > 0 ? id : '';
  return [kind, verdict, rule?.id, message.code, own, cell.sheet].join('\n');
}

/** What findings that are read as one say, in words: all the same, what their rule is, or else what the first says, as an example. */
export interface FoldedWords {
  readonly kind: 'same' | 'rule' | 'example';
  readonly text: string;
}

export function foldedWords(group: readonly Finding[], language: Language): FoldedWords {
  const messages = new Set(group.map((finding) => renderMessage(finding.message, language)));
  const [example = ''] = messages;
  const [first] = group;
  if (messages.size <= 1) return { kind: 'same', text: example };
  return first?.verdict === 'explained' && first.rule
    ? { kind: 'rule', text: renderMessage(first.rule.label, language) }
    : { kind: 'example', text: example };
}
