import type { Language } from '../../../messages/language';
import type { Verdict } from '../../checks/finding';
import type { TimelineChart } from './timelineChart';

/** A verification as a document to be read and attached: plain text in sections, without any markup. Texts of cells are in it as they are. */
export interface ReportPage {
  readonly language: Language;
  readonly title: string;
  /** The file that was verified. */
  readonly subject: string;
  /** When and by what it was made. */
  readonly made: string;
  readonly sections: readonly PageSection[];
  /** What the legend of the charts says of an exact and of a vague stretch, and of an outage. */
  readonly legend: ChartLegend;
}

export interface PageSection {
  readonly heading: string;
  readonly blocks: readonly PageBlock[];
}

export type PageBlock =
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'lead' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | PageTable
  | PageFinding
  | { readonly kind: 'chart'; readonly chart: TimelineChart };

/** A label with what it stands for and, where there is one, where that comes from. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note: string | null;
}

export interface PageColumn {
  readonly header: string;
  /** Figures stand to the right and are not broken; references stand together. */
  readonly holds: 'text' | 'figure' | 'reference' | 'mark';
  /** Of the width of the page, in percent; absent where the table is as wide as what it holds. */
  readonly share?: number;
}

/** A cell: a text, or a verdict in words and mark. */
export type PageCell = string | { readonly text: string; readonly verdict: Verdict };

export interface PageTable {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly PageColumn[];
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly PageCell[])[];
}

/** A finding that needs a reader's attention, or several that say the same. */
export interface PageFinding {
  readonly kind: 'finding';
  readonly verdict: Verdict;
  /** `× 不一致`. */
  readonly verdictText: string;
  /** Where, which kind of figure, what it is called. */
  readonly title: string;
  /** Stated, computed and difference, where there are such. */
  readonly figures: readonly Fact[];
  readonly text: string;
  /** The rule that is taken, the rules tried, the causes. */
  readonly reasons: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

export interface ChartLegend {
  readonly exact: string;
  readonly vague: string;
  readonly outage: string;
}

export const plain = (text: string): PageBlock => ({ kind: 'text', text, tone: 'plain' });
export const note = (text: string): PageBlock => ({ kind: 'text', text, tone: 'note' });
