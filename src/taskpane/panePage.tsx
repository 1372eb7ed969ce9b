import { createRoot, type Root } from 'react-dom/client';
import product from '../../package.json';
import type { InteractiveWorkbook } from '../core/sheets/workbook';
import type { Language } from '../messages/language';
import { languageOfLocale } from './language';
import { Session } from './session/session';
import './taskpane.css';
import { type ThemeKind, themeOfBackground } from './themeKind';
import type { HostState } from './view/HostNotice';
import { Pane } from './view/Pane';

const LANGUAGE_KEY = 'kenzan.language';

/** What the pane takes from where it stands, asked for anew each time. */
export interface Surroundings {
  /** Language of the host's own words, such as `ja-JP`. */
  readonly locale: () => string | undefined;
  /** Background of the host's theme, `#RRGGBB`. */
  readonly background: () => string | undefined;
}

/** The pane in its page: shows a workbook, or why there is none, in the language and the theme of its surroundings. */
export class PanePage {
  private readonly root: Root;
  private host: { readonly session: Session } | { readonly missing: HostState } = { missing: 'connecting' };

  constructor(private readonly surroundings: Surroundings) {
    const container = document.getElementById('pane');
    if (container === null) throw new Error('The page has no element for the pane.');
    this.root = createRoot(container);
    // Office tells Excel's pane of no change of theme: look again when the user comes back to it.
    window.addEventListener('focus', () => this.render());
    matchMedia('(forced-colors: active)').addEventListener('change', () => this.render());
    // Another pane of this add-in, or the page around this one, chose a language: its panes all speak the same.
    window.addEventListener('storage', ({ key }) => {
      if (key === LANGUAGE_KEY) this.render();
    });
    this.render();
  }

  showMissing(missing: HostState): void {
    this.host = { missing };
    this.render();
  }

  showWorkbook(workbook: InteractiveWorkbook): void {
    const session = new Session(workbook, { now: timeNow, version: product.version });
    this.host = { session };
    void session.watch();
    this.render();
  }

  private render(): void {
    const { host, surroundings } = this;
    this.root.render(
      <Pane
        key={'session' in host ? 'session' : host.missing}
        host={host}
        language={readRemembered() ?? languageOfLocale(surroundings.locale() ?? navigator.language)}
        theme={themeNow(surroundings.background())}
        onLanguage={rememberLanguage}
      />,
    );
  }
}

function timeNow() {
  const time = new Date();
  const date = { year: time.getFullYear(), month: time.getMonth() + 1, day: time.getDate() };
  return { date, hour: time.getHours(), minute: time.getMinutes() };
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

function themeNow(background: string | undefined): ThemeKind {
  return matchMedia('(forced-colors: active)').matches ? 'high-contrast' : themeOfBackground(background);
}
