import { reminderTexts, reminderTextsIn } from './reminder-texts.js';

it.each(['fr', 'de', 'uk', 'ar'])('%s has every text of English, with its placeholders, and in its own words', (language) => {
  const [english, texts] = [reminderTextsIn('en'), reminderTexts[language] ?? {}];
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(texts)) {
    const original = english[key as keyof typeof english];
    expect(text.match(/\{\w+\}/g)).toEqual(original.match(/\{\w+\}/g));
    if (key !== 'minutes') expect(text).not.toBe(original);
  }
});

it('a language that is not there reads English, a regional one its own', () => {
  expect(reminderTextsIn('pl')).toBe(reminderTexts['en']);
  expect(reminderTextsIn('de-AT')).toBe(reminderTexts['de']);
});
