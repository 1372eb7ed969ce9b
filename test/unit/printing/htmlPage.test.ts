import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ReportPage } from '../../../src/core/report/page/reportPage';
import { htmlPage } from '../../../src/printing/htmlPage';
import { escapeText } from '../../../src/printing/markup';
import { PAGE_STYLE, PAGE_STYLE_DIGEST } from '../../../src/printing/pageStyle';

/** A page with a block of every kind, whose every text is the one given. */
function pageOf(text: string): ReportPage {
  const fact = { label: text, value: text, note: text };
  const axis = {
    title: text,
    days: 30,
    ticks: [{ day: 0, label: text }],
    incident: { day: 3, label: text },
  };
  return {
    language: 'ja',
    title: text,
    subject: text,
    made: text,
    legend: { exact: text, vague: text, outage: text },
    sections: [
      {
        heading: text,
        blocks: [
          { kind: 'text', text, tone: 'lead' },
          { kind: 'list', items: [text] },
          { kind: 'facts', facts: [fact] },
          {
            kind: 'table',
            caption: text,
            columns: [
              { header: text, holds: 'text', share: 50 },
              { header: text, holds: 'mark', share: 50 },
            ],
            rows: [[text, { text, verdict: 'agrees' }]],
          },
          {
            kind: 'finding',
            verdict: 'disagrees',
            verdictText: text,
            title: text,
            figures: [fact],
            text,
            reasons: [
              { label: text, lines: [text] },
              { label: text, lines: [text, text] },
            ],
          },
          {
            kind: 'chart',
            chart: {
              ...axis,
              rows: [
                { look: 'event', label: text, detail: text, bars: [{ from: 1, to: 4, vague: true }], open: true },
                { look: 'outage', label: text, detail: '', bars: [{ from: 1, to: 4, vague: false }], open: false },
              ],
            },
          },
        ],
      },
    ],
  };
}

/** The page's tags with the names of their attributes, in order: what it is made of, whatever it says. */
function skeleton(html: string): string[] {
  const body = html.replace(PAGE_STYLE, '');
  return [...body.matchAll(/<(\/?[a-zA-Z!][^\s>]*)((?:\s+[\w-]+="[^"]*")*)\s*>/g)].map(
    ([, name = '', attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([\w-]+)="/g)].map(([, attribute = '']) => attribute).join(' ')}`,
  );
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><img src="https://example.org/a.png" onerror="alert(1)">',
  "' onload='alert(1)",
  '</text></svg><iframe src="javascript:alert(1)">',
  '<svg/onload=alert(1)>',
  '<!-- <a href="javascript:alert(1)">',
  ']]><?xml version="1.0"?>',
  '&lt;script&gt; &#60;b&#62;',
  '=HYPERLINK("https://example.org")',
  '{file} {count} ${alert(1)}',
];

const PLAIN = skeleton(htmlPage(pageOf('文')));

test.each(HOSTILE)('a text never becomes markup: %s', (text) => {
  const html = htmlPage(pageOf(text));
  expect(skeleton(html)).toEqual(PLAIN);
  expect(html).toContain(escapeText(text));
});

test('nor does any other text', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE, '<', '>', '"', '\u202e', '\ud800'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      const text = pieces.join('');
      // How a label of the axis is placed, or left out, is for its width.
      const page = skeleton(htmlPage(pageOf(text))).filter((tag) => !tag.includes('text'));
      expect(page).toEqual(PLAIN.filter((tag) => !tag.includes('text')));
    }),
    { numRuns: 200 },
  );
});

test('escaping can be undone but for what cannot be printed', () => {
  const undo = (html: string) =>
    html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(undo(escapeText(text))).toBe(text);
      expect(escapeText(text)).not.toMatch(/[<>"']/);
    }),
  );
});

test.each([
  ['a control sign', 'a\u0007b', 'a\ufffdb'],
  ['a sign that turns the direction', '100\u202e001', '100\ufffd001'],
  ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ['a whole pair', '𠮷野家', '𠮷野家'],
  ['line ends', 'a\r\nb\rc\td', 'a\nb\nc\td'],
])('%s', (_, text, shown) => {
  expect(escapeText(text)).toBe(shown);
});

describe('the page', () => {
  const html = htmlPage(pageOf('文'));

  test('lets nothing run, load or be sent, and applies no style but its own', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).not.toContain('unsafe');
    expect(createHash('sha256').update(PAGE_STYLE).digest('base64')).toBe(PAGE_STYLE_DIGEST);
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<a |\bon\w+=|\bstyle="|https?:|@import|url\((?!#)/);
  });

  test('names its language, and gives every drawing a name', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="ja">/);
    expect(html).toContain('role="img" aria-label="文"');
  });

  test('breaks a long chart into drawings that fit a page, each with the axis', () => {
    const rows = Array.from({ length: 70 }, (_, index) => ({
      look: 'event' as const,
      label: `${index}`,
      detail: '',
      bars: [{ from: index, to: index + 1, vague: false }],
      open: false,
    }));
    const chart = { title: '経過', days: 70, ticks: [{ day: 0, label: '1月' }], incident: null, rows };
    const page: ReportPage = { ...pageOf('文'), sections: [{ heading: '経過', blocks: [{ kind: 'chart', chart }] }] };
    const drawings = htmlPage(page).match(/<svg class="chart".*?<\/svg>/g) ?? [];
    expect(drawings.length).toBeGreaterThan(1);
    for (const drawing of drawings) {
      expect(drawing).toContain('>1月</text>');
      expect(Number(/viewBox="0 0 720 (\d+)"/.exec(drawing)?.[1])).toBeLessThan(900);
    }
    expect(drawings.join('').match(/<rect/g)).toHaveLength(70);
  });
});
