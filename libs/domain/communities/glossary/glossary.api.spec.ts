import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildOrganisation, buildPerson } from '../../people/testing.js';
import { MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.stop());

const WORDS = `glossary { id term definitions { id text isAgreed mayEdit author { id } organisation { id } source } }`;
const DEFINE = `mutation ($input: DefineTermInput!) { defineTerm(input: $input) { ${WORDS} } }`;
const EDIT = `mutation ($input: EditDefinitionInput!) { editDefinition(input: $input) { ${WORDS} } }`;
const REMOVE = `mutation ($input: RemoveDefinitionInput!) { removeDefinition(input: $input) { ${WORDS} } }`;
const AGREE = `mutation ($input: AgreeOnDefinitionInput!) { agreeOnDefinition(input: $input) { ${WORDS} } }`;
const RENAME = `mutation ($input: RenameTermInput!) { renameTerm(input: $input) { ${WORDS} } }`;
const READ = `query ($slug: String!) { community(slug: $slug) { ${WORDS} } }`;
const CHARTER = `charterVersions { version domain note writtenBy { id } } viewerAgreedVersion agreedCount`;
const CHANGE = `mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { ${CHARTER} } }`;
const AGREE_TO = `mutation ($input: AgreeToCharterInput!) { agreeToCharter(input: $input) { ${CHARTER} } }`;

async function scene(overrides: object = {}) {
  const community = await buildCommunity(app, overrides);
  const of = { communityId: community.id };
  const organisation = await buildOrganisation(app);
  const facilitator = (await buildMembership(app, { ...of, role: MembershipRole.FACILITATOR })).personId;
  const coordinator = (await buildMembership(app, { ...of, role: MembershipRole.COORDINATOR })).personId;
  const [ada, ben] = [
    (await buildMembership(app, { ...of, organisationId: organisation.id })).personId,
    (await buildMembership(app, of)).personId,
  ];
  return { community, of, facilitator, coordinator, ada, ben, organisation };
}

