import { Field, Select } from '@fluentui/react-components';
import type { Term } from '../../core/checks/terms';
import type { Verification } from '../../core/checks/verification';
import { PRORATION_KINDS, PRORATION_UNITS, prorationRuleWith } from '../../core/rules/prorationRules';
import { ROUNDING_MODES } from '../../core/rules/rounding';
import { renderMessage } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import type { TermsDraft } from '../session/termsDraft';
import { ruleText } from './words';

interface ProrationFieldsProps {
  readonly draft: TermsDraft;
  /** The rule that is taken where none is set. */
  readonly found: Term<string> | null;
  readonly verification: Verification;
  readonly onChange: (part: Partial<TermsDraft>) => void;
}

/** The pro-rata rule: how a fee is shared, and, once that is set, how and to what it is rounded. */
export function ProrationFields({ draft, found, verification, onChange }: ProrationFieldsProps) {
  const { language, text } = useLanguage();
  const divides = draft.prorationKind !== '' && !draft.prorationKind.endsWith('.exact');
  const words = (kind: string) => {
    const rule = prorationRuleWith(kind, 'down', 1, 'in')?.rule;
    if (!rule) return kind;
    const family = renderMessage({ code: `family.${rule.family}`, params: {} }, language);
    if (rule.rounded === 'exact') return family;
    const rounded = renderMessage({ code: `rounded.${rule.rounded}`, params: {} }, language);
    return text('terms.proration.kind', { family, rounded });
  };
  return (
    <>
      <Field label={text('terms.proration')} hint={text('terms.proration.hint')}>
        <Select value={draft.prorationKind} onChange={(_, { value }) => onChange({ prorationKind: value })}>
          <option value="">
            {found === null
              ? text('terms.automatic')
              : text('terms.automatic-is', { value: ruleText(found.value, verification, language) })}
          </option>
          {PRORATION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words(kind)}
            </option>
          ))}
        </Select>
      </Field>
      {divides && (
        <div className="terms-pair">
          <Field label={text('terms.proration-mode')}>
            <Select value={draft.prorationMode} onChange={(_, { value }) => onChange({ prorationMode: value })}>
              {ROUNDING_MODES.map((mode) => (
                <option key={mode} value={mode}>
                  {text(`rounding.${mode}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={text('terms.proration-unit')}>
            <Select value={draft.prorationUnit} onChange={(_, { value }) => onChange({ prorationUnit: value })}>
              {PRORATION_UNITS.map((unit) => (
                <option key={unit} value={String(unit)}>
                  {text('totals.yen', { value: unit.toLocaleString('en') })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
    </>
  );
}
