/** The months by the three letters that their names begin with, as they are in abbreviations. */
export const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const ENGLISH_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A weekday's name in full or shortened, of which the first three letters tell it. */
export const DAY_NAMES = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\.?';

const MONTH_NAME =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const WEEKDAY = `(?:(?<dayName>${DAY_NAMES}),? ?)?`;
const ORDINAL = '(?:st|nd|rd|th)?';
const DAY = `(?<day>\\d{1,2})${ORDINAL}`;
const YEAR = '(?<year>\\d{4})(?!\\d)';
const OF = '(?: (?:of )?(?:the )?|-)';
const THE = '(?:the )?';
const PART = `${THE}(?<part>early(?: in)?|mid(?:dle)?|late(?: in)?|beginning|start|end)(?: of |[- ])`;
const FISCAL = '(?:fiscal(?: year)?|fy)';
const FISCAL_YEAR = `(?<fiscal>${FISCAL}) ?(?:(?<year>\\d{4})(?:[-/]\\d{2}(?!\\d))?|'?(?<centuryYear>\\d{2}))(?!\\d)`;
const HALF = '(?:(?<half>[12])h|h(?<halfBehind>[12])|(?<halfName>first|1st|second|2nd) half)';
const QUARTER =
  '(?:(?<quarter>[1-4])q|q(?<quarterBehind>[1-4])|(?<quarterName>first|1st|second|2nd|third|3rd|fourth|4th) quarter)';
const PERIOD = `${THE}(?:${HALF}|${QUARTER})`;
/** 4–9 December takes its month from its end. */
const SHARING = `(?= ?(?:-|~|to|and|until|through|thru) ?\\d{1,2}${ORDINAL}(?: of)?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`;
const SHARING_YEAR = `(?= ?(?:-|~|to|and|until|through|thru) ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,? \\d{4}(?!\\d))`;

/** English forms in folded, lower-case text, the longer ones first. */
export const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `^${WEEKDAY}${THE}${DAY}(?: ?(?:of )?|-)${MONTH_NAME}(?:,? ?-?${YEAR}|-(?<centuryYear>\\d{2})(?![\\d:.,])| (?<shortYear>\\d{2})(?=$|[,;)]| ?-)|'(?<markedYear>\\d{2})(?!\\d))?(?![a-z\\d])`,
  ),
  new RegExp(`^${WEEKDAY}${MONTH_NAME} ?${DAY}(?![\\d:]|${OF}?[a-z]{3,}\\d)(?:,? ?${YEAR})?`),
  new RegExp(`^${YEAR}(?:,? |-)${MONTH_NAME}[ -]${DAY}(?!\\d)`),
  new RegExp(`^${WEEKDAY}${THE}${DAY}${SHARING}`),
  new RegExp(`^(?:${PART})?${MONTH_NAME},? ${YEAR}`),
  new RegExp(`^${PART}${MONTH_NAME}(?![a-z])`),
  new RegExp(`^${MONTH_NAME}${SHARING_YEAR}`),
  new RegExp(`^${THE}(?<part>beginning|start|end) of ${FISCAL_YEAR}`),
  new RegExp(`^${THE}(?<part>beginning|start|end) of ${YEAR}`),
  new RegExp(`^${PERIOD}(?: of | |/|-)?${FISCAL_YEAR}`),
  new RegExp(`^${PERIOD}(?: of | |/|-)?${YEAR}`),
  new RegExp(`^${THE}${QUARTER}(?: |')?(?<centuryYear>\\d{2})(?!\\d)`),
  new RegExp(`^${FISCAL_YEAR}(?:[ /-]?${PERIOD}(?![a-z\\d]))?`),
  new RegExp(`^${YEAR}[ /-]?${PERIOD}(?![a-z\\d])`),
];

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

/** The number that the name of a quarter or of a half begins with: first, 1st, 1. */
export function ordinalOf(name: string): number {
  return ORDINALS[name] ?? Number(name.charAt(0));
}
