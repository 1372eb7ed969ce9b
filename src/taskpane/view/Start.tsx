import { Button } from '@fluentui/react-components';
import { useLanguage } from '../language';
import { useSession } from './SessionContext';

/** Before the first verification. */
export function Start() {
  const session = useSession();
  const { text } = useLanguage();
  return (
    <section className="start">
      <p>{text('start.intro')}</p>
      <Button appearance="primary" size="large" className="wide" onClick={() => void session.verify()}>
        {text('start.verify')}
      </Button>
      <p className="quiet">{text('start.privacy')}</p>
    </section>
  );
}
