import { languages } from './languages.js';
import { newMemberName, signInMail } from './sign-in.mail.js';

const link = 'https://example.org/sign-in/link?token=abc';
const words = (language: string) => JSON.stringify(signInMail(language, link, '012345'));

it.each(languages)('has code and link in %s, and neither in the subject', (language) => {
  const { subject, blocks } = signInMail(language, link, '012345');
  expect(blocks).toContainEqual({ kind: 'code', text: '012 345' });
  expect(blocks).toContainEqual(expect.objectContaining({ kind: 'button', url: link }));
  expect(subject).not.toMatch(/\d/);
  expect(newMemberName(language)).not.toBe('');
});

it('says it in five languages', () => {
  expect(new Set(languages.map(words)).size).toBe(5);
  expect(words('ar')).toMatch(/\p{Script=Arabic}/u);
  expect(words('uk')).toMatch(/\p{Script=Cyrillic}/u);
});
