import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import { sameCell } from '../../core/sheets/address';
import { useLanguage } from '../language';
import { entriesOf, type FindingGroup, groupFindings, isQuiet } from '../session/findings';
import { FindingItem } from './FindingItem';
import { FindingRun } from './FindingRun';
import { Chevron, VerdictIcon } from './icons';
import { Paged } from './Paged';
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
        <Group
          key={`${group.verdict}-${filter ?? ''}`}
          group={group}
          open={filter !== null || !isQuiet(group.verdict)}
        />
      ))}
    </section>
  );
}

/** Findings of one verdict. Figures that agree stay closed until asked for. */
function Group({ group, open: openAtFirst }: { readonly group: FindingGroup; readonly open: boolean }) {
  const { text } = useLanguage();
  const { selection } = useSessionState();
  const [open, setOpen] = useState(openAtFirst);
  const { verdict, findings } = group;
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
            <Paged items={entriesOf(group)}>
              {(entry) =>
                'findings' in entry ? (
                  <FindingRun key={entry.first.id} run={entry} />
                ) : (
                  <FindingItem
                    key={entry.id}
                    finding={entry}
                    current={selection !== null && sameCell(selection, entry.cell)}
                  />
                )
              }
            </Paged>
          </>
        )}
      </div>
    </div>
  );
}
