import { difference } from './difference.js';

const told = (before: string, after: string) =>
  difference(before, after)
    .map(({ kind, text }) => ({ same: text, new: `[+${text}]`, gone: `[-${text}]` })[kind])
    .join('');

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a x c', 'a [-b][+x] c'],
  ['', 'new words', '[+new words]'],
  ['old', '', '[-old]'],
])('%s becomes %s', (before, after, runs) => expect(told(before, after)).toBe(runs));
