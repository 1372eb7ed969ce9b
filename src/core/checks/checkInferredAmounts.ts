import { multiplesIn } from '../rules/roundness';
import type { Figure, Table } from '../tables/document';
import { Decimal } from '../values/decimal';
import { floorDivide } from '../values/integers';
import { draft, type DraftFinding, statedOnly } from './draft';
import type { Explanation, Message } from './finding';
import { type InferredProration, twoComponents } from './inferProration';
import { message } from './message';
import { prorationLabel } from './prorationLabel';
import type { InferredRow } from './verification';

/**
 * What the inferred rule says of every amount: the fee that it implies, and whether that fee is as round as the others'. Never
 * that an amount is wrong: the rule was inferred from the amounts themselves.
 */
export function checkInferredAmounts(table: Table, inferred: InferredProration): DraftFinding[] {
  return inferred.inference.rows.flatMap((row) => {
    const amount = table.rows[row.row]?.amount;
    return amount ? [checkRow(amount, row, inferred)] : [];
  });
}

function checkRow(amount: Figure, row: InferredRow, inferred: InferredProration): DraftFinding {
  const { rule, strength } = inferred.inference;
  const label = prorationLabel(rule);
  const base = { kind: 'amount' as const, ...statedOnly(amount) };
  if (strength === 'not-enough-evidence') {
    const reason = row.fees
      ? message('amount.not-enough-evidence', { rule: label, fees: feesOf(row.fees.least, row.fees.greatest) })
      : message('amount.not-checked', { reason: message('reason.no-known-rule') });
    return draft({ ...base, verdict: 'not-checked', message: reason });
  }
  if (!row.fees || row.fee === null) {
    return draft({ ...base, verdict: 'possible', message: message('amount.no-fee', { rule: label }) });
  }
  const explanations: Explanation[] = [rule, ...inferred.inference.equivalent, ...inferred.inference.alike].map(
    (each) => ({
      id: each.id,
      label: prorationLabel(each),
      value: amount.value,
      fits: true,
    }),
  );
  const taken = { rule: { id: rule.id, label }, explanations };
  if (row.odd) return draft({ ...base, ...taken, verdict: 'possible', message: oddMessage(row, inferred, label) });
  if (strength === 'possible') {
    return draft({
      ...base,
      ...taken,
      verdict: 'possible',
      message: message('amount.possible', { rule: label, fee: row.fee }),
    });
  }
  const step = new Decimal(inferred.profile.main);
  const round = step.greaterThan(1) && row.fee.mod(step).isZero();
  return draft({
    ...base,
    ...taken,
    verdict: 'explained',
    message: round
      ? message('amount.explained-round', { rule: label, fee: row.fee, step })
      : message('amount.explained-whole', { rule: label, fee: row.fee }),
  });
}

/** The odd row: no multiple of the usual step fits; where two fees floored apart would, the multiple that they could total. */
function oddMessage(row: InferredRow, { rows, inference, profile }: InferredProration, label: Message): Message {
  const least = row.fees?.least ?? new Decimal(0);
  const greatest = row.fees?.greatest ?? new Decimal(0);
  const params = { rule: label, fees: feesOf(least, greatest), step: profile.main };
  const charged = rows.find((each) => each.index === row.row);
  const two = charged ? twoComponents(charged, inference.rule) : null;
  if (!two || multiplesIn(two, profile.main) === 0) return message('amount.odd', params);
  return message('amount.odd-components', {
    ...params,
    feesOfTwo: feesOf(new Decimal(two.least), new Decimal(two.greatest)),
    sum: floorDivide(two.greatest, profile.main) * profile.main,
  });
}

/** The fees from `least` to `greatest`, or the only one. */
function feesOf(least: Decimal, greatest: Decimal): Message {
  return least.equals(greatest) ? message('fees.one', { least }) : message('fees.interval', { least, greatest });
}
