import { useLanguage } from '../language';
import { headline } from './headline';
import { useSessionState } from './SessionContext';

/** Tells screen readers what happened. Faults and the notice of changes are announced where they stand. */
export function Announcer() {
  const { language, text } = useLanguage();
  const { activity, verified, written } = useSessionState();
  let words = '';
  if (activity !== null) words = text(`progress.${activity.step}`);
  else if (written !== null) {
    words = text('write.announce', { sheets: written.join(language === 'ja' ? '、' : ', ') });
  } else if (verified !== null) {
    words = text('summary.announce', { headline: headline(verified.verification, text) });
  }
  return (
    <div className="visually-hidden" role="status">
      {words}
    </div>
  );
}
