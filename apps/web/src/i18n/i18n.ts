import i18next, { type InitOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, keepLanguage, languageTags, languages, type Language } from './languages.js';

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

/** First-strong isolates keep a name or a number in a right-to-left sentence from dragging its neighbours along. */
const isolate = (text: string) => `\u2068${text}\u2069`;

const format = (value: unknown, _format?: string, language = 'en'): string => {
  const { locale, dir } = languages[isLanguage(language) ? language : 'en'];
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  return dir === 'rtl' ? isolate(String(value)) : String(value);
};

const options: InitOptions = {
  supportedLngs: languageTags,
  // Completeness is a test, so no second language is ever loaded.
  fallbackLng: false,
  ns: ['shell'],
  defaultNS: 'shell',
  interpolation: { escapeValue: false, alwaysFormat: true },
  returnNull: false,
  react: { useSuspense: true, transKeepBasicHtmlNodesFor: ['b', 'bdi', 'strong'] },
};

const show = (language: Language) => {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].dir;
};

/** Loads the texts of the shell in the language that first-paint.js has put on the page. */
export const startTexts = async (): Promise<void> => {
  const { lang } = document.documentElement;
  await i18next
    .use(initReactI18next)
    .use({ type: 'formatter' as const, init: () => undefined, add: () => undefined, addCached: () => undefined, format })
    .use({
      type: 'backend' as const,
      init: () => undefined,
      read: (language: string, namespace: string, done: (error: Error | null, texts: Record<string, unknown> | null) => void) => {
        const load = files[`../locales/${language}/${namespace}.json`];
        if (!load) return done(new Error(`No texts: ${language}/${namespace}`), null);
        load().then(
          (texts) => done(null, texts.default),
          (error: Error) => done(error, null),
        );
      },
    })
    .init({ ...options, lng: isLanguage(lang) ? lang : 'en' });
};

/** Switches the whole page to another language, its direction included, and keeps the choice on this device. */
export const speak = async (language: Language): Promise<void> => {
  keepLanguage(language);
  await i18next.loadLanguages(language);
  await i18next.changeLanguage(language);
  show(language);
};
