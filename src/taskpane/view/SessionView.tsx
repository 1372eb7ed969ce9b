import { Computed, computesBlanks } from './Computed';
import { FindingList } from './FindingList';
import { Notices } from './Notices';
import { NothingFound } from './NothingFound';
import { ProgressView } from './ProgressView';
import { useSessionState } from './SessionContext';
import { Remarks } from './Remarks';
import { Start } from './Start';
import { Summary } from './Summary';
import { TaxComparison } from './TaxComparison';
import { TermsPanel } from './TermsPanel';
import { Totals } from './Totals';
import { WriteBar } from './WriteBar';

/** What the state of the session calls for: the start, the progress, or a result with what can be done with it. */
export function SessionView() {
  const { activity, verified, runs } = useSessionState();
  if (activity?.task === 'verify') {
    return (
      <main className="body">
        <ProgressView activity={activity} />
      </main>
    );
  }
  if (verified === null) {
    return (
      <main className="body">
        <Notices />
        <Start />
      </main>
    );
  }
  const { verification } = verified;
  const checked = verification.findings.length > 0;
  const found = checked || computesBlanks(verification);
  return (
    <>
      <main className="body">
        <Notices />
        {checked && <Summary verification={verification} />}
        {!found && <NothingFound />}
        {checked && <Totals verification={verification} />}
        {checked && <TaxComparison key={`compare-${runs}`} verification={verification} />}
        <Computed verification={verification} />
        <TermsPanel key={`terms-${runs}`} verification={verification} />
        {checked && <Remarks verification={verification} />}
        {checked && <FindingList key={`findings-${runs}`} findings={verification.findings} />}
      </main>
      {found && <WriteBar />}
    </>
  );
}
