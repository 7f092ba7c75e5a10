import { MembershipRole, Visibility } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildThread } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const ASK = `mutation ($input: AskForAudienceInput!) { askForAudience(input: $input) { id } }`;
const ANSWER = `mutation ($input: AnswerAudienceInput!) { answerAudience(input: $input) { id state } }`;
const ASKS = `{ audienceAsks { id state } }`;
const GET = `query ($id: ID!) { thread(id: $id) { level community { id } group { name } } }`;
const MERGE = 'mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }';

/** A thread for members of a public community, whose author is asked whether everybody may read it; and another community with the same coordinator. */
async function scene() {
  const [from, into] = [
    await buildCommunity(app, { visibility: Visibility.PUBLIC }),
    await buildCommunity(app, { visibility: Visibility.PUBLIC }),
  ];
  const role = MembershipRole.COORDINATOR;
  const both = (await buildMembership(app, { communityId: from.id, role })).personId;
  await buildMembership(app, { communityId: into.id, personId: both, role });
  const author = (await buildMembership(app, { communityId: from.id })).personId;
  const native = (await buildMembership(app, { communityId: into.id })).personId;
  const thread = await buildThread(app, { communityId: from.id, authorId: author });
  await app.sql(`update thread set level = 'COMMUNITY' where id = $1`, [thread.id]);
  await app.ok(ASK, { input: { threadId: thread.id, level: 'PUBLIC', purpose: 'For the report to the ministry.' } }, { as: both });
  const input = { communityId: from.id, intoId: into.id, rule: 'OPEN_STAYS_OPEN', keepRoles: false, confirmation: from.name };
  return { from, into, both, author, native, threadId: thread.id, merge: () => app.ok(MERGE, { input }, { as: both }) };
}
const answer = async (as: string, consent: boolean) => {
  const [asked] = (await app.ok(ASKS, {}, { as }))['audienceAsks'];
  return app.ok(ANSWER, { input: { askId: asked.id, consent } }, { as });
};
const seen = async (id: string, as?: string) => (await app.graphql(GET, { id }, { as })).data?.['thread'] ?? null;

describe('a wider audience, when its community became part of another', () => {
  it('goes back, when a yes is taken back, to those who read it at first, and not to the other community', async () => {
    const { from, into, author, native, threadId, merge } = await scene();
    await answer(author, true);
    await merge();
    expect(await seen(threadId)).toMatchObject({ level: 'PUBLIC', community: { id: into.id } });
    await answer(author, false);
    for (const as of [undefined, native]) expect(await seen(threadId, as)).toBeNull();
    expect(await seen(threadId, author)).toEqual({ level: 'GROUP', community: { id: into.id }, group: { name: from.name } });
    const [counted] = await app.sql('select thread_count as threads from community where id = $1', [into.id]);
    expect(counted).toEqual({ threads: 0 });
  });

  it('is not opened by a yes to a question that was about the old one', async () => {
    const { author, threadId, merge } = await scene();
    await merge();
    expect((await app.ok(ASKS, {}, { as: author }))['audienceAsks']).toEqual([]);
    expect((await seen(threadId, author))?.['level']).toBe('GROUP');
    expect(await seen(threadId)).toBeNull();
  });
});
