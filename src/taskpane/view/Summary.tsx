import { Button } from '@fluentui/react-components';
import { VERDICTS } from '../../core/checks/finding';
import type { Verification } from '../../core/checks/verification';
import { useLanguage } from '../language';
import { countVerdicts } from '../session/findings';
import { headline } from './headline';
import { VerdictIcon } from './icons';
import { useSession, useSessionState } from './SessionContext';

/** The result in one line, and how many findings there are of each verdict; a click on a count shows those alone. */
export function Summary({ verification }: { readonly verification: Verification }) {
  const session = useSession();
  const { filter, stale, activity } = useSessionState();
  const { text } = useLanguage();
  const { findings, document } = verification;
  const counts = countVerdicts(findings);
  return (
    <section className="summary" aria-labelledby="summary-headline">
      <div className="summary-line">
        <VerdictIcon verdict={counts.disagrees > 0 ? 'disagrees' : 'agrees'} />
        <h2 id="summary-headline">{headline(verification, text)}</h2>
        {!stale && (
          <Button size="small" disabled={activity !== null} onClick={() => void session.verify()}>
            {text('summary.verify-again')}
          </Button>
        )}
      </div>
      <p className="quiet">
        {counts.possible > 0 && `${text('summary.possible', { count: counts.possible })} `}
        {text('summary.checked', { figures: findings.length, tables: document.tables.length })}
      </p>
      <div className="tiles" role="group" aria-label={text('summary.filter')}>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={`tile verdict-${verdict}`}
            aria-pressed={filter === verdict}
            disabled={counts[verdict] === 0}
            title={text(`verdict.${verdict}.meaning`)}
            onClick={() => session.filter(verdict)}
          >
            <span className="tile-count">{counts[verdict]}</span>
            <span className="tile-word">
              <VerdictIcon verdict={verdict} />
              <span>{text(`verdict.${verdict}`)}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
