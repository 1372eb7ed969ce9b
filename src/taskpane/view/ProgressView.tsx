import { Button, ProgressBar } from '@fluentui/react-components';
import { useId } from 'react';
import { useLanguage } from '../language';
import type { Activity } from '../session/state';
import { useSession } from './SessionContext';

/** How far a task is, and the way to stop it. */
export function ProgressView({ activity }: { readonly activity: Activity }) {
  const session = useSession();
  const { text } = useLanguage();
  const label = useId();
  const { step, done, total, cancelling } = activity;
  const words = cancelling ? text('progress.cancelling') : text(`progress.${step}`);
  return (
    <section className="progress">
      <p id={label} className="progress-words">
        <span>{words}</span>
        {total > 1 && <span className="number">{text('progress.count', { done, total })}</span>}
      </p>
      {total > 0 ? (
        <ProgressBar aria-labelledby={label} value={done / total} />
      ) : (
        <ProgressBar aria-labelledby={label} />
      )}
      <Button onClick={() => session.cancel()} disabled={cancelling}>
        {text('progress.cancel')}
      </Button>
    </section>
  );
}
