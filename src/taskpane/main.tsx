import { createRoot } from 'react-dom/client';
import product from '../../package.json';
import type { Language } from '../messages/language';
import { ExcelWorkbook } from '../workbooks/excel/excelWorkbook';
import { languageOfLocale } from './language';
import { Session } from './session/session';
import './taskpane.css';
import { type ThemeKind, themeOfBackground } from './themeKind';
import type { HostState } from './view/HostNotice';
import { Pane } from './view/Pane';

/** Office says within this time whether it is there; in a browser of its own it may never say. */
const PATIENCE_MS = 10_000;
const LANGUAGE_KEY = 'kenzan.language';

const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no element for the pane.');
const root = createRoot(container);
let host: { readonly session: Session } | { readonly missing: HostState } = { missing: 'connecting' };

function render(): void {
  root.render(
    <Pane
      key={'session' in host ? 'session' : host.missing}
      host={host}
      language={startLanguage()}
      theme={themeNow()}
      onLanguage={rememberLanguage}
    />,
  );
}

function officeIsThere(): boolean {
  return typeof Office !== 'undefined' && typeof Office.onReady === 'function';
}

function startLanguage(): Language {
  const remembered = readRemembered();
  if (remembered !== null) return remembered;
  const ofOffice = officeIsThere() && Office.context ? Office.context.displayLanguage : undefined;
  return languageOfLocale(ofOffice ?? navigator.language);
}

/** Storage may be blocked in a frame: the choice is then for this time only. */
function readRemembered(): Language | null {
  try {
    const value = localStorage.getItem(LANGUAGE_KEY);
    return value === 'ja' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    return;
  }
}

function themeNow(): ThemeKind {
  if (matchMedia('(forced-colors: active)').matches) return 'high-contrast';
  const theme = officeIsThere() && Office.context ? Office.context.officeTheme : undefined;
  return themeOfBackground(theme?.bodyBackgroundColor);
}

async function connect(): Promise<void> {
  render();
  if (!officeIsThere()) {
    host = { missing: 'none' };
    return render();
  }
  const impatient = setTimeout(() => {
    host = { missing: 'none' };
    render();
  }, PATIENCE_MS);
  const info = await Office.onReady();
  clearTimeout(impatient);
  if (info.host !== Office.HostType.Excel) host = { missing: 'none' };
  else if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) host = { missing: 'too-old' };
  else {
    const now = () => {
      const time = new Date();
      const date = { year: time.getFullYear(), month: time.getMonth() + 1, day: time.getDate() };
      return { date, hour: time.getHours(), minute: time.getMinutes() };
    };
    const session = new Session(new ExcelWorkbook(), { now, version: product.version });
    host = { session };
    void session.watch();
  }
  render();
}

// Office tells Excel's pane of no change of theme: look again when the user comes back to it.
window.addEventListener('focus', render);
matchMedia('(forced-colors: active)').addEventListener('change', render);
// Another pane of this add-in, or the page around this one, chose a language: its panes all speak the same.
window.addEventListener('storage', ({ key }) => {
  if (key === LANGUAGE_KEY) render();
});
void connect();
