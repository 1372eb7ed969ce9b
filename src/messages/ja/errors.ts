/** What went wrong with a workbook, by the code of the error; `code.detail` where a detail needs words of its own. */
export const errors = {
  'missing-file': 'ファイルが見つかりません。',
  'not-a-workbook': 'ブックとして読めません（xlsx・xlsm・xlsb・xls・ods・csv のいずれでもないか、壊れています）。',
  'empty-file': 'ファイルが空です。',
  encrypted: 'パスワードで暗号化されています。暗号化を解除して保存したものを使ってください。',
  'cannot-write-format': '結果のシートは xlsx と xlsm にだけ追加できます。xlsx で保存し直してください。',
  'cannot-write-format.signed': 'デジタル署名のあるブックです。書き込むと署名が無効になるため、追加しません。',
  'cannot-write-format.zip64': '4 GB を超える形式（zip64）のブックには追加できません。',
  'file-exists': '同じ名前のファイルが既にあります: {detail}',
  'too-large': 'ブックが大きすぎて読めません。',
  'cell-edit-mode': 'セルの編集中です。編集を終えてからもう一度実行してください。',
  protected: 'ブックの構成、または前回書き込んだシートが保護されています。保護を解除してからもう一度実行してください。',
  'changed-meanwhile': '検算の後にブックが変更されました。もう一度検算してください。',
  'host-failed': 'Excel が要求を処理できませんでした（{detail}）。',
  'host-too-old': 'この Excel では使えません（{detail} が必要です）。',
  unexpected: '予期しない誤りが起きました: {detail}',
};
