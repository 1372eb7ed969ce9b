import type { DocumentTotals } from '../../core/checks/verification';
import { renderDecimal } from '../../messages/renderMessage';
import { useLanguage } from '../language';

/** What the tables come to: net, tax, gross, damages and all together, as far as the workbook has them. Yen. */
export function Totals({ totals }: { readonly totals: DocumentTotals }) {
  const { text } = useLanguage();
  const { net, tax, gross, claims, grand } = totals;
  if (grand === null) return null;
  const rows = [
    { label: text('totals.net'), value: net },
    { label: text('totals.tax'), value: tax },
    { label: text('totals.gross'), value: gross },
    { label: text('totals.claims'), value: claims, note: text('totals.claims.note') },
  ].filter((row) => row.value !== null);
  const joined = claims !== null && net !== null;
  return (
    <section className="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{text('totals.title')}</h2>
      <dl className="total-list">
        {rows.map(({ label, value, note }) => (
          <div key={label}>
            <dt>
              {label}
              {note !== undefined && <span className="quiet total-note">{note}</span>}
            </dt>
            <dd className="number">{value !== null && text('totals.yen', { value: renderDecimal(value) })}</dd>
          </div>
        ))}
        {joined && (
          <div className="total-grand">
            <dt>{text(gross === null ? 'totals.grand-net' : 'totals.grand')}</dt>
            <dd className="number">{text('totals.yen', { value: renderDecimal(grand) })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
