import { createContext, useContext } from 'react';
import { pane as en } from '../messages/en/pane';
import { fill } from '../messages/fill';
import { pane as ja } from '../messages/ja/pane';
import type { Language } from '../messages/language';

export type PaneKey = keyof typeof ja;

/** Gives a text of the pane in one language, its places filled. */
export type PaneText = (key: PaneKey, values?: Readonly<Record<string, string | number>>) => string;

const MESSAGES: Readonly<Record<Language, Readonly<Record<PaneKey, string>>>> = { ja, en };

export function paneText(language: Language): PaneText {
  return (key, values = {}) => fill(MESSAGES[language][key], values);
}

/** The pane's language for a locale such as `ja-JP`: Japanese for Japanese, English for all others. */
export function languageOfLocale(locale: string): Language {
  return /^ja\b/i.test(locale) ? 'ja' : 'en';
}

interface Speech {
  readonly language: Language;
  readonly text: PaneText;
}

export const LanguageContext = createContext<Speech>({ language: 'ja', text: paneText('ja') });

/** The language that the pane speaks, and its texts. */
export function useLanguage(): Speech {
  return useContext(LanguageContext);
}
