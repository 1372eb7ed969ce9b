import { useId, useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import { areaName, joinCells, qualifiedRanges, sameCell } from '../../core/sheets/address';
import { renderMessage } from '../../messages/renderMessage';
import type { Language } from '../../messages/language';
import { type PaneText, useLanguage } from '../language';
import type { AlikeFindings } from '../session/findings';
import { FindingItem } from './FindingItem';
import { Chevron } from './icons';
import { Paged } from './Paged';
import { Prose } from './Prose';
import { useSessionState } from './SessionContext';

/** Findings that say the same of many figures, as one entry: it opens to the findings themselves. */
export function FindingRun({ run }: { readonly run: AlikeFindings }) {
  const { language, text } = useLanguage();
  const { selection } = useSessionState();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { first, findings } = run;
  const isCurrent = ({ cell }: Finding) => selection !== null && sameCell(selection, cell);
  const current = !open && findings.some(isCurrent);
  const ranges = joinCells(findings.map(({ cell }) => cell));
  return (
    <li className={`finding${current ? ' finding-current' : ''}`}>
      <button
        type="button"
        className="finding-main"
        aria-expanded={open}
        aria-controls={list}
        aria-current={current ? 'true' : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="finding-head">
          <span className="run-title">
            <Chevron open={open} />
            {text('list.run', { kind: text(`kind.${first.kind}`), count: findings.length })}
          </span>
        </span>
        <span className="finding-message">
          <Prose>{commonWords(run, language, text)}</Prose>
        </span>
        <span className="quiet run-cells">{qualifiedRanges(ranges)}</span>
      </button>
      <div id={list} className="run-list" hidden={!open}>
        {open && (
          <Paged items={findings}>
            {(finding) => <FindingItem key={finding.id} finding={finding} current={isCurrent(finding)} />}
          </Paged>
        )}
      </div>
    </li>
  );
}

/** What all findings of a run say: the same words, else the rule that explains them, else the first one's words as an example. */
function commonWords({ first, findings }: AlikeFindings, language: Language, text: PaneText): string {
  const words = renderMessage(first.message, language);
  if (findings.every(({ message }) => renderMessage(message, language) === words)) return words;
  if (first.verdict === 'explained' && first.rule) {
    return text('list.run-rule', { rule: renderMessage(first.rule.label, language) });
  }
  return text('list.run-example', { cell: areaNameOf(first), words });
}

function areaNameOf({ cell: { row, column } }: Finding): string {
  return areaName({ top: row, bottom: row, left: column, right: column });
}
