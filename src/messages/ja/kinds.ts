/** The words for a kind of check: the same wherever findings are shown. */
export const kinds = {
  'kind.sum': '合計',
  'kind.day-count': '日数',
  'kind.tax': '消費税',
  'kind.gross': '税込合計',
  'kind.amount': '金額',
  'kind.date': '日付',
  'kind.order': '日付の順',
  'kind.duplicate': '重複',
  'kind.formula': '式',
  'kind.interest': '利息',
  'kind.quantity': '数量',
  'kind.share': '割合',
};
