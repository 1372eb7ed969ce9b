import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { comparisonLabel } from '../../core/checks/comparisonLabel';
import type { Verification } from '../../core/checks/verification';
import { type AdjustedTotals, adjustedTotals } from '../../core/report/adjusted/adjustedTotals';
import { ownRuleLabels } from '../../core/report/adjusted/ownRules';
import { renderDecimal, renderMessage } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { ComparisonForm } from './ComparisonForm';
import { ComparisonTable } from './ComparisonTable';
import { Prose } from './Prose';
import { signed } from './words';

/** Net, tax and gross under the document's own rule and under one that the user picks. Nothing where nothing is taxed. */
export function TaxComparison({ verification }: { readonly verification: Verification }) {
  const { text } = useLanguage();
  const totals = useMemo(() => adjustedTotals(verification), [verification]);
  const [open, setOpen] = useState(totals?.rule.source.kind === 'user');
  if (!totals) return null;
  return (
    <section className="compare" aria-labelledby="compare-title">
      <div className="section-line">
        <h2 id="compare-title">{text('compare.title')}</h2>
        <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text(open ? 'compare.close' : 'compare.open')}
        </Button>
      </div>
      {open && <ComparisonForm rule={totals.rule.value} />}
      <div aria-live="polite">
        <Outcome totals={totals} />
      </div>
      {open && <ComparisonTable totals={totals} />}
    </section>
  );
}

/** What the picked rule would change, in a sentence, and the document's own rule. */
function Outcome({ totals }: { readonly totals: AdjustedTotals }) {
  const { language, text } = useLanguage();
  const { all, rule } = totals;
  const words = renderMessage(comparisonLabel(rule.value), language);
  const labels = ownRuleLabels(totals).map((label) =>
    label ? renderMessage(label, language) : text('adjusted.as-printed'),
  );
  const own = labels.length === 0 ? text('adjusted.no-tax') : [...new Set(labels)].join(text('adjusted.or'));
  const sentence = all.difference.tax.isZero()
    ? text('compare.same', { rule: words })
    : text('compare.differs', {
        rule: words,
        tax: renderDecimal(all.compared.tax),
        difference: signed(all.difference.tax),
      });
  return (
    <>
      <p>
        <Prose>{sentence}</Prose>
      </p>
      <p className="quiet">
        <Prose>{text('compare.own', { rules: own })}</Prose>
      </p>
      <p className="quiet">
        <Prose>{text('compare.note')}</Prose>
      </p>
    </>
  );
}
