import i18next, { type FormatterModule } from 'i18next';
import { readFileSync } from 'node:fs';
import { LANGUAGES, languageOf, localeOf } from './languages.js';
import type english from './locales/en/mail.json';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutForm<Key> : `${WithoutForm<Key>}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** The key of a text in `locales/<language>/mail.json`, such as `signIn.subject`; plurals without their form. */
export type TextKey = KeysOf<typeof english>;

/** What stands in the placeholders of a text; `count` chooses its plural form. */
export type TextParams = Readonly<Record<string, string | number>>;

// Read and not imported: the build copies these files as they are, and one place says how.
function textsOf(language: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`./locales/${language}/mail.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
}

// Numbers in the digits of the reader's language, in every placeholder.
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? new Intl.NumberFormat(localeOf(language ?? 'en')).format(value) : (value as string),
};

const texts = i18next.createInstance().use(numbers);
void texts.init({
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { mail: textsOf(language) }])),
  supportedLngs: [...LANGUAGES],
  fallbackLng: 'en',
  ns: 'mail',
  defaultNS: 'mail',
  initAsync: false,
  // Texts are no markup; whoever puts them into HTML escapes them there, once.
  interpolation: { escapeValue: false, alwaysFormat: true },
  // A mail with a hole in it is worse than none: the job fails and waits for an administrator.
  missingInterpolationHandler: (text: string, [placeholder]: RegExpExecArray) => {
    throw new Error(`no value for ${placeholder} in "${text}"`);
  },
});

/** A text of the server (mails, calendars) in the language of its reader. @throws Error when a placeholder is left without a value */
export function translate(language: string, key: TextKey, params: TextParams = {}): string {
  const { count } = params;
  // The params apart from the options, and no nesting: a person named "$t(…)" or "lng" changes nothing but the name.
  return texts.t(key, { lng: languageOf(language), replace: params, nest: false, ...(typeof count === 'number' ? { count } : {}) });
}
