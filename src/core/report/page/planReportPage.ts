import type { Verification } from '../../checks/verification';
import type { Snapshot } from '../../sheets/snapshot';
import { indexFigures } from '../figureIndex';
import type { ReportOptions } from '../planSheets';
import { timeText, wordsOf } from '../words';
import { auditSection, type Digests } from './auditSection';
import { computedSection } from './computedSection';
import { findingsSection, remarksSection } from './findingsSection';
import type { PageContext } from './pageContext';
import { pageWords } from './pageWords';
import { relationsSection, uncheckedSection } from './relationsSection';
import type { ReportPage } from './reportPage';
import { summarySection } from './summarySection';
import { termsSection } from './termsSection';
import { timelineSection } from './timelineSection';

/**
 * Plans the report of a verification as a document of its own, for those who are not given the workbook.
 *
 * Pure: the same verification, snapshot, options and digests give an equal page.
 */
export function planReportPage(
  verification: Verification,
  snapshot: Snapshot,
  options: ReportOptions,
  digests: Digests,
): ReportPage {
  const words = wordsOf(options.language);
  const say = pageWords(options.language);
  const context: PageContext = { verification, snapshot, words, say, figures: indexFigures(verification.document) };
  const time = timeText(words, options.time);
  const sections = [
    summarySection(context),
    termsSection(context),
    findingsSection(context),
    remarksSection(context),
    computedSection(context),
    timelineSection(context),
    relationsSection(context),
    uncheckedSection(context),
    auditSection(context, time, options.version, digests),
  ];
  return {
    language: options.language,
    title: say('title'),
    subject: snapshot.workbookName,
    made: say('made', { time, version: options.version }),
    sections: sections.filter((section) => section !== null),
    legend: {
      exact: words.say('timeline.legend.exact'),
      vague: words.say('timeline.legend.vague'),
      outage: words.say('timeline.legend.outage'),
    },
  };
}
