import { compose, lookUps } from './compose-query.js';
import { readSearch } from './search-text.js';
import type { WordRow } from './search-words.queries.js';
import { ukrainianStem } from './ukrainian.js';

const row = (word: string, more: Partial<WordRow> = {}): WordRow => ({
  lexemes: [word],
  stems: [],
  isStop: false,
  begun: [],
  begunStems: [],
  documents: 10,
  inAll: 1000,
  ...more,
});

const queryOf = (text: string, ...rows: WordRow[]) => compose(readSearch(text), rows).query;

describe('a composed query', () => {
  it('wants every word, in one of its forms', () => {
    expect(queryOf('houses towns ', row('houses', { stems: ['hous'] }), row('towns', { stems: ['town'] }))).toBe(
      `('houses' | 'hous') & ('towns' | 'town')`,
    );
  });

  it('wants a text in quotes as it stands', () => {
    expect(queryOf('"evening courses"', row('evening', { stems: ['even'] }), row('courses'))).toBe(`'evening' <-> 'courses'`);
  });

  it('lets words of no meaning be, unless there is nothing else', () => {
    expect(queryOf('the housing ', row('the', { isStop: true }), row('housing'))).toBe(`'housing'`);
    expect(queryOf('the who ', row('the', { isStop: true }), row('who', { isStop: true }))).toBe(`'the' & 'who'`);
  });

  it('takes one of several ways, and leaves out what is not wanted', () => {
    expect(queryOf('flat OR room -hall ', row('flat'), row('room'), row('hall'))).toBe(`('flat' | 'room') & !('hall')`);
  });

  it('writes signs of the database as what they are', () => {
    expect(queryOf(`x `, row(`o'b\\c`))).toBe(`'o''b\\\\c'`);
  });

  it('looks for what may have been meant beside what was typed', () => {
    const { query, doubtful } = compose(readSearch('housng '), [row('housng')], new Map([['housng', ['housing']]]));
    expect([query, doubtful]).toEqual([`('housng' | 'housing')`, ['housng']]);
  });

  it('says in about how many texts all of it stands', () => {
    expect(compose(readSearch('a b '), [row('a', { documents: 500 }), row('b', { documents: 100 })]).expected).toBe(50);
    expect(compose(readSearch('a OR b '), [row('a', { documents: 500 }), row('b', { documents: 100 })]).expected).toBe(600);
  });

  it('is nothing where nothing is left', () => {
    expect(compose(readSearch('…'), []).query).toBeNull();
    expect(queryOf('x ', row('x', { lexemes: [] }))).toBeNull();
  });
});

it('looks up how a word goes on while it is typed, and how a Ukrainian one ends', () => {
  expect(lookUps(readSearch('Hous'))).toEqual([{ word: 'Hous', beginning: 'hous', more: 40 }]);
  expect(lookUps(readSearch('Житла houses '))).toEqual([
    { word: 'Житла', beginning: 'житл', more: 4 },
    { word: 'houses', beginning: null, more: 4 },
  ]);
});

it.each([
  ['помешкання', 'помешка'],
  ['громадянський', 'громадянськ'],
  ['родини', 'родин'],
  ['дім', 'дім'],
  ['houses', null],
])('takes the ending off %s', (word, stem) => {
  expect(ukrainianStem(word)).toBe(word.length < 4 ? null : stem);
});
