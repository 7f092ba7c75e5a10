import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInstance, type Resource } from 'i18next';
import { languages } from '../../apps/web/src/i18n/languages.js';

/** The languages that journeys are told in. */
export type JourneyLanguage = 'en' | 'fr' | 'de' | 'uk' | 'ar';

/** A text of the client as it shows it: `words('discussions:composer.send')`. */
export type Words = (key: string, values?: Record<string, unknown>) => string;

const folder = resolve('apps/web/src/locales');
const read = (language: string, file: string): Record<string, never> => JSON.parse(readFileSync(`${folder}/${language}/${file}`, 'utf8'));

/** The texts of the client in one language, so that a journey finds a button by the name that its reader sees. */
export function wordsOf(language: JourneyLanguage): Words {
  const files = readdirSync(`${folder}/${language}`).filter((file) => file.endsWith('.json'));
  const texts = Object.fromEntries(files.map((file) => [file.replace('.json', ''), read(language, file)]));
  const { locale } = languages[language];
  const instance = createInstance();
  const isolate = (value: unknown) => (language === 'ar' ? `\u2068${String(value)}\u2069` : String(value));
  const format = (value: unknown) => (typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : isolate(value));
  void instance.use({ type: 'formatter', init: () => undefined, add: () => undefined, addCached: () => undefined, format } as never).init({
    lng: language,
    initAsync: false,
    resources: { [language]: texts } as Resource,
    defaultNS: 'shell',
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  return (key, values = {}) => {
    const plain = instance.exists(key, values);
    if (!plain) throw new Error(`The client has no text ${key} in ${language}.`);
    // Tags of sentences that are put together of parts are not read aloud.
    return instance.t(key, values).replace(/<[^>]+>/g, '');
  };
}
