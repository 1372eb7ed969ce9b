import { Button } from '@fluentui/react-components';
import { useLanguage } from '../language';
import { WrittenNotice } from './Notices';
import { ProgressView } from './ProgressView';
import { useSession, useSessionState } from './SessionContext';

/** At the pane's foot: writes the sheets, shows how far it is, and names them afterwards. */
export function WriteBar() {
  const session = useSession();
  const { language, text } = useLanguage();
  const { activity, written, stale } = useSessionState();
  return (
    <footer className="write-bar">
      {written !== null && <WrittenNotice sheets={written} />}
      {activity?.task === 'write' ? (
        <ProgressView activity={activity} />
      ) : (
        <>
          <Button
            appearance={stale ? 'secondary' : 'primary'}
            className="wide"
            aria-describedby="write-explain"
            onClick={() => void session.write(language)}
          >
            {text('write.button')}
          </Button>
          <p id="write-explain" className={written === null ? 'quiet' : 'visually-hidden'}>
            {text('write.explain')}
          </p>
        </>
      )}
    </footer>
  );
}
