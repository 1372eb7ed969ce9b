import { type Verdict, VERDICTS } from '../../checks/finding';
import { renderDecimal } from '../../../messages/renderMessage';
import { verdictText } from '../words';
import type { PageContext } from './pageContext';
import type { PageBlock, PageSection, PageTable } from './reportPage';

/** What came out, in a few sentences; the verdicts counted; the totals. */
export function summarySection(context: PageContext): PageSection {
  const { say, verification } = context;
  const lead: PageBlock = { kind: 'text', tone: 'lead', text: leadText(context) };
  const counts = verification.findings.length > 0 ? [countsTable(context)] : [];
  const totals = totalsTable(context);
  return { heading: say('summary.heading'), blocks: [lead, ...counts, ...(totals ? [totals] : [])] };
}

function leadText({ say, words, verification: { findings } }: PageContext): string {
  if (findings.length === 0) return say('summary.nothing');
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  const counted = (['disagrees', 'possible', 'explained', 'not-checked'] as const).flatMap((verdict) =>
    count(verdict) === 0 ? [] : [say(`summary.${verdict}`, { count: count(verdict) })],
  );
  const sentences = count('disagrees') > 0 ? counted : [say('summary.none-disagrees'), ...counted];
  return sentences.join(words.language === 'ja' ? '' : ' ');
}

function countsTable({ say, words, verification: { findings } }: PageContext): PageTable {
  const rows = VERDICTS.flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    const name = { text: verdictText(words, verdict), verdict };
    return count === 0 ? [] : [[name, String(count), say(`meaning.${verdict}`)]];
  });
  return {
    kind: 'table',
    caption: say('summary.counts'),
    columns: [
      { header: say('summary.verdict'), holds: 'mark' },
      { header: say('summary.count'), holds: 'figure' },
      { header: say('summary.meaning'), holds: 'text' },
    ],
    rows,
  };
}

function totalsTable({ say, verification: { totals } }: PageContext): PageTable | null {
  const rows = (['net', 'tax', 'gross', 'claims', 'grand'] as const).flatMap((name) => {
    const value = totals[name];
    return value === null ? [] : [[say(`totals.${name}`), renderDecimal(value)]];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: say('totals.caption'),
    columns: [
      { header: say('totals.item'), holds: 'text' },
      { header: say('totals.amount'), holds: 'figure' },
    ],
    rows,
  };
}
