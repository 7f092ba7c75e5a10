import { pageLanguage, preferredLanguage } from './languages.js';

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['pt-PT, pt;q=0.9, uk;q=0.5, en;q=0.4', 'uk'],
  ['en;q=0.1, ar', 'ar'],
  ['fr;q=0, en;q=0.5', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;;q=q,,', 'en'],
  [undefined, 'en'],
])('a browser that asks for %j gets %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

it('knows a language by its region, and answers in English for others', () => {
  expect(pageLanguage('uk-UA')).toBe('uk');
  expect(pageLanguage('pt')).toBe('en');
});
