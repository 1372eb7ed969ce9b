import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Verification } from '../../core/checks/verification';
import { DAY_COUNT_RULES } from '../../core/rules/dayCount';
import { ROUNDING_MODES } from '../../core/rules/rounding';
import { qualifiedCell } from '../../core/sheets/address';
import { isoDate } from '../../core/values/calendar';
import { decimalText } from '../../core/values/decimal';
import { renderDate } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { type DraftProblem, draftOfTerms, EMPTY_DRAFT, readDraft, type TermsDraft } from '../session/termsDraft';
import { ProrationFields } from './ProrationFields';
import { useSession, useSessionState } from './SessionContext';

/** How many dates of the workbook are offered as the incident's. */
const MOST_CANDIDATES = 3;

/** Sets the terms; an empty field leaves a term to the workbook. */
export function TermsForm({ verification }: { readonly verification: Verification }) {
  const session = useSession();
  const { terms } = useSessionState();
  const { language, text } = useLanguage();
  const [draft, setDraft] = useState(() => draftOfTerms(terms));
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const change = (part: Partial<TermsDraft>) => {
    setDraft({ ...draft, ...part });
    setProblems([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, terms.comparison);
    if ('problems' in read) setProblems(read.problems);
    else void session.verify(read.terms);
  };
  const found = verification.terms;
  const dates = new Set<string>();
  const candidates = verification.document.incidentCandidates.filter(({ date }) => {
    const fresh = !dates.has(isoDate(date));
    dates.add(isoDate(date));
    return fresh;
  });
  const message = (problem: DraftProblem, key: 'terms.incident-date' | 'terms.tax-rate') =>
    problems.includes(problem)
      ? ({ validationState: 'error', validationMessage: text(`${key}.error`) } as const)
      : { hint: text(`${key}.hint`) };
  /** The automatic choice, with the value that it gives now where the user has not set another. */
  const automatic = (value: string | null) =>
    value === null ? text('terms.automatic') : text('terms.automatic-is', { value });
  return (
    <form className="terms-form" noValidate onSubmit={submit}>
      <Field label={text('terms.incident-date')} {...message('incidentDate', 'terms.incident-date')}>
        <Input
          value={draft.incidentDate}
          placeholder={found.incidentDate === null ? '' : isoDate(found.incidentDate.value)}
          onChange={(_, { value }) => change({ incidentDate: value })}
        />
      </Field>
      {candidates.length > 1 && (
        <div className="candidates">
          {candidates.slice(0, MOST_CANDIDATES).map(({ date, cell }) => (
            <Button key={isoDate(date)} size="small" onClick={() => change({ incidentDate: isoDate(date) })}>
              {text('terms.candidate', { date: renderDate(date, language), cell: qualifiedCell(cell) })}
            </Button>
          ))}
        </div>
      )}
      <Field label={text('terms.day-count')}>
        <Select value={draft.dayCount} onChange={(_, { value }) => change({ dayCount: value })}>
          <option value="">
            {automatic(
              terms.dayCount === null && found.dayCount ? text(`day-count.short.${found.dayCount.value}`) : null,
            )}
          </option>
          {DAY_COUNT_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {text(`day-count.${rule}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('terms.tax-rate')} {...message('taxRate', 'terms.tax-rate')}>
        <Input
          value={draft.taxRate}
          inputMode="decimal"
          contentAfter="%"
          placeholder={found.taxRate === null ? '' : decimalText(found.taxRate.value)}
          onChange={(_, { value }) => change({ taxRate: value })}
        />
      </Field>
      <Field label={text('terms.tax-rounding')}>
        <Select value={draft.taxRounding} onChange={(_, { value }) => change({ taxRounding: value })}>
          <option value="">
            {automatic(
              terms.taxRounding === null && found.taxRounding ? text(`rounding.${found.taxRounding.value}`) : null,
            )}
          </option>
          {ROUNDING_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {text(`rounding.${mode}`)}
            </option>
          ))}
        </Select>
      </Field>
      <ProrationFields
        draft={draft}
        found={terms.proration === null ? found.proration : null}
        verification={verification}
        onChange={change}
      />
      <div className="actions">
        <Button type="submit" appearance="primary">
          {text('terms.apply')}
        </Button>
        <Button onClick={() => change(EMPTY_DRAFT)}>{text('terms.reset')}</Button>
      </div>
    </form>
  );
}
