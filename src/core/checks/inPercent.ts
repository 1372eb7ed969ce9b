import { qualifiedCell } from '../sheets/address';
import type { Document } from '../tables/document';
import { Decimal } from '../values/decimal';
import type { DraftFinding } from './draft';
import type { Cause, Message, MessageParam } from './finding';

/** What a sentence says of the figure in its cell. */
const OWN_FIGURES = new Set(['stated', 'computed', 'difference', 'tolerance', 'suggested']);
/** Sentences whose figures are put in percent by the check itself, or are of other cells. */
const IN_PERCENT_ALREADY = /^(ratio|share|rate)\./;

/**
 * Findings about cells that print fractions in percent say 62.1 % where the cell says so, not 0.621; so do their causes, each as its
 * own cell prints.
 */
export function shownInPercent(findings: readonly DraftFinding[], { percentCells }: Document): DraftFinding[] {
  if (percentCells.size === 0) return [...findings];
  const inPercent = (cell: Cause['cell']) => percentCells.has(qualifiedCell(cell));
  return findings.map((finding) => {
    const causes = finding.causes.map((cause) =>
      inPercent(cause.cell) ? { ...cause, label: asFractions(cause.label), inPercent: true as const } : cause,
    );
    return inPercent(finding.cell)
      ? { ...finding, causes, message: asFractions(finding.message), inPercent: true as const }
      : { ...finding, causes };
  });
}

function asFractions(told: Message): Message {
  const entries = Object.entries(told.params).map(([name, value]): [string, MessageParam] => {
    if (isMessage(value)) return [name, asFractions(value)];
    const own = OWN_FIGURES.has(name) && Decimal.isDecimal(value) && !IN_PERCENT_ALREADY.test(told.code);
    return [name, own ? { fraction: value } : value];
  });
  return { ...told, params: Object.fromEntries(entries) };
}

function isMessage(value: MessageParam): value is Message {
  return typeof value === 'object' && 'code' in value;
}
