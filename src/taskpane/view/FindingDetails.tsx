import type { Explanation, Finding } from '../../core/checks/finding';
import { message } from '../../core/checks/message';
import { areAlternatives, causeMessages, shownCauses } from '../../core/checks/rankCauses';
import { qualifiedRange } from '../../core/sheets/address';
import { renderDecimal, renderMessage, renderSentences } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { Prose } from './Prose';
import { signed, valueText } from './words';

/** Whether there is more to say of a finding than its line says. */
export function hasDetails({ rule, explanations, causes, operands }: Finding): boolean {
  return rule !== null || explanations.length > 0 || causes.length > 0 || operands.length > 0;
}

/** The rule, the rules that were tried, the probable causes, and the cells that a figure was computed from. */
export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const { language, text } = useLanguage();
  const { rule, explanations, causes, operands, stated } = finding;
  const fits = explanations.filter((explanation) => explanation.fits);
  const nearest = explanations.filter((explanation) => !explanation.fits);
  const { shown, more } = shownCauses(causes);
  const ruleIsListed = fits.some((explanation) => explanation.id === rule?.id);
  return (
    <dl className="details">
      {shown.length > 0 && (
        <div>
          <dt>{text(areAlternatives(shown) ? 'details.causes-tie' : 'details.causes')}</dt>
          {shown.map((cause, index) => (
            <dd key={index}>
              <p>
                <Prose>{renderSentences(causeMessages(cause), language)}</Prose>
              </p>
              <p className="cause-change">
                <CellLink cell={cause.cell} />
                {cause.suggested !== null && (
                  <span className="number">
                    {text('details.cause-change', {
                      stated: valueText(cause.stated, language, text, cause.inPercent),
                      suggested: valueText(cause.suggested, language, text, cause.inPercent),
                    })}
                  </span>
                )}
              </p>
            </dd>
          ))}
          {more > 0 && <dd className="quiet">{renderMessage(message('cause.more', { count: more }), language)}</dd>}
        </div>
      )}
      {rule !== null && !ruleIsListed && (
        <div>
          <dt>{text('details.rule')}</dt>
          <dd>
            <Prose>{renderMessage(rule.label, language)}</Prose>
          </dd>
        </div>
      )}
      <Tried label={text('details.fits')} explanations={fits} stated={null} />
      <Tried label={text('details.nearest')} explanations={nearest} stated={stated} />
      {operands.length > 0 && (
        <div>
          <dt>{text('details.operands')}</dt>
          <dd className="operands">
            {operands.map((range) => (
              <CellLink
                key={qualifiedRange(range)}
                cell={{ sheet: range.sheet, row: range.top, column: range.left }}
                label={qualifiedRange(range)}
              />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface TriedProps {
  readonly label: string;
  readonly explanations: readonly Explanation[];
  /** The printed figure, where the distance to it is to be shown. */
  readonly stated: Finding['stated'];
}

function Tried({ label, explanations, stated }: TriedProps) {
  const { language, text } = useLanguage();
  if (explanations.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {explanations.map((explanation) => (
        <dd key={explanation.id} className="tried">
          <span>
            <Prose>{renderMessage(explanation.label, language)}</Prose>
          </span>
          <span className="number">
            {renderDecimal(explanation.value)}
            {stated !== null && (
              <span className="quiet">
                {' '}
                {text('details.difference-of', { difference: signed(stated.minus(explanation.value)) })}
              </span>
            )}
          </span>
        </dd>
      ))}
    </div>
  );
}
