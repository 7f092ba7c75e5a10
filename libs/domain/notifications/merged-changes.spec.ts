import { merged } from './merged-changes.js';

it('tells each property once, from its first state to its last', () => {
  const steps = [
    { field: 'place', before: 'Braga', after: 'Porto' },
    { field: 'seats', before: '12', after: '10' },
    { field: 'place', before: 'Porto', after: 'Faro' },
    { field: 'seats', before: '10', after: '12' },
    { field: 'link', before: null, after: null },
  ];
  expect(merged(steps)).toEqual([
    { field: 'place', before: 'Braga', after: 'Faro' },
    { field: 'link', before: null, after: null },
  ]);
});
