import fc from 'fast-check';
import { readRows } from './cohort-rows.js';

const row = { name: 'Welcome Utrecht', country: 'nl', place: 'Utrecht', language: 'nl', coordinatorEmail: ' Ana@Example.org ' };
const faults = (changed: object) => readRows([{ ...row, ...changed }]).faults.map(({ cell, code }) => `${cell} ${code}`);

it('reads a good row as it is meant', () => {
  expect(readRows([row])).toEqual({
    faults: [],
    rows: [{ name: 'Welcome Utrecht', country: 'NL', place: 'Utrecht', language: 'nl', email: 'ana@example.org' }],
  });
  expect(readRows([{ name: 'Abc', country: 'PT', place: 'X' }]).faults).toEqual([]);
});

it.each([
  [{ name: 'ab' }, ['name BAD_NAME']],
  [{ name: 'a\u0000bc' }, ['name BAD_NAME']],
  [{ country: 'Netherlands' }, ['country BAD_COUNTRY']],
  [{ country: 'QQ' }, ['country BAD_COUNTRY']],
  [{ place: '  ' }, ['place BAD_PLACE']],
  [{ language: 'dutch language' }, ['language BAD_LANGUAGE']],
  [{ coordinatorEmail: 'nobody' }, ['coordinatorEmail BAD_ADDRESS']],
  [
    { name: '', country: '', place: '', coordinatorEmail: '@' },
    ['name BAD_NAME', 'country BAD_COUNTRY', 'place BAD_PLACE', 'coordinatorEmail BAD_ADDRESS'],
  ],
])('%j has %j', (changed, expected) => expect(faults(changed)).toEqual(expected));

it('finds a name that is there already, whatever its accents', () => {
  expect(readRows([row, { ...row, name: 'wélcome utrecht' }]).faults).toMatchObject([{ row: 1, cell: 'name', code: 'NAME_TWICE' }]);
  expect(readRows([row], ['Welcome Utrecht']).faults).toMatchObject([{ row: 0, code: 'NAME_TWICE' }]);
});

it('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ name: fc.string(), country: fc.string(), place: fc.string(), language: fc.string(), coordinatorEmail: fc.string() }),
      ),
      (rows) => {
        expect(readRows(rows).rows).toHaveLength(rows.length);
      },
    ),
  );
});
