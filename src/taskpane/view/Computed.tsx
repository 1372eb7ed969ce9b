import { prorationLabel } from '../../core/checks/prorationLabel';
import type { ComputedRow, ComputedTable, ComputedTotal, Verification } from '../../core/checks/verification';
import { qualifiedCell } from '../../core/sheets/address';
import type { Table } from '../../core/tables/document';
import { renderDecimal, renderMessage } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { Prose } from './Prose';
import { sourceText } from './words';

/** How many rows of a table are listed before the rest is only counted. */
const MOST_ROWS = 8;

/** What empty cells are to hold: how many were computed, by which rule, their figures, and where they are written. */
export function Computed({ verification }: { readonly verification: Verification }) {
  const { text } = useLanguage();
  const { computed, document } = verification;
  if (computed.length === 0) return null;
  return (
    <section className="totals" aria-labelledby="computed-title">
      <h2 id="computed-title">{text('computed.title')}</h2>
      {computed.map((each) => {
        const table = document.tables.find(({ id }) => id === each.table);
        return table && <ComputedPart key={each.table} computed={each} table={table} />;
      })}
      <p className="quiet">{text('computed.where')}</p>
    </section>
  );
}

function ComputedPart({ computed, table }: { readonly computed: ComputedTable; readonly table: Table }) {
  const { language, text } = useLanguage();
  const { rule, rows, totals } = computed;
  const count = rows.filter(({ counted, amount }) => counted || amount !== null).length;
  const rest = rows.length - MOST_ROWS;
  return (
    <>
      <p>{text('computed.count', { count, sheet: table.sheet })}</p>
      {rule && (
        <p className="quiet">
          <Prose>
            {text('computed.rule', {
              rule: renderMessage(prorationLabel(rule.value), language),
              source: sourceText(rule.source, language, text),
            })}
          </Prose>
        </p>
      )}
      <dl className="total-list">
        {rows.slice(0, MOST_ROWS).map((row) => (
          <RowLine key={row.row} row={row} table={table} />
        ))}
        {totals.map((total) => (
          <TotalLine key={qualifiedCell(total.cell)} total={total} />
        ))}
      </dl>
      {rest > 0 && <p className="quiet">{text('computed.more', { rest })}</p>}
    </>
  );
}

function RowLine({ row, table }: { readonly row: ComputedRow; readonly table: Table }) {
  const { language, text } = useLanguage();
  const { days, amount, reason } = row;
  const own = table.rows[row.row];
  const cell = row.amountCell ?? row.daysCell ?? own?.nameCell ?? null;
  const name = own?.name ?? '';
  return (
    <div>
      <dt>{cell ? <CellLink cell={cell} label={name === '' ? qualifiedCell(cell) : name} /> : name}</dt>
      <dd className={reason ? 'quiet' : 'number'}>
        {reason
          ? renderMessage(reason, language)
          : amount
            ? text('computed.days-amount', { days: days ?? 0, amount: renderDecimal(amount) })
            : text('computed.days', { days: days ?? 0 })}
      </dd>
    </div>
  );
}

function TotalLine({ total: { cell, label, value } }: { readonly total: ComputedTotal }) {
  const { text } = useLanguage();
  if (value === null) return null;
  return (
    <div>
      <dt>
        <CellLink cell={cell} label={label} />
      </dt>
      <dd className="number">{text('totals.yen', { value: renderDecimal(value) })}</dd>
    </div>
  );
}
