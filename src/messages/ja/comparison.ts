/** The words for the tax-adjusted totals under a rule that the user picks: the same wherever they are shown. */
export const comparison = {
  'adjusted.as-printed': '記載の税額どおり（どの規則にもよらない）',
  'adjusted.no-tax': '消費税の記載なし',
  'adjusted.all': '全体',
  'adjusted.by.part': '表ごと',
  'adjusted.by.category': '費目ごと',
  'adjusted.by.month': '利用月ごと',
  'adjusted.by.line': '行ごと',
  'adjusted.none.part': '表なし',
  'adjusted.none.category': '費目なし',
  'adjusted.none.month': '利用月なし',
  'adjusted.none.line': '行なし',
  'adjusted.month': '{year}年{month}月',
  'adjusted.or': ' ／ ',
};
