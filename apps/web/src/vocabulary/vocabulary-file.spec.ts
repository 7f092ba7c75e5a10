import { schemesOfFile } from './vocabulary-file.js';

describe('the vocabularies of a file', () => {
  it('are read as they were exported here', () => {
    const scheme = {
      id: 'colours',
      version: 3,
      labels: { en: 'Colours' },
      note: null,
      terms: [
        { id: 'red', labels: { en: 'Red', fr: 'Rouge' }, note: 'Warm' },
        { id: 'crimson', labels: { en: 'Crimson' }, note: null, isRetired: true, successorId: 'red' },
      ],
    };
    expect(schemesOfFile(JSON.stringify({ schemes: [scheme] }))).toEqual([
      {
        id: 'colours',
        labels: [{ language: 'en', text: 'Colours' }],
        note: null,
        terms: [
          {
            id: 'red',
            labels: [
              { language: 'en', text: 'Red' },
              { language: 'fr', text: 'Rouge' },
            ],
            note: 'Warm',
          },
          { id: 'crimson', labels: [{ language: 'en', text: 'Crimson' }], note: null, isRetired: true, successorId: 'red' },
        ],
      },
    ]);
  });

  it('may call labels and notes otherwise', () => {
    const file = [{ id: 'colours', label: 'Colours', terms: [{ id: 'red', label: { en: 'Red' }, scope_note: 'Warm' }] }];
    expect(schemesOfFile(JSON.stringify(file))?.[0]?.terms).toEqual([
      { id: 'red', labels: [{ language: 'en', text: 'Red' }], note: 'Warm' },
    ]);
  });

  it.each(['', 'words', '{}', '[]', '[1]', '{"schemes":[{"id":"a"}]}', '{"schemes":{}}'])('are not in %j', (text) => {
    expect(schemesOfFile(text)).toBeNull();
  });
});
