import { Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { AdjustedTotals, ComparedFigures, ViewKind } from '../../core/report/adjusted/adjustedTotals';
import { groupName } from '../../core/report/adjusted/groupNames';
import { areaName } from '../../core/sheets/address';
import { renderDecimal } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { signed } from './words';

/** How many groups are shown at first, and how many more at a time. */
const GROUPS_AT_ONCE = 10;

/** Net, tax and gross under both rules with their difference: in all, and by what the user picks. */
export function ComparisonTable({ totals }: { readonly totals: AdjustedTotals }) {
  const { text } = useLanguage();
  const { kinds, all } = totals;
  const [picked, setPicked] = useState<ViewKind | null>(null);
  const kind = kinds.find((each) => each === picked) ?? null;
  return (
    <>
      <table className="compare-table">
        <caption className="visually-hidden">{text('compare.table')}</caption>
        <ColumnHeads />
        <GroupRows name={text('adjusted.all')} figures={all} />
      </table>
      <Field label={text('compare.view')} orientation="horizontal">
        <Select
          size="small"
          value={kind ?? ''}
          onChange={(_, { value }) => setPicked(kinds.find((each) => each === value) ?? null)}
        >
          <option value="">{text('compare.view.none')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {text(`adjusted.by.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {kind && <ViewTable key={kind} kind={kind} totals={totals} />}
    </>
  );
}

function ViewTable({ kind, totals }: { readonly kind: ViewKind; readonly totals: AdjustedTotals }) {
  const { text } = useLanguage();
  const { groups, residue } = useMemo(() => totals.view(kind), [totals, kind]);
  const [limit, setLimit] = useState(GROUPS_AT_ONCE);
  const rest = groups.length - limit;
  return (
    <>
      <table className="compare-table">
        <caption className="visually-hidden">{text(`adjusted.by.${kind}`)}</caption>
        <ColumnHeads />
        {groups.slice(0, limit).map(({ index, ...figures }) => (
          <GroupRows
            key={index ?? -1}
            name={<GroupLabel kind={kind} index={index} totals={totals} />}
            figures={figures}
          />
        ))}
      </table>
      {rest > 0 && (
        <Button size="small" className="wide" onClick={() => setLimit(limit + GROUPS_AT_ONCE)}>
          {text('compare.more', { count: Math.min(GROUPS_AT_ONCE, rest), rest })}
        </Button>
      )}
      {!(residue.own.isZero() && residue.compared.isZero()) && (
        <p className="quiet">
          {text('compare.residue', { own: renderDecimal(residue.own), compared: renderDecimal(residue.compared) })}
        </p>
      )}
    </>
  );
}

interface GroupLabelProps {
  readonly kind: ViewKind;
  readonly index: number | null;
  readonly totals: AdjustedTotals;
}

/** What a group is called in the document, as a link to where it stands. */
function GroupLabel({ kind, index, totals: { ledger } }: GroupLabelProps) {
  const { text } = useLanguage();
  const part = kind === 'part' && index !== null ? ledger.parts[index] : undefined;
  if (part) {
    const { sheet, range } = part.table;
    const cell = { sheet, row: range.top, column: range.left };
    return <CellLink cell={cell} label={`${sheet} ${areaName(range)}`} />;
  }
  const { name, month, cell } = groupName(ledger, kind, index);
  if (month) return <>{text('adjusted.month', { year: month.year, month: month.month })}</>;
  if (name === null || name === '') return cell ? <CellLink cell={cell} /> : <>{text(`adjusted.none.${kind}`)}</>;
  return cell ? <CellLink cell={cell} label={name} /> : <>{name}</>;
}

function ColumnHeads() {
  const { text } = useLanguage();
  return (
    <thead>
      <tr>
        <td />
        <th scope="col">{text('compare.column.own')}</th>
        <th scope="col">{text('compare.column.other')}</th>
        <th scope="col">{text('compare.column.difference')}</th>
      </tr>
    </thead>
  );
}

function GroupRows({ name, figures }: { readonly name: ReactNode; readonly figures: ComparedFigures }) {
  const { text } = useLanguage();
  const { own, compared, difference } = figures;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="compare-group">
          {name}
        </th>
      </tr>
      {(['net', 'tax', 'gross'] as const).map((part) => (
        <tr key={part}>
          <th scope="row">{text(`compare.${part}`)}</th>
          <td className="number">{renderDecimal(own[part])}</td>
          <td className="number">{renderDecimal(compared[part])}</td>
          <td className={difference[part].isZero() ? 'number quiet' : 'number number-strong'}>
            {signed(difference[part])}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
