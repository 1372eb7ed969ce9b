/** The words for the tax-adjusted totals under a rule that the user picks: the same wherever they are shown. */
export const comparison = {
  'adjusted.as-printed': 'the tax as printed, by no rule',
  'adjusted.no-tax': 'no tax is printed',
  'adjusted.all': 'In all',
  'adjusted.by.part': 'By table',
  'adjusted.by.category': 'By category',
  'adjusted.by.month': 'By service month',
  'adjusted.by.line': 'By line',
  'adjusted.none.part': 'no table',
  'adjusted.none.category': 'no category',
  'adjusted.none.month': 'no service month',
  'adjusted.none.line': 'no line',
  'adjusted.month': '{year}-{month}',
  'adjusted.or': '; ',
};
