import { readSearch } from './search-text.js';

const words = (text: string) => readSearch(text).terms.map((ways) => ways.map((way) => way.words.join(' ')));

describe('a search', () => {
  it('is words that all have to be there', () => {
    expect(words('housing for  families')).toEqual([['housing'], ['for'], ['families']]);
  });

  it.each([
    ['"evening courses" language', [['evening courses'], ['language']]],
    ['„sprach café“ now', [['sprach café'], ['now']]],
    ['«cours du soir»', [['cours du soir']]],
    ['"never closed', [['never closed']]],
    ['foo-bar', [['foo bar']]],
    ['об’єднання', [['об’єднання']]],
  ])('takes %s apart', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each(['OR', 'ODER', 'OU', 'АБО', 'أو'])('knows that one of two is enough: %s', (or) => {
    expect(words(`housing ${or} flat ${or} room town`)).toEqual([['housing', 'flat', 'room'], ['town']]);
  });

  it('takes a word in small letters for a word', () => {
    expect(words('this or that')).toEqual([['this'], ['or'], ['that']]);
  });

  it('leaves out what has a minus', () => {
    const { terms, without } = readSearch('courses -evening -"early morning"');
    expect([terms.length, without.map((way) => way.words)]).toEqual([1, [['evening'], ['early', 'morning']]]);
  });

  it('takes only the last word as begun, and only while it is typed', () => {
    const begun = (text: string) =>
      readSearch(text)
        .terms.flat()
        .map((way) => way.isBegun);
    expect(begun('evening cour')).toEqual([false, true]);
    expect(begun('evening courses ')).toEqual([false, false]);
    expect(begun('"evening courses"')).toEqual([false]);
  });

  it.each([
    ['author:ana', { authors: ['ana'] }],
    ['Autor:"Ana Costa"', { authors: ['Ana Costa'] }],
    ['auteur:ana автор:олена كاتب:ليلى', { authors: ['ana', 'олена', 'ليلى'] }],
    ['in:language-cafes dans:"Café du monde" у:спільноті', { places: ['language-cafes', 'Café du monde', 'спільноті'] }],
    ['type:thread Typ:Beitrag type:séance тип:потреба نوع:منظمة', { kinds: ['THREAD', 'POST', 'SESSION', 'NEED', 'ORGANISATION'] }],
    ['after:2019 before:2020', { from: new Date('2019-01-01'), until: new Date('2020-01-01') }],
    ['seit:2019-03 vor:8.3.2020', { from: new Date('2019-03-01'), until: new Date('2020-03-08') }],
    ['après:2019-03-08', { from: new Date('2019-03-08') }],
  ])('knows %s', (text, expected) => {
    expect(readSearch(text)).toMatchObject({ ...expected, terms: [], problems: [] });
  });

  it.each([
    ['before:', { code: 'NO_VALUE', operator: 'before', value: '' }],
    ['before: 2019', { code: 'NO_VALUE', operator: 'before', value: '' }],
    ['author:""', { code: 'NO_VALUE', operator: 'author', value: '' }],
    ['after:yesterday', { code: 'BAD_DATE', operator: 'after', value: 'yesterday' }],
    ['after:2019-13', { code: 'BAD_DATE', operator: 'after', value: '2019-13' }],
    ['after:2019-02-30', { code: 'BAD_DATE', operator: 'after', value: '2019-02-30' }],
    ['type:cake', { code: 'UNKNOWN_TYPE', operator: 'type', value: 'cake' }],
    ['-evening', { code: 'ONLY_LEFT_OUT', operator: null, value: '' }],
  ])('says what is wrong with %s', (text, problem) => {
    expect(readSearch(text).problems).toEqual([problem]);
  });

  it('takes what looks like an operator and is none for words', () => {
    expect(readSearch('https://example.org/list 10:30 foo:bar')).toMatchObject({ problems: [], authors: [] });
    expect(words('foo:bar')).toEqual([['foo bar']]);
  });

  it('stops after twelve words, and says so', () => {
    const { terms, problems } = readSearch('a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14');
    expect([terms.length, problems]).toEqual([12, [{ code: 'TOO_MANY_WORDS', operator: null, value: 'a13' }]]);
  });

  it.each(['', '   ', ':', '"', '-', '""', '::::', '- -', '\0', '\ud83d'])('has nothing to look for in %p', (text) => {
    expect(readSearch(text).terms).toEqual([]);
  });
});
