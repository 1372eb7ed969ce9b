import { kinds } from './kinds';
import { verdicts } from './verdicts';

/** The task pane. Keys are grouped by the part of the pane that shows them. */
export const pane = {
  ...kinds,
  ...verdicts,

  'app.name': '検算',
  'app.other-language': 'English',
  'app.connecting': 'Excel に接続しています…',

  'start.intro':
    'このブックの表（使用料減額・損害賠償・請求など）の停止日数、合計、消費税、日割りの金額を確かめます。読み取るだけで、セルは書き換えません。',
  'start.verify': '検算する',
  'start.privacy': '計算はこのウィンドウの中だけで行い、内容を外部へ送りません。',

  'progress.read': 'シートを読んでいます',
  'progress.verify': '表を探して検算しています',
  'progress.write': '結果を書き込んでいます',
  'progress.count': '{done} / {total}',
  'progress.cancel': '中止',
  'progress.cancelling': '中止しています…',

  'cancelled.verify': '検算を中止しました。',
  'cancelled.write':
    '書き込みを中止しました。書きかけのシートには「未完成」と表示されます。もう一度書き込むと完成します。',

  'summary.title': '検算の結果',
  'summary.wrong': '不一致が {count} 件あります',
  'summary.right': '不一致はありません',
  'summary.possible': '確認をおすすめする箇所が {count} 件あります。',
  'summary.checked': '{figures} 件の数値を確かめました（表 {tables} 個）。',
  'summary.filter': '結果の絞り込み',
  'summary.show-all': 'すべて表示',
  'summary.verify-again': '再検算',
  'summary.announce': '検算が終わりました。{headline}。',

  'verdict.disagrees.meaning': '計算した値と合いません。',
  'verdict.possible.meaning': '確実ではありませんが、見直す価値があります。',
  'verdict.explained.meaning': '通常の計算とは違いますが、名前のある規則で説明できます。',
  'verdict.not-checked.meaning': '読み取れない、または根拠が足りないため確かめていません。',
  'verdict.within-rounding.meaning': '表示単位の端数の範囲で合っています。',
  'verdict.agrees.meaning': '計算した値と合っています。',

  'terms.title': '検算の条件',
  'terms.edit': '変更',
  'terms.close': '閉じる',
  'terms.incident-date': '障害発生日',
  'terms.day-count': '日数の数え方',
  'terms.tax-rate': '消費税率',
  'terms.tax-rounding': '消費税の端数',
  'terms.proration': '按分の規則',
  'terms.automatic': '自動（ブックから判断）',
  'terms.automatic-is': '自動：{value}',
  'terms.incident-date.hint': '例 2019-12-04、令和元年12月4日。空欄は自動。',
  'terms.incident-date.error': '日付として読めません。2019-12-04 のように入力してください。',
  'terms.tax-rate.hint': '単位は %。空欄は自動。',
  'terms.tax-rate.error': '0 から 100 までの数を入力してください。',
  'terms.candidate': '{date}（{cell}）を使う',
  'terms.apply': 'この条件で再検算',
  'terms.reset': 'すべて自動に戻す',
  'terms.proration.note': '按分の規則は金額から推定します。ここでは変更できません。',
  'terms.none': '見つかりません',
  'terms.not-needed': '該当なし',
  'terms.percent': '{value} %',

  'source.user': '指定した値',
  'source.cell': '{cell} から',
  'source.inferred': '推定 {supporting}/{of}',
  'source.date': '{date} 時点の税率',
  'source.default': '既定値',

  'day-count.start-in-end-out': '片端入れ（初日算入・末日不算入）',
  'day-count.start-out-end-in': '初日不算入（末日算入）',
  'day-count.both-in': '両端入れ',
  'day-count.both-out': '両端落とし',
  'day-count.short.start-in-end-out': '片端入れ',
  'day-count.short.start-out-end-in': '初日不算入',
  'day-count.short.both-in': '両端入れ',
  'day-count.short.both-out': '両端落とし',
  'rounding.down': '切捨て',
  'rounding.half-up': '四捨五入',
  'rounding.up': '切上げ',

  'list.title': '検算した数値',
  'list.group': '{verdict}（{count} 件）',
  'list.more': 'さらに {count} 件を表示（残り {rest} 件）',
  'list.empty': 'この絞り込みに当てはまる結果はありません。',
  'list.select': '{cell} を選択',
  'list.stated': '記載',
  'list.computed': '計算',
  'list.difference': '差',
  'list.none': '—',
  'list.details': '詳細',
  'list.details-of': '{cell} の詳細',

  'details.rule': '規則',
  'details.fits': '記載の値になる計算',
  'details.nearest': '近いが合わない計算',
  'details.causes': '考えられる原因',
  'details.causes-tie': '考えられる原因（どれも同じくらいありえます）',
  'details.cause-change': '{stated} → {suggested}',
  'details.operands': '計算に使ったセル',
  'details.difference-of': '差 {difference}',

  'write.button': '結果を書き込む',
  'write.explain':
    '検算結果・合計・時系列の 3 シートを追加します。前回のものは置き換わります。ほかのシートは変わりません。',
  'write.done': '書き込みました。',
  'write.sheets': 'シート：',
  'write.announce': '{sheets} を書き込みました。',

  'stale.title': '検算のあとでブックが変わりました。',
  'stale.what': '下の結果は変更前のものです。',
  'stale.verify': '再検算',

  'nothing.title': '検算できる表が見つかりませんでした',
  'nothing.looked':
    'すべてのシートで、見出しの行（例：システム名・復旧日・停止日数・金額）とその下に並ぶ数値、合計・消費税の行を探しました。',
  'nothing.example': '次のような並びの表を見つけます。',
  'nothing.example-name': 'システム名',
  'nothing.example-date': '復旧日',
  'nothing.example-days': '停止日数',
  'nothing.example-amount': '金額(円)',
  'nothing.example-row': '業務システム',
  'nothing.example-total': '合計金額',
  'nothing.do.headers': '表の一番上に、列の内容を示す見出しを入れてください。',
  'nothing.do.numbers': '金額と日数は、それぞれ 1 列に縦に並べてください。',
  'nothing.do.terms': '障害発生日などが本文にないときは、下の「検算の条件」で指定できます。',

  'fault.title': 'うまくいきませんでした',
  'fault.retry': 'もう一度試す',
  'fault.verify': '再検算',
  'fault.dismiss': '閉じる',
  'fault.cell-edit-mode':
    'セルが編集中です。Excel のセルで Enter（取り消すなら Esc）を押して編集を終えてから、もう一度試してください。',
  'fault.changed-meanwhile':
    '検算のあとでブックが変わったため、書き込みませんでした。再検算してから書き込んでください。',
  'fault.protected':
    'ブックの構成、または以前に書き込んだシートが保護されています。［校閲］タブで保護を解除してから、もう一度試してください。',
  'fault.host-failed':
    'Excel との接続が切れたか、Excel が要求を断りました。少し待ってから、もう一度試してください。（{detail}）',
  'fault.host-too-old': 'この Excel は古いため使えません（必要な機能：{detail}）。Excel を更新してください。',
  'fault.too-large': 'ブックが大きすぎて一度に読めません（{detail}）。不要なシートを除いたコピーで試してください。',
  'fault.other': 'ブックを扱えませんでした（{detail}）。ブックを保存し、開き直してから、もう一度試してください。',
  'fault.unexpected': '検算の途中で予期しない問題が起きました（{detail}）。ブックは書き換えていません。',
  'fault.no-detail': '詳細なし',

  'no-host.title': 'Excel の中で開いてください',
  'no-host.what': 'この画面は Excel の作業ウィンドウで使います。ブラウザーだけでは動きません。',
  'no-host.how': 'アドインを読み込んだ Excel で、［ホーム］タブの［検算］を押してください。',
  'no-host.without-excel': 'Excel がないときは、リポジトリで npm run workbench を実行すると、同じ画面を試せます。',
  'too-old.title': 'この Excel では使えません',
  'too-old.what':
    '検算には ExcelApi 1.13 以降が必要です（Excel 2021、Microsoft 365、Excel on the web）。Excel を更新してください。',
};
