import { initialsOf, tintOf } from './initials.js';

test.each([
  ['Leyla Haddad', 'LH'],
  ['Leyla', 'LE'],
  ['Ana Maria de Sousa', 'AS'],
  ['Оксана Ткаченко', 'ОТ'],
  ['ليلى حداد', 'ل'],
  ['  ', ''],
])('the initials of %p are %p', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a name keeps its tint', () => {
  expect(tintOf('Inês')).toBe(tintOf('Inês'));
  expect(new Set(['Inês', 'Tomáš', 'Leyla', 'Oksana', 'Fatou', 'Amir', 'Jonas'].map(tintOf)).size).toBeGreaterThan(1);
});
