import { Button } from '@fluentui/react-components';
import { useLanguage } from '../language';
import { useSession, useSessionState } from './SessionContext';

/** Says what was looked for, shows what is found, and what can be done. */
export function NothingFound() {
  const session = useSession();
  const { stale } = useSessionState();
  const { text } = useLanguage();
  return (
    <section className="nothing">
      <h2>{text('nothing.title')}</h2>
      <p>{text('nothing.looked')}</p>
      <table className="example">
        <caption>{text('nothing.example')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('nothing.example-name')}</th>
            <th scope="col">{text('nothing.example-date')}</th>
            <th scope="col">{text('nothing.example-days')}</th>
            <th scope="col">{text('nothing.example-amount')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{text('nothing.example-row')}</td>
            <td className="number">2024/4/12</td>
            <td className="number">11</td>
            <td className="number">33,000</td>
          </tr>
          <tr>
            <td>{text('nothing.example-total')}</td>
            <td />
            <td />
            <td className="number">33,000</td>
          </tr>
        </tbody>
      </table>
      <h3>{text('nothing.do')}</h3>
      <ul className="advice">
        <li>{text('nothing.do.headers')}</li>
        <li>{text('nothing.do.numbers')}</li>
        <li>{text('nothing.do.terms')}</li>
      </ul>
      <h3>{text('nothing.name')}</h3>
      <p>{text('nothing.name.what')}</p>
      <ol className="advice">
        <li>{text('nothing.name.select')}</li>
        <li>{text('nothing.name.define')}</li>
        <li>{text('nothing.name.prefix')}</li>
      </ol>
      {!stale && (
        <Button appearance="primary" onClick={() => void session.verify()}>
          {text('summary.verify-again')}
        </Button>
      )}
    </section>
  );
}
