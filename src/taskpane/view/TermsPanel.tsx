import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Term } from '../../core/checks/terms';
import type { Verification } from '../../core/checks/verification';
import { decimalText } from '../../core/values/decimal';
import { renderDate } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { Prose } from './Prose';
import { useSessionState } from './SessionContext';
import { TermsForm } from './TermsForm';
import { ruleText, sourceText } from './words';

/** The terms that the result was made under, where each came from, and the way to set them. */
export function TermsPanel({ verification }: { readonly verification: Verification }) {
  const { language, text } = useLanguage();
  const { activity } = useSessionState();
  const [editing, setEditing] = useState(false);
  const { terms } = verification;
  return (
    <section className="terms" aria-labelledby="terms-title">
      <div className="section-line">
        <h2 id="terms-title">{text('terms.title')}</h2>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={editing}
          disabled={activity !== null}
          onClick={() => setEditing(!editing)}
        >
          {text(editing ? 'terms.close' : 'terms.edit')}
        </Button>
      </div>
      {editing ? (
        <TermsForm verification={verification} />
      ) : (
        <dl className="term-list">
          <Row label={text('terms.incident-date')} term={terms.incidentDate} missing={text('terms.none')}>
            {(date) => renderDate(date, language)}
          </Row>
          <Row label={text('terms.day-count')} term={terms.dayCount} missing={text('terms.not-needed')}>
            {(rule) => text(`day-count.${rule}`)}
          </Row>
          <Row label={text('terms.tax-rate')} term={terms.taxRate} missing={text('terms.not-needed')}>
            {(rate) => text('terms.percent', { value: decimalText(rate) })}
          </Row>
          <Row label={text('terms.tax-rounding')} term={terms.taxRounding} missing={text('terms.not-needed')}>
            {(mode) => text(`rounding.${mode}`)}
          </Row>
          <Row label={text('terms.proration')} term={terms.proration} missing={text('terms.not-needed')}>
            {(id) => <Prose>{ruleText(id, verification, language)}</Prose>}
          </Row>
        </dl>
      )}
    </section>
  );
}

interface RowProps<T> {
  readonly label: string;
  readonly term: Term<T> | null;
  /** What to say where there is no value. */
  readonly missing: string;
  readonly children: (value: T) => ReactNode;
}

function Row<T>({ label, term, missing, children }: RowProps<T>) {
  const { language, text } = useLanguage();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {term === null ? (
          <span className="quiet">{missing}</span>
        ) : (
          <>
            <span className="term-value">{children(term.value)}</span>
            <span className="term-source">
              {term.source.kind === 'cell' ? (
                <CellLink cell={term.source.cell} label={sourceText(term.source, language, text)} />
              ) : (
                sourceText(term.source, language, text)
              )}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
