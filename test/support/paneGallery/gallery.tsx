/* Every state of the pane, as the page's address asks: ?state=result&language=en&theme=dark. For tests and pictures. */
import { createRoot } from 'react-dom/client';
import { checkDocument } from '../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../src/core/checks/terms';
import { comparisonRuleOf } from '../../../src/core/rules/comparisonRule';
import { findDocument } from '../../../src/core/tables/findDocument';
import type { InteractiveWorkbook } from '../../../src/core/sheets/workbook';
import type { Verified } from '../../../src/core/verify';
import { Session } from '../../../src/taskpane/session/session';
import { type Activity, INITIAL_STATE, type SessionState } from '../../../src/taskpane/session/state';
import '../../../src/taskpane/taskpane.css';
import type { ThemeKind } from '../../../src/taskpane/themeKind';
import { Pane } from '../../../src/taskpane/view/Pane';
import { cells, snapshotOf } from '../../unit/support/grid';
import { sampleVerification } from './findings';

const asked = new URLSearchParams(location.search);
const stateName = asked.get('state') ?? 'start';

const workbook: InteractiveWorkbook = {
  read: () => new Promise(() => undefined),
  write: () => Promise.resolve(),
  select: (sheet, area) => {
    document.body.dataset['selected'] = `${sheet}!${area.top},${area.left}`;
    return Promise.resolve();
  },
  onUserChange: () => Promise.resolve(() => Promise.resolve()),
  onSelection: () => Promise.resolve(() => Promise.resolve()),
};

const verified = (...sample: Parameters<typeof sampleVerification>): Verified => ({
  snapshot: { workbookName: 'book.xlsx', dateSystem: 1900, sheets: [], names: [] },
  verification: sampleVerification(...sample),
});

/** A workbook of rows as `a | b | 100`, verified for the gallery. */
function verifiedRows(lines: readonly string[], comparison: string | null): Verified {
  const snapshot = snapshotOf({ rows: lines.map(cells) });
  const terms = { ...NO_TERMS, comparison: comparison === null ? null : comparisonRuleOf(comparison, null) };
  return { snapshot, verification: checkDocument(findDocument(snapshot), terms) };
}
const INVOICE = [
  '品名 | 数量 | 単価 | 金額',
  '仮想サーバークラウドサービス使用料（本庁分） | 1 | 123456015 | 123456015',
  '保守 | 1 | 1015 | 1015',
  '小計 | | | 123457030',
  '消費税（10%） | | | 12345703',
  '合計 | | | 135802733',
];
const CLAIM = [
  '債務者 | 元本 | 支払期日 | 支払日 | 遅延損害金',
  '甲 | 1,234,567 | d:2020-03-31 | d:2020-09-30 | ',
  '乙 | 500,000 | d:2019-12-31 | d:2020-06-30 | ',
  '丙 | 800,000 | d:2020-05-31 | | ',
];
const activity = (task: Activity['task'], step: Activity['step']): Activity => ({
  task,
  step,
  done: 2,
  total: 5,
  cancelling: false,
});
const result: SessionState = { ...INITIAL_STATE, runs: 1, verified: verified(30, undefined, 8) };

const STATES: Readonly<Record<string, SessionState>> = {
  start: INITIAL_STATE,
  verifying: { ...INITIAL_STATE, activity: activity('verify', 'read') },
  result,
  clean: { ...result, verified: verified(30, ['explained']) },
  selected: { ...result, selection: { sheet: '減額', row: 3, column: 2 } },
  'run-selected': { ...result, selection: { sheet: '減額', row: 5, column: 3 } },
  compared: { ...result, verified: verifiedRows(INVOICE, 'per-line.down') },
  interest: { ...result, verified: verifiedRows(CLAIM, null) },
  filtered: { ...result, filter: 'explained' },
  many: { ...result, verified: verified(5000), filter: 'agrees' },
  stale: { ...result, stale: true },
  writing: { ...result, activity: activity('write', 'write') },
  written: { ...result, written: ['検算結果', '合計', '時系列'] },
  nothing: { ...result, verified: verified(0, []) },
  editing: { ...INITIAL_STATE, fault: { task: 'verify', code: 'cell-edit-mode', detail: '', cell: null } },
  changed: { ...result, stale: true, fault: { task: 'write', code: 'changed-meanwhile', detail: '', cell: null } },
  protected: { ...result, fault: { task: 'write', code: 'protected', detail: '検算結果', cell: null } },
  'host-failed': { ...result, fault: { task: 'write', code: 'host-failed', detail: 'GeneralException', cell: null } },
  cancelled: { ...result, cancelled: 'write' },
};

/** A session that stands still in one state. */
class StillSession extends Session {
  private readonly still = STATES[stateName] ?? INITIAL_STATE;
  override readonly state = () => this.still;
}

const missing = { 'no-host': 'none', 'too-old': 'too-old', connecting: 'connecting' } as const;
const absent = Object.entries(missing).find(([name]) => name === stateName)?.[1];
const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no element for the pane.');
createRoot(container).render(
  <Pane
    host={
      absent
        ? { missing: absent }
        : {
            session: new StillSession(workbook, {
              now: () => ({ date: { year: 2020, month: 6, day: 9 }, hour: 9, minute: 0 }),
              version: '0.0.0',
            }),
          }
    }
    language={asked.get('language') === 'en' ? 'en' : 'ja'}
    theme={(asked.get('theme') ?? 'light') as ThemeKind}
  />,
);
