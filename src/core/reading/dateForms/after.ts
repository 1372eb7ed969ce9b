import { DAY_NAMES, ENGLISH_WEEKDAYS } from './english';

/** How a date is loosened: 頃, 以降, まで. */
export type Loosening = 'about' | 'from' | 'until' | null;

/** What stands behind a date and belongs to it: weekday, time of day, 頃, 以降, 付. */
export interface AfterDate {
  readonly length: number;
  /** 0 = Sunday; null where none is printed. */
  readonly weekday: number | null;
  /** Undefined where nothing loosens the date. */
  readonly loosening: Loosening | undefined;
}

const WEEKDAYS = '日月火水木金土';
const CIRCLED = '㈰㈪㈫㈬㈭㈮㈯';
const HOLIDAY = '(?:祝日?|祭日?|休日?|振休|振替休日|振替|国民の休日)';
const WEEKDAY = new RegExp(
  `^ ?(?:[(\\[【] ?(?:(?<sign>[${WEEKDAYS}])(?:曜日?)?(?: ?[・,、/]? ?${HOLIDAY})?|${HOLIDAY} ?[・,、/]? ?(?<festive>[${WEEKDAYS}])|${HOLIDAY}|(?<english>${DAY_NAMES})) ?[)\\]】]|(?<long>[${WEEKDAYS}])曜日?|(?<circled>[${CIRCLED}])|(?<bare>[${WEEKDAYS}])(?=$| \\d{1,2}[:時])|(?:,? )(?<name>${DAY_NAMES})(?![a-z]))`,
);

/** A word that is not the beginning of a longer one. */
const END = '(?=$|[ 、,。・)~:-]|から|より|まで|以降|頃)';
const HALF_DAY = '(?:午前|午後|am|pm|朝|夜|夕方|早朝|深夜|未明)';
const ZONE = '(?: ?\\(?(?:jst|utc|gmt|日本時間)\\)?(?![a-z]))?';
const CLOCK = `(?:${HALF_DAY} ?)?\\d{1,2}(?::\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:z|[+-](?:0\\d|1[0-4]):?\\d{2}(?![\\d/.年]))?(?: ?[ap]\\.?m\\b\\.?)?|時(?: ?\\d{1,2} ?分|半)?| ?[ap]\\.?m\\b\\.?)${ZONE}`;
const ABOUT = '(?: ?(?:頃|ごろ|ころ|すぎ|過ぎ))?';
const TIME = new RegExp(
  `^(?:(?:,? | at |,? at )?${CLOCK}${ABOUT}(?: ?(?:~|-|から|より) ?${CLOCK}${ABOUT}(?:まで|迄)?)?|\\d{6}(?:z|[+-]\\d{4})?(?!\\d)| ?の?(?:正午|午前中?|午後|深夜|未明|早朝|朝|昼|夕方|夕刻|夜間|夜|中)${ABOUT}${END})`,
);

const LOOSE: readonly (readonly [RegExp, Loosening])[] = [
  [/^ ?(?:頃|ごろ|ころ|前後(?=$|[ 、,。)]))/, 'about'],
  [/^ ?(?:以降|以後|onwards?|or later\b|and later\b)/, 'from'],
  [/^ ?(?:まで|迄|以前|or earlier\b|or before\b)/, 'until'],
  [/^ ?付け?/, null],
  [/^ ?(?:現在|時点)(?=$|[ 、,。)])/, null],
  [/^ ?[([【] ?(?:予定日?|見込み?|計画)(?:）|[)\]】])/, null],
  [/^(?:予定日?|見込み?)(?=$|[ 、,。)])/, null],
  [/^ ?[([【] ?(?:推定|想定|頃|ごろ) ?[)\]】]/, 'about'],
];

/** What may stand behind a word that ends there. */
const NO_WORD =
  /^(?:$|[ 、,。・()[\]【~:;/-]|(?:から|より|まで|迄|以降|以後|以前|頃|ごろ|ころ|付|現在|時点|ないし|乃至|至)(?:$|[ 、,。・()~:\da-z令平昭大明同翌-]))/;

/** Matches what belongs to a date at the beginning of the text behind it. Weekdays and times belong to days only. */
export function matchAfter(text: string, ofDay: boolean): AfterDate {
  let length = 0;
  let weekday: number | null = null;
  let loosening: Loosening | undefined;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(text.slice(length));
    // Behind a blank, the first signs of a longer word are that word: 12月4日 3時間停止, 12月4日 付議.
    if (!match || (match[0].startsWith(' ') && !NO_WORD.test(text.slice(length + match[0].length)))) return null;
    length += match[0].length;
    return match;
  };
  if (ofDay) {
    const day = take(WEEKDAY);
    if (day) weekday = weekdayOfGroups(day.groups ?? {});
    take(TIME);
  }
  for (const [pattern, meaning] of LOOSE) {
    if (take(pattern)) loosening = meaning ?? loosening ?? null;
  }
  return { length, weekday, loosening };
}

function weekdayOfGroups(groups: Readonly<Record<string, string | undefined>>): number | null {
  const sign = groups['sign'] ?? groups['festive'] ?? groups['long'] ?? groups['bare'];
  if (sign !== undefined) return WEEKDAYS.indexOf(sign);
  if (groups['circled'] !== undefined) return CIRCLED.indexOf(groups['circled']);
  const name = groups['english'] ?? groups['name'];
  return name === undefined ? null : ENGLISH_WEEKDAYS.indexOf(name.slice(0, 3));
}
