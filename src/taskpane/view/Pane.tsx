import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../messages/language';
import { LanguageContext, paneText } from '../language';
import type { Session } from '../session/session';
import { THEMES } from '../theme';
import type { ThemeKind } from '../themeKind';
import { Announcer } from './Announcer';
import { Header } from './Header';
import { HostNotice, type HostState } from './HostNotice';
import { SessionContext } from './SessionContext';
import { SessionView } from './SessionView';

interface PaneProps {
  /** What stands behind the pane; without a session there is nothing to verify. */
  readonly host: { readonly session: Session } | { readonly missing: HostState };
  /** The language to begin with; another one later is taken at once. */
  readonly language: Language;
  readonly theme: ThemeKind;
  /** Told when the user chose the other language. */
  readonly onLanguage?: (language: Language) => void;
}

/** The whole task pane. */
export function Pane({ host, language: first, theme, onLanguage }: PaneProps) {
  const [language, setLanguage] = useState(first);
  useEffect(() => setLanguage(first), [first]);
  const speech = useMemo(() => ({ language, text: paneText(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = speech.text('app.name');
  }, [language, speech]);
  const choose = (next: Language) => {
    setLanguage(next);
    onLanguage?.(next);
  };
  return (
    <FluentProvider theme={THEMES[theme]} className="pane">
      <LanguageContext.Provider value={speech}>
        <Header onLanguage={choose} />
        {'session' in host ? (
          <SessionContext.Provider value={host.session}>
            <SessionView />
            <Announcer />
          </SessionContext.Provider>
        ) : (
          <main className="body">
            <HostNotice state={host.missing} />
          </main>
        )}
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
