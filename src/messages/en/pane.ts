import type { pane as japanese } from '../ja/pane';
import { kinds } from './kinds';
import { verdicts } from './verdicts';

/** The task pane, in English. */
export const pane: Readonly<Record<keyof typeof japanese, string>> = {
  ...kinds,
  ...verdicts,

  'app.name': 'Kenzan',
  'app.other-language': '日本語',
  'app.connecting': 'Connecting to Excel…',

  'start.intro':
    'Checks the day counts, sums, consumption tax and pro-rata amounts of the tables in this workbook (fee reductions, damage claims, invoices). It only reads: no cell is changed.',
  'start.verify': 'Verify',
  'start.privacy': 'Everything is computed inside this pane. Nothing is sent anywhere.',

  'progress.read': 'Reading the sheets',
  'progress.verify': 'Finding tables and checking figures',
  'progress.write': 'Writing the results',
  'progress.count': '{done} / {total}',
  'progress.cancel': 'Cancel',
  'progress.cancelling': 'Cancelling…',

  'cancelled.verify': 'The verification was cancelled.',
  'cancelled.write': 'Writing was cancelled. An unfinished sheet says so at its top; write again to complete it.',

  'summary.title': 'Result',
  'summary.wrong': '{count} disagree',
  'summary.right': 'Nothing disagrees',
  'summary.possible': '{count} more may need a look.',
  'summary.checked': '{figures} checks in {tables} tables.',
  'summary.filter': 'Filter by verdict',
  'summary.show-all': 'Show all',
  'summary.verify-again': 'Verify again',
  'summary.announce': 'Verification finished. {headline}.',

  'verdict.disagrees.meaning': 'Not the computed figure.',
  'verdict.possible.meaning': 'Not certain, but worth a look.',
  'verdict.explained.meaning': 'Not the plain computation, but a named rule gives it.',
  'verdict.not-checked.meaning': 'Could not be read, or there is too little to go by.',
  'verdict.within-rounding.meaning': 'Agrees within the printed precision.',
  'verdict.agrees.meaning': 'Equal to the computed figure.',

  'terms.title': 'Terms',
  'terms.edit': 'Change',
  'terms.close': 'Close',
  'terms.incident-date': 'Incident date',
  'terms.day-count': 'Day count',
  'terms.tax-rate': 'Tax rate',
  'terms.tax-rounding': 'Tax rounding',
  'terms.proration': 'Pro-rata rule',
  'terms.automatic': 'Automatic (from the workbook)',
  'terms.automatic-is': 'Automatic: {value}',
  'terms.incident-date.hint': 'Such as 2019-12-04. Empty: automatic.',
  'terms.incident-date.error': 'Not a date. Type one such as 2019-12-04.',
  'terms.tax-rate.hint': 'In percent. Empty: automatic.',
  'terms.tax-rate.error': 'Type a number from 0 to 100.',
  'terms.candidate': 'Use {date} ({cell})',
  'terms.apply': 'Verify with these',
  'terms.reset': 'Set all to automatic',
  'terms.proration.note': 'The pro-rata rule is inferred from the amounts. It cannot be set here.',
  'terms.none': 'Not found',
  'terms.not-needed': 'Not needed',
  'terms.percent': '{value}%',

  'source.user': 'set by you',
  'source.cell': 'from {cell}',
  'source.inferred': 'inferred {supporting}/{of}',
  'source.date': 'rate in force on {date}',
  'source.default': 'default',

  'day-count.start-in-end-out': 'First day in, last day out',
  'day-count.start-out-end-in': 'First day out, last day in',
  'day-count.both-in': 'Both ends in',
  'day-count.both-out': 'Both ends out',
  'day-count.short.start-in-end-out': 'last day out',
  'day-count.short.start-out-end-in': 'first day out',
  'day-count.short.both-in': 'both ends in',
  'day-count.short.both-out': 'both ends out',
  'rounding.down': 'Rounded down',
  'rounding.half-up': 'Rounded half up',
  'rounding.up': 'Rounded up',

  'list.title': 'Checked figures',
  'list.group': '{verdict} ({count})',
  'list.more': 'Show {count} more ({rest} left)',
  'list.empty': 'No result passes this filter.',
  'list.select': 'Select {cell}',
  'list.stated': 'Stated',
  'list.computed': 'Computed',
  'list.difference': 'Difference',
  'list.none': '—',
  'list.details': 'Details',
  'list.details-of': 'Details of {cell}',

  'details.rule': 'Rule',
  'details.fits': 'Gives the stated figure',
  'details.nearest': 'Nearest that does not',
  'details.causes': 'Probable cause',
  'details.causes-tie': 'Possible causes (equally likely)',
  'details.cause-change': '{stated} → {suggested}',
  'details.operands': 'Computed from',
  'details.difference-of': 'off by {difference}',

  'write.button': 'Write sheets',
  'write.explain':
    'Adds three sheets: checked results, totals and timeline. Those of an earlier run are replaced; no other sheet changes.',
  'write.done': 'The sheets are written.',
  'write.sheets': 'Sheets:',
  'write.announce': 'Written: {sheets}.',

  'stale.title': 'The workbook changed since it was verified.',
  'stale.what': 'The results below are from before the change.',
  'stale.verify': 'Verify again',

  'nothing.title': 'No table was found that can be verified',
  'nothing.looked':
    'Every sheet was searched for a header row (such as system, restored date, days, amount), the figures below it, and lines for totals and tax.',
  'nothing.example': 'A table like this one is found.',
  'nothing.example-name': 'System',
  'nothing.example-date': 'Restored',
  'nothing.example-days': 'Days',
  'nothing.example-amount': 'Amount',
  'nothing.example-row': 'Payroll system',
  'nothing.example-total': 'Total',
  'nothing.do.headers': 'Put headers that say what each column holds at the top of the table.',
  'nothing.do.numbers': 'Put amounts and day counts in one column each, one below the other.',
  'nothing.do.terms': 'Where the workbook does not state the incident date, set it under Terms below.',

  'fault.title': 'That did not work',
  'fault.retry': 'Try again',
  'fault.verify': 'Verify again',
  'fault.dismiss': 'Dismiss',
  'fault.cell-edit-mode':
    'A cell is being edited. Press Enter (or Esc to discard) in the cell to end editing, then try again.',
  'fault.changed-meanwhile':
    'The workbook changed since it was verified, so nothing was written. Verify again before you write.',
  'fault.protected':
    'The workbook’s structure, or a sheet that was written before, is protected. Unprotect it on the Review tab, then try again.',
  'fault.host-failed':
    'The connection to Excel was lost, or Excel refused the request. Wait a moment, then try again. ({detail})',
  'fault.host-too-old': 'This Excel is too old (it lacks {detail}). Update Excel.',
  'fault.too-large':
    'The workbook is too large to be read at once ({detail}). Try a copy without the sheets that are not needed.',
  'fault.other': 'The workbook could not be used ({detail}). Save it, open it again and try again.',
  'fault.unexpected': 'Something unexpected happened ({detail}). Nothing in the workbook was changed by it.',
  'fault.no-detail': 'no details',

  'no-host.title': 'Open this in Excel',
  'no-host.what': 'This is a task pane of Excel. It does not work in a browser alone.',
  'no-host.how': 'In an Excel that has the add-in, choose Verify figures on the Home tab.',
  'no-host.without-excel': 'Without Excel, run npm run workbench in the repository to try the same pane.',
  'too-old.title': 'This Excel is too old',
  'too-old.what': 'Kenzan needs ExcelApi 1.13 or later (Excel 2021, Microsoft 365, Excel on the web). Update Excel.',
};
