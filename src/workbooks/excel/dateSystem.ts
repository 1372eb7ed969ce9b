import type { DateSystem } from '../../core/values/calendar';

/** The serial number of 1904-01-01, known after the next sync: Office.js tells the date system in no other way. */
export function loadDateProbe(workbook: Excel.Workbook): Excel.FunctionResult<number> {
  const probe = workbook.functions.date(1904, 1, 1);
  probe.load('value');
  return probe;
}

/** The date system by a loaded probe: the 1904 system counts from that very day. */
export function dateSystemOf(probe: Excel.FunctionResult<number>): DateSystem {
  return probe.value === 0 ? 1904 : 1900;
}
