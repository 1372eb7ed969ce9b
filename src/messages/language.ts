/** The languages that users' text exists in. Japanese is the source of the keys. */
export type Language = 'ja' | 'en';

export const LANGUAGES: readonly Language[] = ['ja', 'en'];
