import { linkSearch, safeReturn } from './search.js';

test.each([
  ['/c/share?x=1#post-3', '/c/share?x=1#post-3'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('returns from %p to %p', (given, safe) => {
  expect(safeReturn(given)).toBe(safe);
});

test('keeps only the names it knows, as texts', () => {
  expect(linkSearch({ token: 12345678, other: 'x' })).toEqual({ token: '12345678' });
  expect(linkSearch({ token: ['a'] })).toEqual({});
});
