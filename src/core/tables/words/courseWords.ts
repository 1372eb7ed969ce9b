import { foldLabel } from '../../reading/fold';

/** What comes first and what follows it, as headings of two columns of dates name them. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /開始|着手|着工|始期|^自$|^from$|\b(start(ed|s)?|began|begin)\b/,
    /終了|完了|完成|竣工|終期|^至$|^(to|until)$|\b(end(ed|s)?|finish(ed)?|complet(ed|ion))\b/,
  ],
  [
    /発生|停止|検知|\b(occurred|outage|failure|failed|stopped|detected)\b/,
    /復旧|回復|再開|解消|解決|\b(restored|recovered|resumed|resolved|fixed)\b/,
  ],
  [
    /照会|質問|依頼|要望|問合|申入|請求|通知|\b(ask(ed)?|quer(y|ied)|question(ed)?|request(ed)?|enquir(y|ed)|inquir(y|ed))\b/,
    /回答|回報|返答|返信|報告|\b(repl(y|ied)|answer(ed)?|respon(se|ded))\b/,
  ],
  [
    /申請|受付|申込|届出|\b(appl(ied|ication)|received|submitted|filed)\b/,
    /決定|許可|承認|交付|回答|\b(decided|decision|granted|approved|issued)\b/,
  ],
  [
    /発注|契約|請求|注文|\b(order(ed)?|invoiced|contract(ed)?)\b/,
    /納品|納入|検収|支払|入金|\b(deliver(ed|y)|accepted|paid|payment)\b/,
  ],
];
/** What a letter was, behind its date, and that it is answered or came: 12月10日付け照会への回答. */
const ANSWERED =
  /^[^、。付]{1,24}付け?の?[^、。の]{0,10}?(?:照会|質問|要望|依頼|申入|請求|通知|申請|文書|書面|書簡|公文|事務連絡|メール).{0,12}?(?:回答|返答|返信|回報|受領|受理|受け|届い|到着)/;
const LETTER_OF =
  /\b(?:letters?|e-?mails?|quer(?:y|ies)|requests?|[ei]nquir(?:y|ies)|questions?|claims?|notices?|invoices?|memo(?:randum)?) (?:of|from|dated|sent on) $/i;
const REPLY = /\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:se|ded|ds)|receiv(?:ed|es|ing))\b/i;
const CLOCK = /^(時刻|時間|時分)$|^(time|hour)$/;
const NOTES = /^(備考|摘要欄|注|注記|参考|資料|根拠)$|^(remarks?|notes?|comments?|source)$/;

/** Whether one heading of dates names what must come before what the other names: 照会日 and 回答日, 開始日 and 終了日. */
export function comesBefore(first: string, second: string): boolean {
  const [one, other] = [foldLabel(first), foldLabel(second)];
  return one !== '' && other !== '' && PAIRS.some(([before, after]) => before.test(one) && after.test(other));
}

/** Whether a sentence says that a letter is answered or came which bears the date at a place of the sentence. */
export function answersLetter(sentence: string, at: number): boolean {
  return ANSWERED.test(sentence.slice(at)) || (LETTER_OF.test(sentence.slice(0, at)) && REPLY.test(sentence));
}

/** Whether a heading is that of times of day. */
export function headsClock(text: string): boolean {
  return CLOCK.test(foldLabel(text));
}

/** Whether a heading is that of notes beside the contents. */
export function headsNotes(text: string): boolean {
  return NOTES.test(foldLabel(text));
}

const WEEKDAYS = '日月火水木金土';
const ENGLISH_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = new RegExp(`^\\(?(?:([${WEEKDAYS}])(?:曜日?)?|(${ENGLISH_WEEKDAYS.join('|')})[a-z]*\\.?)\\)?$`);

/** The weekday (0 = Sunday) that a text is and nothing else: 水, (水), 水曜日, Wed; null for any other text. */
export function weekdayAlone(text: string): number | null {
  const match = WEEKDAY.exec(foldLabel(text));
  if (!match) return null;
  return match[1] === undefined ? ENGLISH_WEEKDAYS.indexOf(match[2] ?? '') : WEEKDAYS.indexOf(match[1]);
}
