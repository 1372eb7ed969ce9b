import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type ComparisonRule, TAX_GROUPINGS } from '../../core/rules/comparisonRule';
import { ROUNDING_MODES } from '../../core/rules/rounding';
import { decimalText } from '../../core/values/decimal';
import { useLanguage } from '../language';
import { readPercent } from '../session/termsDraft';
import { useSession, useSessionState } from './SessionContext';

/** The rule that the document's tax is compared with: what is rounded at a time, how, and at which rate. Each choice counts at once. */
export function ComparisonForm({ rule }: { readonly rule: ComparisonRule }) {
  const session = useSession();
  const { activity } = useSessionState();
  const { text } = useLanguage();
  const [rate, setRate] = useState(rule.rate === null ? '' : decimalText(rule.rate));
  const busy = activity !== null;
  const change = (part: Partial<ComparisonRule>) => session.compare({ ...rule, ...part });
  const typed = (value: string) => {
    setRate(value);
    const read = readPercent(value);
    if (read !== 'unreadable') change({ rate: read });
  };
  const problem =
    readPercent(rate) === 'unreadable'
      ? ({ validationState: 'error', validationMessage: text('compare.rate.error') } as const)
      : {};
  return (
    <div className="compare-form">
      <Field label={text('compare.grouping')} className="compare-grouping">
        <Select
          value={rule.grouping}
          disabled={busy}
          onChange={(_, { value }) => change({ grouping: TAX_GROUPINGS.find((each) => each === value) ?? 'whole' })}
        >
          {TAX_GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {text(`compare.grouping.${grouping}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('compare.rounding')}>
        <Select
          value={rule.rounding}
          disabled={busy}
          onChange={(_, { value }) => change({ rounding: ROUNDING_MODES.find((each) => each === value) ?? 'down' })}
        >
          {ROUNDING_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {text(`compare.rounding.${mode}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('compare.rate')} {...problem}>
        <Input
          value={rate}
          inputMode="decimal"
          contentAfter="%"
          placeholder={text('compare.rate.own')}
          disabled={busy}
          onChange={(_, { value }) => typed(value)}
        />
      </Field>
    </div>
  );
}
