import { type Decimal, ZERO } from '../../values/decimal';
import { amountColumn, type Column } from '../column';
import type { Line } from '../lines';
import { settlementOfLine } from '../signedTerms';
import { lessens } from '../words/settlementWords';
import { NOTHING_SAID, type TotalLabel } from '../words/totalWords';

const FEWEST_PARTS = 2;
const UNNAMED: TotalLabel = { ...NOTHING_SAID, kind: 'total', net: true };
const UNNAMED_GROSS: TotalLabel = { ...UNNAMED, rank: 4, gross: true, net: false };

/**
 * Totals of bills that no word of their label tells, but their place and their figure: what is taxed stands right above the tax
 * and is the sum of all lines, what stands right below the tax is that sum with the tax (工事費, 消費税, 請負代金), and what is left
 * to pay stands below what was paid (入金, 残り).
 */
export function withUnnamedTotals(lines: readonly Line[], columns: readonly Column[]): readonly Line[] {
  const column = amountColumn(columns)?.column;
  const taxes = lines.filter(({ kind, total }) => kind === 'tax' && total?.inclusive !== true);
  const [tax] = taxes;
  if (column === undefined || !tax || taxes.length > 1) return lines;
  const found = [...lines];
  const at = found.indexOf(tax);
  const figure = (index: number) => found[index]?.figures.get(column)?.value ?? null;
  const name = (index: number, total: TotalLabel, isSuch: boolean) => {
    const line = found[index];
    if (isSuch && line?.kind === 'detail' && line.settlement === null) found[index] = { ...line, kind: 'total', total };
  };
  name(at - 1, UNNAMED, addsUpTo(figure(at - 1), found.slice(0, Math.max(0, at - 1)), column));
  const [net, taxed] = [found[at - 1]?.kind === 'total' ? figure(at - 1) : null, figure(at)];
  name(at + 1, UNNAMED_GROSS, net !== null && taxed !== null && figure(at + 1)?.eq(net.plus(taxed)) === true);
  const last = found.length - 1;
  name(
    last,
    UNNAMED_GROSS,
    figure(last) !== null && restOf(found.slice(0, last), column)?.eq(figure(last) ?? ZERO) === true,
  );
  return found;
}

/** Whether the details among lines add up to a figure, what is taken off without a sign taken off or not. */
function addsUpTo(figure: Decimal | null, lines: readonly Line[], column: number): boolean {
  let sum = ZERO;
  let less = ZERO;
  let parts = 0;
  for (const line of lines) {
    const value = line.kind === 'detail' ? line.figures.get(column)?.value : undefined;
    if (!value) continue;
    parts += 1;
    sum = sum.plus(value);
    if (value.gt(0) && lessens(settlementOfLine(line))) less = less.plus(value);
  }
  return figure !== null && parts >= FEWEST_PARTS && (figure.eq(sum) || figure.eq(sum.minus(less.times(2))));
}

/** What is left of the last total once the payments right below it are taken off; null where there are none. */
function restOf(lines: readonly Line[], column: number): Decimal | null {
  let paid = ZERO;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    const value = line?.figures.get(column)?.value;
    if (!line || !value) return null;
    if (line.kind === 'total') return paid.isZero() ? null : value.minus(paid);
    if (line.kind !== 'detail' || !lessens(settlementOfLine(line))) return null;
    paid = paid.plus(value.abs());
  }
  return null;
}
