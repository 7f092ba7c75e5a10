import { readFileSync } from 'node:fs';
import { formatDay, formatInstant, formatSpan, formatTime } from './instants.js';
import { LANGUAGES, languageOf, type Language } from './languages.js';
import { translate, type TextKey } from './translate.js';

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const texts = new Map<Language, Map<string, string>>(
  LANGUAGES.map((language) => [
    language,
    new Map(flat(JSON.parse(readFileSync(new URL(`./locales/${language}/mail.json`, import.meta.url), 'utf8')) as Texts)),
  ]),
);
const of = (language: Language): Map<string, string> => texts.get(language) ?? new Map();

const FORM = /_(?:zero|one|two|few|many|other)$/u;
const plurals = new Set([...of('en').keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(FORM, '')));
const singles = [...of('en').keys()].filter((key) => !plurals.has(key.replace(FORM, '')));
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? ''))].sort();

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('are all there, with every plural form that the language has, and no others', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...singles, ...[...plurals].flatMap((key) => forms.map((form) => `${key}_${form}`))];
    expect([...of(language).keys()].sort()).toEqual(wanted.sort());
  });

  it('say something, in well-formed placeholders, without the English', () => {
    for (const [key, text] of of(language)) {
      expect(text.trim()).not.toBe('');
      expect(text.replace(/\{\{\w+\}\}/gu, '')).not.toMatch(/[{}<>]|\$t\(/u);
      if (language !== 'en') expect([key, text]).not.toEqual([key, of('en').get(key)]);
    }
  });

  it('keep the placeholders; a plural form may say its number in words', () => {
    for (const [key, text] of of(language)) {
      const plural = key.replace(FORM, '');
      const model = of('en').get(plurals.has(plural) ? `${plural}_other` : key) ?? '';
      const withoutCount = (names: string[]): string[] => (plurals.has(plural) ? names.filter((name) => name !== 'count') : names);
      expect([key, withoutCount(placeholders(text))]).toEqual([key, withoutCount(placeholders(model))]);
    }
  });

  it('are what translate gives', () => {
    const params = Object.fromEntries([...of(language).values()].flatMap(placeholders).map((name) => [name, `«${name}»`]));
    for (const key of singles) {
      const expected = (of(language).get(key) ?? '').replace(/\{\{(\w+)\}\}/gu, '«$1»');
      expect(translate(language, key as TextKey, params)).toBe(expected);
    }
  });
});

describe('translate', () => {
  it.each<[Language, number, string]>([
    ['en', 1, 'for 1 minute.'],
    ['en', 15, 'for 15 minutes.'],
    ['fr', 15, 'pendant 15 minutes.'],
    ['de', 1, '1 Minute lang.'],
    ['uk', 2, '2 хвилин.'],
    ['uk', 21, '21 хвилини.'],
    ['uk', 15, '15 хвилин.'],
    ['ar', 2, 'دقيقتين.'],
    ['ar', 3, '٣ دقائق.'],
    ['ar', 15, '١٥ دقيقة.'],
  ])('counts in %s: %i', (language, count, end) => {
    expect(translate(language, 'signIn.validity', { count }).endsWith(end)).toBe(true);
  });

  it('speaks the language of a region, and English where it knows no better', () => {
    expect(translate('de-AT', 'signIn.button')).toBe('Anmelden');
    expect(translate('UK', 'signIn.button')).toBe('Увійти');
    expect(translate('pt', 'signIn.button')).toBe('Sign in');
    expect(['', 'fr_FR', 'x', '__proto__'].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
  });

  it.each(['{{host}}', '$t(signIn.button)', '$t(signIn.button, {"lng":"de"})', '<b>', "O'Neil & Søn", '{{', '$&'])(
    'leaves a person named %j alone',
    (name) => {
      expect(translate('en', 'signIn.greetingByName', { name, lng: 'de', ns: 'x', defaultValue: 'x', nest: 1 })).toBe(
        `Good to see you, ${name}.`,
      );
    },
  );

  it('refuses to leave a hole', () => {
    expect(() => translate('fr', 'signIn.greetingByName')).toThrow('no value for {{name}}');
  });
});

describe('an instant', () => {
  const start = new Date('2026-11-26T10:00:00Z');
  const end = new Date('2026-11-26T11:30:00Z');
  // Intl puts narrow and unbreakable spaces that differ between releases of its data.
  const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/gu, ' ').replace(/[\u200e\u200f]/gu, '');

  it.each<[Language, string, string]>([
    ['en', 'Europe/Lisbon', 'Thursday, 26 November 2026 at 10:00 Western European Time'],
    ['fr', 'Europe/Paris', 'jeudi 26 novembre 2026 à 11:00 heure d’Europe centrale'],
    ['de', 'Europe/Vienna', 'Donnerstag, 26. November 2026 um 11:00 Mitteleuropäische Zeit'],
    ['uk', 'Europe/Kyiv', 'четвер, 26 листопада 2026 р. о 12:00 за східноєвропейським часом'],
    ['ar', 'Asia/Beirut', 'الخميس، ٢٦ نوفمبر ٢٠٢٦ في ١٢:٠٠ م توقيت شرق أوروبا'],
  ])('in %s at %s', (language, timeZone, text) => {
    expect(plain(formatInstant(start, { language, timeZone }))).toBe(text);
  });

  it('and another on the same day name the day once', () => {
    expect(plain(formatSpan(start, end, { language: 'en', timeZone: 'Europe/Lisbon' }))).toMatch(
      /^Thursday, 26 November 2026, 10:00\s?–\s?11:30/u,
    );
    const overnight = plain(formatSpan(start, end, { language: 'en', timeZone: 'Pacific/Auckland' }));
    expect(overnight).toMatch(/Thursday, 26 November.*23:00.*Friday, 27 November.*00:30/u);
  });

  it('follows the clock of its zone through the change of the hour', () => {
    const at = (instant: string): string => plain(formatTime(new Date(instant), { language: 'en', timeZone: 'Europe/Berlin' }));
    expect([at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')].map((text) => text.slice(0, 5))).toEqual(['02:30', '02:30']);
    expect(at('2026-03-29T01:00:00Z').slice(0, 5)).toBe('03:00');
  });

  it('belongs to the day of its zone', () => {
    const midnight = new Date('2026-11-26T23:30:00Z');
    expect(formatDay(midnight, { language: 'en', timeZone: 'Europe/Lisbon' })).toBe('Thursday, 26 November 2026');
    expect(formatDay(midnight, { language: 'en', timeZone: 'Europe/Kyiv' })).toBe('Friday, 27 November 2026');
  });
});
