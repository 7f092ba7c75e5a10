import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'apps/web/src/locales');
const languages = ['en', 'fr', 'de', 'uk', 'ar'];
const suffix = /_(zero|one|two|few|many|other)$/;

type Texts = { [key: string]: string | Texts };

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const read = (language: string, file: string) => new Map(flat(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts));

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|<\/?(\w+)\s*\/?>/g)].map(([, name, tag]) => name ?? `<${tag}>`))].sort();

/** The key of a plural without its form; null for any other key. A text that only happens to end in "_other" is none: it has no "one" beside it. */
const pluralOf = (key: string, keys: ReadonlyMap<string, string>) => {
  const base = key.replace(suffix, '');
  return base !== key && keys.has(`${base}_other`) ? base : null;
};

const files = readdirSync(join(folder, 'en'));

test('every language has every file', () => {
  expect(readdirSync(folder).sort()).toEqual([...languages].sort());
  for (const language of languages) expect(readdirSync(join(folder, language)).sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (file) => {
  const english = read('en', file);
  const plurals = new Set([...english.keys()].map((key) => pluralOf(key, english)).filter((key) => key !== null));

  test.each(languages)('is complete in %s', (language) => {
    const texts = read(language, file);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...english.keys()].filter((key) => pluralOf(key, english) === null);
    for (const base of plurals) wanted.push(...forms.map((form) => `${base}_${form}`));
    expect([...texts.keys()].sort()).toEqual(wanted.sort());
  });

  test.each(languages)('says something everywhere in %s', (language) => {
    expect([...read(language, file)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(languages)('keeps the placeholders in %s', (language) => {
    const differing: string[] = [];
    for (const [key, text] of read(language, file)) {
      const base = pluralOf(key, read(language, file));
      const model = english.get(base === null ? key : `${base}_other`);
      if (model === undefined) continue;
      const [here, there] = [placeholders(text), placeholders(model)];
      // "One new thread" may do without the number, in any language; other placeholders may not go.
      const isSame =
        base === null
          ? here.join() === there.join()
          : here.filter((name) => name !== 'count').join() === there.filter((name) => name !== 'count').join();
      if (!isSame) differing.push(`${key}: ${text}`);
    }
    expect(differing).toEqual([]);
  });
});
