import type { SheetPlan } from '../../sheets/sheetPlan';
import { ZERO } from '../../values/decimal';
import type { ReportContext } from '../context';
import { PARAMETER_TOP, parameterKinds } from '../parameters';
import { SheetBuilder, text } from '../sheetBuilder';
import { STYLES, TAB_COLORS } from '../styles';
import { planBlanks } from './blanks/blanksSection';
import { planBlankTotals } from './blanks/blankTotalsSection';
import { planNumbers } from './blanks/numbersSection';
import { planSplit } from './blanks/splitSection';
import { planClaims } from './claimsSection';
import { planCompare } from './compare/compareSection';
import { compareModel } from './compare/compareShape';
import { planInterest } from './interest/interestSection';
import { totalsLayout } from './layout';
import { planLines } from './linesSection';
import { planMatrix } from './matrixSection';
import { planMonths } from './monthsSection';
import { planParameters } from './parametersSection';
import type { Section } from './section';
import { planSummary } from './summarySection';
import { chooseTax } from './taxChoice';
import { totalsModel } from './totalsModel';

const NUMBER_WIDTH = 5;
const NAME_WIDTH = 42;
const FIGURE_WIDTH = 15;
/** The names of rules need more room than figures do. */
const PARAMETER_WIDTH = 24;
/** Columns of figures that fit an upright A4 page at a readable size. */
const PORTRAIT_COLUMNS = 6;

/** 合計: net, tax and gross by system and in all, by service month; damages; the grand total. All over the user's own cells. */
export function planTotalsSheet(context: ReportContext): SheetPlan {
  const { words, names, verification } = context;
  const model = totalsModel(verification);
  const compared = compareModel(verification);
  const layout = totalsLayout(context, model, compared);
  const figureColumns = layout.columns - 2;
  const builder = new SheetBuilder({
    role: 'totals',
    name: names.totals,
    incompleteNotice: words.say('incomplete.totals'),
    tabColor: TAB_COLORS.totals,
    columnWidths: [
      NUMBER_WIDTH,
      NAME_WIDTH,
      layout.blanks || layout.compare || layout.interest.length > 0 ? PARAMETER_WIDTH : FIGURE_WIDTH,
      ...Array<number>(figureColumns - 1).fill(FIGURE_WIDTH),
    ],
  });
  builder.put(0, 0, text(words.say('title.totals')), STYLES.title);
  builder.height(0, 28);
  const about = words.say('totals.about', { file: verification.document.workbookName, time: context.time });
  builder.put(1, 0, text(about), STYLES.subtitle);
  const rate = verification.terms.taxRate?.value ?? ZERO;
  const choice = chooseTax(verification, model, rate);
  const section: Section = { builder, context, model, layout, compared, choice, rate };
  planParameters(section);
  if (!layout.summary && layout.interest.length === 0) {
    const row = PARAMETER_TOP + parameterKinds(verification).length + 1;
    builder.putAcross(row, 0, layout.columns - 1, text(words.say('totals.none')), STYLES.text);
  }
  planSummary(section);
  planMatrix(section);
  planBlanks(section);
  planBlankTotals(section);
  planLines(section);
  planMonths(section);
  planClaims(section);
  planCompare(section);
  planInterest(section);
  planSplit(section);
  planNumbers(section);
  return builder.plan({
    frozen: { rows: 1, columns: 0 },
    page: {
      orientation: layout.columns > PORTRAIT_COLUMNS ? 'landscape' : 'portrait',
      titleRows: { first: 0, last: 0 },
    },
  });
}
