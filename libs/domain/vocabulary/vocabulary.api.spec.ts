import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity } from '../communities/testing.js';
import { buildPerson } from '../people/testing.js';
import { FirstWords } from './first-words.service.js';
import { buildTerm } from './testing.js';

let app: TestApp;
let admin: string;
let member: string;
beforeAll(async () => {
  app = await startTestApp();
  admin = (await buildPerson(app, { name: 'Keeper', isAdministrator: true })).id;
  member = (await buildPerson(app)).id;
});
afterAll(() => app?.stop());

const en = (text: string) => [{ language: 'en', text }];
const SCHEME = `id version terms { id label } all: terms(withRetired: true) { id retiredAt successor { id } }`;
const mutation = (name: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${SCHEME} } }`;
const act = async (name: string, input: object, as = admin) => (await app.ok(mutation(name), { input }, { as }))[name];
const refused = (name: string, input: object, as?: string) => app.refusal(mutation(name), { input }, { as });
const scheme = async (id: string, as?: string) =>
  (
    await app.ok(
      `query ($id: ID!) { scheme(id: $id) { ${SCHEME} viewerCan changes(first: 50) { nodes { kind version termId word edits { field before after } changedBy { name } } } } }`,
      { id },
      { as },
    )
  )['scheme'];

describe('the words', () => {
  it('are there from the first start, in their languages, once', async () => {
    await app.get(FirstWords).load();
    await app.get(FirstWords).load();
    const { schemes } = await app.ok(`{ schemes { id termCount labels { language text } } }`);
    expect(schemes).toHaveLength(15);
    expect(schemes[0]).toMatchObject({ id: 'intervention-areas', termCount: 20 });
    expect(schemes[0].labels).toContainEqual({ language: 'uk', text: 'Сфери діяльності та теми' });
    expect((await scheme('formality-levels')).version).toBe(1);
  });

  it('are added, written anew and ordered by an administrator; each change makes a version and is in the book', async () => {
    const { id: red, schemeId } = await buildTerm(app);
    const added = await act('addTerm', {
      schemeId,
      labels: [...en('Deep Blue'), { language: 'de', text: 'Tiefblau' }],
      note: 'Like the sea',
    });
    expect(added).toMatchObject({ version: 2, terms: [{ id: red }, { id: 'deep-blue', label: 'Deep Blue' }] });
    expect((await act('addTerm', { schemeId, labels: en('Deep blue!') })).terms[2].id).toBe('deep-blue-2');
    expect(
      (await act('orderTerms', { schemeId, termIds: ['deep-blue-2', red, 'deep-blue'] })).terms.map((term: { id: string }) => term.id),
    ).toEqual(['deep-blue-2', red, 'deep-blue']);
    await act('editTerm', { termId: 'deep-blue', labels: en('Navy'), note: 'Like the sea' });
    const known = await scheme(schemeId, admin);
    expect(known.version).toBe(5);
    expect(known.changes.nodes[0]).toEqual({
      kind: 'TERM_EDITED',
      version: 5,
      termId: 'deep-blue',
      word: 'Navy',
      edits: [
        { field: 'label.de', before: 'Tiefblau', after: null },
        { field: 'label.en', before: 'Deep Blue', after: 'Navy' },
      ],
      changedBy: { name: 'Keeper' },
    });
    expect(known.viewerCan).toEqual(['READ', 'EDIT']);
    expect((await scheme(schemeId, member)).changes.nodes).toEqual([]);
  });

  it('are retired, never deleted: what carries the old word is shown and found by its successor', async () => {
    await app.get(FirstWords).load();
    const community = await buildCommunity(app, { name: 'Sewing circle', themeIds: ['culture-sport-and-leisure'] });
    await act('retireTerm', { termId: 'culture-sport-and-leisure', successorId: 'social-participation' });
    const themesOf = async () =>
      (await app.ok(`query ($slug: String!) { community(slug: $slug) { themes { id } } }`, { slug: community.slug }))['community'];
    expect((await themesOf()).themes).toEqual([{ id: 'social-participation' }]);
    const found = async (theme: string) =>
      (await app.ok(`query ($themes: [ID!]) { communities(filter: { themes: $themes }) { nodes { id } } }`, { themes: [theme] }))[
        'communities'
      ].nodes;
    expect(await found('social-participation')).toEqual([{ id: community.id }]);
    expect(await found('culture-sport-and-leisure')).toEqual([{ id: community.id }]);
    expect(await found('language-learning')).toEqual([]);
    // The successor goes, too: nobody has to follow a chain.
    await act('retireTerm', { termId: 'social-participation', successorId: 'community-relations' });
    expect((await themesOf()).themes).toEqual([{ id: 'community-relations' }]);
    expect(await found('community-relations')).toEqual([{ id: community.id }]);
    await act('reviveTerm', { termId: 'culture-sport-and-leisure' });
    expect((await themesOf()).themes).toEqual([{ id: 'culture-sport-and-leisure' }]);
    expect(await refused('reviveTerm', { termId: 'culture-sport-and-leisure' }, admin)).toBe('TERM_IS_IN_USE');
    expect(await refused('retireTerm', { termId: 'social-participation' }, admin)).toBe('TERM_IS_RETIRED');
  });

  it('are taken over from a file as one version, after one has seen what would change', async () => {
    const { id: red, schemeId } = await buildTerm(app, { labels: { en: 'Red' } });
    const input = {
      id: schemeId,
      labels: en('Hues'),
      terms: [
        { id: `${red}-old`, labels: en('Crimson'), isRetired: true, successorId: red },
        { id: red, labels: en('Red') },
      ],
    };
    const asked = `query ($input: ImportSchemeInput!) { schemeDifference(input: $input) { isNew edits { field after } terms { id isNew } sameCount onlyHere } }`;
    expect((await app.ok(asked, { input }, { as: admin }))['schemeDifference']).toEqual({
      isNew: false,
      edits: [{ field: 'label.en', after: 'Hues' }],
      terms: [{ id: `${red}-old`, isNew: true }],
      sameCount: 1,
      onlyHere: [],
    });
    expect(await act('importScheme', input)).toMatchObject({
      version: 2,
      terms: [{ id: red }],
      all: [{ id: `${red}-old`, successor: { id: red } }, { id: red }],
    });
    expect(await refused('importScheme', input, admin)).toBe('NOTHING_CHANGED');
    const elsewhere = { ...input, terms: [{ id: 'language-learning', labels: en('Learning') }] };
    const answer = await app.graphql(asked, { input: elsewhere }, { as: admin });
    expect(answer.errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'terms.0.id', code: 'TERM_ELSEWHERE' });
    const brandNew = { ...input, id: `${schemeId}-2`, terms: [{ id: `${red}-3`, labels: en('Pale') }] };
    expect(await act('importScheme', brandNew)).toMatchObject({ version: 1, terms: [{ label: 'Pale' }] });
  });

  it('come as a file that can be imported again', async () => {
    const { schemeId } = await buildTerm(app, { labels: { en: 'Red', fr: 'Rouge' } });
    const response = await app.nest.inject({ url: `/vocabulary.json?scheme=${schemeId}` });
    expect(response.headers['content-disposition']).toContain('vocabulary.json');
    expect(response.json()).toMatchObject({ schemes: [{ id: schemeId, version: 1, terms: [{ labels: { en: 'Red', fr: 'Rouge' } }] }] });
  });

  it('are changed by nobody else, and a key acts once', async () => {
    const { id: termId, schemeId } = await buildTerm(app);
    expect(await refused('addTerm', { schemeId, labels: en('Pink') })).toBe('UNAUTHENTICATED');
    expect(await refused('addTerm', { schemeId, labels: en('Pink') }, member)).toBe('FORBIDDEN');
    expect(await refused('retireTerm', { termId }, member)).toBe('FORBIDDEN');
    expect(await refused('editTerm', { termId: 'no-such-term', labels: en('Pink') }, admin)).toBe('NOT_FOUND');
    const input = { schemeId, labels: en('Rose'), mutationKey: 'rose-of-the-spec' };
    await act('addTerm', input);
    expect((await act('addTerm', input)).terms).toHaveLength(2);
  });

  it('say what is wrong with an input', async () => {
    const { schemeId, id: termId } = await buildTerm(app);
    const fieldOf = async (name: string, input: object) =>
      (await app.graphql(mutation(name), { input }, { as: admin })).errors?.[0]?.extensions.fields[0]?.path;
    expect(await fieldOf('addTerm', { schemeId, labels: [{ language: 'de', text: 'Rot' }] })).toBe('labels');
    expect(await fieldOf('addTerm', { schemeId, labels: [...en('Red'), ...en('Scarlet')] })).toBe('labels');
    expect(await fieldOf('addTerm', { schemeId, labels: en(' ') })).toBe('labels.0.text');
    expect(await fieldOf('retireTerm', { termId, successorId: termId })).toBe('successorId');
    expect(await fieldOf('orderTerms', { schemeId, termIds: [] })).toBe('termIds');
  });
});