describe('a glossary', () => {
  it('keeps rival definitions side by side until one is agreed on', async () => {
    const { community, of, facilitator, ada, ben, organisation } = await scene();
    await app.ok(
      DEFINE,
      { input: { ...of, term: 'Integration', text: 'Newcomers take part like anybody else.', source: 'Our statutes' } },
      { as: ada },
    );
    const { defineTerm } = await app.ok(DEFINE, { input: { ...of, term: 'intégration', text: 'Both sides change.' } }, { as: ben });
    expect(defineTerm.glossary).toHaveLength(1);
    const [{ definitions }] = defineTerm.glossary;
    expect(definitions).toMatchObject([
      { author: { id: ada }, organisation: { id: organisation.id }, mayEdit: false, isAgreed: false, source: 'Our statutes' },
      { author: { id: ben }, mayEdit: true, isAgreed: false },
    ]);
    const agree = { input: { definitionId: definitions[1].id, isAgreed: true } };
    expect(await app.refusal(AGREE, agree, { as: ben })).toBe('FORBIDDEN');
    const agreed = (await app.ok(AGREE, agree, { as: facilitator })).agreeOnDefinition.glossary[0].definitions;
    expect(agreed.map((one: { isAgreed: boolean }) => one.isAgreed)).toEqual([false, true]);
    // Who changes what was agreed on asks anew.
    const { editDefinition } = await app.ok(
      EDIT,
      { input: { definitionId: definitions[1].id, text: 'Both sides change, slowly.' } },
      { as: ben },
    );
    expect(editDefinition.glossary[0].definitions[1]).toMatchObject({ text: 'Both sides change, slowly.', isAgreed: false });
    expect(await app.refusal(EDIT, { input: { definitionId: definitions[0].id, text: 'Mine' } }, { as: ben })).toBe('FORBIDDEN');
    const strangers = (await app.ok(READ, { slug: community.slug })).community.glossary[0].definitions;
    expect(strangers[0]).toMatchObject({ author: null, mayEdit: false });
  });

  it('is tidied by facilitators; the last definition takes the word along', async () => {
    const { of, facilitator, ada } = await scene();
    const define = async (term: string) =>
      (await app.ok(DEFINE, { input: { ...of, term, text: 'A definition.' } }, { as: ada })).defineTerm.glossary;
    await define('Arrival');
    const [arrival, belonging] = await define('Belonging');
    expect(await app.refusal(RENAME, { input: { termId: belonging.id, term: 'ARRIVAL' } }, { as: facilitator })).toBe('INVALID');
    expect(await app.refusal(RENAME, { input: { termId: belonging.id, term: 'Home' } }, { as: ada })).toBe('FORBIDDEN');
    await app.ok(RENAME, { input: { termId: belonging.id, term: 'Home' } }, { as: facilitator });
    const { removeDefinition } = await app.ok(REMOVE, { input: { definitionId: arrival.definitions[0].id } }, { as: ada });
    expect(removeDefinition.glossary.map((one: { term: string }) => one.term)).toEqual(['Home']);
  });

  it('of a closed community is for its members', async () => {
    const { community, of, ada } = await scene({ visibility: Visibility.MEMBERS });
    const { defineTerm } = await app.ok(DEFINE, { input: { ...of, term: 'Risk', text: 'What we tell nobody.' } }, { as: ada });
    const outsider = (await buildPerson(app)).id;
    expect((await app.ok(READ, { slug: community.slug }, { as: outsider })).community.glossary).toEqual([]);
    const input = { definitionId: defineTerm.glossary[0].definitions[0].id, text: 'Something else' };
    expect(await app.refusal(EDIT, { input }, { as: outsider })).toBe('NOT_FOUND');
    expect(await app.refusal(DEFINE, { input: { ...of, term: 'Risk', text: 'Something else' } }, { as: outsider })).toBe('FORBIDDEN');
  });

  it.each([{ term: '' }, { term: 'a\nb' }, { text: 'x' }, { text: 'a\0bc' }, { sourceUrl: 'javascript:alert(1)' }])(
    'takes no %j',
    async (changed) => {
      const { of, ada } = await scene();
      expect(await app.refusal(DEFINE, { input: { ...of, term: 'Word', text: 'A definition.', ...changed } }, { as: ada })).toBe('INVALID');
    },
  );
});

describe('a charter', () => {
  it('keeps its versions, and is agreed to version by version; only numbers are shown, to coordinators', async () => {
    const { of, coordinator, ada, ben } = await scene();
    const agree = (version: number, as: string) => app.graphql(AGREE_TO, { input: { ...of, version } }, { as });
    expect((await agree(1, ada)).data['agreeToCharter']).toMatchObject({ viewerAgreedVersion: 1, agreedCount: null });
    expect((await agree(1, coordinator)).data['agreeToCharter']).toMatchObject({ agreedCount: 2 });
    const charter = { domain: 'Courses in the evening.', community: 'Teachers.', practice: 'Visits.' };
    const { editCommunity } = await app.ok(
      CHANGE,
      { input: { ...of, charter, charterNote: 'We learned that evenings matter.' } },
      { as: coordinator },
    );
    expect(editCommunity).toMatchObject({ viewerAgreedVersion: 1, agreedCount: 0 });
    expect(editCommunity.charterVersions).toMatchObject([
      { version: 2, domain: 'Courses in the evening.', note: 'We learned that evenings matter.', writtenBy: { id: coordinator } },
      { version: 1, note: null, writtenBy: null },
    ]);
    expect((await agree(1, ben)).errors?.[0]?.extensions.code).toBe('CHARTER_MOVED');
    expect((await agree(2, ben)).data['agreeToCharter']).toMatchObject({ viewerAgreedVersion: 2 });
    expect((await agree(2, (await buildPerson(app)).id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
