import { useLanguage } from '../language';

/** Why there is no workbook: Office is still starting, there is no Office, or it is too old. */
export type HostState = 'connecting' | 'none' | 'too-old';

/** A plain message in place of the pane. */
export function HostNotice({ state }: { readonly state: HostState }) {
  const { text } = useLanguage();
  if (state === 'connecting') return <p role="status">{text('app.connecting')}</p>;
  if (state === 'too-old') {
    return (
      <section className="host-notice">
        <h2>{text('too-old.title')}</h2>
        <p>{text('too-old.what')}</p>
      </section>
    );
  }
  return (
    <section className="host-notice">
      <h2>{text('no-host.title')}</h2>
      <p>{text('no-host.what')}</p>
      <p>{text('no-host.how')}</p>
      <p>{text('no-host.without-excel')}</p>
    </section>
  );
}
