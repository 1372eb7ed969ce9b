import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { MARCH, SUSPECT_DOCUMENTS } from '../../support/suspectDocuments';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { document, table } from '../../support/documents';
import { evaluateExpression } from '../../support/evaluateExpression';

test.each(Object.entries(SUSPECT_DOCUMENTS))('%s: verdicts, messages and expressions hold', (_, { doc, verdicts }) => {
  const { findings } = checkDocument(doc, NO_TERMS);
  expect(findings.map((finding) => `${finding.kind} ${finding.verdict}`)).toEqual(verdicts);
  for (const finding of findings) {
    expect(renderMessage(finding.message, 'ja')).not.toMatch(/[{}]|undefined|NaN/);
    expect(renderMessage(finding.message, 'en')).not.toMatch(/[{}]|undefined|NaN/);
    for (const { label } of [...finding.causes, ...finding.explanations]) {
      expect(renderMessage(label, 'en')).not.toMatch(/[{}]|undefined|NaN/);
    }
    if (finding.expression && finding.computed) {
      expect(evaluateExpression(finding.expression, doc).toFixed()).toBe(finding.computed.toFixed());
    }
  }
});

test('the user’s terms replace what is inferred', () => {
  const doc = document([table({ rows: [{ restored: '2020-03-31', days: 30 }] })], '2020-01-01');
  const terms = { ...NO_TERMS, incidentDate: MARCH, dayCount: 'both-in' as const };
  const verification = checkDocument(doc, terms);
  expect(verification.terms.incidentDate?.source).toEqual({ kind: 'user' });
  expect(verification.findings.map((finding) => [finding.verdict, finding.rule?.id, Number(finding.computed)])).toEqual(
    [['explained', 'day-count.start-in-end-out', 31]],
  );
});

test('of several candidates the incident date is the one that the day counts fit', () => {
  const doc = document([table({ rows: [{ restored: '2020-03-11', days: 10 }] })], '2020-02-01');
  const right = { date: MARCH, cell: { sheet: '減額', row: 1, column: 0 }, textual: true };
  const { terms } = checkDocument({ ...doc, incidentCandidates: [...doc.incidentCandidates, right] }, NO_TERMS);
  expect(terms.incidentDate?.value).toEqual(MARCH);
});

test('a workbook without tables gives no totals and no terms', () => {
  const verification = checkDocument(document([]), NO_TERMS);
  expect(verification.findings).toEqual([]);
  expect(verification.totals).toEqual({ net: null, tax: null, gross: null, claims: null, grand: null });
  expect(Object.values(verification.terms)).toEqual([null, null, null, null, null, null]);
});
