import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type PaneText, useLanguage } from '../language';
import type { Fault } from '../session/state';
import { CellLink } from './CellLink';
import { useSession, useSessionState } from './SessionContext';

/** What the user has to know before reading on: a fault, a stop, a workbook that changed. */
export function Notices() {
  const session = useSession();
  const { text } = useLanguage();
  const { fault, cancelled, stale, activity } = useSessionState();
  if (activity !== null) return null;
  const changedMeanwhile = fault?.code === 'changed-meanwhile';
  if (fault === null && cancelled === null && !stale) return null;
  return (
    <div className="notices">
      {fault !== null && (
        <Notice
          kind="fault"
          title={text('fault.title')}
          actions={
            <>
              <Button size="small" appearance="primary" onClick={() => void session.retry()}>
                {text(changedMeanwhile ? 'fault.verify' : 'fault.retry')}
              </Button>
              <Button size="small" onClick={() => session.dismiss()}>
                {text('fault.dismiss')}
              </Button>
            </>
          }
        >
          {faultText(fault, text)}
        </Notice>
      )}
      {cancelled !== null && (
        <Notice
          kind="notice"
          title={text(`cancelled.${cancelled}`)}
          actions={
            <Button size="small" onClick={() => session.dismiss()}>
              {text('fault.dismiss')}
            </Button>
          }
        />
      )}
      {stale && !changedMeanwhile && (
        <Notice
          kind="notice"
          title={text('stale.title')}
          actions={
            <Button size="small" appearance="primary" onClick={() => void session.verify()}>
              {text('stale.verify')}
            </Button>
          }
        >
          {text('stale.what')}
        </Notice>
      )}
    </div>
  );
}

/** Names the sheets that were written; each opens with a click. */
export function WrittenNotice({ sheets }: { readonly sheets: readonly string[] }) {
  const { text } = useLanguage();
  return (
    <div className="notice notice-done">
      <p className="notice-title">{text('write.done')}</p>
      <ul className="sheet-links">
        {sheets.map((sheet) => (
          <li key={sheet}>
            <CellLink cell={{ sheet, row: 0, column: 0 }} label={sheet} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NoticeProps {
  readonly kind: 'fault' | 'notice';
  readonly title: string;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

function Notice({ kind, title, actions, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'fault' ? 'alert' : 'status'}>
      <p className="notice-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      <div className="actions">{actions}</div>
    </div>
  );
}

const OWN_TEXT = [
  'cell-edit-mode',
  'changed-meanwhile',
  'protected',
  'host-failed',
  'host-too-old',
  'too-large',
  'unexpected',
] as const;

/** What happened and what to do about it. */
function faultText({ code, detail }: Fault, text: PaneText): string {
  const own = OWN_TEXT.find((known) => known === code);
  return text(`fault.${own ?? 'other'}`, { detail: detail || (own ? text('fault.no-detail') : code) });
}
