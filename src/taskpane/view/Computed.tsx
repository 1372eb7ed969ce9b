import { interestLabel } from '../../core/checks/interest/interestLabel';
import type { ReckonedInterest, ReckonedTable } from '../../core/checks/interest/resolveInterest';
import { prorationLabel } from '../../core/checks/prorationLabel';
import type { ComputedRow, ComputedTable, ComputedTotal, Verification } from '../../core/checks/verification';
import { qualifiedCell } from '../../core/sheets/address';
import type { Table } from '../../core/tables/document';
import { decimalText } from '../../core/values/decimal';
import { renderDecimal, renderMessage } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { Prose } from './Prose';
import { sourceText } from './words';

/** How many rows of a table are listed before the rest is only counted. */
const MOST_ROWS = 8;

/** Whether cells are empty whose figures follow from what is printed. */
export function computesBlanks({ computed, interest }: Verification): boolean {
  return computed.length > 0 || interest.some(({ rows }) => emptyInterest(rows).length > 0);
}

const emptyInterest = (rows: readonly ReckonedInterest[]): readonly ReckonedInterest[] =>
  rows.filter(({ interest }) => interest.blanks.interest !== null);

/** What empty cells are to hold: how many were computed, by which rule, their figures, and where they are written. */
export function Computed({ verification }: { readonly verification: Verification }) {
  const { text } = useLanguage();
  const { computed, interest, document } = verification;
  if (!computesBlanks(verification)) return null;
  return (
    <section className="totals" aria-labelledby="computed-title">
      <h2 id="computed-title">{text('computed.title')}</h2>
      {computed.map((each) => {
        const table = document.tables.find(({ id }) => id === each.table);
        return table && <ComputedPart key={each.table} computed={each} table={table} />;
      })}
      {interest.map((each) => (
        <InterestPart key={each.table.id} reckoned={each} />
      ))}
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

/** The empty cells of interest of a table, with their days, rate and interest under its rule. */
function InterestPart({ reckoned: { table, rule, rows } }: { readonly reckoned: ReckonedTable }) {
  const { language, text } = useLanguage();
  const empty = emptyInterest(rows);
  const count = empty.filter(({ computed }) => computed !== null).length;
  const rest = empty.length - MOST_ROWS;
  if (empty.length === 0) return null;
  return (
    <>
      <p>{text('computed.count', { count, sheet: table.sheet })}</p>
      <p className="quiet">
        <Prose>
          {text('computed.rule', {
            rule: renderMessage(interestLabel(rule.value), language),
            source: sourceText(rule.source, language, text),
          })}
        </Prose>
      </p>
      <dl className="total-list">
        {empty.slice(0, MOST_ROWS).map((row) => (
          <InterestLine key={row.row.row} row={row} />
        ))}
      </dl>
      {rest > 0 && <p className="quiet">{text('computed.more', { rest })}</p>}
    </>
  );
}

function InterestLine({ row: { row, interest, days, rate, computed, reason } }: { readonly row: ReckonedInterest }) {
  const { language, text } = useLanguage();
  const cell = interest.blanks.interest;
  if (!cell) return null;
  return (
    <div>
      <dt>
        <CellLink cell={cell} label={row.name === '' ? qualifiedCell(cell) : row.name} />
        {computed && rate && (
          <span className="quiet total-note">
            {text('computed.interest-terms', { rate: decimalText(rate), days: days?.days ?? 0 })}
          </span>
        )}
      </dt>
      <dd className={computed ? 'number' : 'quiet'}>
        {computed ? renderDecimal(computed) : reason && renderMessage(reason, language)}
      </dd>
    </div>
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
