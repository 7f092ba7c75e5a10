/** The languages the interface speaks, each with its own name and the locale whose dates, numbers and digits it uses. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', dir: 'ltr' },
  fr: { name: 'Français', locale: 'fr', dir: 'ltr' },
  de: { name: 'Deutsch', locale: 'de', dir: 'ltr' },
  uk: { name: 'Українська', locale: 'uk', dir: 'ltr' },
  // One system of digits on a page: the one of the surrounding text.
  ar: { name: 'العربية', locale: 'ar-u-hc-h23-nu-arab', dir: 'rtl' },
} as const;

/** A language of the interface. */
export type Language = keyof typeof languages;

/** Every language, in the order of the menu. */
export const languageTags = Object.keys(languages) as Language[];

/** The texts of the interface come in these files, one a domain word. */
export const namespaces = [
  'shell',
  'people',
  'organisations',
  'handovers',
  'communities',
  'doors',
  'fees',
  'guests',
  'support',
  'welcome',
  'family',
  'groups',
  'merging',
  'templates',
  'words',
  'discussions',
  'kinds',
  'summary',
  'confidences',
  'content',
  'peer-learning',
  'advocacy',
  'writing',
  'notifications',
  'home',
  'insights',
  'report',
  'oversight',
  'privacy',
  'vocabulary',
  'directory',
  'exchange',
  'search',
  'errors',
] as const;

const storageKey = 'throughline-language';

/** Whether the interface speaks this language. */
export const isLanguage = (tag: string | null | undefined): tag is Language => !!tag && tag in languages;

/** The language chosen on this device; null when nobody chose one. */
export const chosenLanguage = (): Language | null => {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
};

/** Keeps the choice on this device; first-paint.js reads it before anything else runs. */
export const keepLanguage = (language: Language): void => {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};
