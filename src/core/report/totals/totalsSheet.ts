import type { SheetPlan } from '../../sheets/sheetPlan';
import { ZERO } from '../../values/decimal';
import type { ReportContext } from '../context';
import { PARAMETER_COLUMN, PARAMETER_TOP, parameterKinds } from '../parameters';
import { date, number, SheetBuilder, text } from '../sheetBuilder';
import { STYLES, TAB_COLORS } from '../styles';
import { sourceText } from '../words';
import { planClaims } from './claimsSection';
import { totalsLayout } from './layout';
import { planLines } from './linesSection';
import { planMatrix } from './matrixSection';
import { planMonths } from './monthsSection';
import { roundingWords, type Section } from './section';
import { planSummary } from './summarySection';
import { chooseTax, groupingsOf, type TaxChoice } from './taxChoice';
import { totalsModel } from './totalsModel';

const NUMBER_WIDTH = 5;
const NAME_WIDTH = 42;
const FIGURE_WIDTH = 15;
/** Columns of figures that fit an upright A4 page at a readable size. */
const PORTRAIT_COLUMNS = 6;

/** 合計: net, tax and gross by system and in all, by service month; damages; the grand total. All over the user's own cells. */
export function planTotalsSheet(context: ReportContext): SheetPlan {
  const { words, names, verification } = context;
  const model = totalsModel(verification);
  const layout = totalsLayout(context, model);
  const figureColumns = layout.columns - 2;
  const builder = new SheetBuilder({
    role: 'totals',
    name: names.totals,
    incompleteNotice: words.say('incomplete.totals'),
    tabColor: TAB_COLORS.totals,
    columnWidths: [NUMBER_WIDTH, NAME_WIDTH, ...Array<number>(figureColumns).fill(FIGURE_WIDTH)],
  });
  builder.put(0, 0, text(words.say('title.totals')), STYLES.title);
  builder.height(0, 28);
  const about = words.say('totals.about', { file: verification.document.workbookName, time: context.time });
  builder.put(1, 0, text(about), STYLES.subtitle);
  const rate = verification.terms.taxRate?.value ?? ZERO;
  const choice = chooseTax(verification, model, rate);
  const section: Section = { builder, context, model, layout, choice, rate };
  planParameters(section);
  if (!layout.summary) {
    const row = PARAMETER_TOP + parameterKinds(verification).length + 1;
    builder.putAcross(row, 0, layout.columns - 1, text(words.say('totals.none')), STYLES.text);
  }
  planSummary(section);
  planMatrix(section);
  planLines(section);
  planMonths(section);
  planClaims(section);
  return builder.plan({
    frozen: { rows: 1, columns: 0 },
    page: {
      orientation: layout.columns > PORTRAIT_COLUMNS ? 'landscape' : 'portrait',
      titleRows: { first: 0, last: 0 },
    },
  });
}

function planParameters({ builder, context, model, choice }: Section): void {
  const { words, verification } = context;
  const { terms } = verification;
  const kinds = parameterKinds(verification);
  if (kinds.length === 0) return;
  sectionTitle(builder, PARAMETER_TOP - 2, words.say('totals.parameters'));
  builder.put(PARAMETER_TOP - 1, 0, text(words.say('totals.parameters.note')), STYLES.note);
  kinds.forEach((kind, index) => {
    const row = PARAMETER_TOP + index;
    const put = (label: string, content: Parameters<SheetBuilder['put']>[2], source: string, format?: string) => {
      builder.put(row, 1, text(label), STYLES.cell);
      const style = format === undefined ? STYLES.input : { ...STYLES.input, numberFormat: format };
      builder.put(row, PARAMETER_COLUMN, content, style);
      builder.put(row, PARAMETER_COLUMN + 1, text(source), { ...STYLES.label, horizontal: 'left', indent: 1 });
    };
    if (kind === 'incidentDate' && terms.incidentDate) {
      const { value, source } = terms.incidentDate;
      put(words.say('term.incident-date'), date(value), sourceText(words, source), words.dateFormat);
    } else if (kind === 'taxRate' && terms.taxRate) {
      const { value, source } = terms.taxRate;
      put(words.say('term.tax-rate'), number(value), sourceText(words, source), 'General"%"');
    } else if (kind === 'taxGrouping') {
      put(words.say('totals.grouping'), groupingContent(choice, context), words.say(choice.source));
      builder.choice(row, PARAMETER_COLUMN, [
        ...(model.printed.tax ? [words.say('totals.grouping.printed')] : []),
        ...groupingsOf(model).map((grouping) => words.say(`totals.grouping.${grouping}`)),
      ]);
    } else if (kind === 'taxRounding') {
      const rounding = words.say(`rounding.${choice.rounding}`);
      put(words.say('term.tax-rounding'), text(rounding), words.say(choice.source));
      builder.choice(row, PARAMETER_COLUMN, roundingWords(words));
    }
  });
}

function groupingContent(choice: TaxChoice, { words }: ReportContext) {
  return text(words.say(`totals.grouping.${choice.grouping}`));
}

function sectionTitle(builder: SheetBuilder, row: number, title: string): void {
  builder.put(row, 0, text(title), STYLES.section);
}
