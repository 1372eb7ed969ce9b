import { printsYen } from '../../core/checks/printsYen';
import type { Verification } from '../../core/checks/verification';
import type { Decimal } from '../../core/values/decimal';
import { renderDecimal } from '../../messages/renderMessage';
import { useLanguage } from '../language';

/** What the tables come to: net, tax, gross, damages and all together, as far as the workbook has them; without a unit where that is not plain yen. */
export function Totals({ verification }: { readonly verification: Verification }) {
  const { text } = useLanguage();
  const { net, tax, gross, claims, grand } = verification.totals;
  const yen = printsYen(verification.document);
  if (grand === null) return null;
  const shown = (value: Decimal) => (yen ? text('totals.yen', { value: renderDecimal(value) }) : renderDecimal(value));
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
            <dd className="number">{value !== null && shown(value)}</dd>
          </div>
        ))}
        {joined && (
          <div className="total-grand">
            <dt>{text(gross === null ? 'totals.grand-net' : 'totals.grand')}</dt>
            <dd className="number">{shown(grand)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
