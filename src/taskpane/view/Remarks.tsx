import { remarksOf } from '../../core/report/remarks';
import type { Verification } from '../../core/checks/verification';
import { qualifiedRanges } from '../../core/sheets/address';
import { renderSentences } from '../../messages/renderMessage';
import { useLanguage } from '../language';
import { CellLink } from './CellLink';
import { Prose } from './Prose';

/** What can be said of several figures at once: the rule behind a table's amounts, rows that count their days in another way. */
export function Remarks({ verification }: { readonly verification: Verification }) {
  const { language, text } = useLanguage();
  const remarks = remarksOf(verification);
  if (remarks.length === 0) return null;
  return (
    <section className="remarks" aria-labelledby="remarks-title">
      <h2 id="remarks-title">{text('remarks.title')}</h2>
      <ul>
        {remarks.map(({ cells, sentences }, index) => {
          const [first] = cells;
          return (
            <li key={index}>
              <Prose>{renderSentences(sentences, language)}</Prose>
              {first && (
                <div>
                  <CellLink
                    cell={{ sheet: first.sheet, row: first.top, column: first.left }}
                    label={qualifiedRanges(cells)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
