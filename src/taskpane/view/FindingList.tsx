import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import { sameCell } from '../../core/sheets/address';
import { useLanguage } from '../language';
import { type FindingGroup, groupFindings, PAGE_SIZE } from '../session/findings';
import { FindingItem } from './FindingItem';
import { Chevron, VerdictIcon } from './icons';
import { useSession, useSessionState } from './SessionContext';

/** All findings by verdict, worst first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const session = useSession();
  const { filter } = useSessionState();
  const { text } = useLanguage();
  return (
    <section className="findings" aria-labelledby="findings-title">
      <div className="section-line">
        <h2 id="findings-title">{text('list.title')}</h2>
        {filter !== null && (
          <Button size="small" appearance="subtle" onClick={() => session.filter(null)}>
            {text('summary.show-all')}
          </Button>
        )}
      </div>
      {groupFindings(findings, filter).map((group) => (
        <Group key={`${group.verdict}-${filter ?? ''}`} group={group} open={filter !== null || !isQuiet(group)} />
      ))}
    </section>
  );
}

/** Figures that agree are many and need nobody's attention: closed until asked for. */
function isQuiet({ verdict }: FindingGroup): boolean {
  return verdict === 'agrees' || verdict === 'within-rounding';
}

function Group({ group, open: openAtFirst }: { readonly group: FindingGroup; readonly open: boolean }) {
  const { text } = useLanguage();
  const { selection } = useSessionState();
  const [open, setOpen] = useState(openAtFirst);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const { verdict, findings } = group;
  const rest = findings.length - limit;
  const list = `findings-${verdict}`;
  return (
    <div className={`group verdict-${verdict}`}>
      <h3>
        <button
          type="button"
          className="group-head"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          <Chevron open={open} />
          <VerdictIcon verdict={verdict} />
          <span>{text('list.group', { verdict: text(`verdict.${verdict}`), count: findings.length })}</span>
        </button>
      </h3>
      <div id={list} hidden={!open}>
        {open && (
          <>
            <p className="quiet group-meaning">{text(`verdict.${verdict}.meaning`)}</p>
            <ul className="finding-list">
              {findings.slice(0, limit).map((finding) => (
                <FindingItem
                  key={finding.id}
                  finding={finding}
                  current={selection !== null && sameCell(selection, finding.cell)}
                />
              ))}
            </ul>
            {rest > 0 && (
              <Button size="small" className="wide" onClick={() => setLimit(limit + PAGE_SIZE)}>
                {text('list.more', { count: Math.min(PAGE_SIZE, rest), rest })}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
