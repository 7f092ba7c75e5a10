import { pulseWord } from './pulse-word.js';

const weeks = (before: number, lately: number) => [...Array<number>(8).fill(before), ...Array<number>(4).fill(lately)];

test.each([
  ['quiet', weeks(3, 0)],
  ['quiet', []],
  ['livelier', weeks(2, 5)],
  ['livelier', weeks(0, 1)],
  ['calmer', weeks(8, 2)],
  ['steady', weeks(4, 4)],
  ['steady', weeks(4, 5)],
])('says %s of %j', (word, counts) => {
  expect(pulseWord(counts)).toBe(word);
});
