import { ERA_NAME } from '../eras';
import { ERA_YEAR, KANJI_YEAR, NUMBER, s } from './years';

const QUARTER = `(?:第?${s}(?<quarter>[1-4一二三四])${s}(?:四半期|q)|q(?<quarterBehind>[1-4]))`;
/** 12月中央区と協議, 2019年末端装置: the first sign of another word is no part. */
const WORD_ENDS =
  '(?=$|[ 、,。・()\\[【~-]|から|より|まで|迄|以降|以後|以前|頃|ごろ|ころ|に|の|付|現在|時点|ないし|乃至|至)';
const PART_OF_YEAR = `(?<part>当初|年?初頭|年?初め|年?始め|年?はじめ|年始|年?初(?![回期日旬])|年?末|前半|後半|上半期|下半期|上期|下期|前期|後期)${WORD_ENDS}`;
const PART_OF_MONTH = `(?<part>上旬|初旬|中旬|中頃|中ごろ|半ば|なかば|下旬|月?末日?|月初め?|初め|始め|はじめ|初|頭|前半|後半|吉日|中)${WORD_ENDS}`;
const SHIFT = '同|翌々|翌|前々|前';
/** 12月4～9日, 2019年11～12月: the sign stands behind the second number only. */
const sharing = (sign: string) => `(?=${s}[~-]${s}(?:${NUMBER})${s}${sign})`;

/** Forms with 年, 月 and 日 in folded, lower-case text, the longer ones first. */
export const JAPANESE: readonly RegExp[] = [
  new RegExp(
    `^(?:${KANJI_YEAR}|(?<yearWord>${SHIFT}|当)年)(?<fiscal>度)(?:${s}(?:の${s})?(?:${QUARTER}|${PART_OF_YEAR}))?`,
  ),
  new RegExp(`^${KANJI_YEAR}${s}(?:の${s})?${QUARTER}`),
  new RegExp(
    `^${KANJI_YEAR}${s}(?:(?<month>\\d{1,2})/(?<day>\\d{1,2})(?![\\d/])|(?<firstMonth>${NUMBER})${sharing('月')})`,
  ),
  new RegExp(
    `^(?:${KANJI_YEAR}${s}|(?<yearWord>${SHIFT})年${s}|(?<nearWord>同|翌)${s}(?=(?:${NUMBER})${s}月))?(?:(?<month>${NUMBER})${s}月|(?<monthWord>${SHIFT}|当)月)(?:${s}(?:の${s})?(?:(?<day>${NUMBER})(?:${s}日(?!間)|${sharing('日(?!間)')})|${PART_OF_MONTH}))?(?![分度期号])`,
  ),
  new RegExp(`^(?<dayWord>${SHIFT}|当)日`),
  new RegExp(`^(?<dayWord>翌)${s}(?<day>${NUMBER})${s}日(?!間)`),
  new RegExp(`^(?<monthWord>同)${s}(?<day>${NUMBER})${s}日(?!間)`),
  new RegExp(`^(?<bareYear>\\d{2}|元)${s}年${s}(?<month>\\d{1,2})${s}月${s}(?<day>\\d{1,2})${s}日(?!間)`),
  new RegExp(`^(?:${KANJI_YEAR}|(?<yearWord>${SHIFT})年)${s}(?:の${s})?${PART_OF_YEAR}`),
  new RegExp(`^(?:${KANJI_YEAR}(?!間)|(?<yearWord>同|翌|前)年)`),
  // 2019～2021年度, 平成30～令和2年度: the sign stands behind the end only.
  new RegExp(`^${ERA_YEAR}(?=${s}[~-]${s}(?:${ERA_NAME})?${s}(?:元|${NUMBER})${s}年)`),
  /^(?<year>\d{4})(?= ?[~-] ?\d{4} ?年)/,
];
