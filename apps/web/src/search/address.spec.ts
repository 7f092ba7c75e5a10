import { addressOf, filterOf, toggled } from './address.js';

test('chooses and lets go, and is a different search then', () => {
  const chosen = toggled({ q: 'housing', saved: 'x' }, 'kinds', 'POST');
  expect(chosen).toEqual({ q: 'housing', kind: 'POST', saved: undefined });
  expect(toggled(toggled(chosen, 'kinds', 'THREAD'), 'kinds', 'POST').kind).toBe('THREAD');
  expect(toggled(chosen, 'kinds', 'POST').kind).toBeUndefined();
});

test('asks only for what has a meaning', () => {
  const id = '00000000-0000-4000-8000-000000000000';
  expect(filterOf({ kind: 'POST,CAKE', community: `${id},x`, year: '2019,1,2999', language: 'uk,!!', theme: 'housing,A B' })).toEqual({
    kinds: ['POST'],
    communityIds: [id],
    years: [2019],
    languages: ['uk'],
    themes: ['housing'],
  });
  expect(filterOf({ q: 'housing', kind: 'CAKE' })).toBeUndefined();
});

test('finds a kept search again', () => {
  const filter = {
    __typename: 'SavedFilter' as const,
    kinds: ['POST' as const],
    communityIds: null,
    years: [2019, 2020],
    languages: [],
    themes: null,
  };
  expect(addressOf({ id: 's', text: 'housing', filter })).toMatchObject({ q: 'housing', kind: 'POST', year: '2019,2020', saved: 's' });
});
