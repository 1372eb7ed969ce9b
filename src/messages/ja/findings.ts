import type { MessageCode } from '../../core/checks/messageCodes';

/** What the findings say, in Japanese. */
export const findings: Readonly<Record<MessageCode, string>> = {
  'sum.agrees': '内訳 {count} 件の合計と一致します。',
  'sum.within-rounding':
    '内訳 {count} 件の合計は {computed} です。差 {difference} は、表示単位未満の端数処理で生じ得る範囲（±{tolerance}）に収まります。',
  'sum.possible':
    '内訳 {count} 件の合計とみると {computed} となり、{difference} の差があります。合計欄と断定できないため、参考として示します。',
  'sum.disagrees': '内訳 {count} 件の合計は {computed} です。記載の {stated} とは {difference} の差があります。',
  'sum.not-checked': '合計を検算していません。{reason}',
  'day-count.agrees': '{start}から{end}まで、{rule}で {days} 日となり一致します。',
  'day-count.explained':
    '{rule}で数えると {stated} 日になります（{start}から{end}まで）。表全体の数え方（{plainRule}）では {computed} 日です。',
  'day-count.explained-by-amount':
    '{rule}で数えると {stated} 日になります（{start}から{end}まで）。表全体の数え方（{plainRule}）では {computed} 日です。{evidence}',
  'day-count.disagrees':
    '{start}から{end}までは、{plainRule}で {computed} 日です。記載の {stated} 日は、どの数え方とも合いません。',
  'day-count.before-start': '終期（{end}）が始期（{start}）より前になっています。',
  'day-count.not-checked': '日数を検算していません。{reason}',
  'tax.agrees': '課税対象額 {base} の {rate}%、{rounding}で一致します。',
  'tax.explained':
    '課税対象額の {rate}%（一括・{plainRounding}）では {computed} です。記載額は「{rule}」と整合します。',
  'tax.explained-with-chance':
    '課税対象額の {rate}%（一括・{plainRounding}）では {computed} です。記載額は「{rule}」と整合します（同じ数の区分でたまたま一致する割合は約 {chance}%）。',
  'tax.on-printed-net':
    '記載の税抜合計 {base} の {rate}%、{rounding}で一致します。ただし、税抜合計は内訳の合計と一致していません。',
  'tax.possible':
    '課税対象額の {rate}%（一括・{plainRounding}）では {computed} です。確認した端数処理ではいずれも一致しませんが、区分ごとの端数処理で生じ得る範囲（{least}～{greatest}）に収まります。',
  'tax.disagrees':
    '課税対象額の {rate}%（一括・{plainRounding}）では {computed} です。確認した端数処理のいずれとも一致しません。',
  'tax.not-checked': '消費税額を検算していません。{reason}',
  'tax.included-in-damages':
    '{count} 件中 {taxed} 件は {divisor} で割ると {step} 円の倍数になり、税込みで計上されたとみられます。損害賠償金は原則として不課税（消費税法基本通達 5-2-5）のため、消費税は加算していません。',
  'gross.agrees': '税抜額 {net} と消費税額 {tax} の合計と一致します。',
  'gross.within-rounding':
    '税抜額 {net} と消費税額 {tax} の合計は {computed} です。差 {difference} は、表示単位未満の端数の範囲（±{tolerance}）に収まります。',
  'gross.disagrees':
    '税抜額 {net} と消費税額 {tax} の合計は {computed} です。記載の {stated} とは {difference} の差があります。',
  'amount.agrees': '料金 {fee}、{days} 日を「{rule}」で計算した額と一致します。',
  'amount.disagrees':
    '料金 {fee}、{days} 日を「{rule}」で計算すると {computed} です。記載の {stated} とは {difference} の差があります。',
  'amount.explained-round': '「{rule}」とすると、料金 {fee}（{step} の倍数）で記載額と整合します。',
  'amount.explained-whole': '「{rule}」とすると、料金 {fee} で記載額と整合します。',
  'amount.possible': '料金を {fee} とみれば「{rule}」で計算できますが、規則を断定できるだけの根拠はありません。',
  'amount.odd': '「{rule}」とすると料金は {least}～{greatest} となり、他の行のような {step} の倍数になりません。',
  'amount.odd-components':
    '「{rule}」とすると料金は {least}～{greatest} となり、他の行のような {step} の倍数になりません。別々に端数処理した 2 つの料金の合計とみれば {leastOfTwo}～{greatestOfTwo} となり、{sum} が当てはまります。',
  'amount.no-fee': '「{rule}」では、記載額になる円単位の料金がありません。',
  'amount.not-enough-evidence':
    '金額の計算規則を推定できるだけの行数・根拠がありません。「{rule}」であれば料金は {least}～{greatest} です。',
  'amount.not-checked': '金額を検算していません。{reason}',
  'quantity.agrees': '数量 {quantity} × 単価 {price} と一致します。',
  'quantity.within-rounding':
    '数量 {quantity} × 単価 {price} は {computed} です。差 {difference} は、表示単位未満の端数の範囲（±{tolerance}）に収まります。',
  'quantity.explained': '数量 {quantity} × 単価 {price} の端数処理を「{rule}」とみれば整合します。',
  'quantity.disagrees':
    '数量 {quantity} × 単価 {price} は {computed} です。記載の {stated} とは {difference} の差があります。',
  'quantity.not-checked': '数量を検算していません。{reason}',
  'date.impossible': '「{printed}」は暦にない日付です。',
  'date.wrong-weekday': '「{printed}」の曜日が違います。{date}は{actual}曜日で、記載は{stated}曜日です。',
  'date.not-checked': '日付を検算していません。{reason}',
  'order.possible': '前の項目（{previousDate}、{previous}）より前の日付（{date}）が後に置かれています。',
  'duplicate.possible': '{other} の行と名称・金額などが同じです。重複して計上していないか確認してください。',
  'reason.not-a-number': '「{printed}」を数値として読み取れません。',
  'reason.not-a-date': '「{printed}」を日付として読み取れません。',
  'reason.impossible-date': '「{printed}」は暦にない日付です。',
  'reason.ambiguous-date': '「{printed}」は二通りの日付に読めます。',
  'reason.error-value': 'セルの値がエラー（{printed}）です。',
  'reason.withheld': '「{printed}」は伏せられた値です。',
  'reason.no-year': '「{printed}」の年が分かりません。',
  'reason.no-start': '始期（発生日）が分かりません。発生日を指定してください。',
  'reason.no-end': '終期（復旧日）の日付がありません。',
  'reason.vague-date': '「{printed}」は日が特定できない日付です。',
  'reason.unreadable-addend':
    '内訳の {cell}「{printed}」を数値として読み取れません。読み取れた内訳の合計は {computed} です。',
  'reason.nothing-to-add': '内訳の数値がありません。',
  'reason.no-known-rule': '料金と日数からこの金額になる計算規則が見当たりません。',
  'reason.no-period': '期間または日数が分かりません。',
  'evidence.printed':
    '金額は記載の {stated} 日で計算したときに切りのよい料金（{fee}）となり、{computed} 日ではなりません。',
  'evidence.dates':
    '金額は {computed} 日で計算したときに切りのよい料金（{fee}）となり、記載の {stated} 日ではなりません。',
  'evidence.undecided': '金額からは、どちらの日数で計算したかを判断できません。',
  'rule.day-count.start-in-end-out': '片端入れ（初日算入・末日不算入）',
  'rule.day-count.start-out-end-in': '初日不算入（末日算入）',
  'rule.day-count.both-in': '両端入れ（初日・末日とも算入）',
  'rule.day-count.both-out': '両端落とし（初日・末日とも不算入）',
  'rule.tax': '{grouping}税率 {rate}% を掛け、{rounding}',
  'rule.tax-inclusive': '{grouping}税込額から税率 {rate}% の税額を割り戻し、{rounding}',
  'rule.quantity': '1 円未満{rounding}',
  'grouping.whole': '一括で',
  'grouping.per-line': '明細行ごとに',
  'grouping.per-category': '費用種別ごとに',
  'grouping.per-month': '利用月ごとに',
  'grouping.per-rate': '税率ごとに',
  'rounding.down': '切捨て',
  'rounding.half-up': '四捨五入',
  'rounding.up': '切上げ',
  'rule.pro-rata': '{family}、{rounded}を 1 円未満{rounding}',
  'rule.pro-rata-exact': '{family}',
  'rule.pro-rata-unit': '{family}、{rounded}を {unit} 円未満{rounding}',
  'rule.pro-rata-first-day-out': '{rule}、初日不算入',
  'family.calendar-month': '暦月による日割り（全月は月額、端数月は暦日数で日割り）',
  'family.calendar-month-all-by-day': '暦月による日割り（全月も日額×日数）',
  'family.fixed-30-part-months': '1 か月 30 日の日割り（全月は月額）',
  'family.fixed-30-days': '月額の 30 分の 1 × 日数',
  'family.annual-365': '年額の 365 分の 1 × 日数',
  'family.annual-366': '年額の 366 分の 1 × 日数',
  'family.own-months-30': '応当日による月割り（残りは 30 日で日割り）',
  'family.own-months-actual': '応当日による月割り（残りは実日数で日割り）',
  'family.months-touched': '月割り（1 日でもかかる月は 1 か月）',
  'family.price-by-day': '日額 × 日数',
  'family.flat': '定額',
  'rounded.daily': '日額',
  'rounded.monthly': '各月の額',
  'rounded.whole': '総額',
  'weekday.0': '日',
  'weekday.1': '月',
  'weekday.2': '火',
  'weekday.3': '水',
  'weekday.4': '木',
  'weekday.5': '金',
  'weekday.6': '土',
  'cause.transposed-digits': '{cell} の {stated} は、隣り合う数字を入れ替えた {suggested} とすれば整合します。',
  'cause.wrong-digit': '{cell} の {stated} は、1 桁違いの {suggested} とすれば整合します。',
  'cause.omitted-row': '{cell} の {stated} を加えていないとすれば整合します。',
  'cause.counted-twice': '{cell} の {stated} を二重に加えたとすれば整合します。',
  'cause.sign': '{cell} の {stated} は、符号を逆に扱ったとすれば整合します。',
  'cause.subtotal-counted-with-details': '小計（{cell} など）を内訳とともに加えたとすれば整合します。',
  'cause.unit-slip': '{cell} の {stated} は、単位（桁）を直した {suggested} とすれば整合します。',
  'cause.old-tax-rate': '旧税率 {rate}% で計算したとすれば整合します。{suggested} になるはずの額です。',
  'cause.other-day-count': '{cell} の {stated} 日は、表全体の数え方では {suggested} 日です。',
  'cause.other-date':
    '{cell} の {stated} は、別の行（{other}）の日付で数えたとすれば整合します。この行では {suggested} です。',
  'cause.date-to-change': '{cell} の日付 {stated} は、{suggested} とすれば日数と整合します。',
  'cause.text-number-skipped': '{cell} の {stated} は文字列のため、数式の合計に入らなかったとすれば整合します。',
  'cause.hidden-row': '非表示の行（{cell} の {stated}）を加えていないとすれば整合します。',
};
