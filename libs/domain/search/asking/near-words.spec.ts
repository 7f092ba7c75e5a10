import { mistakes, nearWords } from './near-words.js';

it.each([
  ['courses', 'courses', 0],
  ['corses', 'courses', 1],
  ['couurses', 'courses', 1],
  ['coursed', 'courses', 1],
  ['cuorses', 'courses', 1],
  ['житол', 'житло', 1],
  ['abc', 'xyz', 3],
])('between %s and %s there are %d mistakes', (one, other, expected) => {
  expect(mistakes(one, other, 3)).toBe(expected);
});

it('stops counting where it is too much', () => {
  expect(mistakes('integration', 'interpreters', 2)).toBe(3);
  expect(mistakes('a', 'integration', 2)).toBe(3);
});

const known = (...words: [string, number][]) => words.map(([word, documents]) => ({ word, documents }));

it('takes the likeliest first: few mistakes, then many texts', () => {
  expect(nearWords('housng', known(['housings', 9], ['housing', 3], ['hosing', 5], ['nursing', 50]))).toEqual([
    'housing',
    'housings',
    'hosing',
  ]);
});

it('forgives a short word one mistake, and a very short one none', () => {
  expect(nearWords('room', known(['rooms', 1], ['broome', 1]))).toEqual(['rooms']);
  expect(nearWords('ein', known(['eins', 1]))).toEqual([]);
});

it('does not take a word for what was meant by itself', () => {
  expect(nearWords('housing', known(['housing', 9]))).toEqual([]);
});
