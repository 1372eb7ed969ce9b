import type { Verdict } from '../../core/checks/finding';

/** Drawn on 16 units in the current colour. Each verdict has a shape of its own, so that it is told without colour. */
const VERDICT_SHAPES: Readonly<Record<Verdict, string>> = {
  disagrees: 'M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5',
  possible: 'M8 1.8 L14.2 8 L8 14.2 L1.8 8 Z M8 5 V8.6 M8 10.6 V10.9',
  explained: 'M8 2.2 L14.4 13.4 H1.6 Z M8 6.2 V9.4 M8 11.2 V11.5',
  'not-checked': 'M3 8 H13',
  'within-rounding':
    'M2.5 6.4 C4.5 3.6 6.5 5 8 6 C9.5 7 11.5 7.8 13.5 5 M2.5 11 C4.5 8.2 6.5 9.6 8 10.6 C9.5 11.6 11.5 12.4 13.5 9.6',
  agrees: 'M2.8 8.6 L6.4 12 L13.2 4.2',
};

export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  return <Drawing shape={VERDICT_SHAPES[verdict]} className={`verdict-icon verdict-${verdict}`} />;
}

/** Points down when open, right when closed. */
export function Chevron({ open }: { readonly open: boolean }) {
  return <Drawing shape={open ? 'M3.5 6 L8 10.5 L12.5 6' : 'M6 3.5 L10.5 8 L6 12.5'} className="chevron" />;
}

/** The product's sign: a tick over the double rule that closes a column of figures. */
export function Logo() {
  return <Drawing shape="M3.5 5.4 L6.6 8.2 L12.5 2.2 M2.5 11 H13.5 M2.5 13.8 H13.5" className="logo" />;
}

function Drawing({ shape, className }: { readonly shape: string; readonly className: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={shape}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
