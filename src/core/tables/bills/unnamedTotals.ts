import { type Decimal, ZERO } from '../../values/decimal';
import { amountColumn, type Column } from '../column';
import type { Line } from '../lines';
import { lessens } from '../words/settlementWords';
import type { TotalLabel } from '../words/totalWords';

const FEWEST_PARTS = 2;
const UNNAMED: TotalLabel = {
  kind: 'total',
  rank: 3,
  weak: false,
  loose: false,
  gross: false,
  net: true,
  inclusive: false,
  rate: null,
};

/**
 * Totals of bills that no word of their label tells, but their place and their figure: what is taxed stands right above the tax
 * and is the sum of all lines, and what stands right below the tax is that sum with the tax (工事費, 消費税, 請負代金).
 */
export function withUnnamedTotals(lines: readonly Line[], columns: readonly Column[]): readonly Line[] {
  const column = amountColumn(columns)?.column;
  const taxes = lines.filter(({ kind, total }) => kind === 'tax' && total?.inclusive !== true);
  const [tax] = taxes;
  if (column === undefined || !tax || taxes.length > 1) return lines;
  const at = lines.indexOf(tax);
  const figure = (line: Line | undefined) => line?.figures.get(column)?.value ?? null;
  const isDetail = (line: Line | undefined): line is Line => line?.kind === 'detail' && line.settlement === null;
  const above = lines[at - 1];
  const netAt = isDetail(above) && addsUpTo(figure(above), lines.slice(0, at - 1), column) ? at - 1 : -1;
  const net = figure(above?.kind === 'total' || netAt >= 0 ? above : undefined);
  const below = lines[at + 1];
  const taxed = figure(tax);
  const grossAt = isDetail(below) && net && taxed && figure(below)?.eq(net.plus(taxed)) ? at + 1 : -1;
  if (netAt < 0 && grossAt < 0) return lines;
  return lines.map((line, index): Line => {
    if (index !== netAt && index !== grossAt) return line;
    const gross = index === grossAt;
    return { ...line, kind: 'total', total: { ...UNNAMED, rank: gross ? 4 : 3, gross, net: !gross } };
  });
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
    if (value.gt(0) && lessens(line.label)) less = less.plus(value);
  }
  return figure !== null && parts >= FEWEST_PARTS && (figure.eq(sum) || figure.eq(sum.minus(less.times(2))));
}
