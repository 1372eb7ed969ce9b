import { joinCells, qualifiedCell, sameCell } from '../sheets/address';
import type { Document, OddFormula } from '../tables/document';
import { Decimal, ZERO } from '../values/decimal';
import { comparison, draft, type DraftFinding, statedOnly } from './draft';
import type { Cause, Message } from './finding';
import { message } from './message';
import { rankCauses } from './rankCauses';

/** A formula longer than this is shown by its beginning. */
const LONGEST_SHOWN = 60;
/** A formula that neighbours contradict, and whose repair makes a failing figure hold, is this many bits likelier than any other cause. */
const AHEAD_BITS = 4;
const ALONE_BITS = 4;

/**
 * What the other checks say, with what the workbook's formulas add to it. A figure whose formula its neighbours contradict may be meant
 * so: that is a doubt. Where another check doubts the figure already, the formula is its cause, or nothing is added.
 */
export function withFormulas(document: Document, others: readonly DraftFinding[]): DraftFinding[] {
  if (document.oddFormulas.length === 0) return [...others];
  const odd = new Map(document.oddFormulas.map((each) => [qualifiedCell(each.figure.cell), each]));
  const doubted = new Set<OddFormula>();
  const told = others.map((finding) => {
    const own = isDoubt(finding) ? odd.get(qualifiedCell(finding.cell)) : undefined;
    if (!own) return finding;
    doubted.add(own);
    return { ...finding, causes: causesWith(own, finding) };
  });
  return [...told, ...document.oddFormulas.filter((each) => !doubted.has(each)).map(findingOf)];
}

const isDoubt = ({ verdict }: DraftFinding): boolean => verdict === 'disagrees' || verdict === 'possible';

function findingOf(odd: OddFormula): DraftFinding {
  return draft({
    kind: 'formula',
    verdict: 'possible',
    ...(odd.value ? comparison(odd.figure, odd.value) : statedOnly(odd.figure)),
    operands: odd.skipped.length > 0 ? joinCells(odd.skipped) : odd.alike,
    expression: odd.reckons,
    message: messageOf(odd),
  });
}

/** The causes with the formula as one of them: with the one that tells of the same repair, or alone. */
function causesWith(odd: OddFormula, { causes, computed, tolerance }: DraftFinding): readonly Cause[] {
  const repairs = odd.value && computed?.minus(odd.value).abs().lessThanOrEqualTo(tolerance);
  if (!repairs) return causes;
  const [first] = causes;
  const { cell, value } = odd.figure;
  const cost = first ? Math.max(0, first.cost - AHEAD_BITS) : ALONE_BITS;
  const formula = messageOf(odd);
  const same = causes.find((cause) => isSameRepair(cause, odd));
  const led: Cause = same
    ? { ...same, cost, label: message('cause.with-formula', { cause: same.label, formula }) }
    : { kind: 'odd-formula', cell, stated: value, suggested: odd.value, cost, label: formula };
  return rankCauses([led, ...causes.filter((cause) => cause !== same)]);
}

function isSameRepair(
  { kind, cell, suggested, together = [] }: Cause,
  { figure, value, skipped }: OddFormula,
): boolean {
  if (together.length > 0) return false;
  if (kind === 'omitted-row') return skipped.length === 1 && skipped.some((one) => sameCell(one, cell));
  return sameCell(cell, figure.cell) && value !== null && Decimal.isDecimal(suggested) && suggested.equals(value);
}

function messageOf({ deviation, own, usual, alikeCount, alike, skipped, value }: OddFormula): Message {
  const [first] = alike;
  const params = { usual: shown(usual), own: own === null ? '' : shown(own), computed: value ?? ZERO };
  if (deviation === 'skips') return message('formula.skips', { ...params, skipped: [...skipped] });
  const example = first ? { sheet: first.sheet, row: first.top, column: first.left } : '';
  return message(`formula.${deviation}${value ? '' : '-unknown'}`, { ...params, count: alikeCount, example });
}

function shown(formula: string): string {
  return formula.length > LONGEST_SHOWN ? `${formula.slice(0, LONGEST_SHOWN)}…` : formula;
}
