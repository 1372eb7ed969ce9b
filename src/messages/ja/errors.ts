/** What went wrong with a workbook, by the code of the error; `code.detail` where a detail needs words of its own. */
export const errors = {
  'missing-file': 'ファイルが見つかりません。',
  'cannot-open': 'ファイルを開けません（フォルダーであるか、読む権限がないか、ほかのプログラムが使っています）。',
  'not-a-workbook': 'ブックとして読めません（xlsx・xlsm・xlsb・xls・ods・csv のいずれでもないか、壊れています）。',
  'not-a-workbook.markup':
    '中身はブックではなく、HTML か XML の文書です（名前だけが Excel のものです）。Excel で開き、xlsx で保存し直してください。',
  'empty-file': 'ファイルが空です。',
  damaged:
    'ファイルが壊れています（{detail} が保存したときと異なります）。元のファイルをもう一度写すか、Excel で開いて修復し、保存し直してください。',
  encrypted: 'パスワードで暗号化されています。Excel で開き、パスワードを解除して別名で保存したものを使ってください。',
  'not-calculated':
    '計算結果のない数式があります（最初は {detail}）。数式を計算しないプログラムで作られたブックです。Excel で開いて（LibreOffice では、さらに Ctrl+Shift+F9 を押して）上書き保存したものを使ってください。',
  'cannot-write-format': '結果のシートは xlsx と xlsm にだけ追加できます。xlsx で保存し直してください。',
  'cannot-write-format.signed':
    'デジタル署名のあるブックです。書き込むと署名が無効になるため、追加しません（検算はできます）。Excel で署名を削除した写しを保存し、それを使ってください。',
  'cannot-write-format.formats':
    'セルの書式が多すぎて（上限 65,430 種類）、シートを追加できません（検算はできます）。使っていない書式を除いた写しを使ってください。',
  'cannot-write-format.array': '配列数式またはデータ テーブルの一部のセルが変更されているため、保存できません。',
  'cannot-write-format.table': 'テーブルの見出しまたは集計行のセルが変更されているため、保存できません。',
  'cannot-write-format.merge': '結合セルに隠れたセルが変更されているため、保存できません。',
  'file-exists': '同じ名前のファイルが既にあります: {detail}',
  'cannot-save': '保存できません。',
  'cannot-save.space': 'ディスクの空きが足りません。空きを作るか、別の場所を指定してください。',
  'cannot-save.permission': '書き込む権限がありません。別のフォルダーを指定してください。',
  'cannot-save.folder': 'フォルダーを作れません（同じ名前のファイルがあります）。別のフォルダーを指定してください。',
  'cannot-save.name': 'ファイル名が長すぎます。',
  'too-large': 'ブックが大きすぎて読めません。不要なシートや行を除いた写しで試してください。',
  'cell-edit-mode': 'セルの編集中です。編集を終えてからもう一度実行してください。',
  protected: 'ブックの構成、または前回書き込んだシートが保護されています。保護を解除してからもう一度実行してください。',
  'changed-meanwhile': '検算の後にブックが変更されました。もう一度検算してください。',
  'host-failed': 'Excel が要求を処理できませんでした（{detail}）。',
  'host-too-old': 'この Excel では使えません（{detail} が必要です）。',
  unexpected: '予期しないエラーが起きました: {detail}',
};
