import { MembershipRole } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildThread } from '../discussions/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { buildCommunity, buildMembership } from './testing.js';

const SHOW = 'mutation ($input: ShowPartInput!) { showPart(input: $input) { shown { part audience } } }';
const PARTS = 'id name headline about languages timeZone organisation { name }';
const PROFILE = `query ($id: ID!) { person(id: $id) { ${PARTS} } }`;
const MEMBERS = `query ($slug: String!) { community(slug: $slug) { members(first: 50) { nodes { person { ${PARTS} } } } } }`;
const THREADS = `query ($id: ID!) { thread(id: $id) { author { ${PARTS} } posts(first: 5) { nodes { author { ${PARTS} } } } } }`;

let app: TestApp;
let owner: string;
let slug: string;
let threadId: string;
const eyes: Record<string, string | undefined> = { stranger: undefined };

beforeAll(async () => {
  app = await startTestApp();
  owner = (
    await buildPerson(app, { name: 'Olena', headline: 'A secret line', about: 'A secret text', languages: ['uk'], timeZone: 'Europe/Kyiv' })
  ).id;
  const organisation = await buildOrganisation(app, { name: 'A secret organisation' });
  await buildSeat(app, { personId: owner, organisationId: organisation.id });
  const community = await buildCommunity(app);
  slug = community.slug;
  await buildMembership(app, { communityId: community.id, personId: owner });
  for (const [who, role] of [
    ['fellow', MembershipRole.MEMBER],
    ['coordinator', MembershipRole.COORDINATOR],
  ] as const) {
    eyes[who] = (await buildPerson(app, { headline: null })).id;
    await buildMembership(app, { communityId: community.id, personId: eyes[who] ?? '', role });
  }
  eyes['outsider'] = (await buildPerson(app)).id;
  eyes['administrator'] = (await buildPerson(app, { isAdministrator: true })).id;
  eyes['self'] = owner;
  threadId = (await buildThread(app, { communityId: community.id, authorId: owner, level: 'PUBLIC' as never })).id;
});
afterAll(() => app?.stop());

const show = async (audience: string) => {
  for (const part of ['HEADLINE', 'ORGANISATION', 'ABOUT', 'LANGUAGES', 'TIME_ZONE'])
    await app.ok(SHOW, { input: { part, audience } }, { as: owner });
};
const profile = async (who: string) => (await app.ok(PROFILE, { id: owner }, { as: eyes[who] })).person;
const WHOLE = {
  id: expect.any(String),
  name: 'Olena',
  headline: 'A secret line',
  about: 'A secret text',
  languages: ['uk'],
  timeZone: 'Europe/Kyiv',
  organisation: { name: 'A secret organisation' },
};
const BARE = { ...WHOLE, headline: null, about: null, languages: [], timeZone: 'UTC', organisation: null };

describe('what others see of me', () => {
  it.each([
    ['SIGNED_IN', ['outsider', 'administrator', 'fellow', 'coordinator', 'self'], []],
    ['FELLOWS', ['fellow', 'coordinator', 'self'], ['outsider', 'administrator']],
    ['COORDINATORS', ['coordinator', 'self'], ['outsider', 'administrator', 'fellow']],
    ['NOBODY', ['self'], ['outsider', 'administrator', 'fellow', 'coordinator']],
  ])('%s is kept on the profile', async (audience, seeing, blind) => {
    await show(audience);
    for (const who of seeing) expect([who, await profile(who)]).toEqual([who, WHOLE]);
    for (const who of blind) expect([who, await profile(who)]).toEqual([who, BARE]);
    expect(await profile('stranger')).toBeNull();
  });

  it('is kept on every other road as well: lists, threads, search, rooms', async () => {
    await show('NOBODY');
    await app.ok(
      'mutation ($input: ReplyInput!) { reply(input: $input) { id } }',
      { input: { threadId, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }] } } },
      { as: owner },
    );
    for (const who of ['stranger', 'outsider', 'administrator', 'fellow', 'coordinator']) {
      const as = { as: eyes[who] };
      const answers = [await app.ok(MEMBERS, { slug }, as), await app.ok(THREADS, { id: threadId }, as)];
      if (who !== 'stranger') answers.push(await app.ok('{ goTo(text: "Olena") { title detail } }', {}, as));
      expect([who, JSON.stringify(answers)]).toEqual([who, expect.not.stringContaining('secret')]);
    }
    expect(JSON.stringify(await app.sql('select payload from room_message'))).not.toContain('secret');
  });

  it('comes back everywhere when it is for everyone', async () => {
    await show('EVERYONE');
    const { thread } = await app.ok(THREADS, { id: threadId });
    expect(thread.author).toMatchObject({
      headline: 'A secret line',
      about: 'A secret text',
      organisation: { name: 'A secret organisation' },
    });
  });

  it('is shown beforehand as each of them will see it', async () => {
    await app.ok(SHOW, { input: { part: 'HEADLINE', audience: 'FELLOWS' } }, { as: owner });
    await app.ok(SHOW, { input: { part: 'ABOUT', audience: 'COORDINATORS' } }, { as: owner });
    const { viewer } = await app.ok('{ viewer { views { onlooker headline about } shown { part audience } } }', {}, { as: owner });
    expect(viewer.views).toEqual([
      { onlooker: 'STRANGER', headline: null, about: null },
      { onlooker: 'SIGNED_IN', headline: null, about: null },
      { onlooker: 'FELLOW', headline: 'A secret line', about: null },
      { onlooker: 'COORDINATOR', headline: 'A secret line', about: 'A secret text' },
    ]);
    expect(viewer.shown).toContainEqual({ part: 'HEADLINE', audience: 'FELLOWS' });
    await app.ok(
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }',
      { input: { headline: 'Another secret line' } },
      { as: owner },
    );
    expect((await profile('outsider')).headline).toBeNull();
    expect((await profile('fellow')).headline).toBe('Another secret line');
  });
});
