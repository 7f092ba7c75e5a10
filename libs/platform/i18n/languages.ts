/** The languages that we speak, in mails and calendars as on the pages. */
export const LANGUAGES = ['en', 'fr', 'de', 'uk', 'ar'] as const;

/** One of our languages. */
export type Language = (typeof LANGUAGES)[number];

// The same digits and orders of a date as the web client shows.
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr', de: 'de', uk: 'uk', ar: 'ar-u-nu-arab' };

/** Our language for a BCP 47 tag that a person or a browser gave (`fr-CA` is `fr`); English for those that we do not speak. */
export function languageOf(tag: string): Language {
  const wanted = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** The tag with which Intl writes dates and numbers for a language. */
export function localeOf(tag: string): string {
  return LOCALES[languageOf(tag)];
}
