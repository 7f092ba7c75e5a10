import { planImport } from './scheme-difference.js';
import type { Scheme } from './scheme.entity.js';
import type { Term } from './term.entity.js';
import type { ImportSchemeInput } from './vocabulary.inputs.js';

const en = (text: string) => [{ language: 'en', text }];
const term = (id: string, position: number, more: Partial<Term> = {}) =>
  ({
    id,
    schemeId: 'colours',
    labels: { en: id, de: `${id} (de)` },
    note: null,
    position,
    retiredAt: null,
    successorId: null,
    ...more,
  }) as Term;
const scheme = { id: 'colours', labels: { en: 'Colours' }, note: 'Of things', position: 0, version: 1 } as Scheme;
const here = [term('red', 0), term('green', 1), term('blue', 2)];
const file = (terms: ImportSchemeInput['terms'], more: Partial<ImportSchemeInput> = {}): ImportSchemeInput => ({
  id: 'colours',
  labels: en('Colours'),
  terms,
  ...more,
});
const planned = (terms: ImportSchemeInput['terms']) => planImport(file(terms), scheme, here).difference;
const refusal = (terms: ImportSchemeInput['terms']) => {
  try {
    planned(terms);
  } catch (error) {
    return (error as { fields: { path: string; code: string }[] }).fields[0];
  }
  return null;
};

describe('what an import would change', () => {
  it('is nothing where the file says what is here', () => {
    const difference = planned(['red', 'green', 'blue'].map((id) => ({ id, labels: en(id) })));
    expect(difference).toEqual({
      id: 'colours',
      isNew: false,
      edits: [],
      terms: [],
      isReordered: false,
      sameCount: 3,
      onlyHere: [],
    });
  });

  it('names new, renamed and left-out words; languages that the file does not have stay', () => {
    const { terms, sameCount, onlyHere, isReordered } = planned([
      { id: 'blue', labels: en('Azure') },
      { id: 'red', labels: en('red') },
      { id: 'pink', labels: [{ language: 'en', text: 'Pink' }] },
    ]);
    expect(terms).toEqual([
      { id: 'blue', word: 'Azure', isNew: false, edits: [{ field: 'label.en', before: 'blue', after: 'Azure' }] },
      { id: 'pink', word: 'Pink', isNew: true, edits: [{ field: 'label.en', before: null, after: 'Pink' }] },
    ]);
    expect([sameCount, onlyHere, isReordered]).toEqual([1, ['green'], true]);
  });

  it('says what is retired, and by what it is succeeded', () => {
    expect(planned([{ id: 'red', labels: [], isRetired: true, successorId: 'blue' }]).terms[0]?.edits).toEqual([
      { field: 'retired', before: 'no', after: 'yes' },
      { field: 'successor', before: null, after: 'blue' },
    ]);
  });

  it('refuses what contradicts itself, by the place in the file', () => {
    expect(refusal([{ id: 'pink', labels: [] }])).toMatchObject({ path: 'terms.0.labels', code: 'ENGLISH_MISSING' });
    expect(refusal([{ id: 'red', labels: [], successorId: 'blue' }])).toMatchObject({ path: 'terms.0.successorId', code: 'NOT_RETIRED' });
    const chain = [
      { id: 'red', labels: [], isRetired: true, successorId: 'blue' },
      { id: 'blue', labels: [], isRetired: true },
    ];
    expect(refusal(chain)).toMatchObject({ path: 'terms.0.successorId', code: 'NO_SUCCESSOR' });
    expect(refusal([{ id: 'red', labels: [], isRetired: true, successorId: 'mauve' }])).toMatchObject({ code: 'NO_SUCCESSOR' });
  });
});
