import type {
  ChartLegend,
  Fact,
  PageBlock,
  PageCell,
  PageFinding,
  PageSection,
  PageTable,
  ReportPage,
} from '../core/report/page/reportPage';
import type { TimelineChart } from '../core/report/page/timelineChart';
import { chartDefinitions, chartDrawings, legendMark } from './chartSvg';
import { element, Markup, render } from './markup';
import { PAGE_STYLE, PAGE_STYLE_DIGEST } from './pageStyle';

/** No script, no request, no other style than ours, whatever a text may hold. */
const POLICY = `default-src 'none'; style-src 'sha256-${PAGE_STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/**
 * Prints the report as one self-contained HTML page: no script, nothing to be loaded, every text escaped.
 *
 * @returns the page as text, to be saved in UTF-8.
 */
export function htmlPage(page: ReportPage): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, `${page.title} ${page.subject}`),
    element('style', {}, new Markup(PAGE_STYLE)),
  );
  const header = element(
    'header',
    {},
    element('h1', {}, page.title),
    element('p', { class: 'subject' }, page.subject),
    element('p', { class: 'made' }, page.made),
  );
  const sections = page.sections.map((section) => sectionElement(section, page.legend));
  const body = element('body', {}, chartDefinitions(), element('main', {}, header, sections));
  return `<!DOCTYPE html>\n${render(element('html', { lang: page.language }, head, body))}\n`;
}

function sectionElement({ heading, blocks }: PageSection, legend: ChartLegend): Markup {
  return element(
    'section',
    {},
    element('h2', {}, heading),
    blocks.map((block) => blockElement(block, legend)),
  );
}

function blockElement(block: PageBlock, legend: ChartLegend): Markup {
  switch (block.kind) {
    case 'text':
      return element('p', { class: block.tone === 'plain' ? null : block.tone }, block.text);
    case 'list':
      return listElement(block.items);
    case 'facts':
      return factsElement(block.facts);
    case 'table':
      return tableElement(block);
    case 'finding':
      return findingElement(block);
    case 'chart':
      return chartElement(block.chart, legend);
  }
}

function listElement(items: readonly string[]): Markup {
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );
}

function factsElement(facts: readonly Fact[]): Markup {
  const entries = facts.map(({ label, value, note }) => [
    element('dt', {}, label),
    element('dd', {}, value, note === null ? [] : element('span', { class: 'note' }, note)),
  ]);
  return element('dl', {}, entries);
}

function tableElement({ caption, columns, rows }: PageTable): Markup {
  const headers = columns.map(({ header, holds }) =>
    element('th', { scope: 'col', class: holds === 'figure' ? 'figure' : null }, header),
  );
  const cell = (content: PageCell, index: number): Markup => {
    const holds = columns[index]?.holds ?? 'text';
    return typeof content === 'string'
      ? element('td', { class: holds }, content)
      : element('td', { class: `${holds} ${content.verdict}` }, content.text);
  };
  const shares = columns.flatMap(({ share }) => (share === undefined ? [] : [element('col', { width: `${share}%` })]));
  return element(
    'table',
    { class: shares.length > 0 ? 'shared' : null },
    caption === null ? [] : element('caption', {}, caption),
    shares,
    element('thead', {}, element('tr', {}, headers)),
    element(
      'tbody',
      {},
      rows.map((row) => element('tr', {}, row.map(cell))),
    ),
  );
}

function findingElement({ verdict, verdictText, title, figures, text, reasons }: PageFinding): Markup {
  const figure = ({ label, value }: Fact): Markup =>
    element('span', {}, element('span', { class: 'label' }, label), element('b', {}, value));
  const reason = ({ label, lines }: PageFinding['reasons'][number]): Markup =>
    element(
      'div',
      { class: 'reason' },
      element('span', { class: 'label' }, label),
      lines.length === 1 ? lines : listElement(lines),
    );
  return element(
    'article',
    { class: `finding ${verdict}` },
    element('h3', {}, element('span', { class: `verdict ${verdict}` }, verdictText), title),
    figures.length === 0 ? [] : element('div', { class: 'figures' }, figures.map(figure)),
    element('p', {}, text),
    reasons.map(reason),
  );
}

function chartElement(chart: TimelineChart, legend: ChartLegend): Markup {
  const looks = new Set(
    chart.rows.flatMap(({ look, bars }) =>
      bars.map(({ vague }) => (vague ? 'vague' : look === 'event' ? 'exact' : look)),
    ),
  );
  const entries = (['exact', 'vague', 'outage'] as const)
    .filter((look) => looks.has(look))
    .map((look) => element('span', {}, legendMark(look), legend[look]));
  return element(
    'figure',
    {},
    element('figcaption', {}, chart.title),
    element('div', { class: 'legend' }, entries),
    chartDrawings(chart),
  );
}
