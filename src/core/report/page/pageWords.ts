import { page as english } from '../../../messages/en/page';
import { fill } from '../../../messages/fill';
import { page as japanese } from '../../../messages/ja/page';
import type { Language } from '../../../messages/language';

const TEXTS: Record<Language, Record<keyof typeof japanese, string>> = { ja: japanese, en: english };

export type PageWord = keyof typeof japanese;

/** Says a text of the report as a document in a language. */
export type SayOnPage = (key: PageWord, values?: Readonly<Record<string, string | number>>) => string;

export function pageWords(language: Language): SayOnPage {
  return (key, values = {}) => fill(TEXTS[language][key], values);
}
