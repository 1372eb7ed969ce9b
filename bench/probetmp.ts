import { checkDocument } from '/work/wt/care/src/core/checks/checkDocument';
import { NO_TERMS } from '/work/wt/care/src/core/checks/terms';
import { findDocument } from '/work/wt/care/src/core/tables/findDocument';
import { renderMessage } from '/work/wt/care/src/messages/renderMessage';
import { cellName } from '/work/wt/care/src/core/sheets/address';
import { cells, snapshotOf } from '/work/wt/care/test/unit/support/grid';
import { readFileSync } from 'node:fs';
import { remarksOf } from '/work/wt/care/src/core/report/remarks';
import { renderSentences } from '/work/wt/care/src/messages/renderMessage';
for (const block of readFileSync(process.argv[2] ?? '', 'utf8').split(/\n---\n/)) {
  const lines = block.split('\n');
  console.log('=====', lines[0]);
  const doc = findDocument(snapshotOf({ rows: lines.slice(1).map(cells) }));
  for (const t of doc.tables) console.log(t.kind, JSON.stringify(t.range), t.columns.map((c) => c.role + ':' + c.header).join(' '));
  const v = checkDocument(doc, NO_TERMS);
  console.log(JSON.stringify(v.terms));
  for (const f of v.findings) console.log(' ', cellName(f.cell), f.kind, f.verdict, String(f.stated), String(f.computed), renderMessage(f.message, 'ja'), f.causes.map((c) => `${c.kind} ${cellName(c.cell)} ${String(c.suggested)} ${c.cost.toFixed(1)}`).slice(0, 4).join('; '));
  for (const r of remarksOf(v)) console.log(' R', renderSentences(r.sentences, 'ja'));
}
