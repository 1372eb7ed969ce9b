import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '../../../src/core/checks/checkDocument';
import { type Finding, type Verdict, VERDICTS } from '../../../src/core/checks/finding';
import { message } from '../../../src/core/checks/message';
import { causeMessages, shownCauses } from '../../../src/core/checks/rankCauses';
import { NO_TERMS } from '../../../src/core/checks/terms';
import type { Verification } from '../../../src/core/checks/verification';
import { remarksOf } from '../../../src/core/report/remarks';
import { cellName } from '../../../src/core/sheets/address';
import { findDocument } from '../../../src/core/tables/findDocument';
import { verdicts as english } from '../../../src/messages/en/verdicts';
import { verdicts as japanese } from '../../../src/messages/ja/verdicts';
import type { Language } from '../../../src/messages/language';
import { renderDecimal, renderMessage, renderSentences } from '../../../src/messages/renderMessage';
import { cells, type GridCell, snapshotOf } from '../support/grid';

export const MANUAL = join(__dirname, '../../../docs/manual');
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

export interface Page {
  readonly language: Language;
  readonly name: string;
  readonly text: string;
}

export function pagesOf(language: Language): Page[] {
  return readdirSync(join(MANUAL, language)).map((name) => ({
    language,
    name,
    text: readFileSync(join(MANUAL, language, name), 'utf8'),
  }));
}

/** A block of a page: a sheet as text, and what Kenzan says of it. */
export interface Example {
  readonly language: Language;
  readonly name: string;
  readonly sheet: readonly string[];
  readonly answers: string;
}

export function examplesOf({ language, name, text }: Page): Example[] {
  return [...text.matchAll(/```kenzan\n(.*?)```/gs)].map(([, block = ''], index) => {
    const lines = block.trimEnd().split('\n');
    const first = lines.findIndex((line) => line.startsWith('→'));
    const end = first < 0 ? lines.length : first;
    return {
      language,
      name: `${language}/${name} ${index + 1}`,
      sheet: lines.slice(0, end),
      answers: lines.slice(end).join('\n'),
    };
  });
}

/** What marks a line of a sheet as a hidden row. */
const HIDDEN: Readonly<Record<Language, string>> = { ja: '（この行は非表示）', en: '(this row is hidden)' };

export function verify({ language, sheet }: Example): Verification {
  const rows = sheet.map((line) => typed(line.replace(HIDDEN[language], '')));
  const hidden = sheet.flatMap((line, index) => (line.endsWith(HIDDEN[language]) ? [index + 1] : []));
  return checkDocument(findDocument(snapshotOf({ rows, hidden })), NO_TERMS);
}

/** A line of a sheet as its reader types it: 2024/4/1 is a date. */
function typed(line: string): GridCell[] {
  return cells(
    line.replace(/(^|\| *)(\d{4})\/(\d{1,2})\/(\d{1,2})(?= *(\||$))/g, (_, before: string, ...parts: string[]) => {
      const [year = '', month = '', day = ''] = parts;
      return `${before}d:${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }),
  );
}

const WORDS = {
  ja: {
    verdicts: japanese,
    computed: (value: string) => `計算値 ${value}`,
    rule: (id: string) => `規則 ${id}`,
    comma: '、',
    cause: (kind: string, cell: string, sentence: string) => `考えられる原因（${kind}、${cell}）：${sentence}`,
    rest: (list: string) => `ほか ${list}`,
    count: (verdict: string, count: number) => `${verdict} ${count} 件`,
    remark: (sentences: string) => `規則と根拠：${sentences}`,
  },
  en: {
    verdicts: english,
    computed: (value: string) => `computed ${value}`,
    rule: (id: string) => `rule ${id}`,
    comma: ', ',
    cause: (kind: string, cell: string, sentence: string) => `Probable cause (${kind}, ${cell}): ${sentence}`,
    rest: (list: string) => `The rest: ${list}`,
    count: (verdict: string, count: number) => `${verdict} ${count}`,
    remark: (sentences: string) => `Rules: ${sentences}`,
  },
} as const;

/**
 * What the product says of an example's sheet, in the words of the pane: of the cells that are told one by one, verdict, computed
 * value, rule, sentence and every cause that is shown; of the others, how many have which verdict; and all remarks.
 */
export function saidOf(verification: Verification, language: Language, told: readonly string[]): string {
  const words = WORDS[language];
  const isTold = ({ cell }: Finding) => told.includes(cellName(cell));
  const rest = VERDICTS.flatMap((verdict) => {
    const count = verification.findings.filter((each) => each.verdict === verdict && !isTold(each)).length;
    return count > 0 ? [words.count(verdictWord(verdict, language), count)] : [];
  });
  const lines = [
    ...verification.findings.filter(isTold).flatMap((finding) => linesOf(finding, language)),
    ...(rest.length > 0 ? [`→ ${words.rest(rest.join(words.comma))}`] : []),
    ...remarksOf(verification).map(({ sentences }) => `→ ${words.remark(renderSentences(sentences, language))}`),
  ];
  return lines.join('\n').replaceAll('Sheet1!', '');
}

function linesOf({ cell, verdict, computed, rule, message: said, causes }: Finding, language: Language): string[] {
  const words = WORDS[language];
  const { shown, more } = shownCauses(causes);
  const facts = [
    verdictWord(verdict, language),
    ...(computed ? [words.computed(renderDecimal(computed))] : []),
    ...(rule ? [words.rule(rule.id)] : []),
  ];
  return [
    `→ ${cellName(cell)} ${facts.join(words.comma)}`,
    `  ${renderMessage(said, language)}`,
    ...shown.map((cause) => {
      const sentence = renderSentences(causeMessages(cause), language);
      return `  ${words.cause(cause.kind, cellName(cause.cell), sentence)}`;
    }),
    ...(more > 0 ? [`  ${renderMessage(message('cause.more', { count: more }), language)}`] : []),
  ];
}

export function verdictWord(verdict: Verdict, language: Language): string {
  return WORDS[language].verdicts[`verdict.${verdict}`];
}

/** The cells that an example's answers tell one by one. */
export function toldIn({ answers }: Example): string[] {
  return [...answers.matchAll(/^→ ([A-Z]+\d+)(?= |$)/gm)].map(([, cell = '']) => cell);
}
