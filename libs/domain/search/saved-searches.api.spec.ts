import { randomUUID } from 'node:crypto';
import { ConfidentialityLevel, Visibility } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildPost, buildThread } from '../discussions/testing.js';
import { buildPerson } from '../people/testing.js';
import { SavedSearchNews, SearchIndex } from './index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const SAVE = 'mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id name text filter { kinds } isOn newCount } }';
const CHANGE = 'mutation ($input: ChangeSavedSearchInput!) { changeSavedSearch(input: $input) { id name isOn } }';
const SEE = 'mutation ($input: SavedSearchInput!) { seeSavedSearch(input: $input) { id newCount } }';
const REMOVE = 'mutation ($input: SavedSearchInput!) { removeSavedSearch(input: $input) { id } }';
const LIST = '{ savedSearches { id name text newCount } }';
const NOTICES = '{ notifications(first: 20) { nodes { kind reason path count subject } } }';

const list = async (as: string) => (await app.ok(LIST, {}, { as })).savedSearches;
const save = async (as: string, input: object) => (await app.ok(SAVE, { input }, { as })).saveSearch;
const noticesOf = async (as: string) =>
  (await app.ok(NOTICES, {}, { as })).notifications.nodes.filter(({ kind }: { kind: string }) => kind === 'SEARCH_FOUND');

async function scene() {
  const community = await buildCommunity(app, { visibility: Visibility.MEMBERS });
  const membership = await buildMembership(app, { communityId: community.id });
  const author = (await buildMembership(app, { communityId: community.id })).personId;
  const thread = await buildThread(app, { communityId: community.id, authorId: author, level: ConfidentialityLevel.COMMUNITY });
  // The index says when something came by the clock of the database.
  app.clock.set(new Date());
  const word = `w${randomUUID().slice(0, 8)}`;
  const say = async () => {
    const post = await buildPost(app, { threadId: thread.id, authorId: author, said: `Something about ${word}` });
    await app.get(SearchIndex).refresh(new Map([['POST', [post.id]]]));
  };
  return { member: membership.personId, membership, community, word, say };
}

describe('a search that is kept', () => {
  it('counts what came since it was looked at, and tells of it once', async () => {
    const { member, word, say } = await scene();
    await say();
    app.clock.set(new Date(Date.now() + 1_000));
    const saved = await save(member, { name: 'My word', text: word, filter: { kinds: ['POST'] } });
    expect(saved).toMatchObject({ name: 'My word', text: word, filter: { kinds: ['POST'] }, isOn: true, newCount: 0 });
    await app.get(SavedSearchNews).tellAll();
    await app.jobsDone();
    expect(await noticesOf(member)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await say();
    expect(await list(member)).toMatchObject([{ id: saved.id, newCount: 1 }]);
    app.clock.set(new Date(Date.now() + 60_000));
    for (let i = 0; i < 2; i++) await app.get(SavedSearchNews).tellAll();
    await app.jobsDone();
    expect(await noticesOf(member)).toEqual([
      { kind: 'SEARCH_FOUND', reason: 'IT_IS_YOURS', path: `/search?saved=${saved.id}`, count: 1, subject: 'My word' },
    ]);
    expect((await app.ok(SEE, { input: { savedSearchId: saved.id } }, { as: member })).seeSavedSearch.newCount).toBe(0);
  });

  it('is silent when it is off, for who has gone, and of what is not for them', async () => {
    const { member, membership, word, say, community } = await scene();
    const outsider = (await buildPerson(app)).id;
    await save(outsider, { name: 'From outside', text: word });
    const saved = await save(member, { name: 'Off', text: word });
    expect(
      (await app.ok(CHANGE, { input: { savedSearchId: saved.id, isOn: false, name: 'Quiet' } }, { as: member })).changeSavedSearch,
    ).toMatchObject({
      name: 'Quiet',
      isOn: false,
    });
    await say();
    await app.get(SavedSearchNews).tellAll();
    await app.jobsDone();
    expect([await noticesOf(member), await noticesOf(outsider)]).toEqual([[], []]);
    expect(await list(outsider)).toMatchObject([{ newCount: 0 }]);
    expect(await list(member)).toMatchObject([{ newCount: 1 }]);
    await app.sql('delete from membership where id = $1 and community_id = $2', [membership.id, community.id]);
    expect(await list(member)).toMatchObject([{ newCount: 0 }]);
  });

  it('is one’s own, at most twenty, and has something to look for', async () => {
    const { member, word } = await scene();
    const stranger = (await buildPerson(app)).id;
    const saved = await save(member, { name: 'Mine', text: word });
    for (const [text, input] of [
      [SEE, { savedSearchId: saved.id }],
      [CHANGE, { savedSearchId: saved.id, name: 'Yours' }],
      [REMOVE, { savedSearchId: saved.id }],
      [REMOVE, { savedSearchId: randomUUID() }],
    ] as const)
      expect(await app.refusal(text, { input }, { as: stranger })).toBe('NOT_FOUND');
    const codes = async (input: object) =>
      (await app.graphql(SAVE, { input }, { as: member })).errors?.[0]?.extensions.fields.map(({ path }) => path);
    for (const text of ['', '   ', '"', '-not']) expect(await codes({ name: 'Empty', text })).toEqual(['text']);
    expect(await codes({ name: '', text: word })).toEqual(['name']);
    for (let i = 1; i < 20; i++) await save(member, { name: `Search ${i}`, text: word });
    expect(await app.refusal(SAVE, { input: { name: 'One more', text: word } }, { as: member })).toBe('TOO_MANY_SAVED_SEARCHES');
    expect((await app.ok(REMOVE, { input: { savedSearchId: saved.id } }, { as: member })).removeSavedSearch).toHaveLength(19);
  });
});
