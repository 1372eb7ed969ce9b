import { workbench as english } from '../../messages/en/workbench';
import { fill } from '../../messages/fill';
import { workbench as japanese } from '../../messages/ja/workbench';
import type { Language } from '../../messages/language';

export type TextKey = keyof typeof japanese;
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const MESSAGES = { ja: japanese, en: english };
const STORED = 'kenzan.workbench.language';
/** Where the pane remembers its language. Panes follow when another page of the same origin sets it. */
const STORED_BY_PANE = 'kenzan.language';

/** The workbench's texts in one language. */
export function textsIn(language: Language): Texts {
  return (key, values = {}) => fill(MESSAGES[language][key], values);
}

/** The language chosen last, or else the browser's. */
export function rememberedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'ja' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

/** Makes the pane speak a language: the one that stands, at once, and those that are loaded later. */
export function setPaneLanguage(language: Language): void {
  localStorage.setItem(STORED_BY_PANE, language);
}
