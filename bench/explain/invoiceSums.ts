import { roundedRatio } from './billing';
import type { InvoicePlan } from './invoicePlan';

/** What may be wrong in how an invoice was added up. */
export interface Adding {
  /** How often each line is counted, 1 unless something is wrong. */
  readonly counts: number[];
  readonly doubled: boolean;
  readonly allowanceTakenOff: boolean;
  /** The tax is on the lines without what was allowed. */
  readonly taxedBeforeAllowance: boolean;
  /** The standard rate that the tax was computed with, in percent. */
  readonly standard: number;
}

export const rightly = (plan: InvoicePlan): Adding => ({
  counts: plan.lines.map(() => 1),
  doubled: false,
  allowanceTakenOff: true,
  taxedBeforeAllowance: false,
  standard: plan.rates[0] ?? 0,
});

/** Income tax withheld from fees: 10.21 %, and 20.42 % of what exceeds 1,000,000 yen (所得税法205条, 復興財源確保法28条). */
function withheldFrom(net: number): number {
  const most = 1_000_000;
  return net <= most
    ? roundedRatio(net * 1021, 10_000, 'down')
    : 102_100 + roundedRatio((net - most) * 2042, 10_000, 'down');
}

/** The figures of an invoice by the names of their cells, as they follow from its lines. */
export function addUp(plan: InvoicePlan, adding: Adding): Map<string, number> {
  const { lines, rates, allowance, charge, after, paid, statement } = plan;
  const figures = new Map<string, number>();
  const times = (index: number) => (adding.counts[index] ?? 1) * (adding.doubled ? 2 : 1);
  lines.forEach((line, index) => {
    figures.set(`quantity${index}`, line.quantity);
    figures.set(`price${index}`, line.price);
    figures.set(`amount${index}`, line.amount);
  });
  const over = (chosen: (percent: number, group: number) => boolean, factor = times) =>
    lines.reduce(
      (sum, { amount, percent, group }, index) => (chosen(percent, group) ? sum + amount * factor(index) : sum),
      0,
    );
  for (let group = 0; plan.groups > 1 && group < plan.groups; group += 1)
    figures.set(
      `group${group}`,
      over(
        (_, own) => own === group,
        (index) => adding.counts[index] ?? 1,
      ),
    );
  const subtotal = over(() => true);
  const off = allowance && adding.allowanceTakenOff ? allowance.value : 0;
  const net = subtotal - off + (charge?.value ?? 0);
  figures.set('subtotal', subtotal);
  if (allowance) figures.set('allowance', plan.allowanceSigned ? -allowance.value : allowance.value);
  if (charge) figures.set('charge', charge.value);
  figures.set('net', net);
  let tax = 0;
  for (const percent of rates) {
    const own = over((each) => each === percent);
    const base = own - (allowance?.percent === percent ? off : 0) + (charge?.percent === percent ? charge.value : 0);
    const taxed = base + (adding.taxedBeforeAllowance && allowance?.percent === percent ? off : 0);
    const rate = percent === rates[0] ? adding.standard : percent;
    const divisor = plan.inclusive ? 100 + rate : 100;
    const part = Math.sign(taxed) * roundedRatio(Math.abs(taxed) * rate, divisor, plan.taxMode);
    figures.set(`base${percent}`, base);
    figures.set(`tax${percent}`, part);
    tax += part;
  }
  if (plan.taxShown === 'none' && !statement) tax = 0;
  figures.set('tax', tax);
  const gross = net + (plan.inclusive ? 0 : tax) + (after ?? 0);
  if (after !== null) figures.set('after', after);
  figures.set('gross', gross);
  const withheld = plan.withheld ? withheldFrom(net) : 0;
  if (paid !== null) figures.set('paid', paid);
  if (plan.withheld) figures.set('withheld', withheld);
  figures.set('due', gross - (paid ?? 0) - withheld);
  if (statement) {
    const carried = statement.previous - statement.received;
    figures.set('previous', statement.previous);
    figures.set('received', statement.received);
    figures.set('carried', carried);
    figures.set('purchases', net);
    figures.set('statementTax', tax);
    figures.set('statementDue', carried + net + tax);
  }
  const last = paid !== null || plan.withheld ? 'due' : plan.taxShown === 'none' ? 'net' : 'gross';
  figures.set('header', figures.get(last) ?? 0);
  return figures;
}
