import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildSession } from '../../peer-learning/testing.js';
import { buildPerson } from '../../people/testing.js';
import { MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let place: { id: string; slug: string };
let coordinator: string;
let member: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  place = await buildCommunity(app, { visibility: Visibility.PUBLIC });
  coordinator = (await buildMembership(app, { communityId: place.id, role: MembershipRole.COORDINATOR })).personId;
  member = (await buildMembership(app, { communityId: place.id })).personId;
});

const SET = `mutation ($input: SetCommunitySupportInput!) { setCommunitySupport(input: $input) { support { interpreting compensation } } }`;
const NEED = `mutation ($input: NoteInterpretationNeedInput!) { noteInterpretationNeed(input: $input) { viewerInterpretationNeed { languages note } } }`;
const SESSION = `mutation ($input: SetSessionSupportInput!) { setSessionSupport(input: $input) { support { interpreting compensation } } }`;
const SEEN = `query ($slug: String!) { community(slug: $slug) { support { interpreting compensation } viewerInterpretationNeed { languages note }
  interpretationNeeds { languages note person { id } } } }`;
const offer = { interpreting: ['ar', 'uk'], compensation: '25 euros a session, and the way there.' };
const seen = async (as?: string) => (await app.ok(SEEN, { slug: place.slug }, { as }))['community'];
const set = (more: object = {}, as = coordinator) => app.graphql(SET, { input: { communityId: place.id, ...offer, ...more } }, { as });
const need = (input: object, as = member) => app.graphql(NEED, { input: { communityId: place.id, ...input } }, { as });

describe('what is offered to those who take part', () => {
  it('is said by coordinators and read by everybody who may come, also before joining', async () => {
    expect((await seen()).support).toBeNull();
    expect((await set()).data['setCommunitySupport'].support).toEqual(offer);
    expect((await seen()).support).toEqual(offer);
    expect((await set({}, member)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await set({ interpreting: [], compensation: '' });
    expect((await seen(member)).support).toBeNull();
  });

  it('is said of a session by those who run it', async () => {
    const session = await buildSession(app, { communityId: place.id, scheduledById: coordinator });
    const input = { sessionId: session.id, ...offer };
    expect((await app.ok(SESSION, { input }, { as: coordinator }))['setSessionSupport'].support).toEqual(offer);
    const READ = `query ($id: ID!) { session(id: $id) { support { interpreting compensation } } }`;
    expect((await app.ok(READ, { id: session.id }))['session'].support).toEqual(offer);
    expect(await app.refusal(SESSION, { input }, { as: member })).toBe('FORBIDDEN');
    await app.ok(SESSION, { input: { sessionId: session.id, interpreting: [] } }, { as: coordinator });
    expect((await app.ok(READ, { id: session.id }))['session'].support).toBeNull();
  });
});

describe('which interpretation one needs', () => {
  it('is known to oneself and to coordinators alone, and goes with the membership', async () => {
    const said = { languages: ['ti'], note: 'I read slowly; a written version helps.' };
    expect((await need(said)).data['noteInterpretationNeed'].viewerInterpretationNeed).toEqual(said);
    expect((await seen(member)).viewerInterpretationNeed).toEqual(said);
    expect((await seen(coordinator)).interpretationNeeds).toEqual([{ ...said, person: { id: member } }]);
    const facilitator = (await buildMembership(app, { communityId: place.id, role: MembershipRole.FACILITATOR })).personId;
    for (const as of [facilitator, member, (await buildPerson(app)).id, undefined])
      expect((await seen(as)).interpretationNeeds).toEqual([]);
    expect((await seen(facilitator)).viewerInterpretationNeed).toBeNull();
    await need({ languages: [] });
    expect((await seen(coordinator)).interpretationNeeds).toEqual([]);
    await need(said);
    const LEAVE = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }`;
    await app.ok(LEAVE, { input: { communityId: place.id, mutationKey: crypto.randomUUID() } }, { as: member });
    expect(await app.sql('select 1 from interpretation_need')).toEqual([]);
  });

  it('is said by members', async () => {
    const outsider = (await buildPerson(app)).id;
    expect((await need({ languages: ['ar'] }, outsider)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    ['the same language twice', { languages: ['ar', 'ar'] }, 'languages'],
    ['a long story', { languages: [], note: 'x'.repeat(301) }, 'note'],
  ])('refuses %s at the field', async (_, input, path) => {
    expect((await need(input)).errors?.[0]?.extensions.fields[0]?.path).toBe(path);
  });
});
