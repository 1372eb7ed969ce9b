import type { MessageCode } from '../../core/checks/messageCodes';

/** What the findings say, in English. */
export const findings: Readonly<Record<MessageCode, string>> = {
  'sum.agrees': 'Agrees with the sum of its {count} items.',
  'sum.within-rounding':
    'The {count} items add up to {computed}. The difference of {difference} is within what printed precision allows (±{tolerance}).',
  'sum.possible':
    'Read as the sum of {count} items, this would be {computed}, {difference} away. It is not certain that the figure is meant as their sum.',
  'sum.disagrees': 'The {count} items add up to {computed}. The printed {stated} differs by {difference}.',
  'sum.not-checked': 'The sum was not checked. {reason}',
  'day-count.agrees': '{start} to {end}, {rule}: {days} days, as printed.',
  'day-count.explained':
    'Counted with {rule}, {start} to {end} gives {stated} days. Under the table’s own convention ({plainRule}) it is {computed}.',
  'day-count.explained-by-amount':
    'Counted with {rule}, {start} to {end} gives {stated} days. Under the table’s own convention ({plainRule}) it is {computed}. {evidence}',
  'day-count.disagrees':
    '{start} to {end} is {computed} days under {plainRule}. The printed {stated} fits no convention.',
  'day-count.before-start': 'The end ({end}) lies before the start ({start}).',
  'day-count.not-checked': 'The day count was not checked. {reason}',
  'tax.agrees': 'Agrees: {rate}% of {base}, {rounding}.',
  'tax.explained': '{rate}% of the whole ({plainRounding}) is {computed}. The printed figure fits this rule: {rule}.',
  'tax.explained-with-chance':
    '{rate}% of the whole ({plainRounding}) is {computed}. The printed figure fits this rule: {rule} (about {chance}% of arbitrary splits into as many groups would give it by chance).',
  'tax.on-printed-net':
    'Agrees: {rate}% of the printed net total {base}, {rounding}. That net total itself does not agree with its items.',
  'tax.possible':
    '{rate}% of the whole ({plainRounding}) is {computed}. None of the rules tried gives the printed figure, but it lies within what rounding by group can give ({least} to {greatest}).',
  'tax.disagrees':
    '{rate}% of the whole ({plainRounding}) is {computed}. None of the rules tried gives the printed figure.',
  'tax.not-checked': 'The tax was not checked. {reason}',
  'tax.agrees-per-rate': 'Agrees: {rule}.',
  'tax.explained-per-rate': '“{plain}” gives {computed}. The printed figure fits this rule: {rule}.',
  'tax.disagrees-per-rate': '“{plain}” gives {computed}. None of the rules tried gives the printed figure.',
  'rule.tax-rates': '{rates}, {grouping}, {rounding}',
  'tax.included-in-damages':
    '{taxed} of {count} amounts divided by {divisor} are multiples of {step} yen: they look recorded with tax included. Damages are as a rule outside the scope of consumption tax (Consumption Tax Act Basic Circular 5-2-5), so no tax is added to them.',
  'gross.agrees': 'Agrees with net {net} plus tax {tax}.',
  'gross.within-rounding':
    'Net {net} plus tax {tax} is {computed}. The difference of {difference} is within what printed precision allows (±{tolerance}).',
  'gross.disagrees': 'Net {net} plus tax {tax} is {computed}. The printed {stated} differs by {difference}.',
  'amount.agrees': 'Agrees with the fee {fee} over {days} days under the rule: {rule}.',
  'amount.disagrees':
    'The fee {fee} over {days} days under the rule “{rule}” gives {computed}. The printed {stated} differs by {difference}.',
  'amount.explained-round': 'Fits a fee of {fee} (a multiple of {step}) under the rule: {rule}.',
  'amount.explained-whole': 'Fits a fee of {fee} under the rule: {rule}.',
  'amount.possible':
    'A fee of {fee} would give this amount under the rule “{rule}”, but there is not enough evidence for the rule.',
  'amount.odd':
    'Under the rule “{rule}” the fee lies in {least} to {greatest}: no multiple of {step}, unlike the other rows.',
  'amount.odd-components':
    'Under the rule “{rule}” the fee lies in {least} to {greatest}: no multiple of {step}, unlike the other rows. Two components rounded separately would lie in {leastOfTwo} to {greatestOfTwo}, and a total of {sum} would fit.',
  'amount.no-fee': 'Under the rule “{rule}” no whole-yen fee gives this amount.',
  'amount.not-enough-evidence':
    'There are not enough rows to tell the rule behind the amounts. Under the rule “{rule}” the fee would lie in {least} to {greatest}.',
  'amount.not-checked': 'The amount was not checked. {reason}',
  'quantity.agrees': 'Agrees with {quantity} × {price}.',
  'quantity.within-rounding':
    '{quantity} × {price} is {computed}. The difference of {difference} is within what printed precision allows (±{tolerance}).',
  'quantity.explained': '{quantity} × {price} fits when it is {rule}.',
  'quantity.disagrees': '{quantity} × {price} is {computed}. The printed {stated} differs by {difference}.',
  'quantity.not-checked': 'The quantity was not checked. {reason}',
  'date.impossible': '“{printed}” is not a day of the calendar.',
  'date.wrong-weekday': 'The weekday in “{printed}” is wrong: {date} is a {actual}, not a {stated}.',
  'date.not-checked': 'The date was not checked. {reason}',
  'order.possible': '{date} stands after {previousDate} ({previous}), though it is earlier.',
  'duplicate.possible':
    'Same name, amount and other figures as the row of {other}. Check that it was not entered twice.',
  'reason.not-a-number': '“{printed}” cannot be read as a number.',
  'reason.not-a-date': '“{printed}” cannot be read as a date.',
  'reason.impossible-date': '“{printed}” is not a day of the calendar.',
  'reason.ambiguous-date': '“{printed}” can be read as two different dates.',
  'reason.error-value': 'The cell holds an error ({printed}).',
  'reason.withheld': 'The value is withheld (“{printed}”).',
  'reason.no-year': 'The year of “{printed}” is not known.',
  'reason.no-start': 'The start (incident date) is not known. Set the incident date.',
  'reason.no-end': 'There is no end (restored) date.',
  'reason.vague-date': '“{printed}” does not name one day.',
  'reason.unreadable-addend':
    '{cell} (“{printed}”) among its items cannot be read as a number. The items that can be read add up to {computed}.',
  'reason.nothing-to-add': 'It has no numeric items.',
  'reason.no-known-rule': 'No known rule gives this amount from the fee and the days.',
  'reason.no-period': 'The period or the number of days is not known.',
  'evidence.printed':
    'The amount leaves a round fee ({fee}) with the printed {stated} days, and none with {computed} days.',
  'evidence.dates':
    'The amount leaves a round fee ({fee}) with {computed} days, and none with the printed {stated} days.',
  'evidence.undecided': 'The amount does not tell which of the two day counts was used.',
  'rule.day-count.start-in-end-out': 'first day in, last day out',
  'rule.day-count.start-out-end-in': 'first day out, last day in',
  'rule.day-count.both-in': 'both ends in',
  'rule.day-count.both-out': 'both ends out',
  'rule.tax': '{rate}% {grouping}, {rounding}',
  'rule.tax-inclusive': '{rate}% contained in the tax-inclusive amount {grouping}, {rounding}',
  'rule.quantity': '{rounding} to a whole yen',
  'grouping.whole': 'on the whole',
  'grouping.per-line': 'per line',
  'grouping.per-category': 'per category',
  'grouping.per-month': 'per service month',
  'grouping.per-rate': 'per rate',
  'rounding.down': 'rounded down',
  'rounding.half-up': 'rounded half up',
  'rounding.up': 'rounded up',
  'rule.pro-rata': '{family}, {rounded} {rounding} to a whole yen',
  'rule.pro-rata-exact': '{family}',
  'rule.pro-rata-unit': '{family}, {rounded} {rounding} to {unit} yen',
  'rule.pro-rata-first-day-out': '{rule}, first day not counted',
  'family.calendar-month': 'by calendar month (the fee for a full month, part months by their days)',
  'family.calendar-month-all-by-day': 'by calendar month (full months too as daily rate × days)',
  'family.fixed-30-part-months': 'by months of 30 days (the fee for a full month)',
  'family.fixed-30-days': 'one thirtieth of the monthly fee × days',
  'family.annual-365': 'annual fee ÷ 365 × days',
  'family.annual-366': 'annual fee ÷ 366 × days',
  'family.own-months-30': 'months from the start’s own day, the rest over 30 days',
  'family.own-months-actual': 'months from the start’s own day, the rest over the actual days',
  'family.months-touched': 'by month (a month touched counts in full)',
  'family.price-by-day': 'daily price × days',
  'family.flat': 'flat fee',
  'rounded.daily': 'the daily rate',
  'rounded.monthly': 'each month’s amount',
  'rounded.whole': 'the whole amount',
  'weekday.0': 'Sunday',
  'weekday.1': 'Monday',
  'weekday.2': 'Tuesday',
  'weekday.3': 'Wednesday',
  'weekday.4': 'Thursday',
  'weekday.5': 'Friday',
  'weekday.6': 'Saturday',
  'cause.transposed-digits': '{cell}: {stated} would fit as {suggested}, with two digits swapped.',
  'cause.wrong-digit': '{cell}: {stated} would fit as {suggested}, one digit away.',
  'cause.omitted-row': 'It would fit if {cell} ({stated}) was left out of the sum.',
  'cause.counted-twice': 'It would fit if {cell} ({stated}) was counted twice.',
  'cause.sign': '{cell}: {stated} would fit with the opposite sign.',
  'cause.subtotal-counted-with-details':
    'It would fit if subtotals (such as {cell}) were added together with their details.',
  'cause.unit-slip': '{cell}: {stated} would fit as {suggested} (a slip of the unit or of the place).',
  'cause.old-tax-rate': 'It fits the former rate of {rate}%. At the present rate it would be {suggested}.',
  'cause.other-day-count': '{cell}: {stated} days would be {suggested} under the table’s own convention.',
  'cause.other-date':
    '{cell}: {stated} would fit if it was counted with another row’s date ({other}). For this row it is {suggested}.',
  'cause.date-to-change': '{cell}: the date {stated} would fit the day count as {suggested}.',
  'cause.text-number-skipped': 'It would fit if {cell} ({stated}), which is text, was skipped by a formula.',
  'cause.hidden-row': 'It would fit if the hidden row of {cell} ({stated}) was left out.',
};
