import { filterOf, foundOf } from './search-of.js';

describe('the address of the directory', () => {
  it('asks for organisations when it says nothing else', () => {
    expect([foundOf({}), foundOf({ what: 'people' }), foundOf({ what: 'cakes' })]).toEqual(['organisations', 'people', 'organisations']);
  });
  it('becomes a filter, without what has no meaning', () => {
    const search = { text: 'a', theme: 'x', group: 'y', type: 'NGO', level: 'LOCAL', country: 'PT', language: 'uk' };
    expect(filterOf(search)).toEqual({
      text: 'a',
      themes: ['x'],
      targetGroups: ['y'],
      types: ['NGO'],
      levels: ['LOCAL'],
      countries: ['PT'],
      languages: ['uk'],
    });
    expect(filterOf({ ...search, what: 'people' })).toEqual({ text: 'a', themes: ['x'], countries: ['PT'], languages: ['uk'] });
    expect(filterOf({ type: 'CAKE', level: 'MOON' })).toEqual({});
  });
  it('leaves the country out for the map', () => expect(filterOf({ country: 'PT', theme: 'x' }, true)).toEqual({ themes: ['x'] }));
});
