import { Link } from '@fluentui/react-components';
import { type CellAddress, qualifiedCell } from '../../core/sheets/address';
import { useLanguage } from '../language';
import { useSession } from './SessionContext';

interface CellLinkProps {
  readonly cell: CellAddress;
  /** The words of the link; the cell's reference where not given. */
  readonly label?: string;
}

/** Selects a cell in the workbook. */
export function CellLink({ cell, label }: CellLinkProps) {
  const session = useSession();
  const { text } = useLanguage();
  const reference = qualifiedCell(cell);
  return (
    <Link
      as="button"
      className="cell-link"
      title={text('list.select', { cell: reference })}
      onClick={() => void session.select(cell)}
    >
      {label ?? reference}
    </Link>
  );
}
