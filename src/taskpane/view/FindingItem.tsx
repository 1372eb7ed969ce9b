import { memo, useId, useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import { qualifiedCell } from '../../core/sheets/address';
import { renderMessage } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { FindingDetails, hasDetails } from './FindingDetails';
import { Chevron } from './icons';
import { Prose } from './Prose';
import { useSession } from './SessionContext';
import { signed, valueText } from './words';

interface FindingItemProps {
  readonly finding: Finding;
  /** The finding's cell is the one that is selected in the workbook. */
  readonly current: boolean;
}

/** One finding: choosing it selects its cell; its details open below. */
export const FindingItem = memo(function FindingItem({ finding, current }: FindingItemProps) {
  const session = useSession();
  const { language, text } = useLanguage();
  const [open, setOpen] = useState(false);
  const details = useId();
  const reference = qualifiedCell(finding.cell);
  const { stated, computed, difference, inPercent } = finding;
  const wrong = difference !== null && !difference.isZero();
  return (
    <li className={`finding${current ? ' finding-current' : ''}`}>
      <button
        type="button"
        className="finding-main"
        aria-current={current ? 'true' : undefined}
        title={text('list.select', { cell: reference })}
        onClick={() => void session.select(finding.cell)}
      >
        <span className="finding-head">
          <span className="finding-cell">{reference}</span>
          <span className="finding-kind">{text(`kind.${finding.kind}`)}</span>
        </span>
        <span className="finding-message">
          <Prose>{renderMessage(finding.message, language)}</Prose>
        </span>
        {(stated !== null || computed !== null) && (
          <span className="figures">
            <Figure label={text('list.stated')} value={valueText(stated, language, text, inPercent)} />
            <Figure label={text('list.computed')} value={valueText(computed, language, text, inPercent)} />
            <Figure
              label={text('list.difference')}
              value={difference === null ? text('list.none') : signed(difference, inPercent)}
              strong={wrong}
            />
          </span>
        )}
      </button>
      {hasDetails(finding) && (
        <>
          <button
            type="button"
            className="finding-more"
            aria-expanded={open}
            aria-controls={details}
            aria-label={text('list.details-of', { cell: reference })}
            onClick={() => setOpen(!open)}
          >
            <Chevron open={open} />
            {text('list.details')}
          </button>
          <div id={details} hidden={!open}>
            {open && <FindingDetails finding={finding} />}
          </div>
        </>
      )}
    </li>
  );
});

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

function Figure({ label, value, strong = false }: FigureProps) {
  return (
    <span className="figure">
      <span className="figure-label">{label}</span>
      <span className={`number${strong ? ' number-strong' : ''}`}>{value}</span>
    </span>
  );
}
