import { globSync, readFileSync } from 'node:fs';
import { auditGroups, platformAuditGroups } from '../../apps/web/src/oversight/audit-words.js';

// Every act that the server can note is declared in an `*.audit.ts`; the compiler refuses any other. Each must be readable.

const languages = ['en', 'fr', 'de', 'uk', 'ar'];
const declared = (name: 'AuditActs' | 'ActsOnPeople') =>
  globSync('libs/**/*.audit.ts')
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(new RegExp(`interface ${name} \\{(.*?)\\n  \\}`, 'gs'))])
    .flatMap(([, body = '']) => [...body.matchAll(/^ {4}'([a-z-]+\.[a-z-]+)':/gm)].map(([, act = '']) => act))
    .sort();
const [acts, onPeople] = [declared('AuditActs'), declared('ActsOnPeople')];
const all = [...acts, ...onPeople].sort();

type Words = Record<string, Record<string, string> | string>;
const named = (words: Words) =>
  Object.entries(words)
    .flatMap(([module, of]) =>
      typeof of === 'string' ? [] : Object.keys(of).map((act) => `${module}.${act.replace(/_(zero|one|two|few|many|other)$/, '')}`),
    )
    .sort();
const wordsIn = (language: string) =>
  JSON.parse(readFileSync(`apps/web/src/locales/${language}/oversight.json`, 'utf8')) as { acts: Words; namedActs: Words };

test('acts are declared, each once', () => {
  expect(all.length).toBeGreaterThan(40);
  expect(new Set(all).size).toBe(all.length);
});

test.each(languages)('every act has its sentence in %s, and no sentence is left over', (language) => {
  expect([...new Set(named(wordsIn(language).acts))]).toEqual(all);
});

test.each(languages)('every act on a person says in %s what was done to me', (language) => {
  expect(named(wordsIn(language).namedActs)).toEqual(onPeople);
});

test('every act can be found by a filter of its trail', () => {
  const filtered = [...Object.values(auditGroups), ...Object.values(platformAuditGroups)].flat();
  expect([...new Set<string>(filtered)].sort()).toEqual(all);
});

test('a filter names at most as many acts as the server takes', () => {
  for (const group of [...Object.values(auditGroups), ...Object.values(platformAuditGroups)]) expect(group.length).toBeLessThanOrEqual(50);
});
