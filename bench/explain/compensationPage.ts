import type { Random } from '../random';
import { dateCell, figure, type Page, type PageCell, text } from './book';
import type { Plan } from './compensationPlan';
import type { Ledger } from './compensationFaults';
import { oneOf } from './draws';
import { nameOf } from './names';
import { partsOf } from './calendar';

type Row = (PageCell | null)[];

const WORDS = {
  ja: {
    title: ['使用料減額一覧', '１ 使用料の減額について', '停止に伴う使用料減額'],
    number: ['No.', '番号'],
    name: ['システム名', '件名', '対象システム', 'サービス名称'],
    start: ['停止日', '発生日', '停止開始日'],
    end: ['復旧日', '回復日', '復旧年月日', '再開日'],
    days: ['停止日数', '日数', '使用不能日数'],
    monthly: ['月額使用料', '月額（円）', '月額利用料'],
    annual: ['年額使用料', '年額（円）'],
    daily: ['日額', '日額（円）'],
    amount: ['減額', '金額', '減額金額（円）', '使用料減額'],
    plain: ['金額', '金額（円）', '損害額'],
    subtotal: ['小計'],
    total: ['合計', '合計金額', '計'],
    tax: ['消費税', '消費税相当額', '消費税額'],
    gross: ['総合計', '税込合計', '減額総合計'],
  },
  en: {
    title: ['Fee reductions', 'Service credits by system'],
    number: ['No.', '#'],
    name: ['System', 'Service', 'Item'],
    start: ['Outage start', 'Stopped on', 'Start date'],
    end: ['Restored on', 'Restored', 'End date'],
    days: ['Days', 'Days stopped'],
    monthly: ['Monthly fee', 'Monthly charge'],
    annual: ['Annual fee', 'Yearly charge'],
    daily: ['Daily rate'],
    amount: ['Reduction', 'Credit', 'Amount'],
    plain: ['Amount', 'Cost'],
    subtotal: ['Subtotal'],
    total: ['Total', 'Net total'],
    tax: ['Consumption tax', 'Tax'],
    gross: ['Grand total', 'Total including tax'],
  },
} as const;

/** The table as it is printed: a title, the incident's date where all lines share it, header, lines, subtotals, totals. */
export function compensationPage(plan: Plan, ledger: Ledger, random: Random): Page {
  const words = WORDS[plan.style.language];
  const feeWords = plan.rule?.family.startsWith('annual')
    ? words.annual
    : plan.rule?.family.startsWith('price-by-day')
      ? words.daily
      : words.monthly;
  const minutes = () => (plan.timed ? 15 * random.below(96) : null);
  const say = (choices: readonly string[]) => text(oneOf(random, choices));
  const header: Row = [
    ...(plan.numbered ? [say(words.number)] : []),
    say(words.name),
    ...(plan.ownStart ? [say(words.start)] : []),
    ...(plan.rule ? [say(words.end), say(words.days)] : []),
    ...(plan.feePrinted ? [say(feeWords)] : []),
    say(plan.rule ? words.amount : words.plain),
  ];
  const nameColumn = plan.numbered ? 1 : 0;
  const rows: Row[] = [[say(words.title)]];
  const first = ledger.starts[0];
  if (plan.rule && !plan.ownStart && first !== undefined) rows.push([text(incidentWords(first, plan.style.language))]);
  rows.push([], header);
  const hidden = new Set<number>();
  const totalRow = (label: PageCell, key: string): Row => {
    const row: Row = Array.from({ length: header.length }, () => null);
    row[nameColumn] = label;
    row[header.length - 1] = printed(ledger, key);
    return row;
  };
  plan.lines.forEach((line, index) => {
    if (plan.blocks === 2 && index === (plan.lines.length - (plan.lines.length % 2)) / 2) rows.push([], [...header]);
    if (ledger.hidden.has(index)) hidden.add(rows.length);
    rows.push([
      ...(plan.numbered ? [figure(`number${index}`, index + 1, 'none')] : []),
      text(nameOf(index, plan.style.language)),
      ...(plan.ownStart ? [dateCell(`start${index}`, ledger.starts[index] ?? 0, minutes())] : []),
      ...(plan.rule
        ? [
            dateCell(`end${index}`, ledger.ends[index] ?? 0, minutes()),
            figure(`days${index}`, ledger.figures.get(`days${index}`) ?? 0, 'days'),
          ]
        : []),
      ...(plan.feePrinted ? [printed(ledger, `fee${index}`)] : []),
      figure(`amount${index}`, ledger.figures.get(`amount${index}`) ?? 0, 'money', ledger.asText.has(index)),
    ]);
    const ends = plan.groups > 1 && plan.lines[index + 1]?.group !== line.group;
    if (ends) rows.push(totalRow(say(words.subtotal), `subtotal${line.group}`));
  });
  rows.push(totalRow(say(words.total), 'total'));
  if (plan.taxed) {
    const rate = plan.percentPrinted
      ? `${plan.style.language === 'ja' ? '（' : ' ('}${plan.percent}%${plan.style.language === 'ja' ? '）' : ')'}`
      : '';
    rows.push(totalRow(text(`${oneOf(random, words.tax)}${rate}`), 'tax'), totalRow(say(words.gross), 'gross'));
  }
  return { rows, hidden };
}

const printed = (ledger: Ledger, key: string): PageCell => figure(key, ledger.figures.get(key) ?? 0);

function incidentWords(day: number, language: 'ja' | 'en'): string {
  const { year, month, day: date } = partsOf(day);
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return language === 'ja' ? `障害発生日：${year}年${month}月${date}日` : `Incident date: ${iso}`;
}
